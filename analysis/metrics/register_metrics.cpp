/// The register (车管所) at 24:00 of the last day of a period. A year's row is the stock of its December: 年底前. Monthly rows exist for
/// totals and for "standard or below". Working-pool trucks from outside and through trucks are not in the register.
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "analysis/metrics/families.hpp"
#include "sim/model/truck_set.hpp"

namespace railshift::analysis {
namespace {

/// 0 = all trucks, then the segments (index + 1), then the named sets.
using SegmentScope = std::uint32_t;

std::string scope_name(const World& world, SegmentScope scope) {
  if (scope == 0) return "";
  const std::size_t at = scope - 1;
  if (at < world.segments.size()) return world.segments[Id<Segment>{scope - 1}].id;
  return std::string(truck_sets()[at - world.segments.size()].name);
}

/// Every scope to which a truck of this segment and size belongs.
std::vector<SegmentScope> scopes_of(const World& world, Id<Segment> segment, VehicleType type) {
  std::vector<SegmentScope> scopes{0, segment.index + 1};
  SegmentScope next = static_cast<SegmentScope>(world.segments.size()) + 1;
  for (const TruckSet& set : truck_sets()) {
    if (set.holds(world.segments[segment].use, type)) scopes.push_back(next);
    ++next;
  }
  return scopes;
}

struct Stock {
  std::int64_t total = 0;
  std::int64_t new_energy = 0;
  std::array<std::int64_t, 64> by_access{};  ///< by AccessClass::index
};
struct Inflow {
  std::int64_t joined = 0;
  std::int64_t new_energy = 0;
};

struct Books {
  std::map<Month, std::map<SegmentScope, Stock>> stocks;
  std::map<Period, std::map<SegmentScope, Inflow>> inflows;
};

Books read(const Gauge& gauge) {
  Books books;
  for (const ledger::RegisterFoldRow& row : gauge.ledger().registers) {
    if (!gauge.reported(row.month)) continue;
    const RegisterTally& tally = row.tally;
    const std::int64_t new_energy = is_new_energy(tally.access.powertrain) ? 1 : 0;
    for (const SegmentScope scope : scopes_of(gauge.world(), tally.segment, tally.vehicle_type)) {
      Stock& stock = books.stocks[row.month][scope];
      stock.total += tally.close;
      stock.new_energy += new_energy * tally.close;
      stock.by_access[tally.access.index()] += tally.close;
      for (const Period period : {year_period(row.month), month_period(row.month)}) {
        Inflow& inflow = books.inflows[period][scope];
        inflow.joined += tally.joined;
        inflow.new_energy += new_energy * tally.joined;
      }
    }
  }
  // A scope that has lost all its trucks is a result, not a gap.
  std::set<SegmentScope> known;
  for (const auto& [month, scopes] : books.stocks) {
    for (const auto& [scope, stock] : scopes) known.insert(scope);
  }
  for (auto& [month, scopes] : books.stocks) {
    for (const SegmentScope scope : known) scopes.try_emplace(scope);
  }
  return books;
}

class Rows {
 public:
  Rows(const Gauge& gauge, MetricTable& table) : gauge_(gauge), table_(table) {
    standings_.assign(gauge.world().segments.size() + 1 + truck_sets().size(), Standing::derived);
    for (const RegisterRow& row : gauge.world().register_rows) {
      for (const SegmentScope scope : scopes_of(gauge.world(), row.segment, row.vehicle_type)) {
        standings_[scope] = combine(standings_[scope], row.provenance.standing);
      }
    }
    for (const RegisterRow& row : gauge.world().register_rows) burning_[static_cast<std::size_t>(row.powertrain)] = true;
  }

  void stock(Period period, SegmentScope scope, const Stock& stock) {
    add(period, scope, "", "", stock.total);
    for (unsigned s = 0; s <= static_cast<unsigned>(Standard::china6); ++s) at_or_below(period, scope, stock, static_cast<Standard>(s));
    if (stock.total > 0) share("new_energy_stock_share", period, scope, stock.new_energy, stock.total);
    if (!period.is_year()) return;
    for (unsigned access = 0; access < stock.by_access.size(); ++access) cell(period, scope, stock, AccessClass::from_index(access));
    for (unsigned s = 0; s < kStandards; ++s) by_standard(period, scope, stock, static_cast<Standard>(s));
  }

  void inflow(Period period, SegmentScope scope, const Inflow& inflow) {
    if (inflow.joined > 0) share("new_energy_new_share", period, scope, inflow.new_energy, inflow.joined);
  }

 private:
  void add(Period period, SegmentScope scope, const std::string& standard, std::string_view powertrain, std::int64_t trucks) {
    MetricRow row = gauge_.row("register_stock", period, "vehicles", static_cast<double>(trucks), standings_[scope]);
    finish(std::move(row), scope, standard, powertrain);
  }
  void share(std::string_view metric, Period period, SegmentScope scope, std::int64_t part, std::int64_t whole) {
    const Share parts{static_cast<double>(part), static_cast<double>(whole)};
    finish(gauge_.share_row(metric, period, parts, standings_[scope]), scope, "", "");
  }
  void finish(MetricRow row, SegmentScope scope, const std::string& standard, std::string_view powertrain) {
    row.segment = scope_name(gauge_.world(), scope);
    row.standard = standard;
    row.powertrain = powertrain;
    table_.push_back(std::move(row));
  }

  void cell(Period period, SegmentScope scope, const Stock& stock, AccessClass access) {
    const std::int64_t trucks = stock.by_access[access.index()];
    if (trucks > 0) add(period, scope, std::string(to_text(access.standard)), to_text(access.powertrain), trucks);
  }
  void by_standard(Period period, SegmentScope scope, const Stock& stock, Standard standard) {
    add(period, scope, std::string(to_text(standard)), "", sum(stock, standard, standard, std::nullopt));
  }
  /// 国三标准及以下 includes the standard itself. A row also for 0 trucks: an empty stock is a result, not a gap.
  void at_or_below(Period period, SegmentScope scope, const Stock& stock, Standard standard) {
    const std::string word = "<=" + std::string(to_text(standard));
    add(period, scope, word, "", sum(stock, Standard::china0, standard, std::nullopt));
    if (!period.is_year()) return;
    for (unsigned p = 0; p < kPowertrains; ++p) {
      const auto powertrain = static_cast<Powertrain>(p);
      if (burning_[p]) add(period, scope, word, to_text(powertrain), sum(stock, Standard::china0, standard, powertrain));
    }
  }
  static std::int64_t sum(const Stock& stock, Standard from, Standard to, std::optional<Powertrain> powertrain) {
    std::int64_t trucks = 0;
    for (unsigned access = 0; access < stock.by_access.size(); ++access) {
      const AccessClass of_cell = AccessClass::from_index(access);
      const bool counts = from <= of_cell.standard && of_cell.standard <= to && (!powertrain || *powertrain == of_cell.powertrain);
      if (counts) trucks += stock.by_access[access];
    }
    return trucks;
  }

  const Gauge& gauge_;
  MetricTable& table_;
  std::vector<Standing> standings_;           ///< by segment scope
  std::array<bool, kPowertrains> burning_{};  ///< powertrains of the first day's register
};

/// Trucks that left in a year, by segment, standard, powertrain and (as basis) cause.
using LeaverKey = std::tuple<Period, std::uint32_t, std::uint8_t, int>;
struct Leavers {
  std::int64_t left = 0;
  std::int64_t transferred = 0;
};

void add_leavers(const Gauge& gauge, MetricTable& table) {
  std::map<LeaverKey, Leavers> leavers;
  for (const ledger::RegisterFoldRow& row : gauge.ledger().registers) {
    if (!gauge.reported(row.month)) continue;
    for (int cause = 0; cause < kLeaveCauses; ++cause) {
      const auto c = static_cast<std::size_t>(cause);
      if (row.tally.left[c] == 0) continue;
      Leavers& sum = leavers[{year_period(row.month), row.tally.segment.index, row.tally.access.index(), cause}];
      sum.left += row.tally.left[c];
      sum.transferred += row.tally.sold_away[c];
    }
  }
  for (const auto& [key, sum] : leavers) {
    const auto& [period, segment, access, cause] = key;
    const AccessClass of = AccessClass::from_index(access);
    const auto add = [&, &in = period, at = Id<Segment>{segment}, why = static_cast<LeaveCause>(cause)](std::string_view metric,
                                                                                                        auto trucks) {
      MetricRow row = gauge.row(metric, in, "vehicles", static_cast<double>(trucks), Standing::derived_from_assumed);
      row.segment = gauge.world().segments[at].id;
      row.standard = to_text(of.standard);
      row.powertrain = to_text(of.powertrain);
      row.basis = to_text(why);
      table.push_back(std::move(row));
    };
    add("register_left", sum.left);
    add("transferred_out", sum.transferred);
  }
}

}  // namespace

void add_register(const Gauge& gauge, MetricTable& table) {
  const Books books = read(gauge);
  Rows rows(gauge, table);
  for (const auto& [month, scopes] : books.stocks) {
    for (const auto& [scope, stock] : scopes) {
      rows.stock(month_period(month), scope, stock);
      if (month.number() == 12) rows.stock(year_period(month), scope, stock);
    }
  }
  for (const auto& [period, scopes] : books.inflows) {
    for (const auto& [scope, inflow] : scopes) rows.inflow(period, scope, inflow);
  }
  add_leavers(gauge, table);
}

}  // namespace railshift::analysis
