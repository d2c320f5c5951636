#pragma once
/// A file that is written when the work is done: whether that can be, said before the work begins.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/language.hpp"
#include "study/results/result_folder.hpp"

namespace railshift::study {

/// What a file may not be, and what may stand in its place.
struct OutputRules {
  std::vector<std::filesystem::path> inputs = {};  ///< what the command reads, there or not: none of them is ever written
  Replace replace = Replace::no;                   ///< whether a file that is there and not empty may go
  std::string ours = {};                           ///< a text by which files are known that may go in any case; empty: there are none
};

/// Why the file that the option names cannot be written: it is a folder, its folder is not there or may not be written to, it is an input
/// of the command or lies in a folder of results, or it exists and is not to be replaced.
[[nodiscard]] std::optional<Words> reason_against_file(const std::string& option, const std::filesystem::path& file,
                                                       const OutputRules& rules = {});
/// Throws Refused if there is such a reason.
void check_file(const std::string& option, const std::filesystem::path& file, const OutputRules& rules = {});

}  // namespace railshift::study
