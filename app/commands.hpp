#pragma once
/// The sub-commands, one file each.
#include "app/options.hpp"

namespace railshift::app {

[[nodiscard]] Command check_command();
[[nodiscard]] Command run_command();
[[nodiscard]] Command assess_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command audit_command();
[[nodiscard]] Command schema_command();

}  // namespace railshift::app
