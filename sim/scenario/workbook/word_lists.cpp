#include "sim/scenario/workbook/word_lists.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/workbook/headings.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"
#include "sim/scenario/workbook/sheet.hpp"

namespace railshift::scenario {
namespace {

constexpr int kFirstWordRow = 2;

std::vector<std::string> words_in_files(const FieldInfo& field) {
  if (field.type == FieldType::yes_no) return {"yes", "no"};
  if (field.type == FieldType::zero_one) return {"0", "1"};
  std::vector<std::string> out;
  if (field.type == FieldType::word) {
    for (const Word& w : field.words) out.push_back(w.text);
  }
  return out;
}

std::string absolute(int row, int column) {
  const std::string reference = reference_of(row, column);
  const auto digits = reference.find_first_of("0123456789");
  return "$" + reference.substr(0, digits) + "$" + reference.substr(digits);
}

}  // namespace

std::string WordLists::range_of(const FieldInfo& field) {
  List list{field.zh, {}, words_in_files(field)};
  if (list.in_files.empty()) return "";
  for (const std::string& word : list.in_files) list.shown.push_back(shown_word(field, word));
  auto at = std::find_if(lists_.begin(), lists_.end(), [&list](const List& l) { return l.in_files == list.in_files; });
  if (at == lists_.end()) at = lists_.insert(lists_.end(), std::move(list));
  const int column = 2 * static_cast<int>(at - lists_.begin()) + 1;
  const int last = kFirstWordRow + static_cast<int>(at->shown.size()) - 1;
  return fmt::format("='{}'!{}:{}", kWordsSheet, absolute(kFirstWordRow, column), absolute(last, column));
}

void WordLists::write(XlsxWriter& writer) const {
  writer.start_sheet(kWordsSheet);
  int column = 1;
  for (const List& list : lists_) {
    writer.column(column, 14, Look::text);
    writer.column(column + 1, 18, Look::text);
    writer.text(1, column, list.title, Look::title);
    writer.text(1, column + 1, "文件中的词", Look::title);
    for (std::size_t i = 0; i < list.shown.size(); ++i) {
      const int row = kFirstWordRow + static_cast<int>(i);
      // 0 and 1 must be numbers like the cells that are compared with them
      if (const auto number = exact_number(list.shown[i]))
        writer.number(row, column, *number, Look::number);
      else
        writer.text(row, column, list.shown[i], Look::text);
      writer.text(row, column + 1, list.in_files[i], Look::text);
    }
    column += 2;
  }
  writer.freeze(1, 0);
  writer.print(1);
}

}  // namespace railshift::scenario
