#pragma once
/// How checks name in both languages what stands in a table.
#include <string>

#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

/// A column: from_node, in Chinese from_node（起点节点）.
[[nodiscard]] Words column_words(const RawTable& table, const std::string& column);
/// `from_node is "mine-x"`, in Chinese from_node（起点节点）写的是“mine-x”, of an empty cell 为空, `from_node is empty`.
[[nodiscard]] Words shown(const RawTable& table, const RawRow& row, const std::string& column);

/// A word of a closed list: heavy, in Chinese heavy（重型）.
template <class E>
[[nodiscard]] Words word_words(E value) {
  const Word word = words_of<E>()[static_cast<std::size_t>(value)];
  return word.zh.empty() ? same(word.text) : Words{word.text + "（" + word.zh.front() + "）", word.text};
}

}  // namespace railshift::scenario
