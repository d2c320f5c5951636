#pragma once
/// document.json of a study: chances of every case, which number to get first, and what cases have more than the one beside them.
#include <filesystem>
#include <vector>

#include "analysis/document/document_json.hpp"
#include "sim/model/world.hpp"
#include "study/studies/study_run.hpp"

namespace railshift::study {

/// `worlds` of the cases, in their order.
[[nodiscard]] analysis::document::Documents study_documents(const StudyResult& result, const std::vector<const World*>& worlds);

}  // namespace railshift::study
