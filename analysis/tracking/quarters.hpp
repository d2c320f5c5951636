#pragma once
/// 序时进度 - what should have been reached by the end of each quarter, beside what was.
#include "analysis/tracking/forecast.hpp"

namespace railshift::analysis {

/// Of some runs: as they are, and with counted months and the pace.
struct QuarterRuns {
  std::vector<const ledger::Ledger*> plain, paced;
};

/// Fills `quarters` of forecasts that have a figure. With R(q) the figure of the year so far at the end of a quarter in the runs as they
/// are (median), R(T) that of the judged period and t the threshold: asked by then is t R(q) / R(T) of what adds up over the year,
/// (1 + t)(1 + R(q)) / (1 + R(T)) - 1 of a growth, and max(0, t + R(q) - R(T)) of a stock. So it follows seasons, openings and orders of
/// the runs and is no straight line. Nothing where R(T) is 0.
void add_quarters(const World& world, const QuarterRuns& runs, Month until, std::vector<TargetForecast>& forecasts);

/// What is asked of a target at the end of a quarter, from the figure then and at the end of the judged period, as above.
[[nodiscard]] std::optional<double> asked_by(const Target& target, const std::optional<double>& then, const std::optional<double>& end);

/// Middle of the values; nothing of none.
[[nodiscard]] std::optional<double> middle(std::vector<double> values);
/// Figure of the judged period in the target's unit, also of a year that was stopped; nothing without a row.
[[nodiscard]] std::optional<double> figure_of(const Target& target, const MetricTable& table);

}  // namespace railshift::analysis
