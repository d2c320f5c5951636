#pragma once
/// What an import of records says: on the terminal in short, in a file in full.
#include <filesystem>
#include <string>

#include "sim/scenario/records/record_import.hpp"

namespace railshift::app {

/// Every row that did not fit, by its number, and every decision.
[[nodiscard]] std::string record_report(const std::string& record, const scenario::RecordImport& imported);
/// The same in short to stdout: at most twelve lines of each kind, with how many more there are.
void print_record_report(const scenario::RecordImport& imported);
void print_changed_tables(const std::filesystem::path& folder, const scenario::RecordImport& imported);

}  // namespace railshift::app
