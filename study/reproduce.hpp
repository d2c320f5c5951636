#pragma once
/// How to make results again: what was asked, as one would type it, and the hashes by which to know that the same came out.
#include <string>

#include "sim/core/language.hpp"
#include "study/manifest.hpp"
#include "study/request.hpp"
#include "study/run_job.hpp"

namespace railshift::study {

/// A word as a shell reads it back.
[[nodiscard]] std::string shell_quoted(const std::string& word);

/// The command line of an assessment: everything of the request that its results depend on, in words that a shell reads back.
[[nodiscard]] std::string assess_command_line(const Request& request);

/// The same of a run of one layer.
[[nodiscard]] std::string run_command_line(const Request& request);
/// A hash and what it is of, as sha256sum writes it and reads it back.
[[nodiscard]] std::string hash_line(const std::string& hash, const std::string& name);

/// The command line, the program's version, and the hashes of inputs and result tables as the manifest of the run has them.
[[nodiscard]] Words how_to_reproduce(const std::string& command_line, const RunJob& run, const ChildRecord& record);

}  // namespace railshift::study
