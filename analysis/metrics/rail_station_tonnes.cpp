/// Tonnes of stations, as railways count and offices are judged: 发送量 where a train is loaded, 到达量 where it is unloaded, whoever the
/// goods belong to and wherever the works stands. Loaded tonnes count in the month of departure, unloaded ones in that of arrival. All
/// goods that the model sends by rail; trains of others (background) carry none of them. The row without a county is that of the stations
/// in the city (settings.area_code), as offices are judged.
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/rail_calls.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/model/area_code.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

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
  /// Stations at which a chain loads or unloads are there in every year, with 0 t where no train ran.
  void add_zeros(Period year) {
    for (const Chain& chain : world_.chains) {
      const Id<Chain> id = world_.chains.id_of(chain);
      const auto& calls = calls_[id.index];
      if (!calls) continue;
      for (const auto& [at, direction] : {std::pair{calls->loads, Direction::out}, std::pair{calls->unloads, Direction::in}}) {
        for (const LoadedKey& key : yearly_keys(year, at, id, direction)) {
          LoadedSum& sum = sums_[key];
          if (sum.kg == 0) sum.standing = combine(sum.standing, facts_[id.index].standing);
        }
      }
    }
  }
  [[nodiscard]] const LoadedTable& sums() const { return sums_; }

 private:
  void add(const ledger::RailRow& row, Id<Node> at, Direction direction, std::int64_t kg) {
    if (kg == 0) return;
    const auto put = [&](const LoadedKey& key) {
      LoadedSum& sum = sums_[key];
      sum.kg += kg;
      sum.standing = combine(sum.standing, facts_[row.chain.index].standing);
    };
    for (const LoadedKey& key : yearly_keys(year_period(row.month), at, row.chain, direction)) put(key);
    put({month_period(row.month), county_of(at), world_.nodes[at].id, {}, direction});
  }

  [[nodiscard]] std::string county_of(Id<Node> station) const {
    return world_.nodes[station].county.empty() ? std::string(kNoCounty) : world_.nodes[station].county;
  }

  /// All goods and the chain's: of the city if the station stands in it, of the station, its county, its prefecture.
  [[nodiscard]] std::vector<LoadedKey> yearly_keys(Period year, Id<Node> at, Id<Chain> chain, Direction direction) const {
    std::vector<LoadedKey> keys;
    const std::string county = county_of(at);
    for (const std::string& goods : {std::string{}, world_.commodities[world_.flows[facts_[chain.index].flow].commodity].id}) {
      if (lies_in(county, world_.settings.area_code)) keys.emplace_back(year, std::string{}, std::string{}, goods, direction);
      keys.emplace_back(year, county, world_.nodes[at].id, goods, direction);
      keys.emplace_back(year, county, std::string{}, goods, direction);
      if (is_county_code(county)) keys.emplace_back(year, std::string(prefecture_of(county)), std::string{}, goods, direction);
    }
    return keys;
  }

  const World& world_;
  std::vector<std::optional<RailCalls>> calls_;
  std::vector<ChainFacts> facts_;
  LoadedTable sums_;
};

}  // namespace

std::vector<std::optional<RailCalls>> calls_of_chains(const World& world) {
  std::vector<std::optional<RailCalls>> all;
  for (const Chain& chain : world.chains) {
    const std::vector<rules::LegEnds> ends = rules::leg_ends(world, chain);
    std::optional<RailCalls> calls;
    for (std::size_t i = 0; i < chain.legs.size(); ++i) {
      if (chain.legs[i].mode != Mode::rail) continue;
      if (!calls) calls = RailCalls{ends[i].from, {}};
      calls->unloads = ends[i].to;
    }
    all.push_back(calls);
  }
  return all;
}

bool station_in(const Node& station, const std::string& area) {
  return station.county.empty() ? area == kNoCounty : lies_in(station.county, area);
}

void add_rail_station_tonnes(const Gauge& gauge, MetricTable& table) {
  StationBook book(gauge.world());
  for (const ledger::RailRow& row : gauge.ledger().rail) {
    if (gauge.reported(row.month)) book.add(row);
  }
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) book.add_zeros(year_period(m));
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
