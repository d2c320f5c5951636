#include "sim/scenario/toml/toml_lines.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

/// How far back a value that is never closed may begin.
constexpr std::size_t kLongestValue = 40;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  for (std::string& line : lines) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
  }
  return lines;
}

/// Where the key of a `key = value` line ends; a wrong sign in the place of = counts too.
std::optional<std::size_t> end_of_key(const std::string& line) {
  const auto begin = line.find_first_not_of(" \t");
  if (begin == std::string::npos || line[begin] == '#') return std::nullopt;
  auto end = begin;
  while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) != 0 || line[end] == '_' || line[end] == '-')) ++end;
  const auto after = line.find_first_not_of(" \t", end);
  const bool pair =
      after != std::string::npos && (line[after] == '=' || static_cast<unsigned char>(line[after]) >= 0x80 || line[after] == ':');
  return end == begin || !pair ? std::nullopt : std::optional(end);
}

}  // namespace

TomlLines::TomlLines(std::string_view text) : written_(lines_of(text)), lines_(written_) {}

std::string TomlLines::joined() const { return fmt::format("{}", fmt::join(lines_, "\n")); }

bool TomlLines::is_header(std::size_t line) const {
  // a stray quote before the bracket makes no key of it
  const auto begin = lines_[line].find_first_not_of(" \t\"'");
  return begin != std::string::npos && lines_[line][begin] == '[';
}

bool TomlLines::repair(std::size_t line) {
  const auto end = end_of_key(lines_[line]);
  if (!end || lines_[line].find(kDamagedValue) != std::string::npos) return false;
  lines_[line] = fmt::format("{} = \"{}\"", lines_[line].substr(0, *end), kDamagedValue);
  return true;
}

std::vector<Loss> TomlLines::losses(std::size_t line) const {
  std::vector<Loss> out;
  const bool header = is_header(line);
  const bool pair = end_of_key(lines_[line]).has_value();
  if (pair) out.push_back({Loss::What::value, line});
  // a value that was never closed: the parser notices it below
  for (std::size_t back = 1; back <= std::min(line, kLongestValue); ++back) {
    const std::size_t above = line - back;
    if (is_header(above)) break;
    if (!end_of_key(lines_[above])) continue;
    out.push_back({Loss::What::value, above});
    break;
  }
  if (!header) out.push_back({Loss::What::line, line});
  std::size_t begin = line;
  while (begin > 0 && !is_header(begin)) --begin;
  out.push_back({Loss::What::section, begin});
  return out;
}

Loss TomlLines::all_of(std::size_t line) const {
  const bool pair = lines_[line].find('=') != std::string::npos;
  return {pair ? Loss::What::line : Loss::What::section, line};
}

void TomlLines::give_up(const Loss& loss) {
  switch (loss.what) {
    case Loss::What::value:
      (void)repair(loss.line);
      return;
    case Loss::What::line:
      // of a key that stands twice the first one stays, so that nothing is missing
      incomplete_ = incomplete_ || !end_of_key(lines_[loss.line]);
      lines_[loss.line].clear();
      return;
    case Loss::What::section:
      incomplete_ = true;
      for (std::size_t i = loss.line; i < lines_.size() && (i == loss.line || !is_header(i)); ++i) lines_[i].clear();
      return;
  }
}

int column_of(const ParseFailure& failure, std::size_t line, const std::string& written) {
  const bool here = failure.line == static_cast<int>(line) + 1;
  const auto equals = written.find('=');
  const bool before_value = equals == std::string::npos || (here && static_cast<std::size_t>(failure.column) <= equals);
  if (before_value || !end_of_key(written)) return here ? std::max(1, failure.column) : 1;
  const auto value = written.find_first_not_of(" \t", equals + 1);
  return value == std::string::npos ? std::max(1, failure.column) : static_cast<int>(value) + 1;
}

}  // namespace railshift::scenario
