#pragma once
/// 评估 - baseline, plan on three seeds, plan as executed, plan without and with only each of its measures, and plan with its levers
/// turned: verdicts, contributions, what it takes, comparison and report in one folder.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/ceiling/ceilings.hpp"
#include "analysis/contributions/contributions.hpp"
#include "analysis/costs/plan_costs.hpp"
#include "analysis/judge/observed.hpp"
#include "analysis/judge/verdicts.hpp"
#include "analysis/levers/firm_ways.hpp"
#include "analysis/levers/target_levers.hpp"
#include "analysis/metrics/compare.hpp"
#include "analysis/words/scope_words.hpp"
#include "study/members/member_study.hpp"
#include "study/plans/executed_plan.hpp"
#include "study/replications.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// What an assessment concludes.
struct Assessed {
  /// plan/ and baseline/ (run folders), verdicts.csv, ceilings.csv, contributions.csv, levers.csv, ways.csv, chances.csv,
  /// deciding.csv, members.csv, schedule.csv, firm_sheets.csv, comparison.csv, costs.csv,
  /// report.html
  std::filesystem::path folder;
  std::vector<analysis::Verdict> verdicts;
  analysis::Ceilings ceilings;                                       ///< of the targets of tonnes, in the plan's world
  std::optional<std::vector<analysis::Contribution>> contributions;  ///< of every measure and clause; absent of a quick assessment
  std::optional<analysis::LeverAnswer> levers;                       ///< what it takes; absent of a quick assessment, as are the ways
  std::vector<analysis::FirmWays> ways;                              ///< of each listed firm
  std::optional<MemberAnswer> chances;                               ///< where inputs are uncertain; absent of a quick assessment
  std::vector<analysis::BesideObserved> observed;
  std::vector<ExecutedChange> executed;   ///< what executing the plan changes; empty: nothing, it is assumed as executed
  std::vector<std::string> kept_prices;   ///< measures that work by a price, which executing the plan does not change
  std::vector<ChildRecord> plan_records;  ///< by seed: what was not served, who waited
  ChildRecord baseline_record;
  std::optional<ChildRecord> executed_record;       ///< of the run of the plan as executed, if that is one of its own
  std::vector<analysis::ComparisonRow> comparison;  ///< baseline first, plan second
  analysis::CostTable costs;                        ///< baseline and plan, first seeds
  std::string focus_year;                           ///< of single-year tables (analysis/judge/headlines.hpp)
  analysis::Names names;                            ///< of firms, segments and goods
  std::vector<Caveat> caveats;                      ///< analysis::caveats_of the plan's world
};

/// Takes the folder runs/<scenario>-assess unless the request names one. Its layer and replications are not asked for. Throws
/// WrongScenario, Refused (both before anything is written), Interrupted, and std::runtime_error if a run fails or breaks a conservation
/// law; `<out>.partial` then remains.
[[nodiscard]] Assessed assess(const Request& request, const Watch& watch);

}  // namespace railshift::study
