#pragma once
/// The paper on which a sheet of a workbook prints, so that one page is as wide as all of its columns and still legible.

namespace railshift {

struct PrintPaper {
  int size = 9;         ///< as workbooks name it: 9 is A4, 8 is A3
  bool across = false;  ///< landscape
};

/// For columns of so many characters together (of Excel, about 1.9 mm each at 11 pt): A4 upright up to 95, of which a page holds some 90;
/// A4 across up to 190; beyond, A3 across, where 300 still print at 7 pt.
[[nodiscard]] constexpr PrintPaper print_paper(double characters) {
  constexpr double kUpright = 95.0, kAcross = 190.0;
  if (characters <= kUpright) return {9, false};
  return {characters <= kAcross ? 9 : 8, true};
}

/// Lines that a text of this display width takes in a cell of so many characters, where lines are broken before they are quite full.
[[nodiscard]] constexpr int wrapped_lines(int display, double characters) {
  const int room = characters > 8.0 ? static_cast<int>(characters) - 2 : 6;
  return display <= 0 ? 1 : (display + room - 1) / room;
}

}  // namespace railshift
