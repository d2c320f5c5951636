#pragma once
/// An .xlsx file that somebody else may have written: Excel, WPS, LibreOffice or a script.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/scenario/workbook/number_formats.hpp"
#include "sim/scenario/workbook/sheet.hpp"
#include "sim/scenario/workbook/zip_parts.hpp"

namespace railshift::scenario {

/// What sheets share.
struct SharedParts {
  std::vector<std::string> strings;
  std::vector<char> date_styles;  ///< by style number: whether it shows a day
  DateSystem system = DateSystem::from_1900;
  bool calculates_on_load = false;  ///< a script wrote it: stored results of formulas may be placeholders
};

class XlsxFile {
 public:
  /// Throws Unreadable.
  explicit XlsxFile(const std::filesystem::path& path, PartLimits limits = {});
  /// In the order of the workbook, hidden ones included.
  [[nodiscard]] const std::vector<std::string>& sheet_names() const { return names_; }
  /// Cells that cannot be read (a formula without a value, an error value) are Problems at their place; throws Unreadable if the sheet
  /// as a whole cannot.
  [[nodiscard]] Sheet read(const std::string& sheet, Problems& problems) const;

 private:
  void find_sheets();
  void read_shared();

  std::string name_;
  ZipParts parts_;
  std::string workbook_part_;
  std::vector<std::string> names_;
  std::map<std::string, std::string> part_of_;
  SharedParts shared_;
};

}  // namespace railshift::scenario
