#pragma once
/// The language in which this process speaks.
#include <string>
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::app {

/// The language of this process: --lang if given, else English if the first of LC_ALL, LC_MESSAGES and LANG that is set names en, else
/// Chinese.
void set_language(Language language);
[[nodiscard]] Language language();
[[nodiscard]] Language language_from_environment();
[[nodiscard]] inline const std::string& say(const Words& words) { return words.in(language()); }

}  // namespace railshift::app
