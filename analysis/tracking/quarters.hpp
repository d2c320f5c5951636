#pragma once
/// 序时进度 - what should have been reached by the end of each quarter, beside what was.
#include "analysis/tracking/forecast.hpp"

namespace railshift::analysis {

/// Fills `quarters` of forecasts with what is asked by then; nothing is reached yet. With R(q) the figure of the year so far at the end of
/// a quarter in the runs as they are (median of `plain`), R(T) that of the judged period and t the threshold: asked by then is t R(q) /
/// R(T) of what adds up over the year, (1 + t)(1 + R(q)) / (1 + R(T)) - 1 of a growth, and t + R(q) - R(T) of a stock; never below 0 (but a
/// growth). Of shares and stocks no quarter asks more than the end does: where the proportion would (a share that falls towards the end of
/// the year), t itself is asked. So it follows seasons, openings and orders of the runs and is no straight line. Nothing where
/// R(T) is 0.
void add_asked(const World& world, const std::vector<const ledger::Ledger*>& plain, Month until, const std::vector<TargetForecast*>& its);
/// What is reached by then in a run with counted months and the pace, and whether it is behind.
void add_reached(const World& world, const ledger::Ledger& paced, const std::vector<TargetForecast*>& its);

/// The target of a forecast.
[[nodiscard]] const Target& target_of(const World& world, const TargetForecast& forecast);
/// What is asked of a target at the end of a quarter, from the figure then and at the end of the judged period, as above.
[[nodiscard]] std::optional<double> asked_by(const Target& target, const std::optional<double>& then, const std::optional<double>& end);

/// Middle of the values; nothing of none.
[[nodiscard]] std::optional<double> middle(std::vector<double> values);
/// Figure of the judged period in the target's unit, also of a year that was stopped; nothing without a row.
[[nodiscard]] std::optional<double> figure_of(const Target& target, const MetricTable& table);

}  // namespace railshift::analysis
