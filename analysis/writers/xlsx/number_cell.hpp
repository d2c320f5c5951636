#pragma once
/// Figures as numbers of a spreadsheet that show the figure's text to the letter.
#include <optional>
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

struct NumberCell {
  double value = 0.0;
  std::string format;  ///< of Excel: 0.00%, #,##0, 0.00" 万吨"
};

/// The number of a figure whose text is a plain number with or without a unit behind it: of 0.8512 shown as "85.12%" the value with 0.00%;
/// of 1,234,567 t shown as "123.46 万吨" the value 123.4567 with 0.00" 万吨", since no format divides by ten thousand. Nothing where no
/// format shows exactly the text: rounding is that of a spreadsheet (half away from zero, of 15 significant digits), and it must give the
/// text's digits. `behind` stands behind the number as it is (the mark of an estimate).
[[nodiscard]] std::optional<NumberCell> number_cell(const document::Figure& figure, const std::string& behind = "");

/// The digits that a spreadsheet shows of |value| x 10^shift with so many decimals.
[[nodiscard]] std::string shown_digits(double value, int shift, int decimals);

}  // namespace railshift::analysis::writers::office
