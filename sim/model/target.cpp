#include "sim/model/target.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/core/contract.hpp"

namespace railshift {
namespace {

constexpr std::array<std::pair<MetricKind, std::string_view>, 15> kMetricWords{{
    {MetricKind::rail_share, "rail_share"},
    {MetricKind::rail_tonnes, "rail_tonnes"},
    {MetricKind::clean_share, "clean_share"},
    {MetricKind::register_stock, "register_stock"},
    {MetricKind::retired_share, "retired_share"},
    {MetricKind::new_energy_stock_share, "new_energy_stock_share"},
    {MetricKind::new_energy_new_share, "new_energy_new_share"},
    {MetricKind::through_km_inside, "through_km_inside"},
    {MetricKind::exhaust, "exhaust"},
    {MetricKind::tonnes_by_chain, "tonnes_by_chain"},
    {MetricKind::tonnes_by_reason, "tonnes_by_reason"},
    {MetricKind::rail_station_tonnes, "rail_station_tonnes"},
    {MetricKind::firms_passing, "firms_passing"},
    {MetricKind::siding_access, "siding_access"},
    {MetricKind::clean_ok, "clean_ok"},
}};

}  // namespace

std::optional<Scope> scope_from_text(std::string_view text) {
  Scope scope;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view piece = text.substr(0, end);
    const std::size_t equals = piece.find('=');
    if (equals == std::string_view::npos || !scope.emplace(piece.substr(0, equals), piece.substr(equals + 1)).second) return std::nullopt;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return scope;
}

std::string_view to_text(Operator op) {
  switch (op) {
    case Operator::at_least:
      return ">=";
    case Operator::at_most:
      return "<=";
    case Operator::equals:
      return "=";
  }
  RAILSHIFT_EXPECTS(false, "an operator has a sign");
}

std::string_view to_text(MetricKind kind) {
  for (const auto& [k, word] : kMetricWords) {
    if (k == kind) return word;
  }
  RAILSHIFT_EXPECTS(false, "a metric has a word");
}

std::optional<MetricKind> metric_from_text(std::string_view text) {
  for (const auto& [k, word] : kMetricWords) {
    if (word == text) return k;
  }
  return std::nullopt;
}

}  // namespace railshift
