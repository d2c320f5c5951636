#pragma once
/// What reports of runs and of assessments are made of in the same way.
#include <map>
#include <string>
#include <vector>

#include "analysis/report/report_input.hpp"
#include "study/manifest.hpp"
#include "study/replications.hpp"
#include "study/request.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// The report model of a result, beside its tables; docs/report-model.md describes it.
inline constexpr const char* kDocument = "document.json";

/// What the parameters of values.csv are called.
[[nodiscard]] std::map<std::string, Words> parameter_names();
/// Under the name of their layer, what runs did not serve and who waited.
[[nodiscard]] analysis::report::Statement statement(const std::string& layer, const std::vector<ChildRecord>& seeds);
/// Paths of the input files, as the run file has them.
[[nodiscard]] std::vector<std::string> input_paths(const RunJob& run);
/// For the cover: one hash over all inputs (that of the lines `SHA-256  path` in their order), one over all tables of the run likewise.
[[nodiscard]] std::vector<analysis::document::Fact> hash_facts(const RunJob& run, const ChildRecord& record);
/// The first day that was not simulated: the whole month in which `until` lies is.
[[nodiscard]] Date simulated_end(const RunJob& run);

/// document.json, observed.csv, schedule.csv and firm_sheets.csv of a run that lies in its folder, on one seed or several.
void write_run_document(const RunJob& job, const Request& request, const Replicated& simulated,
                        const std::vector<analysis::Verdict>& verdicts);

}  // namespace railshift::study
