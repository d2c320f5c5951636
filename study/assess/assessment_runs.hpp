#pragma once
/// Which runs an assessment needs.
#include <deque>
#include <filesystem>
#include <optional>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/scenario/load/load.hpp"
#include "study/base_years.hpp"
#include "study/last_year.hpp"
#include "study/plans/executed_plan.hpp"
#include "study/plans/leaving_out.hpp"
#include "study/plans/lever_answer.hpp"
#include "study/plans/levers.hpp"
#include "study/request.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

inline constexpr int kSeeds = 3;  ///< interval of a verdict: minimum and maximum over three seeds

/// The plan without some measures.
struct Without {
  LeftOut measures;
  scenario::Loaded loaded;
};

/// The plan as executed, and what that changes in it.
struct Executed {
  std::vector<ExecutedChange> changes;
  scenario::Loaded loaded;
};

/// The scenario in every form in which it is run; every one has a world.
struct Variants {
  scenario::Loaded plan, baseline;
  std::optional<Executed> executed;  ///< nothing if executing the plan changes no number of it: the plan's first run then is that run
  std::vector<Without> without;      ///< sets_to_run; none of a quick assessment
};
/// What is left out in runs of their own, every set once: for verdicts on what measures order (sets_to_leave_out), and for what each
/// measure and clause brings (contribution_sets). Those with most left out first, then in their own order. What plan and baseline are is
/// none.
[[nodiscard]] std::vector<LeftOut> sets_to_run(const World& plan);

/// Throws WrongScenario, and Refused if the request cannot be done.
[[nodiscard]] Variants load_variants(const Request& request);

/// A run without an order is asked for values on due days only: it ends with the year of the last of them.
[[nodiscard]] Date end_of_use(const World& plan, const LeftOut& measures, const std::optional<Date>& until);

/// Runs for contributions end together, so that their figures are of the same months: with the year of the last target that is due in the
/// scenario; without such a target, as the plan does.
[[nodiscard]] Date end_of_contributions(const World& plan, const std::optional<Date>& until);

/// Baseline and plan in full, the plan's figures on the other seeds, as executed and without each set of measures, in folders below `root`,
/// which are made. They point into `variants` and keep its order; all are measured against the base year of `base_years`.
struct AssessmentRuns {
  RunJob baseline;
  std::vector<RunJob> plan;  ///< by replication, 1..kSeeds
  std::optional<RunJob> executed;
  std::vector<RunJob> without;
  /// The run of the plan without some measures: plan, baseline or one of `without`. Precondition: it is run.
  [[nodiscard]] const RunJob& run_of(const Variants& variants, const LeftOut& measures) const;
  /// In the order of work: those that are longest and have most in common with others first.
  [[nodiscard]] std::vector<RunJob> all() const;
};
[[nodiscard]] AssessmentRuns assessment_runs(const Variants& variants, const Request& request, BaseYears& base_years,
                                             const std::filesystem::path& root);

/// The levers of the plan, as many as are run, and how the plan is run with some of them turned: on the first seed, to the end of the year
/// of the last target, in folders below `root`/parts.
class LeverRuns {
 public:
  LeverRuns(const Variants& variants, const Request& request, BaseYears& base_years, const std::filesystem::path& root);

  [[nodiscard]] const std::vector<analysis::Lever>& levers() const { return levers_; }
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }
  /// Loads the plan with each of these settings; what the scenario accepts becomes a job. Ends what was there before; the jobs live as long
  /// as this, up to the next call.
  [[nodiscard]] std::vector<RunJob> prepare(const std::vector<LeverSettings>& settings);
  /// What came of the settings that were prepared, in their order, after their jobs were run. Their folders go.
  [[nodiscard]] std::vector<LeverRun> read() const;

 private:
  struct Prepared {
    scenario::Loaded loaded;
    std::filesystem::path folder;
  };

  Request request_;
  const rules::BaseYear* base_;
  std::uint32_t seed_;
  Date end_;
  std::filesystem::path root_;
  std::vector<analysis::Lever> levers_;
  std::vector<std::string> left_out_;
  std::deque<Prepared> prepared_;
  std::size_t runs_ = 0;  ///< folders made so far
};

}  // namespace railshift::study
