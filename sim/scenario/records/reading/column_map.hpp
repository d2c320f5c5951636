#pragma once
/// Which column of a record says what, and which words it uses: a small TOML file over a map that knows the common Chinese headings.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"
#include "sim/scenario/fields/field_info.hpp"

namespace railshift::scenario {

enum class RecordKind { gate, register_counts, rail_months, trips };

/// What a column is for the sheet as a whole: a key may stand in merged cells and is carried down; amounts are what totals add up.
enum class Role { plain, key, amount };

/// A thing that a column can say. `headings` are what it may be called without a map.
struct RecordField {
  std::string name;
  Need need = Need::optional;
  std::vector<std::string> headings;
  Role role = Role::plain;
  std::vector<std::string> instead{};  ///< fields of which one does as well as this one
  std::vector<std::string>
      or_else{};       ///< headings that are read where none of the others stands: a name beside a code, a day beside a year
  std::string unit{};  ///< of amounts; empty: what the heading (运量(千吨)), the title or the map says
};

struct ColumnMap {
  std::optional<std::string> encoding;
  std::vector<std::string> times;    ///< patterns, see read_stamp; empty: the usual forms
  std::vector<RecordField> columns;  ///< in the order of the documentation
  /// By field: what a word of the record means, such as 东门 -> st-works; "-" for what the scenario leaves out.
  std::map<std::string, std::map<std::string, std::string>> words{};
  std::optional<std::string> sheet{};  ///< of a workbook
  std::optional<std::string> unit{};   ///< of amounts whose heading states none: a word for a mass, such as t or 万吨

  /// The meaning of a word of a field; the word itself if the map does not name it.
  [[nodiscard]] const std::string& meaning(const std::string& field, const std::string& word) const;
};

/// The usual columns with what a map file changes: `encoding`, `time`, `sheet`, `unit`, [columns] field = "heading" (or a list of them),
/// [words.field] "word of the record" = "word or id of the scenario". Precondition: valid UTF-8.
[[nodiscard]] ColumnMap read_column_map(std::string_view text, const std::string& file, RecordKind kind, Problems& problems);

}  // namespace railshift::scenario
