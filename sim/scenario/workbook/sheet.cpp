#include "sim/scenario/workbook/sheet.hpp"

#include <algorithm>

#include "sim/core/text.hpp"

namespace railshift::scenario {

CellAddress address_of(const std::string& reference) {
  std::size_t i = 0;
  int column = 0;
  for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && column <= kSheetColumns; ++i) {
    column = column * 26 + (reference[i] - 'A' + 1);
  }
  const auto row = parse_integer(std::string_view(reference).substr(i));
  if (i == 0 || column > kSheetColumns || !row || *row < 1 || *row > kSheetRows) return {};
  return {static_cast<int>(*row), column};
}

std::string reference_of(int row, int column) {
  std::string letters;
  for (int c = column; c > 0; c = (c - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (c - 1) % 26));
  return letters + std::to_string(row);
}

std::string sheet_place(const Place& place) {
  return place.line > 0 ? place.file + "!" + reference_of(place.line, std::max(place.column, 1)) : place.file;
}

}  // namespace railshift::scenario
