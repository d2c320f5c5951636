#pragma once
/// What a command and a run folder say, read by code of the tests alone.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/app/cli.hpp"

namespace railshift::cli {

[[nodiscard]] bool contains(const std::string& text, const std::string& piece);
/// Checks that a text has both pieces, the first one first.
void check_order(const std::string& text, const std::string& first, const std::string& second);

using Row = std::map<std::string, std::string>;

/// The rows of a CSV file by column name.
[[nodiscard]] std::vector<Row> rows_of(const std::filesystem::path& csv);
/// Writes other texts into cells of the one row with this id (the first column), by column; ends the test if there is no such row or
/// column.
void change_row(const std::filesystem::path& csv, const std::string& id, const Row& cells);
/// Hash by table, from manifest.json.
[[nodiscard]] std::map<std::string, std::string> table_hashes(const std::filesystem::path& run);
/// Value of the one metric row whose fields are these and whose other scope fields are empty; nothing if there is no such row.
[[nodiscard]] std::optional<double> metric(const std::filesystem::path& run, const Row& fields);

/// Runs a scenario that must end well, into scratch / name. `words` are further options.
std::filesystem::path run_into(const Scratch& scratch, const std::string& name, const std::filesystem::path& scenario,
                               const std::vector<std::string>& words = {}, const Surroundings& surroundings = {});

/// Checks that two runs have byte-equal metrics.csv and verdicts.csv and equal table hashes.
void check_same_bytes(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace railshift::cli
