#pragma once
/// What people read is said in Chinese too, and not in English under another name.
#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "sim/core/problem.hpp"
#include "sim/core/text.hpp"

namespace railshift::test {

inline bool has_han(const std::string& text) {
  const std::u32string all = characters(text);
  return std::any_of(all.begin(), all.end(), [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; });
}

inline void require_chinese(const Words& words) {
  INFO(words.en << " | " << words.zh);
  REQUIRE(words.empty() == words.en.empty());
  if (words.empty()) return;
  REQUIRE(has_han(words.zh));
  REQUIRE(words.zh != words.en);
}

inline void require_chinese(const Problem& problem) {
  require_chinese(problem.found);
  require_chinese(problem.rule);
  require_chinese(problem.accept);
}

}  // namespace railshift::test
