#include "sim/scenario/workbook/plain_cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "sim/core/date.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/fields/cell.hpp"

namespace railshift::scenario {
namespace {

constexpr std::array<std::string_view, 6> kBlanks = {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE3\x80\x80"};
/// Spreadsheet programs keep 15 digits.
constexpr std::size_t kDigits = 15;

bool is_number(FieldType type) {
  return type == FieldType::integer || type == FieldType::number || type == FieldType::tonnes || type == FieldType::zero_one;
}

/// A day that was typed as text with the year first: 2024/3/5, 2024年3月5日. Other texts as they are.
std::string day_text(const std::string& text) {
  std::array<int, 3> part{};
  std::string_view rest = text;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), part.at(i));
    if (error != std::errc{} || part.at(i) < 0) return text;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    static constexpr std::array<std::array<std::string_view, 4>, 3> after = {
        {{"-", "/", ".", "年"}, {"-", "/", ".", "月"}, {"", "", "", "日"}}};
    const auto& accepted = after.at(i);
    const auto mark =
        std::find_if(accepted.begin(), accepted.end(), [&](std::string_view m) { return i == 2 ? rest == m : rest.starts_with(m); });
    if (mark == accepted.end()) return text;
    rest.remove_prefix(mark->size());
  }
  const std::string day = fmt::format("{:04}-{:02}-{:02}", part[0], part[1], part[2]);
  return part[0] >= 1000 && parse_date(day) ? day : text;
}

std::string refused(const FieldInfo& field, const std::string& day, const Place& place, Problems& problems) {
  problems.add({place,
                both("{}是日期 {}", "{} is the day {}", named(field), day),
                {"本列是文字", "the column holds text"},
                {"把单元格格式设为文本，重新填写", "format the cell as text and type it again"}});
  return "";
}

}  // namespace

std::string plain_decimal(double value) {
  std::array<char, 400> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  return error == std::errc{} ? std::string(digits.data(), end) : std::string{};
}

std::optional<double> exact_number(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), [](char c) { return c >= '1' && c <= '9'; });
  const auto digits = std::count_if(first, text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto value = parse_decimal(text);
  if (!value || static_cast<std::size_t>(digits) > kDigits || plain_decimal(*value) != text) return std::nullopt;
  return value;
}

std::string shown_word(const FieldInfo& field, const std::string& text) {
  if (field.type == FieldType::yes_no) return text == "yes" ? "是" : text == "no" ? "否" : text;
  for (const Word& w : field.words) {
    if (w.text == text && !w.zh.empty()) return w.zh.front();
  }
  return text;
}

std::string table_word(const FieldInfo& field, const std::string& text) {
  if (field.type == FieldType::yes_no) return text == "是" ? "yes" : text == "否" ? "no" : text;
  for (const Word& w : field.words) {
    if (std::find(w.zh.begin(), w.zh.end(), text) != w.zh.end()) return w.text;
  }
  return text;
}

std::string trimmed(std::string_view text) {
  const auto cut = [](auto touches, auto remove) {
    for (auto b = kBlanks.begin(); b != kBlanks.end();) {
      const bool there = touches(*b);
      if (there) remove(b->size());
      b = there ? kBlanks.begin() : b + 1;
    }
  };
  cut([&](std::string_view b) { return text.starts_with(b); }, [&](std::size_t n) { text.remove_prefix(n); });
  cut([&](std::string_view b) { return text.ends_with(b); }, [&](std::size_t n) { text.remove_suffix(n); });
  return std::string(text);
}

std::string table_text(const FieldInfo& field, const SheetCell& cell, const Place& place, Problems& problems) {
  if (field.type == FieldType::text || field.type == FieldType::id || field.type == FieldType::reference) {
    // a typed 2024-03 becomes a day in most spreadsheet programs
    if (cell.kind == CellKind::date) return refused(field, cell.text, place, problems);
    return field.type == FieldType::text ? cell.text : trimmed(cell.text);
  }
  const std::string text = trimmed(cell.text);
  if (cell.kind == CellKind::boolean && field.type == FieldType::yes_no) return text == "TRUE" ? "yes" : "no";
  if (field.type == FieldType::date) return cell.kind == CellKind::text ? day_text(text) : text;
  return table_word(field, text);
}

bool same_meaning(const FieldInfo& field, const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (field.type == FieldType::yes_no) {
    const auto yes = [](const std::string& t) { return t == "true" ? std::string("yes") : t == "false" ? std::string("no") : t; };
    return yes(table_word(field, a)) == yes(table_word(field, b));
  }
  if (!is_number(field.type)) return table_word(field, a) == table_word(field, b);
  const auto x = parse_decimal(a);
  return x && x == parse_decimal(b);
}

}  // namespace railshift::scenario
