#pragma once
/// What reports show beside verdicts: quarters of targets and counties, sheets of firms.
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/report/report_input.hpp"

namespace railshift::study {

/// What is worked out of the runs once, for both languages of the report and for the files.
struct PlanExtras {
  analysis::Schedule schedule;
  std::vector<analysis::FirmSheet> sheets;  ///< point into the ways of the input
};
/// Of the runs, verdicts and ways of an input, in the year of single-year tables; of a run alone, without a baseline, its quarters alone.
[[nodiscard]] PlanExtras plan_extras(const analysis::report::ReportInput& input, const std::string& focus_year);

/// The same of a run alone; its sheets have no ways to comply, which an assessment works out.
[[nodiscard]] PlanExtras run_extras(const analysis::report::Side& run, const std::vector<analysis::Verdict>& verdicts);

/// schedule.csv and firm_sheets.csv.
void write_extras(const std::filesystem::path& folder, const World& world, const PlanExtras& extras);

}  // namespace railshift::study
