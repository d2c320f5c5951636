#pragma once
/// A file that is written when the work is done: whether that can be, said before the work begins.
#include <filesystem>
#include <optional>
#include <string>

#include "sim/core/language.hpp"

namespace railshift::study {

/// Why the file that the option names cannot be written: it is a folder, its folder is not there, or may not be written to.
[[nodiscard]] std::optional<Words> reason_against_file(const std::string& option, const std::filesystem::path& file);
/// Throws Refused if there is such a reason.
void check_file(const std::string& option, const std::filesystem::path& file);

}  // namespace railshift::study
