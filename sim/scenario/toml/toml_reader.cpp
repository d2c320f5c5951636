// The only file that sees toml++; built with NDEBUG, because its assertions can be reached from input.
#include "sim/scenario/toml/toml_reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "sim/core/text.hpp"
#include "sim/scenario/toml/toml_prelex.hpp"

namespace railshift::scenario {
namespace {

/// Stands in the text for a value whose line could not be read; a private-use character that no keyboard types.
constexpr std::string_view kDamaged = "\xEF\xA3\xBF";
constexpr int kMostRepairs = 100;
/// Nothing of a scenario nests deeper than a step in a list of a measure.
constexpr int kDeepest = 16;

Place place_in(const std::string& file, const toml::source_region& region) {
  return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

std::string decimal(double value) {
  if (!std::isfinite(value)) return std::isnan(value) ? "nan" : "inf";
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr;
  return {buffer.data(), end};
}

std::string date_text(const toml::date& d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); }

TomlNode convert(const toml::node& node, const std::string& file);

void convert_table(const toml::table& table, const std::string& file, TomlNode& out) {
  out.kind = TomlNode::Kind::table;
  for (const auto& [key, value] : table) {
    out.members.push_back({std::string(key.str()), place_in(file, key.source()), convert(value, file)});
  }
  std::stable_sort(out.members.begin(), out.members.end(), [](const TomlMember& a, const TomlMember& b) {
    return std::tie(a.key_place.line, a.key_place.column) < std::tie(b.key_place.line, b.key_place.column);
  });
}

TomlNode convert(const toml::node& node, const std::string& file) {
  TomlNode out;
  out.place = place_in(file, node.source());
  if (const auto* text = node.as_string()) {
    out.text = text->get();
    out.kind = out.text == kDamaged ? TomlNode::Kind::damaged : TomlNode::Kind::text;
  } else if (const auto* integer = node.as_integer()) {
    out.kind = TomlNode::Kind::integer;
    out.text = std::to_string(integer->get());
  } else if (const auto* number = node.as_floating_point()) {
    out.kind = TomlNode::Kind::number;
    out.text = decimal(number->get());
  } else if (const auto* truth = node.as_boolean()) {
    out.kind = TomlNode::Kind::boolean;
    out.text = truth->get() ? "true" : "false";
  } else if (const auto* date = node.as_date()) {
    out.kind = TomlNode::Kind::date;
    out.text = date_text(date->get());
  } else if (const auto* moment = node.as_date_time()) {
    out.kind = TomlNode::Kind::text;
    out.text = date_text(moment->get().date) + " with a time of day";
  } else if (const auto* list = node.as_array()) {
    out.kind = TomlNode::Kind::list;
    for (const toml::node& item : *list) out.items.push_back(convert(item, file));
  } else if (const auto* table = node.as_table()) {
    convert_table(*table, file, out);
  } else {
    out.kind = TomlNode::Kind::text;
    out.text = "a time of day";
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) { return fmt::format("{}", fmt::join(lines, "\n")); }

/// Replaces the value of a `key = value` line so that the rest of the file can be read; false if the line has another form.
bool repair(std::string& line) {
  const auto begin = line.find_first_not_of(" \t");
  if (begin == std::string::npos || line[begin] == '#') return false;
  auto end = begin;
  while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) != 0 || line[end] == '_' || line[end] == '-')) ++end;
  if (end == begin || line.find(kDamaged) != std::string::npos) return false;
  const auto after = line.find_first_not_of(" \t", end);
  const bool pair =
      after != std::string::npos && (line[after] == '=' || static_cast<unsigned char>(line[after]) >= 0x80 || line[after] == ':');
  if (!pair) return false;
  line = fmt::format("{} = \"{}\"", line.substr(0, end), kDamaged);
  return true;
}

TomlNode unreadable(const std::string& file) {
  TomlNode nothing;
  nothing.place = {file, 1, 1};
  return nothing;
}

struct ParseFailure {
  std::string what;
  int line = 0;
  int column = 0;
};

std::optional<ParseFailure> parse(const std::string& text, const std::string& file, TomlNode& root) {
  if (const auto deep = first_deeper_than(text, kDeepest))
    return ParseFailure{fmt::format("more than {} levels inside each other", kDeepest), deep->line, deep->column};
  try {
    const toml::table table = toml::parse(text);
    convert_table(table, file, root);
    root.place = {file, 1, 1};
    return std::nullopt;
  } catch (const toml::parse_error& error) {
    return ParseFailure{std::string(error.description()), static_cast<int>(error.source().begin.line),
                        static_cast<int>(error.source().begin.column)};
  }
}

/// The parser names the character at which it gave up; a planner looks for the value that is wrong.
int column_of(const ParseFailure& failure, const std::string& line) {
  std::string copy = line;
  const auto equals = line.find('=');
  if (equals == std::string::npos || static_cast<std::size_t>(failure.column) <= equals || !repair(copy))
    return std::max(1, failure.column);
  const auto value = line.find_first_not_of(" \t", equals + 1);
  return value == std::string::npos ? failure.column : static_cast<int>(value) + 1;
}

void report(const ParseFailure& failure, const std::string& file, const std::vector<std::string>& lines, Problems& problems) {
  const auto index = static_cast<std::size_t>(std::max(1, failure.line) - 1);
  const std::string shown = index < lines.size() ? lines[index] : "";
  const auto begin = shown.find_first_not_of(" \t");
  problems.add({{file, std::max(1, failure.line), column_of(failure, shown)},
                fmt::format("\"{}\"", begin == std::string::npos ? "" : shown.substr(begin)),
                "TOML: " + failure.what,
                "key = value, dates as 2024-12-31, text in quotes"});
}

}  // namespace

TomlNode read_toml(std::string_view text, const std::string& file, Problems& problems) {
  std::vector<std::string> lines = lines_of(text);
  for (std::string& line : lines) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
  }
  for (const int wide : lines_with_wide_characters(text, file, problems)) {
    std::string& line = lines[static_cast<std::size_t>(wide - 1)];
    // without a section header the keys below it would be read into the wrong section
    if (!repair(line)) return unreadable(file);
  }
  for (int round = 0; round < kMostRepairs; ++round) {
    TomlNode root;
    const auto failure = parse(joined(lines), file, root);
    if (!failure) return root;
    report(*failure, file, lines, problems);
    const auto index = static_cast<std::size_t>(std::max(1, failure->line) - 1);
    if (index >= lines.size() || !repair(lines[index])) break;
  }
  return unreadable(file);
}

TomlNode value_from_text(const std::string& text, const Place& place) {
  TomlNode plain;
  plain.kind = TomlNode::Kind::text;
  plain.text = text;
  plain.place = place;
  plain.changed = true;
  Problems ignored;
  const bool readable = !first_bad_utf8(text) && !first_control_character(text) && text.find('\n') == std::string::npos;
  if (!readable || !lines_with_wide_characters(text, place.file, ignored).empty()) return plain;
  TomlNode root;
  if (parse("value = " + text, place.file, root)) return plain;
  TomlNode* value = root.find("value");
  if (value == nullptr || root.members.size() != 1 || value->kind == TomlNode::Kind::damaged) return plain;
  TomlNode out = std::move(*value);
  // everything inside stands at the place of the setting itself
  const auto move_to = [&place](auto&& self, TomlNode& node) -> void {
    node.place = place;
    node.changed = true;
    for (TomlNode& item : node.items) self(self, item);
    for (TomlMember& member : node.members) {
      member.key_place = place;
      self(self, member.value);
    }
  };
  move_to(move_to, out);
  return out;
}

}  // namespace railshift::scenario
