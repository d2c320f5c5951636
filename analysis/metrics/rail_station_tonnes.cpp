/// Tonnes of stations, as railways count and offices are judged: 发送量 where a train is loaded, 到达量 where it is unloaded, whoever the
/// goods belong to and wherever the works stands. Loaded tonnes count in the month of departure, unloaded ones in that of arrival. All
/// goods that the model sends by rail; trains of others (background) carry none of them.
#include <map>
#include <optional>
#include <tuple>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

/// Digits of GB/T 2260 that name the prefecture of a county.
constexpr std::size_t kDigitsOfPrefecture = 4;
constexpr std::size_t kDigitsOfCounty = 6;

/// Where the rail movement of a chain begins and ends.
struct Calls {
  Id<Node> loads;
  Id<Node> unloads;
};

/// By chain; nothing without a rail leg.
std::vector<std::optional<Calls>> calls_of_chains(const World& world) {
  std::vector<std::optional<Calls>> all;
  for (const Chain& chain : world.chains) {
    const std::vector<rules::LegEnds> ends = rules::leg_ends(world, chain);
    std::optional<Calls> calls;
    for (std::size_t i = 0; i < chain.legs.size(); ++i) {
      if (chain.legs[i].mode != Mode::rail) continue;
      if (!calls) calls = Calls{ends[i].from, {}};
      calls->unloads = ends[i].to;
    }
    all.push_back(calls);
  }
  return all;
}

struct LoadedSum {
  std::int64_t kg = 0;
  Standing standing = Standing::derived;
};
/// period, county, station, commodity, direction; empty = all
using LoadedKey = std::tuple<Period, std::string, std::string, std::string, Direction>;
using LoadedTable = std::map<LoadedKey, LoadedSum>;

class StationBook {
 public:
  explicit StationBook(const World& world) : world_(world), calls_(calls_of_chains(world)), facts_(chain_facts(world)) {}

  void add(const ledger::RailRow& row) {
    const auto& calls = calls_[row.chain.index];
    RAILSHIFT_EXPECTS(calls.has_value(), "trains run on chains with a rail leg");
    add(row, calls->loads, Direction::out, row.departed_kg);
    add(row, calls->unloads, Direction::in, row.arrived_kg);
  }
  [[nodiscard]] const LoadedTable& sums() const { return sums_; }

 private:
  void add(const ledger::RailRow& row, Id<Node> at, Direction direction, std::int64_t kg) {
    if (kg == 0) return;
    const Node& station = world_.nodes[at];
    const std::string county = station.county.empty() ? kNoCounty : station.county;
    const ChainFacts& chain = facts_[row.chain.index];
    const std::string& goods = world_.commodities[world_.flows[chain.flow].commodity].id;
    const auto put = [&](Period period, const std::string& of_county, const std::string& of_station, const std::string& commodity) {
      LoadedSum& sum = sums_[{period, of_county, of_station, commodity, direction}];
      sum.kg += kg;
      sum.standing = combine(sum.standing, chain.standing);
    };
    for (const std::string& commodity : {std::string{}, goods}) {
      put(year_period(row.month), {}, {}, commodity);
      put(year_period(row.month), county, station.id, commodity);
      put(year_period(row.month), county, {}, commodity);
      if (county.size() == kDigitsOfCounty) put(year_period(row.month), county.substr(0, kDigitsOfPrefecture), {}, commodity);
    }
    put(month_period(row.month), county, station.id, {});
  }

  const World& world_;
  std::vector<std::optional<Calls>> calls_;
  std::vector<ChainFacts> facts_;
  LoadedTable sums_;
};

}  // namespace

void add_rail_station_tonnes(const Gauge& gauge, MetricTable& table) {
  StationBook book(gauge.world());
  for (const ledger::RailRow& row : gauge.ledger().rail) {
    if (gauge.reported(row.month)) book.add(row);
  }
  for (const auto& [key, sum] : book.sums()) {
    const auto& [period, county, station, commodity, direction] = key;
    MetricRow row = gauge.row("rail_station_tonnes", period, "t", tonnes_of(sum.kg), sum.standing);
    row.county = county;
    row.rail_station = station;
    row.commodity = commodity;
    row.direction = to_text(direction);
    table.push_back(std::move(row));
  }
}

}  // namespace railshift::analysis
