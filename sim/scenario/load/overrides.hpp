#pragma once
/// Changes on top of a folder: a variant's measures and [set], and --set path=value.
#include <string>
#include <vector>

#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/toml/toml_node.hpp"

namespace railshift::scenario {

/// `table.key.column`, `measure.id.field`, `target.id.field` or `scenario.key`, and the text to put there.
struct Override {
  std::string path;
  std::string text;
  Place place;
};

/// The [set] section of a variant file.
[[nodiscard]] std::vector<Override> overrides_of(const TomlNode& variant, Problems& problems);
/// Puts the variant's measures into the scenario: those with a known id replace it, the others are added.
void merge_variant(TomlNode& root, const TomlNode& variant, Problems& problems);
/// Whether a path names what the constants of the choice are fitted to: base shares of chains, and which year the base year is. Any other
/// change leaves them as they are (docs/model.md, section 4).
[[nodiscard]] bool is_base_year_input(const std::string& path);
/// Whether a change is one of scenario.toml (made before the tables are read) or of a table.
[[nodiscard]] bool concerns_toml(const Override& change);
/// Apply one change; a path that matches nothing is reported with the nearest name.
void apply_to_toml(const Override& change, TomlNode& root, Problems& problems);
void apply_to_tables(const Override& change, RawTables& tables, Problems& problems);

}  // namespace railshift::scenario
