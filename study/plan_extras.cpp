#include "study/plan_extras.hpp"

#include "analysis/judge/headlines.hpp"
#include "analysis/schedule/schedule_csv.hpp"
#include "analysis/sheets/sheet_csv.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {

PlanExtras plan_extras(const analysis::report::ReportInput& input, const std::string& focus_year) {
  const analysis::report::Side& plan = input.plan;
  PlanExtras extras;
  extras.schedule = analysis::schedule_of({plan.world, plan.ledger}, {input.baseline.world, input.baseline.ledger},
                                          focus_year.empty() ? 0 : std::stoi(focus_year));
  extras.sheets = analysis::firm_sheets({*plan.world, *plan.ledger, *plan.metrics, input.verdicts, input.ways, focus_year});
  return extras;
}

PlanExtras run_extras(const analysis::report::Side& run, const std::vector<analysis::Verdict>& verdicts) {
  analysis::report::ReportInput input;
  input.plan = run;
  input.verdicts = verdicts;
  return plan_extras(input, analysis::focus_year(*run.metrics, verdicts));
}

void write_extras(const std::filesystem::path& folder, const World& world, const PlanExtras& extras) {
  write_text(folder / "schedule.csv", analysis::to_csv(world, extras.schedule));
  write_text(folder / "firm_sheets.csv", analysis::to_csv(world, extras.sheets));
}

}  // namespace railshift::study
