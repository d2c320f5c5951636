#pragma once
/// What `railshift import` can read: each kind is a command of its own behind the word import, with its own options and --help.
#include <vector>

#include "app/command.hpp"

namespace railshift::app {

[[nodiscard]] Command import_xlsx();
[[nodiscard]] Command import_gate();
[[nodiscard]] Command import_register();
[[nodiscard]] Command import_rail_monthly();

/// All kinds, in the order of the help; the name of a kind is the word behind import.
[[nodiscard]] std::vector<Command> import_kinds();

}  // namespace railshift::app
