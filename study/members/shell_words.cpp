#include "study/members/shell_words.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace railshift::study {

std::string shell_word(const std::string& word) {
  constexpr std::string_view harmless = "-_./=@:,+%";
  const auto plain = [&](unsigned char c) {
    return (c < 0x80 && std::isalnum(c) != 0) || harmless.find(static_cast<char>(c)) != harmless.npos;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return word;
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'')
      quoted += "'\\''";
    else
      quoted += c;
  }
  return quoted + "'";
}

std::string shell_line(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_word(word);
  return line;
}

}  // namespace railshift::study
