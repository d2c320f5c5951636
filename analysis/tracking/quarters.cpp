#include "analysis/tracking/quarters.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/tracking/paced_ledger.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// Ends of quarters up to the judged month, that month, and the last known month if it lies among them.
std::set<Month> ends_of(const Target& target, Month until) {
  std::set<Month> ends;
  const Month last = judged_month(target);
  for (const int month : {3, 6, 9, 12}) {
    if (make_month(last.year(), month) <= last) ends.insert(make_month(last.year(), month));
  }
  ends.insert(last);
  if (until.year() == last.year() && until < last) ends.insert(until);
  return ends;
}

/// Medians of the runs by target, with time standing still after a month.
using QuarterFigures = std::map<const Target*, std::optional<double>>;
QuarterFigures medians(const World& world, const std::vector<const ledger::Ledger*>& runs, Month month,
                       const std::vector<const Target*>& targets) {
  std::map<const Target*, std::vector<double>> values;
  const std::set<int> years = years_of(world, targets);
  for (const ledger::Ledger* run : runs) {
    const MetricTable table = tracked_metrics(world, stopped_after(only_years(*run, years), month), targets);
    for (const Target* target : targets) {
      if (const auto value = figure_of(*target, table)) values[target].push_back(*value);
    }
  }
  QuarterFigures figures;
  for (const Target* target : targets) figures[target] = middle(values[target]);
  return figures;
}

/// A share or a stock on its way is asked no more than at the end.
double not_stricter(const Target& target, double asked) {
  switch (target.op) {
    case Operator::at_least:
      return std::min(target.value, asked);
    case Operator::at_most:
      return std::max(target.value, asked);
    case Operator::equals:
      return asked;
  }
  RAILSHIFT_EXPECTS(false, "an operator asks for more or less");
}

}  // namespace

std::optional<double> asked_by(const Target& target, const std::optional<double>& then, const std::optional<double>& end) {
  if (!then || !end) return std::nullopt;
  const double whole = whole_of(target).value_or(1.0);
  if (grows(target))
    return *end == -whole ? std::nullopt : std::optional((whole + target.value) * (whole + *then) / (whole + *end) - whole);
  const bool stock = traits_of(target.metric).stock;
  if (!stock && *end == 0.0) return std::nullopt;
  const double asked = std::max(0.0, stock ? target.value + *then - *end : target.value * *then / *end);
  const bool adds_up = !stock && !whole_of(target);
  return adds_up ? asked : not_stricter(target, std::min(asked, whole_of(target).value_or(asked)));
}

namespace {

/// The demand by then, with the tolerance of the target and of sums.
bool is_behind(const Target& target, const QuarterProgress& quarter) {
  if (!quarter.asked || !quarter.reached) return false;
  Target by_then = target;
  by_then.value = *quarter.asked;
  by_then.tolerance += kRoundingDust * std::max(std::abs(*quarter.asked), std::abs(*quarter.reached));
  return stand(by_then, *quarter.reached) != Stand::holds;
}

}  // namespace

std::optional<double> middle(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

std::optional<double> figure_of(const Target& target, const MetricTable& table) {
  const MetricRow* row = row_at(rows_of(target, table), to_text(judged_period(target)));
  return row == nullptr ? std::nullopt : value_in(*row, target.unit);
}

const Target& target_of(const World& world, const TargetForecast& forecast) {
  return world.targets[*world.targets.find(forecast.asked.target)];
}

void add_asked(const World& world, const std::vector<const ledger::Ledger*>& plain, Month until, const std::vector<TargetForecast*>& its) {
  std::map<Month, std::vector<const Target*>> asked;
  for (const TargetForecast* forecast : its) {
    const Target& target = target_of(world, *forecast);
    for (const Month end : ends_of(target, until)) asked[end].push_back(&target);
  }
  std::map<Month, QuarterFigures> found;
  for (const auto& [end, targets] : asked) found[end] = medians(world, plain, end, targets);
  for (TargetForecast* forecast : its) {
    const Target& target = target_of(world, *forecast);
    const Month last = judged_month(target);
    for (const Month end : ends_of(target, until)) {
      const auto by_then =
          end == last ? std::optional(target.value) : asked_by(target, found.at(end).at(&target), found.at(last).at(&target));
      forecast->quarters.push_back({end, by_then, std::nullopt});
    }
  }
}

void add_reached(const World& world, const ledger::Ledger& paced, const std::vector<TargetForecast*>& its) {
  std::map<Month, std::vector<const Target*>> asked;
  for (const TargetForecast* forecast : its) {
    for (const QuarterProgress& quarter : forecast->quarters) asked[quarter.end].push_back(&target_of(world, *forecast));
  }
  std::map<Month, QuarterFigures> found;
  for (const auto& [end, targets] : asked) found[end] = medians(world, {&paced}, end, targets);
  for (TargetForecast* forecast : its) {
    const Target& target = target_of(world, *forecast);
    for (QuarterProgress& quarter : forecast->quarters) {
      quarter.reached = found.at(quarter.end).at(&target);
      quarter.behind = is_behind(target, quarter);
    }
  }
}

}  // namespace railshift::analysis
