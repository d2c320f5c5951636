// The only file that sees toml++; built with NDEBUG, because its assertions can be reached from input.
#include "sim/scenario/toml/toml_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "sim/core/text.hpp"
#include "sim/scenario/toml/toml_lines.hpp"
#include "sim/scenario/toml/toml_prelex.hpp"
#include "sim/scenario/toml/toml_refusals.hpp"

namespace railshift::scenario {
namespace {

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
    out.kind = out.text == kDamagedValue ? TomlNode::Kind::damaged : TomlNode::Kind::text;
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

TomlNode unreadable(const std::string& file) {
  TomlNode nothing;
  nothing.place = {file, 1, 1};
  return nothing;
}

std::optional<ParseFailure> parse(const std::string& text, const std::string& file, TomlNode& root) {
  if (const auto deep = first_deeper_than(text, kDeepest))
    return ParseFailure{both("嵌套超过 {} 层", "more than {} levels inside each other", kDeepest), deep->line, deep->column};
  try {
    const toml::table table = toml::parse(text);
    convert_table(table, file, root);
    root.place = {file, 1, 1};
    return std::nullopt;
  } catch (const toml::parse_error& error) {
    return ParseFailure{refusal_words(error.description()), static_cast<int>(error.source().begin.line),
                        static_cast<int>(error.source().begin.column)};
  }
}

void report(const ParseFailure& failure, std::size_t line, const std::string& file, const TomlLines& lines, Problems& problems) {
  const std::string& shown = lines.written(line);
  const auto begin = shown.find_first_not_of(" \t");
  problems.add({{file, static_cast<int>(line) + 1, column_of(failure, line, shown)},
                both("该行写的是“{}”", "\"{}\"", begin == std::string::npos ? "" : shown.substr(begin)),
                both("TOML 格式：{}", "TOML: {}", failure.what),
                {"写成 键 = 值；日期如 2024-12-31，文字放进引号", "key = value, dates as 2024-12-31, text in quotes"},
                Mistake::form});
}

void mark_incomplete(TomlNode& node) {
  node.incomplete = node.kind == TomlNode::Kind::table;
  for (TomlNode& item : node.items) mark_incomplete(item);
  for (TomlMember& member : node.members) mark_incomplete(member.value);
}

/// Reads on behind a mistake: the least is given up with which the parser comes further than before. Returns the line that was at fault;
/// nothing if no attempt helps.
std::optional<std::size_t> give_up_least(const ParseFailure& failure, const std::string& file, TomlLines& lines) {
  const std::size_t at = std::min(lines.size() - 1, static_cast<std::size_t>(std::max(1, failure.line) - 1));
  for (const Loss& loss : lines.losses(at)) {
    TomlLines attempt = lines;
    attempt.give_up(loss);
    TomlNode ignored;
    const auto next = parse(attempt.joined(), file, ignored);
    if (next && next->line <= failure.line && loss.what != Loss::What::section) continue;
    lines = std::move(attempt);
    return loss.line;
  }
  return std::nullopt;
}

}  // namespace

TomlNode read_toml(std::string_view text, const std::string& file, Problems& problems) {
  TomlLines lines(text);
  for (const int wide : lines_with_wide_characters(text, file, problems)) {
    const auto line = static_cast<std::size_t>(wide - 1);
    if (!lines.repair(line)) lines.give_up(lines.all_of(line));
  }
  for (int round = 0; round < kMostRepairs; ++round) {
    TomlNode root;
    const auto failure = parse(lines.joined(), file, root);
    if (!failure) {
      if (lines.incomplete()) mark_incomplete(root);
      return root;
    }
    const auto fault = give_up_least(*failure, file, lines);
    report(*failure, fault.value_or(static_cast<std::size_t>(std::max(1, failure->line) - 1)), file, lines, problems);
    if (!fault) break;
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
