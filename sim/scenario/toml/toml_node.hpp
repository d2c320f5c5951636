#pragma once
/// A TOML file as a plain tree in which everything keeps its place.
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"

namespace railshift::scenario {

struct TomlMember;

/// A value of a TOML file. Scalars keep a canonical text: decimal numbers without exponent, dates as YYYY-MM-DD.
struct TomlNode {
  /// `damaged` stands for a value that could not be read and was reported already.
  enum class Kind { text, integer, number, boolean, date, list, table, damaged };
  Kind kind = Kind::damaged;
  std::string text{};
  Place place{};
  bool changed = false;         ///< put there by --set or by [set] of a variant: may lie outside the row's own range
  bool incomplete = false;      ///< of a table: a part of the file could not be read, which was reported; what is missing may stand there
  std::vector<TomlNode> items;  ///< of a list
  std::vector<TomlMember> members;  ///< of a table, in the order of the file

  /// Whether it or something in it could not be read, which was reported.
  [[nodiscard]] bool has_damage() const;
  [[nodiscard]] const TomlNode* find(std::string_view key) const;
  [[nodiscard]] TomlNode* find(std::string_view key);
  /// Of a table: where the value of the key stands, or the table, if it has no such key.
  [[nodiscard]] Place place_of(std::string_view key) const;
};

struct TomlMember {
  std::string key;
  Place key_place;
  TomlNode value;
};

}  // namespace railshift::scenario
