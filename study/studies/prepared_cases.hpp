#pragma once
/// The cases of a study, each with the scenario that it runs.
#include <deque>

#include "sim/scenario/load/load.hpp"
#include "study/members/member_sets.hpp"
#include "study/request.hpp"
#include "study/studies/study_file.hpp"

namespace railshift::study {

struct PreparedCase {
  StudyCase plan;
  Request request;
  scenario::Loaded loaded;
  MemberDesign design;
  MemberSets members;  ///< empty: drawn when the case runs
};

/// In the order of the file. Throws WrongScenario with all that the scenarios have against themselves, or Refused with every reason for
/// which they cannot be run as asked, each said once however many cases it holds for. The file's `until` is called by its key.
[[nodiscard]] std::deque<PreparedCase> prepared_cases(const StudyFile& file, const Request& common);

}  // namespace railshift::study
