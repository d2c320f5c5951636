#pragma once
/// What another program says when it is asked.
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace railshift::app {

/// The path of a program in the folders of PATH; nothing if none has it.
[[nodiscard]] std::optional<std::string> program_in_path(const std::string& name);

/// The first line that it writes on standard output and that is not empty (on standard error are complaints); nothing if it cannot be
/// started or says nothing until then. It is ended then or when the time is over, and gets no input.
[[nodiscard]] std::optional<std::string> first_line_of(const std::vector<std::string>& command, std::chrono::milliseconds at_most);

}  // namespace railshift::app
