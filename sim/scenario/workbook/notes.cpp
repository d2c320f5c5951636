#include "sim/scenario/workbook/notes.hpp"

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/workbook/headings.hpp"

namespace railshift::scenario {
namespace {

constexpr int kTextWidth = 100;

const std::vector<std::string>& paragraphs() {
  static const std::vector<std::string> text = {
      // A paragraph may be longer than a line. NOLINTNEXTLINE(bugprone-suspicious-missing-comma)
      "每张工作表是一张数据表。前四行是表头：中文标题、单位、填写要求、文件中的列名（灰色小字，导入时按它认列，请勿改动）。数据从第五行起，"
      "一行一条，行的先后不影响结果。",
      "不要合并数据区的单元格，不要增加没有列名的列。隐藏或筛选掉的行照样导入。公式按保存时的结果导入，导入后只留结果。",
      "数写普通小数：不写千分号、百分号和全角数字；85% 写 0.85。以吨为单位的列可写 12.5万吨，即 125000。",
      "日期写 2024-12-31。“关闭日”“结束日”是不再有效的第一天。代码、下拉词首尾的空格会被去掉。",
      "标“必填”的格不能空；标“可空”的格，空表示没有。有下拉箭头的格从列表选；《词表》列出每个词在文件中的写法。",
      "数据性质（standing）说明数字的根据：公布——有文件可查，须填来源；推算——由别的数算出，理由栏写公式；由假设推算——算式里有假设的数，理由"
      "栏写明；假设——须写理由，并给出下限和上限。",
      "下限、上限是该行主要数字可能的范围，数字须在范围之内。来源写文件名和页码，理由写公式或依据。",
      "工作簿只含数据表。措施、目标、起止日期在 scenario.toml 里，不在这里，也不随工作簿改变。",
      "参数表（货类、运价、排放因子等）由几个城市共用：改了参数，导入时会写回共用的参数文件夹，并提示。",
      "删去一张工作表，导入时对应的数据表保持原样。工作表改了名就认不出来：导入时会列出没有读的工作表。",
      "导入：railshift import xlsx 本文件 --into 情景文件夹。有错误时一次列出全部（如 "
      "货流!F12），不写任何文件；全部正确才写。没有改动的表，文件一个字节也不变。",
      "少数数字以文本保存（如 112.0、超过十五位的小数），这是为了原样写回，不影响填写。",
  };
  return text;
}

void write_wrapped(XlsxWriter& writer, int row, const std::string& text) {
  writer.text(row, 2, text, Look::paragraph);
  // a line is broken before it is quite full
  writer.height(row, display_width(text) / (kTextWidth - 6) + 1);
}

std::string columns_of(const TableSpec& spec) { return fmt::format("{}", fmt::join(column_titles(spec), "、")); }

}  // namespace

void write_notes(XlsxWriter& writer, const std::string& title, const std::vector<NotedTable>& tables) {
  writer.start_sheet(kNotesSheet);
  writer.column(1, 20, Look::paragraph);
  writer.column(2, kTextWidth, Look::paragraph);
  writer.column(3, 34, Look::paragraph);
  writer.text(1, 1, title, Look::heading);
  writer.height(1, 2);
  int row = 3;
  writer.text(row, 1, "怎样填写", Look::title);
  for (const std::string& paragraph : paragraphs()) write_wrapped(writer, row++, paragraph);
  writer.text(++row, 1, "工作表", Look::title);
  writer.text(row, 2, "各列", Look::title);
  writer.text(row, 3, "文件", Look::title);
  for (const NotedTable& table : tables) {
    writer.text(++row, 1, sheet_name(*table.spec), Look::paragraph);
    write_wrapped(writer, row, columns_of(*table.spec));
    writer.text(row, 3, table.key, Look::paragraph);
  }
  writer.print(0);
}

}  // namespace railshift::scenario
