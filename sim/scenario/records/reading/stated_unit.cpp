#include "sim/scenario/records/reading/stated_unit.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/records/reading/plain_text.hpp"

namespace railshift::scenario {
namespace {

/// 单位:吨 in brackets is 吨.
std::string without_label(const std::string& unit) {
  for (const std::string_view label : {"计量单位:", "单位:"}) {
    if (unit.starts_with(label)) return unit.substr(label.size());
  }
  return unit;
}

HeadingParts split_at(const std::string& heading, std::size_t name, std::size_t unit) {
  return {heading.substr(0, name), heading.substr(unit)};
}

std::optional<HeadingParts> in_brackets(const std::string& heading) {
  // the outermost pair: 运量(元/(吨·公里)) states one unit
  const auto open = heading.find('(');
  if (open == std::string::npos || open == 0 || !heading.ends_with(")")) return std::nullopt;
  return HeadingParts{heading.substr(0, open), without_label(heading.substr(open + 1, heading.size() - open - 2))};
}

/// Where a word behind 单位 ends: a blank, a bracket, a sign of another thing, a figure.
bool ends_word(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ')' || c == ';' || (c >= '0' && c <= '9'); }

/// 填报单位 and 单位名称 are those who report, and not what the figures are in; 计量单位 is.
bool means_office(std::string_view before, std::string_view behind) {
  const bool joined = !before.empty() && static_cast<unsigned char>(before.back()) >= 0x80U && !before.ends_with("量");
  return joined || behind.starts_with("名称");
}

/// 吨,制表人:甲 is 吨; 吨,万吨公里 stays as it is: which of them is meant, nobody can see.
std::string without_remark(const std::string& word) {
  const std::size_t first = std::min(word.find(','), word.size());
  for (std::size_t comma = first; comma < word.size();) {
    const std::size_t next = std::min(word.find(',', comma + 1), word.size());
    if (measured_unit(word.substr(comma + 1, next - comma - 1))) return word;
    comma = next;
  }
  return word.substr(0, first);
}

/// All words that stand behind 单位.
std::vector<std::string> words_behind(std::string_view text) {
  constexpr std::string_view kLabel = "单位";
  std::vector<std::string> out;
  for (std::size_t at = text.find(kLabel); at != std::string_view::npos; at = text.find(kLabel, at + kLabel.size())) {
    std::string_view rest = text.substr(at + kLabel.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t:("), rest.size()));
    if (rest.starts_with("为")) rest.remove_prefix(std::string_view("为").size());
    const auto end = std::find_if(rest.begin(), rest.end(), ends_word);
    std::string word = compact(rest.substr(0, static_cast<std::size_t>(end - rest.begin())));
    word = without_remark(word.substr(0, word.find("。")));
    if (!word.empty() && (measured_unit(word) || !means_office(text.substr(0, at), text.substr(at + kLabel.size())))) out.push_back(word);
  }
  return out;
}

}  // namespace

HeadingParts parts_of_heading(std::string_view text) {
  const std::string heading = compact(text);
  if (auto parts = in_brackets(heading)) return *parts;
  for (std::size_t stroke = heading.find('/'); stroke != std::string::npos; stroke = heading.find('/', stroke + 1)) {
    if (stroke > 0 && measured_unit(heading.substr(stroke + 1))) return split_at(heading, stroke, stroke + 1);
  }
  return {heading, ""};
}

HeadingParts parts_of_month(std::string_view text) {
  HeadingParts parts = parts_of_heading(text);
  if (!parts.unit.empty()) return parts;
  for (std::size_t i = 1; i < parts.name.size(); ++i) {
    if (measured_unit(parts.name.substr(i))) return split_at(parts.name, i, i);
  }
  return parts;
}

std::string unit_in_title(std::string_view text) {
  std::vector<std::string> words = words_behind(half_width(text));
  // blanks inside of the label: 单 位：吨
  if (words.empty()) words = words_behind(compact(text));
  if (words.empty()) return "";
  const bool any = std::any_of(words.begin(), words.end(), [](const std::string& word) { return measured_unit(word).has_value(); });
  if (!any) return words.front();
  std::string out;
  for (const std::string& word : words) {
    if (!measured_unit(word) || word == out) continue;
    out += (out.empty() ? "" : "、") + word;
  }
  return out;
}

Words mass_units() {
  const auto words = words_for(Measured::mass);
  return {fmt::format("{}", fmt::join(words, "、")), fmt::format("{}", fmt::join(words, ", "))};
}

std::optional<MeasuredUnit> mass_unit(std::string_view word) {
  const auto unit = measured_unit(word);
  return unit && unit->measured == Measured::mass ? unit : std::nullopt;
}

}  // namespace railshift::scenario
