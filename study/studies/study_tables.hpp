#pragma once
/// The tables of a study's result. Their columns are described in docs/studies.md.
#include <vector>

#include "study/studies/study_run.hpp"
#include "study/tables/data_table.hpp"
#include "study/tables/table_file.hpp"

namespace railshift::study {

/// case, then the columns of chances.csv: a row for each target of each case.
[[nodiscard]] DataTable targets_table(const StudyResult& result);
/// case - against, member by member.
[[nodiscard]] DataTable effects_table(const StudyResult& result);
/// A row for each case, member and target.
[[nodiscard]] DataTable members_table(const StudyResult& result);
/// case, then the columns of deciding.csv.
[[nodiscard]] DataTable deciding_table(const StudyResult& result);
/// Elementary effects of each case that is screened by runs of its own: a row for each target and group.
[[nodiscard]] DataTable screening_table(const StudyResult& result);
/// Shares of the effect: for each target a row a group, one that closes to the full model, and the total. Precondition: the study has some.
[[nodiscard]] DataTable shares_table(const StudyResult& result);
/// Headlines by case and year: bands of the estimates, mean of the full runs.
[[nodiscard]] DataTable years_table(const StudyResult& result);
/// Runs of all kinds without figures, with the command that repeats each.
[[nodiscard]] DataTable failed_table(const StudyResult& result);
/// The long form of the Integrated Assessment Modeling Consortium: model, scenario, region, variable, unit, year, value. Variables: of a
/// target `Target|<id>|<statistic>` in the year in which it is due, of a headline `<Metric>|<field value>|...|<statistic>`.
[[nodiscard]] DataTable iamc_table(const StudyResult& result);
/// All of these, in the order of docs/studies.md; shares where the study has some.
[[nodiscard]] std::vector<DataTable> study_tables(const StudyResult& result);

/// Targets of single firms at the sites of these firms.
[[nodiscard]] PlaceTable target_places(const StudyResult& result);

/// CSV, study.gpkg, parquet/ and datapackage.json into a folder.
void write_study_files(const StudyResult& result, const std::filesystem::path& root);

}  // namespace railshift::study
