#pragma once
/// Between the text of a table and the cell of a sheet, field by field. The text of the table is the truth: a cell holds a number or a day
/// only if exactly the same text comes back from it.
#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/fields/field_info.hpp"
#include "sim/scenario/workbook/sheet.hpp"

namespace railshift::scenario {

/// The shortest plain decimal that stands for the number; no exponent.
[[nodiscard]] std::string plain_decimal(double value);
/// The number that a text stands for if a spreadsheet keeps it exactly: 1.5 is one; 1.50, 007 and 17 digits are not.
[[nodiscard]] std::optional<double> exact_number(std::string_view text);

/// The first Chinese word for a word of a closed list, 是 for yes; other texts as they are.
[[nodiscard]] std::string shown_word(const FieldInfo& field, const std::string& text);
/// The reverse: english words of closed lists, yes and no; other texts as they are.
[[nodiscard]] std::string table_word(const FieldInfo& field, const std::string& text);

/// What a sheet cell says, in the form of the tables. Problems are reported at `place`.
[[nodiscard]] std::string table_text(const FieldInfo& field, const SheetCell& cell, const Place& place, Problems& problems);
/// Whether two texts of a field stand for the same value: 1.5 and 1.50, diesel and 柴油.
[[nodiscard]] bool same_meaning(const FieldInfo& field, const std::string& a, const std::string& b);
/// Without blanks at both ends, the wide ones of Chinese text included.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace railshift::scenario
