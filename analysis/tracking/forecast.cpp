#include "analysis/tracking/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/judge/judged_order.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/tracking/counted_share.hpp"
#include "analysis/tracking/needed.hpp"
#include "analysis/tracking/paced_ledger.hpp"
#include "analysis/tracking/quarters.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// A share of this much was counted as a whole: rounding of kilograms.
constexpr double kAsGoodAsAll = 0.9999;

int months_left(const Target& target, Month until) {
  const bool by_month = traits_of(target.metric).stock || !judged_period(target).is_year();
  const Month last = judged_month(target);
  const Month from = by_month ? until + 1 : std::max(until + 1, make_month(last.year(), 1));
  return std::max(0, last - from + 1);
}

/// Which trucks carry the goods nobody counts: of clean transport a part stays as in the runs.
ProgressState state_of(const Target& target, double share) {
  if (target.metric == MetricKind::clean_share && share > 0.0) return ProgressState::counted_in_part;
  return share >= kAsGoodAsAll ? ProgressState::counted : share > 0.0 ? ProgressState::counted_in_part : ProgressState::forecast;
}

Tracked how_tracked(const Target& target, double share) {
  switch (state_of(target, share)) {
    case ProgressState::counted:
      return Tracked::observed;
    case ProgressState::counted_in_part:
      return Tracked::partly;
    case ProgressState::forecast:
      return Tracked::no_observation;
  }
  RAILSHIFT_EXPECTS(false, "a share is none, some or all");
}

/// The same without months of series that are too short to tell how far a pace may be off.
std::vector<ObservedSeries> long_ones(std::vector<ObservedSeries> series) {
  for (ObservedSeries& one : series) {
    if (one.months.size() < static_cast<std::size_t>(kLeastMonths)) one.months.clear();
  }
  return series;
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
    tracking_.runs = static_cast<int>(sound_.size());
    tracking_.failed = static_cast<int>(runs_.plans.size() - sound_.size());
    fit();
    if (!tracking_.lost.empty()) return std::move(tracking_);
    begin();
    if (its_.empty()) return std::move(tracking_);
    pace();
    std::vector<const ledger::Ledger*> plain;
    for (const ledger::Ledger& run : plain_) plain.push_back(&run);
    add_asked(world_, plain, runs_.until, its_);
    std::map<std::size_t, std::vector<TargetForecast*>> by_run;
    for (TargetForecast* forecast : its_) by_run[finish(*forecast)].push_back(forecast);
    for (const auto& [n, its] : by_run) read_run(n, its);
    set_states();
    return std::move(tracking_);
  }

 private:
  void fit() {
    std::vector<SeriesMonths> simulated;
    for (const std::size_t i : sound_) simulated.push_back(simulated_months(runs_.series, counted_, runs_.run(i)));
    tracking_.lost = lost_months(runs_.series, simulated);
    for (std::size_t s = 0; s < runs_.series.size(); ++s) {
      std::vector<std::map<Month, double>> of_runs;
      for (const SeriesMonths& run : simulated) of_runs.push_back(run[s]);
      tracking_.fits.push_back(fit_pace(runs_.series[s], of_runs, runs_.seed));
    }
  }

  /// Every target with its plan; `its_` are those that are tracked.
  void begin() {
    const std::vector<Verdict> asked = judge(world_, {});
    for (const Target* target : judged_order(world_)) {
      tracking_.targets.push_back(begun(*target));
      tracking_.targets.back().asked = *std::find_if(asked.begin(), asked.end(), [&](const Verdict& v) { return v.target == target->id; });
    }
    first_ = runs_.run(sound_.front());
    std::vector<TargetForecast*> could;
    for (TargetForecast& forecast : tracking_.targets) {
      if (forecast.made_of != MadeOf::other && forecast.plan) could.push_back(&forecast);
    }
    const auto all = shares_of(could, runs_.series, runs_.until), some = shares_of(could, long_ones(runs_.series), runs_.until);
    for (std::size_t i = 0; i < could.size(); ++i) {
      could[i]->counted_share = all[i];
      could[i]->tracked = how_tracked(target_of(world_, *could[i]), all[i]);
      could[i]->short_series = all[i] - some[i] > kRoundingDust;
      if (could[i]->tracked != Tracked::no_observation) its_.push_back(could[i]);
    }
    asked_ = targets_of(its_);
  }

  [[nodiscard]] TargetForecast begun(const Target& target) const {
    TargetForecast forecast;
    forecast.offices = world_.clauses[target.clause].offices;
    forecast.made_of = made_of(target);
    std::vector<double> plans;
    for (const std::size_t i : sound_) {
      if (const auto value = value_of(world_, target, runs_.plans[i])) plans.push_back(*value);
    }
    forecast.plan = middle(plans);
    forecast.tracked = forecast.made_of == MadeOf::other ? Tracked::not_by_months : Tracked::no_figure;
    return forecast;
  }

  [[nodiscard]] std::vector<const Target*> targets_of(const std::vector<TargetForecast*>& forecasts) const {
    std::vector<const Target*> targets;
    for (const TargetForecast* forecast : forecasts) targets.push_back(&target_of(world_, *forecast));
    return targets;
  }
  [[nodiscard]] std::vector<double> shares_of(const std::vector<TargetForecast*>& forecasts, const std::vector<ObservedSeries>& series,
                                              Month until) const {
    return counted_shares(world_, targets_of(forecasts), series, counted_, first_, until);
  }

  /// Figures of the targets in every run with counted months and the pace.
  void pace() {
    const std::set<int> years = years_of(world_, asked_);
    for (std::size_t n = 0; n < sound_.size(); ++n) {
      const ledger::Ledger plain = runs_.run(sound_[n]);
      const ledger::Ledger paced = paced_run(n, plain);
      if (n == 0) tracking_.conflicts = count_conflicts(runs_.series, simulated_months(runs_.series, counted_, paced));
      ends_.push_back(tracked_metrics(world_, only_years(paced, years), asked_));
      if (n < kQuarterRuns) plain_.push_back(only_years(plain, years));
    }
  }

  [[nodiscard]] ledger::Ledger paced_run(std::size_t n, const ledger::Ledger& plain) const {
    const Month end = month_of(world_.settings.end - 1) + 1;
    return paced_ledger(runs_.series, counted_, pace_of_run(runs_.series, tracking_.fits, n, runs_.seed, end), plain);
  }

  /// Ends, and how sure; returns which run is the one in the middle.
  std::size_t finish(TargetForecast& forecast) const {
    const Target& target = target_of(world_, forecast);
    std::vector<std::pair<double, std::size_t>> order;
    std::vector<double> values;
    forecast.ends.resize(runs_.plans.size());
    for (std::size_t n = 0; n < ends_.size(); ++n) {
      const auto end = value_of(world_, target, ends_[n]);
      forecast.ends[sound_[n]] = end;
      if (!end) continue;
      order.emplace_back(*end, n);
      values.push_back(*end);
    }
    forecast.months_left = months_left(target, runs_.until);
    if (order.empty()) return 0;
    std::sort(order.begin(), order.end());
    const auto& [value, n] = order[(order.size() - 1) / 2];
    forecast.forecast = value;
    if (forecast.months_left == 0 && forecast.tracked == Tracked::observed)
      forecast.settled = stand(target, value) == Stand::holds;
    else if (!forecast.short_series)
      set_chance(forecast, target, values);
    return n;
  }

  void set_chance(TargetForecast& forecast, const Target& target, const std::vector<double>& values) const {
    forecast.interval = holding_interval(values);
    if (!runs_.inputs_varied) return;
    forecast.met = static_cast<int>(std::count_if(forecast.ends.begin(), forecast.ends.end(),
                                                  [&](const auto& end) { return end && stand(target, *end) == Stand::holds; }));
    forecast.chance = statistics::wilson(*forecast.met, static_cast<int>(forecast.ends.size()), kTrackedChanceLevel);
  }

  /// What the run in the middle has by now, by quarter, and what it brings a month: they add up to the forecast.
  void read_run(std::size_t n, const std::vector<TargetForecast*>& its) {
    std::set<int> years = years_of(world_, asked_);
    years.insert(runs_.until.year());  // so that stocks know where they stand
    const ledger::Ledger paced = only_years(paced_run(n, runs_.run(sound_[n])), years);
    const MetricTable now = tracked_metrics(world_, stopped_after(paced, runs_.until), targets_of(its));
    for (TargetForecast* forecast : its) {
      const Target& target = target_of(world_, *forecast);
      const std::string period = to_text(judged_period(target));
      forecast->to_date = figure_of(target, now);
      if (forecast->forecast)
        set_needed(*forecast, target, {row_at(rows_of(target, ends_[n]), period), row_at(rows_of(target, now), period)});
    }
    add_reached(world_, paced, its);
  }

  /// By quarters that lie within the counted months; later ones are forecasts.
  void set_states() {
    std::map<Month, std::vector<TargetForecast*>> by_end;
    for (TargetForecast* forecast : its_) {
      for (const QuarterProgress& quarter : forecast->quarters) {
        if (quarter.end <= runs_.until) by_end[quarter.end].push_back(forecast);
      }
    }
    for (const auto& [end, forecasts] : by_end) {
      const auto shares = shares_of(forecasts, runs_.series, end);
      for (std::size_t i = 0; i < forecasts.size(); ++i) {
        for (QuarterProgress& quarter : forecasts[i]->quarters) {
          if (quarter.end == end) quarter.state = state_of(target_of(world_, *forecasts[i]), shares[i]);
        }
      }
    }
  }

  const World& world_;
  const TrackedRuns& runs_;
  CountedRows counted_;
  std::vector<std::size_t> sound_;
  ledger::Ledger first_;  ///< the first run as it is
  Tracking tracking_;
  std::vector<TargetForecast*> its_;   ///< of tracking_, those of which something was counted
  std::vector<const Target*> asked_;   ///< theirs
  std::vector<MetricTable> ends_;      ///< by run
  std::vector<ledger::Ledger> plain_;  ///< of kQuarterRuns
};

}  // namespace

Tracking track(const World& world, const TrackedRuns& runs) { return Tracker(world, runs).track(); }

}  // namespace railshift::analysis
