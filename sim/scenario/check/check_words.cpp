#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {

Words column_words(const RawTable& table, const std::string& column) { return named(table.spec.fields[table.column(column)]); }

Words shown(const RawTable& table, const RawRow& row, const std::string& column) {
  const std::string text = table.cell(row, column).text;
  if (text.empty()) return both("{}为空", "{} is empty", column_words(table, column));
  return both("{}写的是“{}”", "{} is \"{}\"", column_words(table, column), text);
}

}  // namespace railshift::scenario
