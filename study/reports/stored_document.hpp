#pragma once
/// The report model of a finished result, read again.
#include <filesystem>
#include <string>

#include "analysis/document/document_json.hpp"

namespace railshift::study {

/// document.json of a run, an assessment or a study; the date of each document is the day on which the result was finished. Throws Refused
/// if the folder is no result of ours, the file is not as it was written, or the result is of a version that wrote none; Failed if it
/// cannot be read.
[[nodiscard]] analysis::document::Documents stored_document(const std::filesystem::path& folder);

}  // namespace railshift::study
