#include "analysis/tracking/quarters.hpp"

#include <algorithm>
#include <map>

#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/tracking/paced_ledger.hpp"

namespace railshift::analysis {
namespace {

const Target& target_of(const World& world, const TargetForecast& forecast) {
  return world.targets[*world.targets.find(forecast.asked.target)];
}

bool grows(const Target& target) {
  const auto whole = target.scope.find("denominator_kind");
  return is_growth(to_text(target.metric), whole == target.scope.end() ? std::string_view{} : whole->second);
}

Month last_month(Period judged) { return make_month(judged.year, judged.is_year() ? 12 : judged.month); }

/// Ends of quarters up to the judged month, that month, and the last known month if it lies among them.
std::set<Month> ends_of(Period judged, Month until) {
  std::set<Month> ends;
  const Month last = last_month(judged);
  for (const int month : {3, 6, 9, 12}) {
    if (make_month(judged.year, month) <= last) ends.insert(make_month(judged.year, month));
  }
  ends.insert(last);
  if (until.year() == judged.year && until < last) ends.insert(until);
  return ends;
}

/// Medians of the runs by target, with time standing still after a month.
using MedianFigures = std::map<const Target*, std::optional<double>>;
MedianFigures medians(const World& world, const std::vector<const ledger::Ledger*>& runs, Month month,
                const std::vector<const Target*>& targets) {
  std::map<const Target*, std::vector<double>> values;
  const std::set<int> years = years_of(world, targets);
  for (const ledger::Ledger* run : runs) {
    const MetricTable table = tracked_metrics(world, stopped_after(only_years(*run, years), month), targets);
    for (const Target* target : targets) {
      if (const auto value = figure_of(*target, table)) values[target].push_back(*value);
    }
  }
  MedianFigures figures;
  for (const Target* target : targets) figures[target] = middle(values[target]);
  return figures;
}

}  // namespace

std::optional<double> asked_by(const Target& target, const std::optional<double>& then, const std::optional<double>& end) {
  if (!then || !end) return std::nullopt;
  if (traits_of(target.metric).stock) return std::max(0.0, target.value + *then - *end);
  // The unit of a growth may be per cent: 1 of it is `whole`.
  const double whole = target.unit == "%" ? 100.0 : 1.0;
  if (grows(target))
    return *end == -whole ? std::nullopt : std::optional((whole + target.value) * (whole + *then) / (whole + *end) - whole);
  return *end == 0.0 ? std::nullopt : std::optional(target.value * *then / *end);
}

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

void add_quarters(const World& world, const QuarterRuns& runs, Month until, std::vector<TargetForecast>& forecasts) {
  std::map<Month, std::vector<const Target*>> asked;
  for (const TargetForecast& forecast : forecasts) {
    if (!forecast.forecast) continue;
    const Target& target = target_of(world, forecast);
    for (const Month end : ends_of(judged_period(target), until)) asked[end].push_back(&target);
  }
  std::map<Month, std::pair<MedianFigures, MedianFigures>> found;  ///< plain, paced
  for (const auto& [end, targets] : asked)
    found[end] = {medians(world, runs.plain, end, targets), medians(world, runs.paced, end, targets)};
  for (TargetForecast& forecast : forecasts) {
    if (!forecast.forecast) continue;
    const Target& target = target_of(world, forecast);
    const Month last = last_month(judged_period(target));
    for (const Month end : ends_of(judged_period(target), until)) {
      const auto& [plain, paced] = found.at(end);
      const auto by_then =
          end == last ? std::optional(target.value) : asked_by(target, plain.at(&target), found.at(last).first.at(&target));
      forecast.quarters.push_back({end, by_then, paced.at(&target), end <= until});
    }
  }
}

}  // namespace railshift::analysis
