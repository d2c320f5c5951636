#pragma once
/// 名词解释 - the terms of a report with what they mean, for its last page.
#include <span>
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::analysis {

struct Term {
  std::string_view zh, en;                  ///< as reports use it, and docs/glossary.md
  std::string_view meaning_zh, meaning_en;  ///< a sentence

  [[nodiscard]] constexpr std::string_view word(Language language) const { return language == Language::zh ? zh : en; }
  [[nodiscard]] constexpr std::string_view meaning(Language language) const { return language == Language::zh ? meaning_zh : meaning_en; }
};
/// In the order in which a reader meets them.
[[nodiscard]] std::span<const Term> glossary_terms();

}  // namespace railshift::analysis
