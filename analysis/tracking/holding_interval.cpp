#include <algorithm>
#include <cmath>

#include "analysis/tracking/forecast.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {

std::optional<HoldingInterval> holding_interval(std::vector<double> values) {
  if (values.size() < 2) return std::nullopt;
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  // A hundredth of a rank keeps 19 runs at 90 % from falling to the rank below by rounding.
  const auto k = std::max<std::size_t>(1, static_cast<std::size_t>((n + 1.0) * (1.0 - kForecastLevel) / 2.0 + 0.01));
  return HoldingInterval{values[k - 1], values[values.size() - k], (n + 1.0 - 2.0 * static_cast<double>(k)) / (n + 1.0)};
}

std::string_view to_text(Tracked tracked) {
  switch (tracked) {
    case Tracked::observed:
      return "observed";
    case Tracked::partly:
      return "partly";
    case Tracked::no_observation:
      return "no_observation";
    case Tracked::not_by_months:
      return "not_by_months";
    case Tracked::no_figure:
      return "no_figure";
  }
  RAILSHIFT_EXPECTS(false, "it has a word");
}

std::string_view to_text(ProgressState state) {
  switch (state) {
    case ProgressState::counted:
      return "counted";
    case ProgressState::counted_in_part:
      return "counted_in_part";
    case ProgressState::forecast:
      return "forecast";
  }
  RAILSHIFT_EXPECTS(false, "it has a word");
}

std::optional<double> QuarterProgress::ahead(Operator op) const {
  if (!asked || !reached) return std::nullopt;
  const double apart = op == Operator::at_most ? *asked - *reached : *reached - *asked;
  return std::abs(apart) <= kRoundingDust * std::max(std::abs(*asked), std::abs(*reached)) ? 0.0 : apart;
}

}  // namespace railshift::analysis
