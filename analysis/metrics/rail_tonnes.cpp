/// Rail tonnes and why they changed. All goods, delivered. Growth is split against the base year: with T tonnes by rail and road and rail
/// share s, T1 s1 - T0 s0 = (T1 - T0) s0 [volume] + T0 (s1 - s0) [share] + (T1 - T0)(s1 - s0) [interaction].
#include <array>
#include <set>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

void fill_rail_scope(MetricRow& row, const TonneKey& key, const World& world) {
  fill_scope(row, key, world);
  row.numerator_kind = "rail";
}

/// The twelve months of one year of one scope, as far as they are reported.
struct YearOfMonths {
  std::array<ModeSums, 12> sums;
  std::set<int> months;
};
/// Scope (period left empty) -> year -> months.
using Years = std::map<TonneKey, std::map<int, YearOfMonths>>;

Years by_month(const Gauge& gauge) {
  Years years;
  for (const auto& [key, sums] : mode_table(gauge, Goods::all)) {
    // Firms with a siding are others every year: one set is no growth of another.
    if (key.period.is_year() || key.firm.kind == FirmScope::Kind::with_siding) continue;
    TonneKey scope = key;
    scope.period = {};
    years[scope][key.period.year].sums[static_cast<std::size_t>(key.period.month - 1)] = sums;
  }
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) {
    for (auto& [scope, of_scope] : years) of_scope[m.year()].months.insert(m.number());
  }
  return years;
}

/// Tonnes of the months that both years report: a run that begins in February compares without January.
ModeSums same_months(const YearOfMonths& year, const YearOfMonths& other) {
  ModeSums total;
  for (const int month : year.months) {
    if (!other.months.contains(month)) continue;
    const ModeSums& one = year.sums[static_cast<std::size_t>(month - 1)];
    total.rail_kg += one.rail_kg;
    total.road_kg += one.road_kg;
    total.standing = combine(total.standing, one.standing);
  }
  return total;
}

struct Effect {
  std::string_view metric;
  double tonnes;
};

/// The growth itself, so that a target of +10 % needs no tonnes typed in: rail tonnes over those of the base year, less 1.
void add_relative(const Gauge& gauge, const TonneKey& scope, int year, const ModeSums& base, const ModeSums& now, MetricTable& table) {
  if (base.rail_kg == 0) return;
  const double change = tonnes_of(now.rail_kg) - tonnes_of(base.rail_kg);
  MetricRow row = gauge.row("rail_tonnes", {year, 0}, "1", change / tonnes_of(base.rail_kg), combine(base.standing, now.standing));
  fill_rail_scope(row, scope, gauge.world());
  row.denominator_kind = "base_year";
  row.numerator = change;
  row.denominator = tonnes_of(base.rail_kg);
  table.push_back(std::move(row));
}

void add_effects(const Gauge& gauge, const TonneKey& scope, int year, const ModeSums& base, const ModeSums& now, MetricTable& table) {
  if (base.rail_road_kg() == 0 || now.rail_road_kg() == 0) return;
  const double t0 = tonnes_of(base.rail_road_kg());
  const double t1 = tonnes_of(now.rail_road_kg());
  const double s0 = tonnes_of(base.rail_kg) / t0;
  const double s1 = tonnes_of(now.rail_kg) / t1;
  const std::array<Effect, 4> effects{{{"rail_tonnes_change", tonnes_of(now.rail_kg) - tonnes_of(base.rail_kg)},
                                       {"rail_tonnes_volume_effect", (t1 - t0) * s0},
                                       {"rail_tonnes_share_effect", t0 * (s1 - s0)},
                                       {"rail_tonnes_interaction", (t1 - t0) * (s1 - s0)}}};
  for (const Effect& effect : effects) {
    MetricRow row = gauge.row(effect.metric, {year, 0}, "t", effect.tonnes, combine(base.standing, now.standing));
    fill_rail_scope(row, scope, gauge.world());
    row.denominator_kind = "rail_road";
    row.numerator = tonnes_of(now.rail_kg);     // of the year, the same months
    row.denominator = tonnes_of(base.rail_kg);  // of the base year, the same months
    table.push_back(std::move(row));
  }
}

}  // namespace

void add_rail_tonnes(const Gauge& gauge, MetricTable& table) {
  for (const auto& [key, sums] : mode_table(gauge, Goods::all)) {
    MetricRow row = gauge.row("rail_tonnes", key.period, "t", tonnes_of(sums.rail_kg), sums.standing);
    fill_rail_scope(row, key, gauge.world());
    table.push_back(std::move(row));
  }
}

void add_growth(const Gauge& gauge, MetricTable& table) {
  const int base_year = gauge.world().settings.base_year;
  for (const auto& [scope, years] : by_month(gauge)) {
    const auto base = years.find(base_year);
    if (base == years.end() || base->second.months.empty()) continue;
    for (const auto& [year, months] : years) {
      if (year == base_year) continue;
      const ModeSums before = same_months(base->second, months), now = same_months(months, base->second);
      add_relative(gauge, scope, year, before, now, table);
      add_effects(gauge, scope, year, before, now, table);
    }
  }
}

}  // namespace railshift::analysis
