#include "analysis/metrics/target_scope.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/model/judged_unit.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kPeriod = "period";
constexpr std::string_view kUnit = "unit";

std::string_view wanted(const Scope& scope, std::string_view field) {
  const auto found = scope.find(std::string(field));
  return found == scope.end() ? std::string_view{} : std::string_view{found->second};
}

bool fits(const MetricRow& row, const Scope& scope) {
  for (const TextColumn& column : scope_columns()) {
    if (row.*column.member != wanted(scope, column.name)) return false;
  }
  const std::string_view period = wanted(scope, kPeriod);
  const std::string_view unit = wanted(scope, kUnit);
  return (period.empty() || row.period == period) && (unit.empty() || row.unit == unit);
}

}  // namespace

Scope full_scope(MetricKind metric, Scope scope) {
  const auto fill = [&scope](const std::string& field, const std::string& value) { scope.emplace(field, value); };
  const std::string long_or_gate = wanted(scope, "firm").empty() ? "main_haul" : "gate";
  switch (metric) {
    case MetricKind::rail_share:
      fill("numerator_kind", "rail");
      fill("denominator_kind", "rail_road");
      fill("direction", "both");
      fill("basis", long_or_gate);
      break;
    case MetricKind::rail_tonnes:
      fill("numerator_kind", "rail");
      fill("direction", "both");
      fill("basis", long_or_gate);
      break;
    case MetricKind::clean_share:
      fill("numerator_kind", "clean_without_china6");
      fill("basis", "tonnes");
      break;
    case MetricKind::tonnes_by_chain:
      fill("basis", "main_haul");
      break;
    case MetricKind::rail_station_tonnes:
      fill("direction", "out");
      break;
    case MetricKind::firms_passing:
      fill("firm", kListedFirms);
      fill("numerator_kind", "rail");
      fill("denominator_kind", "rail_road");
      fill("direction", "both");
      fill("basis", "gate");
      break;
    case MetricKind::siding_access:
      fill("firm", kListedFirms);
      fill("numerator_kind", "own_shared");
      break;
    case MetricKind::clean_ok:
      fill("firm", kListedFirms);
      break;
    case MetricKind::register_stock:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
    case MetricKind::through_km_inside:
    case MetricKind::exhaust:
    case MetricKind::tonnes_by_reason:
      break;
  }
  return scope;
}

Scope full_scope(const Target& target) { return full_scope(target.metric, target.scope); }

Scope parse_scope(const std::string& text) { return railshift::scope_from_text(text).value_or(Scope{}); }

std::optional<Scope> known_scope(const std::string& text) {
  const auto known = [](const auto& piece) {
    return piece.first == kPeriod || piece.first == kUnit ||
           std::any_of(scope_columns().begin(), scope_columns().end(), [&](const TextColumn& c) { return c.name == piece.first; });
  };
  auto scope = railshift::scope_from_text(text);
  if (scope && !std::all_of(scope->begin(), scope->end(), known)) return std::nullopt;
  return scope;
}

Scope scope_of(const MetricRow& row) {
  Scope scope;
  for (const TextColumn& column : scope_columns()) {
    if (!(row.*column.member).empty()) scope.emplace(column.name, row.*column.member);
  }
  return scope;
}

std::string to_text(const Scope& scope) {
  std::string text;
  for (const auto& [field, value] : scope) {
    if (!text.empty()) text += ';';
    text.append(field).append(1, '=').append(value);
  }
  return text;
}

bool depends_on_sidings(const Scope& scope) {
  const auto says = [&](const char* field, std::string_view value) {
    const auto found = scope.find(field);
    return found != scope.end() && found->second == value;
  };
  return says("firm", kListedWithSiding) || says("numerator_kind", kRailOrClean);
}

bool is_growth(std::string_view metric, std::string_view denominator_kind) {
  constexpr std::array<std::string_view, 4> kEffects{"rail_tonnes_change", "rail_tonnes_volume_effect", "rail_tonnes_share_effect",
                                                     "rail_tonnes_interaction"};
  return denominator_kind == "base_year" || std::find(kEffects.begin(), kEffects.end(), metric) != kEffects.end();
}

Period due_period(const Target& target) {
  const Month month = month_of(target.due);
  if (!traits_of(target.metric).stock) return year_period(month);
  const bool month_end = first_day(month + 1) == target.due + 1;
  if (month_end && month.number() == 12) return year_period(month);
  return month_period(month_end ? month : month + -1);
}

Period judged_period(const Target& target) {
  const auto named = target.scope.find(std::string(kPeriod));
  const auto period = named == target.scope.end() ? std::nullopt : period_from_text(named->second);
  return period.value_or(due_period(target));
}

std::vector<const MetricRow*> rows_of(const Target& target, const MetricTable& metrics) {
  return rows_of(to_text(target.metric), full_scope(target), metrics);
}

std::vector<const MetricRow*> rows_of(std::string_view metric, const Scope& scope, const MetricTable& metrics) {
  std::vector<const MetricRow*> rows;
  for (const MetricRow& row : metrics) {
    if (row.metric == metric && fits(row, scope)) rows.push_back(&row);
  }
  return rows;
}

const MetricRow* find_row(const MetricTable& metrics, std::string_view metric, std::string_view period, const Scope& scope) {
  for (const MetricRow& row : metrics) {
    if (row.metric == metric && row.period == period && fits(row, scope)) return &row;
  }
  return nullptr;
}

const MetricRow* row_at(const std::vector<const MetricRow*>& rows, const std::string& period) {
  for (const MetricRow* row : rows) {
    if (row->period == period) return row;
  }
  return nullptr;
}

std::optional<double> value_in(const MetricRow& row, const std::string& unit) {
  if (row.unit == "1" && unit == "%") {
    if (row.numerator && row.denominator && *row.denominator > 0.0) return *row.numerator * 100.0 / *row.denominator;
  }
  if (row.unit == unit) return row.value;
  for (const JudgedUnit& known : kJudgedUnits) {
    if (known.figure == row.unit && known.name == unit) return row.value * known.in_figure;
  }
  return std::nullopt;
}

}  // namespace railshift::analysis
