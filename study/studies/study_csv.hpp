#pragma once
/// The tables of a study's result.
#include <string>

#include "study/studies/study_run.hpp"

namespace railshift::study {

/// A column `case`, then those of chances.csv.
[[nodiscard]] std::string targets_csv(const StudyResult& result);
/// case, against, target, unit, members, pairs, mean, mean_error, full_mean, full_error, p05, p50, p95: case - against, member by member.
[[nodiscard]] std::string effects_csv(const StudyResult& result);
/// case, member, target, unit, estimate, full, corrected, ruled_out_by: a row for each member and target.
[[nodiscard]] std::string members_csv(const StudyResult& result);
/// case, then the columns of deciding.csv.
[[nodiscard]] std::string deciding_csv(const StudyResult& result);
/// case, target, unit, trajectories, group, mean, mean_size, sigma, passed (yes, no): elementary effects of cases with a screening.
[[nodiscard]] std::string screening_csv(const StudyResult& result);

}  // namespace railshift::study
