#pragma once
/// The sub-commands, one file each.
#include "app/command.hpp"

namespace railshift::app {

[[nodiscard]] Command check_command();
[[nodiscard]] Command look_command();
[[nodiscard]] Command chains_command();
[[nodiscard]] Command run_command();
[[nodiscard]] Command assess_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command diff_command();
[[nodiscard]] Command coverage_command();
[[nodiscard]] Command report_command();
[[nodiscard]] Command audit_command();
[[nodiscard]] Command schema_command();
[[nodiscard]] Command rerun_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command doctor_command();
[[nodiscard]] Command sensitivity_command();
[[nodiscard]] Command study_command();
[[nodiscard]] Command track_command();
[[nodiscard]] Command merge_command();
[[nodiscard]] Command jobs_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command import_command();
[[nodiscard]] Command new_command();

}  // namespace railshift::app
