#include "app/words.hpp"

#include <cstdlib>

namespace railshift::app {
namespace {

Language& current() {
  static Language language = language_from_environment();
  return language;
}

}  // namespace

void set_language(Language language) { current() = language; }
Language language() { return current(); }

Language language_from_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view{value}.starts_with("en") ? Language::en : Language::zh;
  }
  return Language::zh;
}

}  // namespace railshift::app
