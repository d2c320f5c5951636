#pragma once
/// 今后每月需要 - what a target asks of the months to come, beside what they bring at this pace.
#include "analysis/tracking/forecast.hpp"

namespace railshift::analysis {

/// The judged period of one run: at its end, and so far (absent: nothing yet).
struct RunRows {
  const MetricRow* end = nullptr;
  const MetricRow* now = nullptr;
};
/// Sets needed, pace, needed_is and their unit of a forecast with months left: tonnes (threshold - so far) / months; a share that of the
/// goods to come; a growth over the base year in t; a stock its change a month. Nothing of firms that pass.
void set_needed(TargetForecast& forecast, const Target& target, const RunRows& run);

}  // namespace railshift::analysis
