#include "sim/scenario/toml/toml_prelex.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/core/unit_words.hpp"

namespace railshift::scenario {
namespace {

enum class State { outside, comment, basic, literal, basic_lines, literal_lines };

/// What was meant by a full-width character: the half-width sign on its key, or itself in half width.
std::string half_width_sign(std::string_view character) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kKeys{{{"：", "="},
                                                                                        {"“", "\""},
                                                                                        {"”", "\""},
                                                                                        {"‘", "'"},
                                                                                        {"’", "'"},
                                                                                        {"、", ","},
                                                                                        {"。", "."},
                                                                                        {"【", "["},
                                                                                        {"】", "]"},
                                                                                        {"「", "\""},
                                                                                        {"」", "\""}}};
  for (const auto& [wide, half] : kKeys) {
    if (wide == character) return std::string(half);
  }
  const std::string half = half_width(character);
  return half == character ? "" : half;
}

/// Masses are tonnes and pieces are counted under every key; hours are days under some, and only the key says it.
Words number_alone(const NumberWithUnit& number) {
  switch (number.unit.measured) {
    case Measured::mass:
      return both("按吨写 {:.10g}", "write {:.10g} for t", number.in_tables());
    case Measured::pieces:
      return both("写 {:.10g}", "write {:.10g}", number.in_tables());
    case Measured::mass_per_year:
    case Measured::mass_per_day:
    case Measured::length:
    case Measured::length_per_year:
    case Measured::hours:
    case Measured::speed:
    case Measured::price_per_mass:
    case Measured::price_per_haul:
    case Measured::haul:
    case Measured::exhaust:
      break;
  }
  return {"只写数，按该键的单位", "write the number alone, in the unit of the key"};
}

class PreLexer {
 public:
  PreLexer(std::string_view text, const std::string& file, Problems& problems) : text_(text), file_(file), problems_(problems) {}

  /// Where brackets or the parts of a key first nest deeper than this.
  std::optional<TextPosition> deeper_than(int most) {
    while (at_ < text_.size()) {
      const Codepoint c = codepoint_at(text_, at_);
      if (c.value == '\n') {
        line_end();
        parts_ = 0;
        begun_with_ = brackets_;
        continue;
      }
      const TextPosition here{line_, column_};
      if (state_ == State::outside) count(c.value);
      if (brackets_ > most || parts_ > most) return here;
      step(c);
    }
    return std::nullopt;
  }

  std::vector<int> run() {
    while (at_ < text_.size()) {
      const Codepoint c = codepoint_at(text_, at_);
      if (c.value == '\n') {
        line_end();
        continue;
      }
      if (state_ == State::outside && c.value >= 0x80) report(c);
      step(c);
    }
    return std::move(lines_);
  }

 private:
  void line_end() {
    ++at_;
    ++line_;
    column_ = 1;
    if (state_ != State::basic_lines && state_ != State::literal_lines) state_ = State::outside;
  }

  void move(std::size_t bytes, int columns) {
    at_ += bytes;
    column_ += columns;
  }

  /// A number has one point; the parts of a key stand between the same signs. An equal sign that its line has opened no bracket before
  /// belongs to a key: what is still open was never closed, and the key is inside of nothing.
  void count(char32_t c) {
    if (c == '=' && brackets_ == begun_with_) brackets_ = begun_with_ = 0;
    if (c == '[' || c == '{') ++brackets_;
    if ((c == ']' || c == '}') && brackets_ > 0) --brackets_;
    if (c == '.') ++parts_;
    if (c == '=' || c == ',' || c == '{' || c == '[') parts_ = 0;
  }

  [[nodiscard]] bool here(std::string_view token) const { return text_.substr(at_, token.size()) == token; }

  void step(Codepoint c) {
    switch (state_) {
      case State::outside:
        open(c);
        return;
      case State::comment:
        move(c.bytes, 1);
        return;
      case State::basic:
        inside(c, "\"", '\\');
        return;
      case State::literal:
        inside(c, "'", 0);
        return;
      case State::basic_lines:
        inside(c, "\"\"\"", '\\');
        return;
      case State::literal_lines:
        inside(c, "'''", 0);
        return;
    }
  }

  void open(Codepoint c) {
    if (here("\"\"\"") || here("'''")) {
      state_ = here("'''") ? State::literal_lines : State::basic_lines;
      move(3, 3);
      return;
    }
    if (c.value == '"') state_ = State::basic;
    if (c.value == '\'') state_ = State::literal;
    if (c.value == '#') state_ = State::comment;
    move(c.bytes, 1);
  }

  void inside(Codepoint c, std::string_view end, char32_t escape) {
    if (escape != 0 && c.value == escape && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
      move(1, 1);
      move(codepoint_at(text_, at_).bytes, 1);
      return;
    }
    if (here(end)) {
      state_ = State::outside;
      move(end.size(), static_cast<int>(end.size()));
      return;
    }
    move(c.bytes, 1);
  }

  /// A value such as 12.5万吨: a number of a scenario file has no unit.
  bool report_unit() {
    const std::size_t begin = text_.rfind('\n', at_) == std::string_view::npos ? 0 : text_.rfind('\n', at_) + 1;
    const std::size_t end = std::min(text_.find_first_of("\r\n#,]}", at_), text_.size());
    std::string_view value = text_.substr(begin, end - begin);
    const std::size_t sign = value.rfind('=', at_ - begin);
    if (sign == std::string_view::npos) return false;
    value.remove_prefix(sign + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    const auto number = number_with_unit(value);
    if (!number) return false;
    problems_.add({{file_, line_, column_},
                   both("数后面带单位“{}”", "a number with the unit \"{}\"", number->word),
                   {"情景文件中的数不带单位，单位由键决定", "numbers of a scenario file have no unit; the key says which it is"},
                   number_alone(*number),
                   Mistake::form});
    return true;
  }

  void report(Codepoint c) {
    if (!lines_.empty() && lines_.back() == line_) return;
    lines_.push_back(line_);
    if (report_unit()) return;
    const std::string shown(text_.substr(at_, c.bytes));
    const std::string half = half_width_sign(shown);
    problems_.add({{file_, line_, column_},
                   both("引号外出现字符 '{}'", "character '{}' outside quotes", shown),
                   {"TOML 在引号和注释以外只用半角字符", "outside quotes and comments TOML has half-width characters only"},
                   half.empty() ? Words{"把中文放进引号：\"...\"", "put Chinese text in quotes: \"...\""}
                                : both("请改用半角 '{}'", "write the half-width '{}'", half),
                   Mistake::form});
  }

  std::string_view text_;
  const std::string& file_;
  Problems& problems_;
  State state_ = State::outside;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  int brackets_ = 0;
  int begun_with_ = 0;  ///< brackets that were open when the line began
  int parts_ = 0;
  std::vector<int> lines_;
};

}  // namespace

std::vector<int> lines_with_wide_characters(std::string_view text, const std::string& file, Problems& problems) {
  return PreLexer(text, file, problems).run();
}

std::optional<TextPosition> first_deeper_than(std::string_view text, int most) {
  Problems none;
  const std::string nowhere;
  return PreLexer(text, nowhere, none).deeper_than(most);
}

}  // namespace railshift::scenario
