#include "analysis/tracking/needed.hpp"

#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

void set_monthly(TargetForecast& forecast, double needed, double pace, const std::string& unit) {
  forecast.needed = needed;
  forecast.pace = pace;
  forecast.per_month_unit = unit;
}

/// MonthlyAmounts of the judged period so far, at its end and as asked, in one unit.
struct MonthlyAmounts {
  double had = 0.0, there = 0.0, asked = 0.0;
};
void set_amounts(TargetForecast& forecast, const MonthlyAmounts& amounts, const std::string& unit) {
  const double months = forecast.months_left;
  set_monthly(forecast, (amounts.asked - amounts.had) / months, (amounts.there - amounts.had) / months, unit);
}

/// Of the goods to come.
void set_share(TargetForecast& forecast, const Target& target, const RunRows& run) {
  const double part = run.now == nullptr ? 0.0 : *run.now->numerator, whole = run.now == nullptr ? 0.0 : *run.now->denominator;
  const double to_come = *run.end->denominator - whole, in_unit = whole_of(target).value_or(1.0);
  if (to_come <= 0.0) return;
  set_monthly(forecast, in_unit * (target.value / in_unit * *run.end->denominator - part) / to_come,
              in_unit * (*run.end->numerator - part) / to_come, target.unit);
}

/// A change of a stock can have either sign; what came in a year, or left a frozen base, cannot be taken back.
Needed needed_of(const TargetForecast& forecast, const Target& target) {
  const bool stock = traits_of(target.metric).stock && target.metric != MetricKind::retired_share;
  const auto whole = stock || grows(target) ? std::nullopt : whole_of(target);
  const double needed = *forecast.needed;
  if (target.op == Operator::at_least) {
    if (whole && needed > *whole * (1.0 + kRoundingDust)) return Needed::out_of_reach;
    return !stock && needed <= 0.0 ? Needed::met_already : Needed::amount;
  }
  return !stock && needed < 0.0 ? Needed::out_of_reach : Needed::amount;
}

}  // namespace

std::string_view to_text(Needed needed) {
  switch (needed) {
    case Needed::amount:
      return "amount";
    case Needed::met_already:
      return "met_already";
    case Needed::out_of_reach:
      return "out_of_reach";
  }
  RAILSHIFT_EXPECTS(false, "it has a word");
}

void set_needed(TargetForecast& forecast, const Target& target, const RunRows& run) {
  if (run.end == nullptr || forecast.months_left == 0 || target.metric == MetricKind::firms_passing) return;
  const auto there = value_in(*run.end, target.unit);
  std::optional<double> here;
  if (run.now != nullptr) here = value_in(*run.now, target.unit);
  if (traits_of(target.metric).stock) {
    if (there && here) set_amounts(forecast, {*here, *there, target.value}, target.unit);
  } else if (grows(target)) {
    const double base = *run.end->denominator, had = run.now == nullptr ? 0.0 : base + *run.now->numerator;
    set_amounts(forecast, {had, base + *run.end->numerator, base * (1.0 + target.value / whole_of(target).value_or(1.0))}, "t");
  } else if (run.end->denominator) {
    set_share(forecast, target, run);
  } else if (there) {
    set_amounts(forecast, {here.value_or(0.0), *there, target.value}, target.unit);
  }
  if (forecast.needed) forecast.needed_is = needed_of(forecast, target);
}

}  // namespace railshift::analysis
