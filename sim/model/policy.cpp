#include "sim/model/policy.hpp"

#include <array>
#include <utility>

#include "sim/core/contract.hpp"

namespace railshift {
namespace {

constexpr std::array<std::pair<MetricKind, std::string_view>, 11> kMetricWords{{
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
}};

template <class... Ts>
struct match : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
match(Ts...) -> match<Ts...>;

}  // namespace

std::string_view to_text(Force f) {
  switch (f) {
    case Force::must:
      return "must";
    case Force::strive:
      return "strive";
    case Force::about:
      return "about";
    case Force::stable:
      return "stable";
    case Force::in_principle:
      return "in_principle";
    case Force::basically:
      return "basically";
    case Force::encourage:
      return "encourage";
  }
  RAILSHIFT_EXPECTS(false, "a force has a word");
}

std::string_view to_text(Layer l) {
  switch (l) {
    case Layer::baseline:
      return "baseline";
    case Layer::plan:
      return "plan";
    case Layer::what_if:
      return "what_if";
  }
  RAILSHIFT_EXPECTS(false, "a layer has a word");
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

std::string_view kind_of(const MeasureBody& body) {
  return std::visit(
      match{[](const SidingOpens&) { return std::string_view{"siding_opens"}; },
            [](const GateFloor&) { return std::string_view{"gate_floor"}; }, [](const RailDuty&) { return std::string_view{"rail_duty"}; },
            [](const RetireOrder&) { return std::string_view{"retire_order"}; },
            [](const FrozenBaseOrder&) { return std::string_view{"frozen_base_order"}; },
            [](const StockQuota&) { return std::string_view{"stock_quota"}; }, [](const NewOnly&) { return std::string_view{"new_only"}; },
            [](const ThroughDiversion&) { return std::string_view{"through_diversion"}; },
            [](const SalesStandard&) { return std::string_view{"sales_standard"}; }},
      body);
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
