#pragma once
/// What every writer puts before a text in the same way: the sign of an outcome, the numeral of a section, the mark of an estimate.
#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/document/document.hpp"

namespace railshift::analysis::document {

/// ✔ good, ◐ open, ✘ bad, ？ unsure, ○ off; "" for plain, strong and small, which are no outcomes.
[[nodiscard]] std::string_view sign_of(Look look);
/// "✔ 按期达到": a word of an outcome behind its sign, so that it reads without colour. A text that starts with a sign stays as it is.
[[nodiscard]] std::string badge_text(const std::string& text, Look look);

/// 一、十二、二十 for 1, 12, 20. Precondition: 1 to 99.
[[nodiscard]] std::string chinese_numeral(std::size_t number);
/// The title of a section with its numeral, counted from 0: "一、主要结论", "1. Conclusions".
[[nodiscard]] std::string numbered_title(std::size_t index, const std::string& title, Language language);

/// 估算 or est.: what stands behind every figure of the quick twin.
[[nodiscard]] std::string_view estimate_mark(Language language);

}  // namespace railshift::analysis::document
