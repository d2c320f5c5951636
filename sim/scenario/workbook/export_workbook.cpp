#include "sim/scenario/workbook/export_workbook.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "sim/core/print_paper.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/workbook/folder_tables.hpp"
#include "sim/scenario/workbook/headings.hpp"
#include "sim/scenario/workbook/notes.hpp"
#include "sim/scenario/workbook/number_formats.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"
#include "sim/scenario/workbook/word_lists.hpp"
#include "sim/scenario/workbook/xlsx_writer.hpp"

namespace railshift::scenario {
namespace {

/// Drop-downs reach below the last row so that rows can be added.
constexpr int kRowsToAdd = 500;
constexpr int kWidest = 40;  // characters of a column

Look look_of(const FieldInfo& field) {
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number:
    case FieldType::tonnes:
    case FieldType::zero_one:
      return Look::number;
    case FieldType::date:
      return Look::day;
    case FieldType::id:
    case FieldType::text:
    case FieldType::reference:
    case FieldType::yes_no:
    case FieldType::word:
    case FieldType::references:
    case FieldType::word_list:
    case FieldType::steps:
    case FieldType::numbers:
    case FieldType::scope:
    case FieldType::text_list:
    case FieldType::number_list:
      return Look::text;
  }
  return Look::text;
}

class TableSheet {
 public:
  TableSheet(XlsxWriter& writer, WordLists& words, const FolderTable& table)
      : writer_(writer), words_(words), table_(table), last_row_(kNameRow + static_cast<int>(table.rows.size()) - 1) {}

  void write() {
    writer_.start_sheet(sheet_name(table_.spec));
    const auto positions = schema_positions(table_.spec, table_.rows.front());
    const auto titles = column_titles(table_.spec);
    for (std::size_t c = 0; c < positions.size(); ++c) {
      const FieldInfo& field = table_.spec.fields[positions[c]];
      const int column = static_cast<int>(c) + 1;
      write_heading(column, field, titles[positions[c]]);
      for (std::size_t r = 1; r < table_.rows.size(); ++r)
        write_cell(kNameRow + static_cast<int>(r), column, field, table_.rows[r].cells[c].text);
      write_drop_down(column, field);
    }
    for (const auto& [row, lines] : lines_) writer_.height(row, lines);
    writer_.height(kTitleRow, 2);
    writer_.height(kAcceptedRow, 3);
    writer_.freeze(kNameRow, 1);
    writer_.print(kNameRow);
  }

 private:
  void write_heading(int column, const FieldInfo& field, const std::string& title) {
    int width = std::max(display_width(title), display_width(field.name) - 2);
    for (const CsvRow& row : table_.rows) width = std::max(width, display_width(row.cells[static_cast<std::size_t>(column - 1)].text));
    width_ = std::clamp(width + 2, 14, kWidest);
    writer_.column(column, width_, look_of(field));
    writer_.text(kTitleRow, column, title, Look::title);
    writer_.text(kUnitRow, column, unit_zh(field), Look::small_print);
    writer_.text(kAcceptedRow, column, accepted_zh(field), Look::small_print);
    writer_.text(kNameRow, column, field.name, Look::name);
  }

  void write_cell(int row, int column, const FieldInfo& field, const std::string& text) {
    if (text.empty()) return;
    const Look look = look_of(field);
    const auto number = look == Look::number ? exact_number(text) : look == Look::day ? date_serial(text) : std::nullopt;
    if (number) return writer_.number(row, column, *number, look);
    const std::string shown = shown_word(field, text);
    // What is wider than its column would be cut by the next one, and behind the last one make the page wider.
    const int lines = wrapped_lines(display_width(shown), width_);
    if (lines > 1) lines_[row] = std::max(lines_[row], lines);
    writer_.text(row, column, shown, lines > 1 ? Look::long_text : Look::text);
  }

  void write_drop_down(int column, const FieldInfo& field) {
    const int last = last_row_ + kRowsToAdd;
    const std::string words = words_.range_of(field);
    if (!words.empty()) writer_.drop_down(kNameRow + 1, last, column, words, Typing::refused);
    const std::string sheet = field.type == FieldType::reference ? referred_sheet(field) : "";
    // ids stand in the first column; new ones may be added later, so others are only warned about
    if (!sheet.empty())
      writer_.drop_down(kNameRow + 1, last, column, fmt::format("='{}'!$A${}:$A$5000", sheet, kNameRow + 1), Typing::warned);
  }

  XlsxWriter& writer_;
  WordLists& words_;
  const FolderTable& table_;
  int last_row_;
  int width_ = 0;               ///< of the column that is being written
  std::map<int, int> lines_{};  ///< of rows of several lines
};

}  // namespace

ExportedWorkbook export_workbook(const Files& files, const std::filesystem::path& out, Problems& problems) {
  const SettingsRow settings = folder_settings(files, problems);
  if (files.no_scenario) return {};
  std::vector<FolderTable> tables;
  for (const TableSpec& spec : all_tables()) {
    if (!is_left_out(files, spec, settings)) tables.push_back(read_folder_table(files, spec, settings, problems));
  }
  if (!problems.empty()) return {};
  XlsxWriter writer(out);
  std::vector<NotedTable> noted;
  for (const FolderTable& table : tables) noted.push_back({&table.spec, table.key});
  write_notes(writer, settings.title_zh.empty() ? settings.id : settings.title_zh, noted);
  ExportedWorkbook exported;
  WordLists words;
  for (const FolderTable& table : tables) {
    TableSheet(writer, words, table).write();
    ++exported.sheets;
    exported.rows += static_cast<int>(table.rows.size()) - 1;
  }
  words.write(writer);
  writer.close();
  return exported;
}

}  // namespace railshift::scenario
