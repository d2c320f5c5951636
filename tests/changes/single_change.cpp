#include "tests/changes/single_change.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <regex>
#include <sstream>

#include <fmt/format.h>

#include "sim/core/text.hpp"

namespace railshift::changes {
namespace {

using Random = std::mt19937;

std::vector<std::string> headings_of(const std::string& line) {
  std::vector<std::string> headings;
  std::istringstream rest(line);
  for (std::string heading; std::getline(rest, heading, ',');) headings.push_back(heading);
  return headings;
}

/// Cells of one line of a CSV file; a quoted cell is one cell.
void add_cells(const std::string& file, const std::string& text, std::size_t begin, std::size_t end, int line,
               const std::vector<std::string>& columns, std::vector<Cell>& cells) {
  for (std::size_t c = 0; begin <= end; ++c) {
    const bool quoted = text[begin] == '"';
    const std::size_t close = quoted ? text.find('"', begin + 1) + 1 : begin;
    const std::size_t stop = std::min(text.find(',', close), end);
    cells.push_back({file, line, c < columns.size() ? columns[c] : "?", text.substr(begin, stop - begin), begin, stop - begin});
    begin = stop + 1;
  }
}

void add_table(const std::string& file, const std::string& text, std::vector<Cell>& cells) {
  std::vector<std::string> columns;
  int line = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    ++line;
    if (columns.empty())
      columns = headings_of(text.substr(begin, end - begin));
    else if (end > begin)
      add_cells(file, text, begin, end, line, columns, cells);
    begin = end + 1;
  }
}

/// Values inside the braces of one line: steps, scopes.
void add_inner(const std::string& file, const std::string& value, std::size_t at, int line, std::vector<Cell>& cells) {
  static const std::regex kInner(R"(([a-z_]+) = ("[^"]*"|[^,}"\s]+))");
  for (std::sregex_iterator found(value.begin(), value.end(), kInner), end; found != end; ++found) {
    const auto begin = static_cast<std::size_t>(found->position(2));
    cells.push_back({file, line, (*found)[1], (*found)[2], at + begin, (*found)[2].str().size()});
  }
}

void add_settings(const std::string& file, const std::string& text, std::vector<Cell>& cells) {
  static const std::regex kLine(R"(^([a-z_]+) = (.*)$)");
  int line = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    ++line;
    std::smatch found;
    const std::string words = text.substr(begin, end - begin);
    if (std::regex_match(words, found, kLine)) {
      const std::size_t at = begin + static_cast<std::size_t>(found.position(2));
      cells.push_back({file, line, found[1], found[2], at, found[2].str().size()});
      if (words.find('{') != std::string::npos) add_inner(file, found[2], at, line, cells);
    }
    begin = end + 1;
  }
}

std::size_t below(Random& random, std::size_t n) { return random() % n; }

std::string as_written(const Cell& cell, const std::string& text) {
  const bool words = cell.file.ends_with(".toml") && cell.text.starts_with('"');
  return words ? '"' + text + '"' : text;
}

std::string times(const Cell& cell, double factor) {
  const auto number = parse_decimal(cell.text);
  return number ? fmt::format("{:.10g}", *number * factor) : fmt::format("{:g}", factor);
}

std::string another_id(const std::vector<Cell>& cells, Random& random) { return cells[below(random, cells.size())].text; }

std::string another_date(Random& random) {
  static constexpr std::array kDates{"1900-01-01", "2020-02-29", "2022-12-31", "2023-01-01", "2023-07-15",
                                     "2023-12-31", "2024-06-30", "2025-01-01", "2031-05-05", "2023-02-30"};
  return kDates[below(random, kDates.size())];
}

std::string text_instead(const std::vector<Cell>& cells, const Cell& cell, Random& random) {
  switch (below(random, 9)) {
    case 0:
      return "0";
    case 1:
      return times(cell, -1.0);
    case 2:
      return times(cell, 10.0);
    case 3:
      return times(cell, 0.1);
    case 4:
      return "1e9";
    case 5:
      return "";
    case 6:
      return as_written(cell, "abc");
    case 7:
      return as_written(cell, another_id(cells, random));
    default:
      return another_date(random);
  }
}

}  // namespace

std::string to_string(const Change& change) {
  return fmt::format("{}:{} {}: {} -> {}", change.cell.file, change.cell.line, change.cell.column, change.cell.text,
                     change.text.empty() ? "(empty)" : change.text);
}

std::vector<Cell> cells_of(const scenario::Files& files) {
  std::vector<Cell> cells;
  for (const auto& [file, text] : files.content) {
    if (file.ends_with(".csv")) add_table(file, text, cells);
    if (file.ends_with(".toml")) add_settings(file, text, cells);
  }
  return cells;
}

namespace {

/// A cell of a file that was drawn first. Cells of one file stand together.
const Cell& cell_of_some_file(const std::vector<Cell>& cells, Random& random) {
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == 0 || cells[i].file != cells[i - 1].file) first.push_back(i);
  }
  const std::size_t file = below(random, first.size());
  const std::size_t end = file + 1 < first.size() ? first[file + 1] : cells.size();
  return cells[first[file] + below(random, end - first[file])];
}

}  // namespace

Change draw_change(const std::vector<Cell>& cells, std::uint32_t series, std::uint32_t n) {
  std::seed_seq seed{series, n};
  Random random(seed);
  Change change;
  do {
    change.cell = n % 2 == 0 ? cells[below(random, cells.size())] : cell_of_some_file(cells, random);
    change.text = text_instead(cells, change.cell, random);
  } while (change.text == change.cell.text);
  return change;
}

scenario::Files with(const scenario::Files& files, const Change& change) {
  scenario::Files changed = files;
  changed.content.at(change.cell.file).replace(change.cell.at, change.cell.length, change.text);
  return changed;
}

}  // namespace railshift::changes
