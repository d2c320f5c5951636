#pragma once
/// 调度预测 - where targets end if what was counted goes on as runs go on: at this pace X by the due date, needed a month from now Y, how
/// likely; and what should have been reached by the end of each quarter beside what was (序时进度). Model section 28.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/statistics/wilson.hpp"
#include "analysis/tracking/counted_rows.hpp"
#include "analysis/tracking/misfits.hpp"
#include "analysis/tracking/pace.hpp"
#include "analysis/tracking/tracked_metrics.hpp"

namespace railshift::analysis {

/// How much of an interval's runs it should hold.
inline constexpr double kForecastLevel = 0.9;
/// Of a Wilson interval of a chance.
inline constexpr double kTrackedChanceLevel = 0.95;
/// Runs as they are of which it is read what they have by a quarter: their median.
inline constexpr std::size_t kQuarterRuns = 19;
/// Figures that lie no farther apart than this share of them are equal: sums of doubles.
inline constexpr double kRoundingDust = 1e-9;

enum class Tracked : std::uint8_t {
  observed,        ///< everything that its figure is made of was counted in the counted months
  partly,          ///< some of it; the rest is as in the runs
  no_observation,  ///< 无观测数据: nothing of it was counted
  not_by_months,   ///< its figure does not follow from months of this kind
  no_figure        ///< no run has its figure: a year not run, or not in full
};
[[nodiscard]] std::string_view to_text(Tracked tracked);

/// An interval that holds the next run of the same kind with probability `level`: order statistics of n runs, k-th from either end,
/// k = floor((n + 1) (1 - kForecastLevel) / 2), at least 1: level = (n + 1 - 2 k) / (n + 1).
struct HoldingInterval {
  double low = 0.0, high = 0.0, level = 0.0;
};
/// Nothing for one value or none.
[[nodiscard]] std::optional<HoldingInterval> holding_interval(std::vector<double> values);

/// How much of a figure up to the end of a quarter was counted.
enum class ProgressState : std::uint8_t { counted, counted_in_part, forecast };
[[nodiscard]] std::string_view to_text(ProgressState state);

/// A quarter of the judged year, or the part of one that ends with the last counted month.
struct QuarterProgress {
  Month end;                      ///< its last month
  std::optional<double> asked;    ///< the threshold in the proportion in which runs have come to their own end by then
  std::optional<double> reached;  ///< figure of the year so far (a stock: at the end of the month) in the run in the middle
  ProgressState state = ProgressState::forecast;
  bool behind = false;                                           ///< reached does not hold what is asked, with the target's tolerance
  [[nodiscard]] std::optional<double> ahead(Operator op) const;  ///< reached - asked, positive = on the right side; no rounding dust
};

/// What is needed a month, read beside the demand.
enum class Needed : std::uint8_t {
  amount,       ///< as it stands
  met_already,  ///< at least: nothing more is needed
  out_of_reach  ///< at least: more than all goods to come; at most: more has come than is allowed in the whole year
};
[[nodiscard]] std::string_view to_text(Needed needed);

/// Of one target. Figures in its unit but for `per_month`.
struct TargetForecast {
  Verdict asked;        ///< target, clause, scope, threshold, due; nothing measured
  std::string offices;  ///< of its clause
  Tracked tracked = Tracked::no_observation;
  MadeOf made_of = MadeOf::other;
  double counted_share = 0.0;      ///< of what its figure is made of in the counted months of the judged year, in the first run
  std::optional<double> plan;      ///< median of the runs as they are
  std::optional<double> forecast;  ///< of the run in the middle: the median, of an even number the lower of the two
  std::optional<double> to_date;   ///< of that run, with nothing after the last counted month
  bool short_series = false;       ///< it rests on series of fewer than kLeastMonths months: no interval, no chance
  std::optional<bool> settled;     ///< met or missed: nothing is to come, all of it was counted; no interval, no chance
  std::optional<HoldingInterval> interval;
  std::vector<std::optional<double>> ends;  ///< by run
  int months_left = 0;                      ///< of the judged year, or up to the judged month
  std::optional<double> needed;             ///< a month from now on; of a share of goods: of the goods to come
  std::optional<double> pace;               ///< the same as the run in the middle has it
  Needed needed_is = Needed::amount;
  std::string per_month_unit;                       ///< unit of both
  std::optional<int> met;                           ///< of `ends`; only where inputs varied
  std::optional<statistics::ShareInterval> chance;  ///< Wilson, of them; a run without a figure does not meet
  std::vector<QuarterProgress> quarters;
};

/// What a forecast is made of.
struct TrackedRuns {
  std::function<ledger::Ledger(std::size_t)>
      run;                             ///< kept_of_months of a run with figures; asked for several times each, so that few are held
  std::vector<MetricTable> plans;      ///< metrics of the runs as they are, by run; empty of one that failed
  std::vector<ObservedSeries> series;  ///< months up to the last known one alone
  Month until{};                       ///< the last known month
  bool inputs_varied = false;          ///< else runs differ by seed alone, and no chance is said
  std::uint32_t seed = 1;              ///< of what is drawn
};
struct Tracking {
  std::vector<LostMonths> lost;          ///< counted months that runs cannot hold: if there are any, nothing else is told
  std::vector<CountConflict> conflicts;  ///< in the first run
  std::vector<PaceFit> fits;             ///< by series
  std::vector<TargetForecast> targets;   ///< in judged order
  int runs = 0;                          ///< with figures
  int failed = 0;
};

/// Preconditions: a run with figures; every series has a month.
[[nodiscard]] Tracking track(const World& world, const TrackedRuns& runs);

}  // namespace railshift::analysis
