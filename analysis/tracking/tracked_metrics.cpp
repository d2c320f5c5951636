#include "analysis/tracking/tracked_metrics.hpp"

#include <algorithm>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

bool says_of(const Target& target, const char* field, std::string_view value) {
  const auto found = target.scope.find(field);
  return found != target.scope.end() && found->second == value;
}

}  // namespace

MadeOf made_of(const Target& target) {
  switch (target.metric) {
    case MetricKind::rail_share:
    case MetricKind::rail_tonnes:
      return says_of(target, "basis", "tonne_km") ? MadeOf::other : MadeOf::tonnes;
    case MetricKind::clean_share:
      return MadeOf::tonnes;
    case MetricKind::firms_passing:
      return says_of(target, "numerator_kind", kRailOrClean) ? MadeOf::other : MadeOf::tonnes;
    case MetricKind::rail_station_tonnes:
      return MadeOf::station_tonnes;
    case MetricKind::register_stock:
    case MetricKind::new_energy_stock_share:
      return MadeOf::stock;
    case MetricKind::retired_share:
      return MadeOf::cancellations;
    case MetricKind::new_energy_new_share:
    case MetricKind::through_km_inside:
    case MetricKind::exhaust:
    case MetricKind::tonnes_by_chain:
    case MetricKind::tonnes_by_reason:
    case MetricKind::clean_ok:
    case MetricKind::siding_access:
      return MadeOf::other;
  }
  RAILSHIFT_EXPECTS(false, "a metric is made of something");
}

std::string_view files_of(MadeOf figure) {
  switch (figure) {
    case MadeOf::tonnes:
      return "rail.csv, gate.csv";
    case MadeOf::station_tonnes:
      return "rail.csv";
    case MadeOf::stock:
      return "register.csv, cancellations.csv";
    case MadeOf::cancellations:
      return "cancellations.csv";
    case MadeOf::other:
      return "";
  }
  RAILSHIFT_EXPECTS(false, "a figure has its files");
}

Month judged_month(const Target& target) {
  const Period judged = judged_period(target);
  return make_month(judged.year, judged.is_year() ? 12 : judged.month);
}

bool grows(const Target& target) {
  const auto whole = target.scope.find("denominator_kind");
  return is_growth(to_text(target.metric), whole == target.scope.end() ? std::string_view{} : whole->second);
}

std::optional<double> whole_of(const Target& target) {
  if (target.unit == "%") return 100.0;
  return target.unit.empty() || target.unit == "1" || target.unit == "share" ? std::optional(1.0) : std::nullopt;
}

MetricTable tracked_metrics(const World& world, const ledger::Ledger& ledger, const std::vector<const Target*>& targets) {
  const Gauge gauge(world, ledger, {world.settings.id, "plan", "", 1});
  const auto any = [&](std::initializer_list<MetricKind> kinds) {
    return std::any_of(targets.begin(), targets.end(),
                       [&](const Target* target) { return std::find(kinds.begin(), kinds.end(), target->metric) != kinds.end(); });
  };
  MetricTable table;
  add_reported_months(gauge, table);
  if (any({MetricKind::rail_share, MetricKind::firms_passing})) add_rail_share(gauge, table);
  if (any({MetricKind::firms_passing})) add_firm_counts(gauge, table);
  if (any({MetricKind::rail_tonnes})) {
    add_rail_tonnes(gauge, table);
    add_growth(gauge, table);
  }
  if (any({MetricKind::rail_station_tonnes})) add_rail_station_tonnes(gauge, table);
  if (any({MetricKind::clean_share})) add_clean_share(gauge, table);
  if (any({MetricKind::register_stock, MetricKind::new_energy_stock_share})) add_register(gauge, table);
  if (any({MetricKind::retired_share})) add_retired_share(gauge, table);
  return table;
}

std::set<int> years_of(const World& world, const std::vector<const Target*>& targets) {
  std::set<int> years;
  for (const Target* target : targets) {
    years.insert(judged_period(*target).year);
    if (grows(*target)) years.insert(world.settings.base_year);
  }
  return years;
}

}  // namespace railshift::analysis
