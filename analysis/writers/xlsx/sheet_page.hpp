#pragma once
/// How sheets look and print: what they have in common.
#include <map>
#include <string>

#include "analysis/document/document.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace railshift::analysis::writers::office {

/// Formats of one workbook, made when they are first asked for.
class SheetFormats {
 public:
  explicit SheetFormats(lxw_workbook* book) : book_(book) {}
  [[nodiscard]] lxw_format* title();
  [[nodiscard]] lxw_format* head();
  [[nodiscard]] lxw_format* plain();  ///< outside of tables
  [[nodiscard]] lxw_format* link();
  [[nodiscard]] lxw_format* text(document::Look look);
  [[nodiscard]] lxw_format* number(const std::string& format, document::Look look);

 private:
  [[nodiscard]] lxw_format* made(const std::string& key);

  lxw_workbook* book_;
  std::map<std::string, lxw_format*> formats_;
};

/// Width of a column for texts of this display width, in characters of Excel.
[[nodiscard]] double column_width(int display);

/// One page wide on the paper that fits columns of so many characters (print_paper), heads of the first rows up to `head_row` (from 0) on
/// every page, frozen on the screen, title above, page numbers below.
void set_page(lxw_worksheet* sheet, const std::string& title, double characters, int head_row);

}  // namespace railshift::analysis::writers::office
