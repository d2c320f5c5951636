#include "sim/scenario/workbook/import_workbook.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/workbook/folder_tables.hpp"
#include "sim/scenario/workbook/headings.hpp"
#include "sim/scenario/workbook/merge_rows.hpp"
#include "sim/scenario/workbook/sheet_rows.hpp"
#include "sim/scenario/workbook/xlsx_file.hpp"

namespace railshift::scenario {
namespace {

class Importing {
 public:
  Importing(const Files& files, const std::filesystem::path& workbook, PartLimits limits)
      : files_(files), path_(workbook), limits_(limits) {}

  ImportedWorkbook run() {
    settings_ = folder_settings(files_, out_.problems);
    if (!out_.problems.empty()) return std::move(out_);
    try {
      read_sheets(XlsxFile(path_, limits_));
    } catch (const Unreadable& e) {
      out_.problems.add(e.problem);
      return std::move(out_);
    }
    check();
    if (out_.problems.empty()) merge();
    return std::move(out_);
  }

 private:
  struct Filled {
    TableSpec spec;
    std::string sheet;
    std::vector<CsvRow> rows;
  };

  void read_sheets(const XlsxFile& workbook) {
    std::map<std::string, TableSpec> specs;
    for (const TableSpec& spec : all_tables()) specs.emplace(spec.name, spec);
    std::map<std::string, std::string> sheet_of;
    for (const std::string& name : workbook.sheet_names()) {
      if (name == kNotesSheet || name == kWordsSheet) continue;
      const auto spec =
          std::find_if(specs.begin(), specs.end(), [&](const auto& s) { return name == s.first || name == sheet_name(s.second); });
      if (spec == specs.end()) {
        out_.unknown_sheets.push_back(name);
        continue;
      }
      if (!sheet_of.emplace(spec->first, name).second) report_second(name, sheet_of.at(spec->first));
      read_sheet(workbook, name, spec->second);
    }
    for (const TableSpec& spec : all_tables()) {
      if (sheet_of.count(spec.name) == 0 && !is_left_out(files_, spec, settings_))
        out_.without_sheet.push_back(spec.path(settings_.parameters));
    }
    if (sheet_of.empty()) {
      out_.problems.add(
          {{path_.generic_string(), 0, 0},
           both("没有数据表的工作表（工作表：{}）", "no sheet of a table (sheets: {})", fmt::join(workbook.sheet_names(), ", ")),
           {"工作表的名称与导出的工作簿相同，如 货流", "sheets are named as in an exported workbook, such as 货流"},
           {"导出一个工作簿，在其中填写", "export a workbook and fill that"}});
    }
  }

  void report_second(const std::string& name, const std::string& first) {
    out_.problems.add({{name, 0, 0},
                       both("与工作表“{}”是同一张数据表", "a second sheet of the table that sheet {} holds", first),
                       {"一张数据表只有一张工作表", "a table has one sheet"},
                       {"删去其中一张", "delete one of them"}});
  }

  void read_sheet(const XlsxFile& workbook, const std::string& name, const TableSpec& spec) {
    out_.sheets.insert(name);
    const Sheet sheet = workbook.read(name, out_.problems);
    out_.formulas += sheet.formulas;
    filled_.push_back({spec, name, table_rows(sheet, spec, out_.problems)});
    check_characters(filled_.back());
  }

  /// Characters that the declared encoding of the tables has no form for.
  void check_characters(const Filled& table) {
    const std::string encoding = encoding_of(table.spec, settings_);
    if (encoding == "utf-8") return;
    for (const CsvRow& row : table.rows) {
      for (const CsvCell& cell : row.cells) {
        if (encode_text(cell.text, encoding)) continue;
        out_.problems.add({{table.sheet, cell.line, cell.column},
                           both("“{}”中有 {} 编码没有的字", "\"{}\" has characters that {} has not", cell.text, encoding),
                           {"数据表按 scenario.toml 中的 encoding（编码）保存", "tables are written in the encoding of scenario.toml"},
                           {"改写 encoding = \"GB18030\"，或换用别的字", "use encoding = \"GB18030\" or other characters"}});
      }
    }
  }

  /// The scenario as it would be. A cell that was reported already is empty there and not reported again.
  void check() {
    Files files = files_;
    for (const Filled& table : filled_) {
      if (!table.rows.empty()) files.rows[table.spec.path(settings_.parameters)] = {table.sheet, table.rows};
    }
    std::set<std::tuple<std::string, int, int>> reported;
    for (const Problem& p : out_.problems.sorted()) reported.emplace(p.place.file, p.place.line, p.place.column);
    for (const Problem& p : load(files, {}).problems.sorted()) {
      if (reported.count({p.place.file, p.place.line, p.place.column}) == 0) out_.problems.add(p);
    }
  }

  void merge() {
    for (const Filled& table : filled_) {
      Problems none;  // a table that cannot be read is replaced as a whole
      const FolderTable before = read_folder_table(files_, table.spec, settings_, none);
      MergedTable merged = merge_rows(before, table.rows);
      ImportedTable out{table.sheet,    before.key, table.spec.folder == Folder::parameters, merged.same, merged.added, merged.changed,
                        merged.removed, ""};
      if (!merged.same) out.bytes = bytes_of(table, before, merged.text);
      out_.tables.push_back(std::move(out));
    }
  }

  [[nodiscard]] std::string bytes_of(const Filled& table, const FolderTable& before, const std::string& text) const {
    constexpr const char* kBom = "\xEF\xBB\xBF";
    const auto old = files_.content.find(before.key);
    if (before.readable && has_bom(old->second)) return kBom + text;
    const std::string encoding = encoding_of(table.spec, settings_);
    if (encoding == "utf-8") return text;
    const auto encoded = encode_text(text, encoding);
    RAILSHIFT_EXPECTS(encoded.has_value(), "the characters of every cell were checked");
    return *encoded;
  }

  const Files& files_;
  std::filesystem::path path_;
  PartLimits limits_;
  SettingsRow settings_;
  std::vector<Filled> filled_;
  ImportedWorkbook out_;
};

}  // namespace

ImportedWorkbook import_workbook(const Files& files, const std::filesystem::path& workbook, PartLimits limits) {
  return Importing(files, workbook, limits).run();
}

std::vector<std::string> messages(const ImportedWorkbook& imported, Language language) {
  std::vector<std::string> out;
  for (Problem p : imported.problems.sorted()) {
    if (imported.sheets.count(p.place.file) > 0) p.place = {sheet_place(p.place), 0, 0};
    out.push_back(to_string(p, language));
  }
  return out;
}

}  // namespace railshift::scenario
