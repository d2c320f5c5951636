#pragma once
/// The lines of a TOML file that the parser refuses, and what can be given up so that the rest of the file is read all the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::scenario {

/// Stands in the text for a value whose line could not be read; a private-use character that no keyboard types.
inline constexpr std::string_view kDamagedValue = "\xEF\xA3\xBF";

/// Where the parser gave up, line and column from 1.
struct ParseFailure {
  Words what;
  int line = 0;
  int column = 0;
};

/// A part of the file that is read no more.
struct Loss {
  enum class What : std::uint8_t {
    value,   ///< the key stays, its value is damaged
    line,    ///< a key that stands twice, or what is no key at all
    section  ///< from a header, or the line itself, to the next header
  };
  What what = What::value;
  std::size_t line = 0;  ///< from 0
};

class TomlLines {
 public:
  explicit TomlLines(std::string_view text);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] std::string joined() const;
  /// The line as the file has it.
  [[nodiscard]] const std::string& written(std::size_t line) const { return written_[line]; }
  /// Whether something is lost of which not even the key is left.
  [[nodiscard]] bool incomplete() const { return incomplete_; }

  /// What may be given up for a failure at a line, the least first.
  [[nodiscard]] std::vector<Loss> losses(std::size_t line) const;
  /// The loss of a line of which nothing can be told. Without `=` it may be a header: the keys below it would be read into the wrong
  /// section.
  [[nodiscard]] Loss all_of(std::size_t line) const;
  void give_up(const Loss& loss);
  /// Gives up the value of a `key = value` line; false if the line has another form.
  bool repair(std::size_t line);

 private:
  [[nodiscard]] bool is_header(std::size_t line) const;

  std::vector<std::string> written_;
  std::vector<std::string> lines_;
  bool incomplete_ = false;
};

/// The parser names the character at which it gave up; a planner looks for the value that is wrong.
[[nodiscard]] int column_of(const ParseFailure& failure, std::size_t line, const std::string& written);

}  // namespace railshift::scenario
