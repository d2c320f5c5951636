#pragma once
/// The command line's words in Chinese and English: one catalogue.
#include <string>
#include <string_view>

namespace railshift::app {

enum class Language { zh, en };

struct Words {
  std::string zh;
  std::string en;
};

/// The language of this process: --lang if given, else English if the first of LC_ALL, LC_MESSAGES and LANG that is set names en, else
/// Chinese.
void set_language(Language language);
[[nodiscard]] Language language();
[[nodiscard]] Language language_from_environment();
[[nodiscard]] inline const std::string& say(const Words& words) { return language() == Language::zh ? words.zh : words.en; }

}  // namespace railshift::app
