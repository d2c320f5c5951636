#pragma once
/// One sentence in both languages of the product.
#include <string>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "sim/core/language.hpp"

namespace railshift {

/// What stands for a value in one language: of Words those of the language, else the value itself.
template <Language L, class T>
[[nodiscard]] constexpr const T& in_language(const T& value) {
  return value;
}
template <Language L>
[[nodiscard]] inline const std::string& in_language(const Words& words) {
  return words.in(L);
}
template <class T>
using InLanguage = std::remove_cvref_t<decltype(in_language<Language::en>(std::declval<const T&>()))>;

/// A format for each language (fmt::format) over the same values; a value that is Words says in each language its own. Formats may name
/// values by their numbers ({0}, {1}), because the languages put them in different orders.
template <class... Args>
[[nodiscard]] Words both(fmt::format_string<InLanguage<Args>...> zh, fmt::format_string<InLanguage<Args>...> en, const Args&... args) {
  return {fmt::vformat(fmt::string_view(zh), fmt::make_format_args(in_language<Language::zh>(args)...)),
          fmt::vformat(fmt::string_view(en), fmt::make_format_args(in_language<Language::en>(args)...))};
}
/// What is the same in every language: a number, an id, a text that the user wrote.
[[nodiscard]] inline Words same(const std::string& text) { return {text, text}; }

}  // namespace railshift
