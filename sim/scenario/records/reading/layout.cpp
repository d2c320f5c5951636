#include "sim/scenario/records/reading/layout.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/records/reading/stated_unit.hpp"
#include "sim/scenario/records/reading/usual_columns.hpp"
#include "sim/scenario/records/reading/usual_stamps.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

constexpr std::size_t kFewestMonths = 3;

bool is_one_of(const std::vector<std::string>& headings, const std::string& heading) {
  const std::string plain = compact(heading);
  return std::any_of(headings.begin(), headings.end(), [&](const std::string& known) { return compact(known) == plain; });
}

bool names(const RecordField& field, const std::string& heading) {
  return is_one_of(field.headings, heading) || is_one_of(field.or_else, heading);
}

/// Whether the heading is one of the field's name, apart from the unit behind it, and no other field names it whole: 运量(千吨) is 运量.
bool names_with_unit(const ColumnMap& map, const RecordField& field, const std::string& heading) {
  if (field.role != Role::amount || !field.unit.empty()) return false;
  if (std::any_of(map.columns.begin(), map.columns.end(), [&](const RecordField& other) { return names(other, heading); })) return false;
  const HeadingParts parts = parts_of_heading(heading);
  return !parts.unit.empty() && is_one_of(field.headings, parts.name);
}

std::optional<MonthColumn> month_column(const std::string& text, std::size_t column) {
  const auto [heading, unit] = parts_of_month(text);
  MonthColumn out;
  out.column = static_cast<int>(column);
  out.unit = unit;
  if (const auto month = usual_month(heading)) {
    out.year = month->year();
    out.number = month->number();
    return out;
  }
  const auto number = heading.find("月") == std::string::npos ? std::nullopt : month_number(heading);
  if (!number) return std::nullopt;
  out.number = *number;
  return out;
}

std::vector<MonthColumn> month_columns(const CsvRow& row) {
  std::vector<MonthColumn> out;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (const auto month = month_column(row.cells[c].text, c)) out.push_back(*month);
  }
  return out.size() < kFewestMonths ? std::vector<MonthColumn>{} : out;
}

bool has_months(const ColumnMap& map) {
  return std::any_of(map.columns.begin(), map.columns.end(), [](const RecordField& f) { return f.name == "month"; });
}

bool is_row_total(const std::string& heading) {
  const std::string plain = compact(heading);
  for (const std::string_view word : {"合计", "总计", "全年", "全年合计", "年合计", "小计"}) {
    if (plain == word || plain.starts_with(std::string(word) + "(")) return true;
  }
  return false;
}

/// A day behind the year (2024年1月5日), or a word for it: when the sheet was made, and not what it is about.
bool says_when_made(const std::string& text, std::size_t year_mark) {
  for (const std::string_view word : {"制表", "打印", "导出", "填报", "填表", "报出"}) {
    if (text.find(word) != std::string::npos) return true;
  }
  const std::string_view behind = std::string_view(text).substr(year_mark + std::string_view("年").size(), 15);
  return behind.find("月") != std::string_view::npos && behind.find("日") != std::string_view::npos;
}

/// The name of a field and the first Chinese heading that it is known by: time（时间）.
Words called(const RecordField& field) {
  const auto zh = std::find_if(field.headings.begin(), field.headings.end(),
                               [](const std::string& heading) { return static_cast<unsigned char>(heading.front()) >= 0x80U; });
  return zh == field.headings.end() ? same(field.name) : both("{0}（{1}）", "{0}", field.name, *zh);
}

/// Years like 2023年 and the unit that 单位：万吨 names.
void read_title(const std::vector<CsvRow>& top, int header_line, Layout& out) {
  std::set<int> years;
  std::string said;
  for (const CsvRow& row : top) {
    if (row.line >= header_line) break;
    for (const CsvCell& cell : row.cells) {
      const std::string text = compact(cell.text);
      if (text.empty()) continue;
      out.title += (out.title.empty() ? "" : " ") + trimmed(cell.text);
      for (std::size_t at = text.find("年"); at != std::string::npos; at = text.find("年", at + 1)) {
        if (says_when_made(text, at)) continue;
        const auto year = at < 4 ? std::nullopt : parse_integer(text.substr(at - 4, 4));
        if (year && *year > 1900 && *year < 2100) years.insert(static_cast<int>(*year));
      }
      said += (said.empty() ? "" : " ") + cell.text;
    }
  }
  if (years.size() == 1) out.year = *years.begin();
  out.unit = unit_in_title(said);
}

class Matching {
 public:
  Matching(const CsvRow& header, const std::string& file, const ColumnMap& map, Problems& problems)
      : header_(header), file_(file), map_(map), problems_(problems) {}

  Layout run() {
    out_.line = header_.line;
    for (const CsvCell& cell : header_.cells) {
      out_.headings.push_back(trimmed(cell.text));
      out_.marks.push_back(is_mark(cell.text));
    }
    out_.at.assign(map_.columns.size(), -1);
    out_.units.assign(map_.columns.size(), "");
    if (separated_otherwise()) return std::move(out_);
    for (std::size_t f = 0; f < map_.columns.size(); ++f) match(f);
    if (has_months(map_) && out_.at[position("month")] < 0) out_.months = month_columns(header_);
    if (!out_.months.empty()) find_row_total();
    for (std::size_t f = 0; f < map_.columns.size(); ++f) report_missing(f);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t position(std::string_view name) const {
    return static_cast<std::size_t>(
        std::find_if(map_.columns.begin(), map_.columns.end(), [&](const RecordField& f) { return f.name == name; }) -
        map_.columns.begin());
  }

  bool separated_otherwise() {
    if (out_.headings.size() != 1 || out_.headings.front().find_first_of("\t;") == std::string::npos) return false;
    problems_.add({{file_, header_.line, 1},
                   both("表头只有一列：{}", "one heading: {}", out_.headings.front()),
                   {"单元格用逗号分隔", "cells are separated by commas"},
                   {"另存为用逗号分隔的 CSV", "save the file as CSV with commas"}});
    return true;
  }

  void match(std::size_t f) {
    const RecordField& field = map_.columns[f];
    const auto stands = [&](const std::string& heading) { return is_one_of(field.headings, heading); };
    const bool first = std::any_of(out_.headings.begin(), out_.headings.end(), stands);
    for (std::size_t c = 0; c < out_.headings.size(); ++c) {
      if (!is_one_of(first ? field.headings : field.or_else, out_.headings[c]) && !names_with_unit(map_, field, out_.headings[c])) continue;
      if (out_.at[f] >= 0) {
        problems_.add({{file_, header_.cells[c].line, header_.cells[c].column},
                       both("“{}”和前面一列都是 {}", "\"{}\" is a second column for {}", out_.headings[c], called(field)),
                       {"同一项只能有一列", "one column says one thing"},
                       both("在列名对照表中指明用哪一列：[columns] {} = \"...\"",
                            "name the right one in a column map: [columns] {} = \"...\"", field.name)});
      }
      out_.at[f] = static_cast<int>(c);
      take_unit(f, header_.cells[c]);
    }
  }

  /// The unit of the field, which a column map may have given to a heading of another one, or that of the heading.
  void take_unit(std::size_t f, const CsvCell& heading) {
    const RecordField& field = map_.columns[f];
    if (field.role != Role::amount) return;
    const std::string said = parts_of_heading(heading.text).unit;
    out_.units[f] = field.unit.empty() ? said : field.unit;
    if (field.unit.empty() || !measured_unit(said) || measured_unit(said) == measured_unit(field.unit)) return;
    problems_.add(
        {{file_, heading.line, heading.column},
         both("“{}”的单位是 {}，{} 的单位是 {}", "\"{}\" is in {}, {} is in {}", trimmed(heading.text), said, field.name, field.unit),
         {"各列按表头所写的单位读", "a column is read in the unit that its heading states"},
         {"在列名对照表中改用该单位的字段，或改正表头", "name a field of that unit in the column map, or correct the heading"}});
  }

  void report_missing(std::size_t f) {
    const RecordField& field = map_.columns[f];
    if (out_.at[f] >= 0 || field.need == Need::optional || (field.name == "month" && !out_.months.empty())) return;
    if (std::any_of(field.instead.begin(), field.instead.end(), [&](const std::string& name) { return out_.at[position(name)] >= 0; }))
      return;
    if (out_.headings.size() == 1 && out_.headings.front().find_first_of("\t;") != std::string::npos) return;
    problems_.add(
        {{file_, header_.line, 1},
         both("缺少列 {}，表头为：{}", "no column for {} (the headings are: {})", called(field), fmt::join(out_.headings, ", ")),
         both("可用的表头：{}", "usual headings: {}", fmt::join(field.headings, ", ")),
         both("在列名对照表中指明该列：[columns] {} = \"...\"", "name the column in a column map: [columns] {} = \"...\"", field.name)});
  }

  void find_row_total() {
    for (std::size_t c = 0; c < out_.headings.size(); ++c) {
      if (is_row_total(out_.headings[c])) out_.row_total = static_cast<int>(c);
    }
  }

  const CsvRow& header_;
  const std::string& file_;
  const ColumnMap& map_;
  Problems& problems_;
  Layout out_;
};

}  // namespace

std::size_t headings_in(const CsvRow& row, const ColumnMap& map) {
  std::size_t hits = 0;
  for (const RecordField& field : map.columns) {
    if (std::any_of(row.cells.begin(), row.cells.end(), [&](const CsvCell& cell) { return names(field, cell.text); })) ++hits;
  }
  return hits + (has_months(map) && !month_columns(row).empty() ? 1 : 0);
}

Layout layout_of(const std::vector<CsvRow>& top, const std::string& file, const ColumnMap& map, Problems& problems) {
  const CsvRow* header = &top.front();
  std::size_t most = headings_in(*header, map);
  for (const CsvRow& row : top) {
    if (const std::size_t hits = headings_in(row, map); hits > most) {
      most = hits;
      header = &row;
    }
  }
  Layout out = Matching(*header, file, map, problems).run();
  read_title(top, header->line, out);
  if (map.unit) out.unit = *map.unit;
  for (std::size_t f = 0; f < out.units.size(); ++f) {
    if (out.units[f].empty() && map.columns[f].role == Role::amount) out.units[f] = out.unit;
  }
  for (MonthColumn& month : out.months) {
    if (month.unit.empty()) month.unit = out.unit;
  }
  return out;
}

}  // namespace railshift::scenario
