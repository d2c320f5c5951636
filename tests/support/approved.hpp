#pragma once
/// Texts that somebody has read and approved, as files of the repository.
#include <filesystem>
#include <string>

namespace railshift::testing {

/// RAILSHIFT_APPROVE=1: approved files are written anew, and the test fails, so that the switch cannot stay on.
[[nodiscard]] bool approving();
/// Fails: the file (a path from the root of the repository) was rewritten.
void fail_rewritten(const std::string& file);

/// Checks that the file, a path from the root of the repository, holds this text byte by byte; a failing test says the first line that
/// differs. When approving, writes it instead, with the folders it needs.
void check_approved(const std::string& file, const std::string& text);

}  // namespace railshift::testing
