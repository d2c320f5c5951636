#pragma once
/// The two languages of everything that people read.
#include <cstdint>
#include <string>

namespace railshift {

enum class Language : std::uint8_t { zh, en };

/// The same words in both.
struct Words {
  std::string zh;
  std::string en;
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  friend bool operator==(const Words&, const Words&) = default;
};

}  // namespace railshift
