#include "sim/scenario/fields/table.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/fields/number_advice.hpp"

namespace railshift::scenario {
namespace {

std::vector<std::string> column_names(const TableSpec& spec) {
  std::vector<std::string> names;
  for (const FieldInfo& f : spec.fields) names.push_back(f.name);
  return names;
}

/// What a header has too much and too little.
struct HeaderFaults {
  std::vector<const CsvCell*> unknown;
  std::vector<std::string> missing;
};

void report(const HeaderFaults& faults, const RawTable& table, const CsvRow& header, Problems& problems) {
  const std::vector<std::string> names = column_names(table.spec);
  // one column too much and one too little are one column that was renamed
  const bool renamed = faults.unknown.size() == 1 && faults.missing.size() == 1;
  for (const CsvCell* cell : faults.unknown) {
    problems.add({{table.file, cell->line, cell->column},
                  both("未知的列“{}”", "unknown column \"{}\"", cell->text),
                  {"此处只能写格式说明中的列", "only columns of the schema may stand here"},
                  renamed ? both("缺少列“{}”：请改列名", "column \"{}\" is missing: rename it", faults.missing.front())
                          : hint(cell->text, names, both("可用的列：{}", "accepted columns: {}", fmt::join(names, ", "))),
                  Mistake::form});
  }
  if (renamed) return;
  for (const std::string& name : faults.missing) {
    problems.add({{table.file, header.line, 1},
                  both("缺少列“{}”", "column \"{}\" is missing", name),
                  both("{} 表的列：{}", "columns of {}: {}", table.spec.name, fmt::join(names, ", ")),
                  {"在表头和每一行补上该列", "add the column to the header and to every row"},
                  Mistake::form});
  }
}

/// For each schema column, where it stands in the file.
std::vector<std::optional<std::size_t>> match_columns(const RawTable& table, const CsvRow& header, Problems& problems) {
  const std::vector<std::string> names = column_names(table.spec);
  std::vector<std::optional<std::size_t>> at(names.size());
  HeaderFaults faults;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const CsvCell& cell = header.cells[i];
    const auto known = std::find(names.begin(), names.end(), cell.text);
    if (known == names.end()) {
      faults.unknown.push_back(&cell);
      continue;
    }
    auto& slot = at[static_cast<std::size_t>(known - names.begin())];
    if (slot)
      problems.add({{table.file, cell.line, cell.column},
                    both("列“{}”出现两次", "column \"{}\" stands twice", cell.text),
                    {"每列只出现一次", "each column stands once"},
                    {"去掉其中一个", "remove one of them"},
                    Mistake::form});
    slot = i;
  }
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (!at[c] && !table.spec.fields[c].may_be_left_out) faults.missing.push_back(names[c]);
  }
  report(faults, table, header, problems);
  return at;
}

RawRow align(const CsvRow& row, const std::vector<std::optional<std::size_t>>& at) {
  RawRow out;
  std::size_t bytes = 0;
  for (const CsvCell& cell : row.cells) bytes += cell.text.size();
  out.cells.reserve(at.size(), bytes);
  for (const auto& c : at) {
    if (c && *c < row.cells.size())
      out.cells.add(row.cells[*c].text, row.cells[*c].line, row.cells[*c].column);
    else
      out.cells.add_absent(row.line);
  }
  return out;
}

bool has_key_columns(const RawTable& table, const std::vector<std::optional<std::size_t>>& at) {
  return std::all_of(table.spec.key.begin(), table.spec.key.end(),
                     [&](const std::string& name) { return at[table.column(name)].has_value(); });
}

std::string folder_name(Folder folder, const std::string& parameters) {
  switch (folder) {
    case Folder::parameters:
      return parameters;
    case Folder::tables:
      return "tables";
    case Folder::network:
      return "network";
  }
  return "";
}

}  // namespace

std::string TableSpec::path(const std::string& parameters) const { return folder_name(folder, parameters) + "/" + name + ".csv"; }

std::size_t RawTable::column(const std::string& name) const {
  for (std::size_t i = 0; i < spec.fields.size(); ++i) {
    if (spec.fields[i].name == name) return i;
  }
  broken_promise("column", "the schema has the column", __FILE__, __LINE__);
}

Cell RawTable::cell(const RawRow& row, const std::string& name) const {
  Cell cell;
  row.cells.copy_to(cell, column(name), file);
  return cell;
}

std::optional<double> RawTable::number(const RawRow& row, const std::string& name) const {
  const std::size_t c = column(name);
  const std::string_view text = row.cells.text(c);
  return spec.in_row == nullptr ? stated_number(text, spec.fields[c].unit)
                                : stated_number(text, spec.in_row(*this, row, spec.fields[c]).unit);
}

Place RawTable::place(const std::string& id, const std::string& name) const {
  const auto at = std::lower_bound(rows.begin(), rows.end(), id, [](const RawRow& r, const std::string& i) { return r.id < i; });
  if (at == rows.end() || at->id != id) return {file, 0, 0};
  return cell(*at, name).place;
}

void RawTable::index() {
  std::vector<std::size_t> key_columns;
  for (const std::string& name : spec.key) key_columns.push_back(column(name));
  for (RawRow& row : rows) {
    row.id.clear();
    for (const std::size_t c : key_columns) {
      if (!row.id.empty()) row.id += '.';
      row.id += row.cells.text(c);
    }
    row.key = row.id;
    const std::string_view date = spec.dated.empty() ? "" : row.cells.text(column(spec.dated));
    if (!date.empty()) row.key.append("@").append(date);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const RawRow& a, const RawRow& b) { return std::tie(a.id, a.key) < std::tie(b.id, b.key); });
}

namespace {

/// Takes the rows of a file one by one, the header first.
class RowTaker {
 public:
  RowTaker(TableSpec spec, const std::string& file, Problems& problems) : problems_(problems) {
    table_.spec = std::move(spec);
    table_.file = file;
  }

  void take(const CsvRow& row) {
    const bool misquoted = problems_.size() > problems_before_;
    if (columns_ == 0) {
      columns_ = row.cells.size();
      at_ = match_columns(table_, row, problems_);
      table_.readable = has_key_columns(table_, at_);
    } else if (row.cells.size() == columns_) {
      table_.rows.push_back(align(row, at_));
    } else if (!misquoted) {
      // which of its cells is missing or too many nobody knows: what it says is not read
      problems_.add({{table_.file, row.line, 1},
                     both("该行有 {} 个单元格", "the row has {} cells", row.cells.size()),
                     both("表头有 {} 列", "the header has {} columns", columns_),
                     {"检查该行的逗号和引号", "check commas and quotes of this row"},
                     Mistake::form});
    }
    problems_before_ = problems_.size();
  }

  RawTable finish() {
    if (columns_ == 0) {
      problems_.add({{table_.file, 1, 1},
                     {"文件为空", "the file is empty"},
                     {"表要有表头", "a table has a header row"},
                     both("写上表头：{}", "write the header: {}", fmt::join(column_names(table_.spec), ",")),
                     Mistake::form});
    } else {
      table_.index();
    }
    return std::move(table_);
  }

 private:
  Problems& problems_;
  std::size_t problems_before_ = problems_.size();  ///< the row that is taken
  RawTable table_;
  std::size_t columns_ = 0;  ///< of the header; 0 before it
  std::vector<std::optional<std::size_t>> at_;
};

}  // namespace

RawTable read_table(TableSpec spec, const std::string& file, std::string_view text, Problems& problems) {
  RowTaker reader(std::move(spec), file, problems);
  each_csv_row(text, file, problems, [&reader](const CsvRow& row) { reader.take(row); });
  return reader.finish();
}

RawTable read_table(TableSpec spec, const std::string& file, const std::vector<CsvRow>& rows, Problems& problems) {
  RowTaker reader(std::move(spec), file, problems);
  for (const CsvRow& row : rows) reader.take(row);
  return reader.finish();
}

void drop_duplicates(RawTable& table, Problems& problems) {
  const std::string& column = table.spec.key.back();
  std::vector<RawRow> kept;
  for (RawRow& row : table.rows) {
    if (row.id.empty() || kept.empty() || kept.back().key != row.key) {
      kept.push_back(std::move(row));
      continue;
    }
    const Place first = table.cell(kept.back(), column).place;
    problems.add({table.cell(row, column).place,
                  both("“{}”重复", "\"{}\" again", row.key),
                  both("{} 表的代码不能重复；首次出现在第 {} 行", "ids of {} are unique; first in line {}", table.spec.name, first.line),
                  {"删去一行，或另给代码", "remove one of the rows or give it another id"}});
  }
  table.rows = std::move(kept);
}

void check_provenance(const RawTable& table, const RawRow& row, const Provenance& p, Decoder& decoder) {
  const auto ask = [&](const char* column, const Words& found, const Words& rule, const Words& accept) {
    if (table.cell(row, column).absent) return;  // its column is missing, which was reported
    decoder.problem(table.cell(row, column).place, found, rule, accept);
  };
  if (p.standing == Standing::published && p.source.empty()) {
    ask("source", {"source（来源）为空", "source is empty"}, {"公布的数要有来源", "a published number has a source"},
        {"写明文件和页码，或改为 assumed（假设）并说明理由", "name the document and page, or use standing assumed with a reason"});
  }
  if (p.standing != Standing::published && p.reason.empty()) {
    ask("reason", {"reason（理由）为空", "reason is empty"},
        {"推算的数要有算式，假设的数要有理由", "a derived number has its formula, an assumed one its reason"},
        {"写明理由或算式", "write why, or the formula"});
  }
  if (p.low && p.high && *p.low > *p.high) {
    ask("low",
        both("low（下限）为“{}”，high（上限）为“{}”", "low is \"{}\", high is \"{}\"", table.cell(row, "low").text,
             table.cell(row, "high").text),
        {"下限不大于上限", "low is at most high"}, {"两者对调", "swap them"});
    return;
  }
  const auto ranged = std::find_if(table.spec.fields.begin(), table.spec.fields.end(), [](const FieldInfo& f) { return f.ranged; });
  if (ranged == table.spec.fields.end()) return;
  const Cell cell = table.cell(row, ranged->name);
  const auto value = table.number(row, ranged->name);
  // a whole remainder (share 1), nothing (0) and an empty cell leave nothing to vary
  const bool varies = value && *value != 0.0 && !(*value == 1.0 && ranged->high == 1.0);
  if (p.standing == Standing::assumed && varies && (!p.low || !p.high)) {
    ask(p.low ? "high" : "low", p.low ? Words{"high（上限）为空", "high is empty"} : Words{"low（下限）为空", "low is empty"},
        {"假设的数要有范围", "an assumed number has a range"}, both("写出 {} 的 low 和 high", "write low and high of {}", ranged->name));
  }
  if (value && !cell.changed && *value != 0.0 && ((p.low && *value < *p.low) || (p.high && *value > *p.high))) {
    const std::string low = table.cell(row, "low").text, high = table.cell(row, "high").text;
    const Words range = !p.high  ? both("不小于 {}", "{} or more", low)
                        : !p.low ? both("不大于 {}", "{} or less", high)
                                 : both("{} 至 {}", "{} to {}", low, high);
    decoder.problem(cell.place, both("{}为“{}”", "{} is \"{}\"", named(*ranged), cell.text),
                    both("数要在本行的范围之内：low（下限）至 high（上限）为 {}", "a number lies in its own range, low to high: {}", range),
                    both("写 {} 的数，或改正 low、high", "write a number of {}, or correct low and high", range));
  }
}

}  // namespace railshift::scenario
