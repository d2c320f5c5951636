#pragma once
/// One value as it was written, and the decoding of scalars with their error messages.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/model/unusual.hpp"
#include "sim/scenario/fields/field_info.hpp"
#include "sim/scenario/fields/keys.hpp"
#include "sim/scenario/toml/toml_node.hpp"

namespace railshift::scenario {

/// A cell of a table or a value of a TOML file.
struct Cell {
  std::string text;
  Place place;
  const TomlNode* node = nullptr;  ///< absent for cells of CSV tables
  bool absent = false;             ///< its column is missing, which was reported once
  bool changed = false;            ///< put there by --set or by [set] of a variant: may lie outside the row's own range

  [[nodiscard]] static Cell from(const TomlNode& node) { return {node.text, node.place, &node, false, node.changed}; }
};

/// Turns cells into values, reports those that cannot be and notes those that are unusual.
class Decoder {
 public:
  Decoder(const KeyBook& keys, Problems& problems) : keys_(keys), problems_(problems) {}

  /// False for an empty or damaged cell; an empty cell of a required field is reported.
  [[nodiscard]] bool is_there(const Cell& cell, const FieldInfo& info);
  [[nodiscard]] std::optional<std::uint32_t> reference(const Cell& cell, const FieldInfo& info);
  [[nodiscard]] std::optional<int> word(const Cell& cell, const FieldInfo& info);
  /// Cells of a TOML list.
  [[nodiscard]] std::vector<Cell> items(const Cell& cell, const FieldInfo& info);

  /// Reports `name is "text"` against what the field accepts.
  void wrong(const Cell& cell, const FieldInfo& info, const Words& accept);
  void missing_key(const TomlNode& table, const FieldInfo& info);
  void problem(const Place& place, Words found, Words rule, Words accept) {
    problems_.add({place, std::move(found), std::move(rule), std::move(accept)});
  }
  /// Notes a number outside of its usual range; 0 says "none".
  void look_at_usual(const Cell& cell, const FieldInfo& info, double value);
  /// What was noted since the last call, for the rows of a table.
  [[nodiscard]] std::vector<Unusual> take_unusual() { return std::exchange(unusual_, {}); }
  /// Of all cells so far, those too that follow from a mistake elsewhere and are not told.
  [[nodiscard]] std::size_t problems() const { return problems_.size() + untold_; }
  [[nodiscard]] const KeyBook& keys() const { return keys_; }

 private:
  const KeyBook& keys_;
  Problems& problems_;
  std::vector<Unusual> unusual_;
  std::size_t untold_ = 0;
  std::map<std::pair<std::string, std::string>, std::size_t> unknown_ids_;  ///< table and id -> number of the problem that says so
};

void decode(std::string& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);
void decode(double& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);
void decode(int& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);
void decode(std::uint32_t& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);
void decode(bool& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);
void decode(Date& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);
/// A mass written in tonnes.
void decode(Kilograms& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);
/// `{due = 2024-12-31, level = 0.85}`
void decode(RequiredStep& out, const Cell& cell, const FieldInfo& info, Decoder& decoder);

/// Whether a text can be an id.
[[nodiscard]] bool is_id(std::string_view text, Letters letters);
/// Reports keys of a table that no field has, with the nearest name.
void report_unknown_keys(const TomlNode& table, const std::vector<std::string>& known, Decoder& decoder);
/// `; did you mean x?`-style hint, or the fallback.
[[nodiscard]] Words hint(std::string_view word, const std::vector<std::string>& candidates, const Words& fallback);
/// The name of a column or key and what it is called in Chinese: number 个数.
[[nodiscard]] Words named(const FieldInfo& info);

}  // namespace railshift::scenario
