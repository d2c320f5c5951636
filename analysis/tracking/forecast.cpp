#include "analysis/tracking/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/judge/judged_order.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/tracking/counted_share.hpp"
#include "analysis/tracking/paced_ledger.hpp"
#include "analysis/tracking/quarters.hpp"
#include "sim/core/contract.hpp"
#include "sim/model/judged_unit.hpp"

namespace railshift::analysis {
namespace {

/// A share of this much was counted as a whole: rounding of kilograms.
constexpr double kAsGoodAsAll = 0.9999;

Month month_judged(Period judged) { return make_month(judged.year, judged.is_year() ? 12 : judged.month); }

int months_left(const Target& target, Month until) {
  const Period judged = judged_period(target);
  const Month from = traits_of(target.metric).stock || !judged.is_year() ? until + 1 : std::max(until + 1, make_month(judged.year, 1));
  return std::max(0, month_judged(judged) - from + 1);
}

/// Which trucks carry the goods nobody counts: of clean transport a part stays as in the runs.
Tracked how_tracked(const Target& target, double share) {
  if (target.metric == MetricKind::clean_share && share > 0.0) return Tracked::partly;
  return share >= kAsGoodAsAll ? Tracked::observed : share > 0.0 ? Tracked::partly : Tracked::no_observation;
}

class Tracker {
 public:
  Tracker(const World& world, const TrackedRuns& runs) : world_(world), runs_(runs) {
    Problems none;
    counted_ = counted_rows(world, runs.series, none);
    RAILSHIFT_EXPECTS(none.empty(), "series were checked before they are tracked");
    for (std::size_t i = 0; i < runs.plans.size(); ++i) {
      if (!runs.plans[i].empty()) sound_.push_back(i);
    }
    RAILSHIFT_EXPECTS(!sound_.empty(), "a forecast has a run");
  }

  [[nodiscard]] Tracking track() {
    Tracking tracking;
    tracking.runs = static_cast<int>(sound_.size());
    tracking.failed = static_cast<int>(runs_.plans.size() - sound_.size());
    fit(tracking);
    const ledger::Ledger first = runs_.run(sound_.front());
    for (const Target* target : judged_order(world_)) tracking.targets.push_back(begun(*target, first));
    for (const TargetForecast& forecast : tracking.targets) {
      if (forecast.tracked == Tracked::observed || forecast.tracked == Tracked::partly)
        asked_.push_back(&world_.targets[*world_.targets.find(forecast.asked.target)]);
    }
    if (asked_.empty()) return tracking;
    pace(tracking);
    for (TargetForecast& forecast : tracking.targets) {
      const Target& target = world_.targets[*world_.targets.find(forecast.asked.target)];
      if (std::find(asked_.begin(), asked_.end(), &target) != asked_.end()) finish(forecast, target);
    }
    add_quarters(world_, quarter_runs(), runs_.until, tracking.targets);
    return tracking;
  }

 private:
  void fit(Tracking& tracking) {
    std::vector<SeriesMonths> simulated;
    for (const std::size_t i : sound_) simulated.push_back(simulated_months(runs_.series, counted_, runs_.run(i)));
    for (std::size_t s = 0; s < runs_.series.size(); ++s) {
      std::vector<std::map<Month, double>> of_runs;
      for (const SeriesMonths& run : simulated) of_runs.push_back(run[s]);
      tracking.fits.push_back(fit_pace(runs_.series[s], of_runs, runs_.seed));
    }
  }

  [[nodiscard]] TargetForecast begun(const Target& target, const ledger::Ledger& first) const {
    TargetForecast forecast;
    const std::vector<Verdict> asked = judge(world_, {});
    forecast.asked = *std::find_if(asked.begin(), asked.end(), [&](const Verdict& v) { return v.target == target.id; });
    forecast.offices = world_.clauses[target.clause].offices;
    forecast.made_of = made_of(target);
    std::vector<double> plans;
    for (const std::size_t i : sound_) {
      if (const auto value = value_of(world_, target, runs_.plans[i])) plans.push_back(*value);
    }
    forecast.plan = middle(plans);
    forecast.tracked = forecast.made_of == MadeOf::other ? Tracked::not_by_months : Tracked::no_figure;
    if (forecast.made_of == MadeOf::other || !forecast.plan) return forecast;
    forecast.counted_share = counted_share(world_, target, runs_.series, counted_, first, runs_.until);
    forecast.tracked = how_tracked(target, forecast.counted_share);
    return forecast;
  }

  /// Figures of the targets in every run with counted months and the pace.
  void pace(const Tracking& tracking) {
    const Month end = month_of(world_.settings.end - 1) + 1;
    const std::set<int> years = years_of(world_, asked_);
    for (std::size_t n = 0; n < sound_.size(); ++n) {
      const RunPace of_run = pace_of_run(runs_.series, tracking.fits, n, runs_.seed, end);
      const ledger::Ledger plain = runs_.run(sound_[n]);
      const ledger::Ledger paced = paced_ledger(runs_.series, counted_, of_run, plain);
      ends_.push_back(tracked_metrics(world_, only_years(paced, years), asked_));
      if (n >= kQuarterRuns) continue;
      plain_.push_back(only_years(plain, years_to(years)));
      paced_.push_back(only_years(paced, years_to(years)));
      to_date_.push_back(tracked_metrics(world_, stopped_after(paced_.back(), runs_.until), asked_));
    }
  }

  /// The last known year too, so that stocks know where they stand.
  [[nodiscard]] std::set<int> years_to(std::set<int> years) const {
    years.insert(runs_.until.year());
    return years;
  }

  void finish(TargetForecast& forecast, const Target& target) const {
    std::vector<double> values, so_far;
    forecast.ends.resize(runs_.plans.size());
    for (std::size_t n = 0; n < ends_.size(); ++n) {
      forecast.ends[sound_[n]] = value_of(world_, target, ends_[n]);
      if (forecast.ends[sound_[n]]) values.push_back(*forecast.ends[sound_[n]]);
    }
    for (const MetricTable& table : to_date_) {
      if (const auto value = figure_of(target, table)) so_far.push_back(*value);
    }
    forecast.forecast = middle(values);
    forecast.interval = holding_interval(values);
    forecast.to_date = middle(so_far);
    forecast.months_left = months_left(target, runs_.until);
    if (forecast.forecast) set_needed(forecast, target);
    if (!runs_.inputs_varied) return;
    forecast.met = static_cast<int>(std::count_if(forecast.ends.begin(), forecast.ends.end(),
                                                  [&](const auto& end) { return end && stand(target, *end) == Stand::holds; }));
    forecast.chance = statistics::wilson(*forecast.met, static_cast<int>(forecast.ends.size()), kTrackedChanceLevel);
  }

  /// The run of kQuarterRuns whose end is the middle one.
  [[nodiscard]] std::size_t middle_run(const Target& target) const {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t n = 0; n < to_date_.size(); ++n) {
      if (const auto value = figure_of(target, ends_[n])) order.emplace_back(*value, n);
    }
    RAILSHIFT_EXPECTS(!order.empty(), "a figure of all runs is one of the first too");
    std::sort(order.begin(), order.end());
    return order[(order.size() - 1) / 2].second;
  }

  void set_needed(TargetForecast& forecast, const Target& target) const {
    const std::size_t n = middle_run(target);
    const std::string period = to_text(judged_period(target));
    const MetricRow* end = row_at(rows_of(target, ends_[n]), period);
    const MetricRow* now = row_at(rows_of(target, to_date_[n]), period);
    if (end == nullptr || forecast.months_left == 0 || target.metric == MetricKind::firms_passing) return;
    const double months = forecast.months_left;
    if (traits_of(target.metric).stock) {
      const auto there = value_in(*end, target.unit), here = now == nullptr ? std::nullopt : value_in(*now, target.unit);
      if (!there || !here) return;
      forecast.needed = (target.value - *here) / months;
      forecast.pace = (*there - *here) / months;
      forecast.per_month_unit = target.unit;
    } else if (end->denominator_kind == "base_year") {
      const double base = *end->denominator, had = now == nullptr ? 0.0 : base + *now->numerator;
      forecast.needed = (base * (1.0 + target.value / (target.unit == "%" ? 100.0 : 1.0)) - had) / months;
      forecast.pace = (base + *end->numerator - had) / months;
      forecast.per_month_unit = std::string("t");
    } else if (end->denominator) {
      set_needed_share(forecast, target, *end, now);
    } else {
      const auto there = value_in(*end, target.unit);
      const double had = now == nullptr ? 0.0 : value_in(*now, target.unit).value_or(0.0);
      if (!there) return;
      forecast.needed = (target.value - had) / months;
      forecast.pace = (*there - had) / months;
      forecast.per_month_unit = target.unit;
    }
  }

  /// Of the goods to come.
  static void set_needed_share(TargetForecast& forecast, const Target& target, const MetricRow& end, const MetricRow* now) {
    const double part = now == nullptr ? 0.0 : *now->numerator, whole = now == nullptr ? 0.0 : *now->denominator;
    const double to_come = *end.denominator - whole, in_unit = target.unit == "%" ? 100.0 : 1.0;
    if (to_come <= 0.0) return;
    forecast.needed = in_unit * (target.value / in_unit * *end.denominator - part) / to_come;
    forecast.pace = in_unit * (*end.numerator - part) / to_come;
    forecast.per_month_unit = target.unit;
  }

  [[nodiscard]] QuarterRuns quarter_runs() const {
    QuarterRuns runs;
    for (std::size_t n = 0; n < paced_.size(); ++n) {
      runs.plain.push_back(&plain_[n]);
      runs.paced.push_back(&paced_[n]);
    }
    return runs;
  }

  const World& world_;
  const TrackedRuns& runs_;
  CountedRows counted_;
  std::vector<std::size_t> sound_;
  std::vector<const Target*> asked_;
  std::vector<MetricTable> ends_, to_date_;
  std::vector<ledger::Ledger> plain_, paced_;  ///< of kQuarterRuns
};

}  // namespace

Tracking track(const World& world, const TrackedRuns& runs) { return Tracker(world, runs).track(); }

}  // namespace railshift::analysis
