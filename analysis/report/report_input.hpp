#pragma once
/// What a report is made of: runs with their tables, verdicts, and what an assessment worked out beside them.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/ceiling/ceilings.hpp"
#include "analysis/chances/chances_said.hpp"
#include "analysis/contributions/contributions.hpp"
#include "analysis/costs/plan_costs.hpp"
#include "analysis/document/document.hpp"
#include "analysis/judge/observed.hpp"
#include "analysis/judge/verdicts.hpp"
#include "analysis/levers/firm_ways.hpp"
#include "analysis/levers/target_levers.hpp"
#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/schedule/schedule.hpp"
#include "analysis/sheets/firm_sheets.hpp"
#include "sim/core/date.hpp"
#include "sim/core/language.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis::report {

/// What a run left.
struct Side {
  const World* world = nullptr;  ///< null: there is no such run
  const ledger::Ledger* ledger = nullptr;
  const MetricTable* metrics = nullptr;
  std::string folder{};  ///< of its files, from that of the result on: "plan/"; "" of a run alone
  document::Of of = document::Of::one_run;
};

/// Sentences on one kind of run.
struct Statement {
  std::string layer;  ///< plan, baseline, executed
  std::vector<Words> lines;
};

struct ReportInput {
  Side baseline;  ///< of a run alone there is none
  Side plan;      ///< the run that is reported
  std::vector<Verdict> verdicts;
  std::vector<ComparisonRow> comparison;
  Words reproduce;                                 ///< the command that makes it again, and the hashes by which to know that it did
  std::vector<BesideObserved> observed{};          ///< beside the plan
  std::map<std::string, Words> parameter_names{};  ///< by id; a parameter without a name is called by its id
  std::optional<Date> end{};                       ///< first day that was not simulated; absent: the scenario's end
  Ceilings ceilings{};                             ///< of the plan's world
  std::optional<std::uint32_t> seed{};             ///< of the runs behind `baseline` and `plan`; absent: the scenario's
  std::vector<Statement> not_served{};             ///< what was turned away, who waited and for what
  Words executed{};                                ///< what executing the plan changes in it and what not; of an assessment
  std::optional<std::vector<Contribution>> contributions{};  ///< absent: no measure was left out (a quick assessment)
  CostTable costs{};                                         ///< plan beside baseline; empty: not compared
  std::optional<LeverAnswer> levers{};                       ///< what it takes; absent of a quick assessment
  std::vector<FirmWays> ways{};                              ///< what each listed firm can do, in the focus year
  std::optional<ChancesSaid> chances{};                      ///< absent of a quick assessment
  std::string study_case{};                                  ///< of a study: the case that is reported; its figures stand in its tables
  std::vector<std::string> inputs{};                         ///< paths of the input files, as the run file has them
  std::string date{};                                        ///< day on which the report was made; empty: not said
  std::string version{};                                     ///< of the program
  std::vector<document::Fact> hashes{};                      ///< for the cover: name and hash
  Schedule schedule{};                                       ///< quarters of targets and counties; empty: not asked for
  std::vector<FirmSheet> sheets{};                           ///< of listed firms, in the focus year
};

}  // namespace railshift::analysis::report
