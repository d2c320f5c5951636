#pragma once
/// Which ranged numbers a section of [[uncertainty]] names.
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/uncertainty/ranged_input.hpp"
#include "sim/scenario/uncertainty/uncertainty_section.hpp"

namespace railshift::scenario {

/// Patterns as fnmatch takes them (* ? [...]), * over points too, and what rows say (`where`).
class Patterns {
 public:
  Patterns(const RawTables& tables, const TomlNode& root) : tables_(tables), root_(root) {}

  [[nodiscard]] bool fits(const std::string& pattern, const UncertaintyRow& row, const RangedInput& input) const;
  [[nodiscard]] bool fits_any(const std::vector<std::string>& patterns, const UncertaintyRow& row, const RangedInput& input) const;
  /// Whether a path without wildcards names a number of the scenario, with or without a range.
  [[nodiscard]] bool names_a_number(const std::string& path) const;

 private:
  [[nodiscard]] std::string said(const RangedInput& input, const std::string& column) const;

  const RawTables& tables_;
  const TomlNode& root_;
};

/// Reports, at the pattern: one that fits nothing, a number in two groups or in both lists of one, a number whose range the law does not
/// fit. `all` are the ranged numbers of all layers, so that a layer that leaves measures out makes no pattern wrong.
/// A number that was set by hand fits every law: it stands.
struct GroupSources {
  const RawTables& tables;
  const TomlNode& root;
  const std::vector<RangedInput>& all;
  const std::set<std::string>& set_by_hand;
};
void check_groups(const GroupSources& sources, const std::vector<UncertaintyRow>& rows, Decoder& decoder);

/// Whether --set or [set] of a variant names the path, with or without its day.
[[nodiscard]] bool is_set(const std::set<std::string>& set_by_hand, const std::string& path);

/// The range as numbers: days since 1970-01-01 for days; nothing for a text that is neither.
[[nodiscard]] std::optional<Range> drawn_range(const RangedInput& input);

}  // namespace railshift::scenario
