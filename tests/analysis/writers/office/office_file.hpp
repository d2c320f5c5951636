#pragma once
/// An office file taken apart again, by libzip and pugixml alone.
#include <map>
#include <string>
#include <vector>

#include <pugixml.hpp>

namespace railshift::analysis::writers {

class OfficeFile {
 public:
  /// Throws std::runtime_error where it is no zip archive.
  explicit OfficeFile(const std::string& bytes);
  [[nodiscard]] const std::map<std::string, std::string>& parts() const { return parts_; }
  /// Lives as long as the file. Throws std::runtime_error where the part is missing or not well formed.
  [[nodiscard]] const pugi::xml_document& xml(const std::string& part) const;
  /// Every relation of every part as "part -> target", targets from the root of the archive on.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> relations() const;

 private:
  std::map<std::string, std::string> parts_;
  mutable std::map<std::string, pugi::xml_document> read_;
};

/// Texts of a paragraph of Word in their order, with line breaks and tabs.
[[nodiscard]] std::string text_of(const pugi::xml_node& paragraph);
/// All elements of this name below a node, in their order.
[[nodiscard]] std::vector<pugi::xml_node> all(const pugi::xml_node& below, const char* name);
/// Without U+00A0 and U+2060, by which pieces are kept together.
[[nodiscard]] std::string loosened(std::string text);

/// What the cell of a spreadsheet shows of a number in a format of digits, groups, per cent and quoted text.
[[nodiscard]] std::string shown(double value, const std::string& format);

struct SheetCell {
  std::string text;     ///< as it is shown
  bool number = false;  ///< else a string
  std::string format{};
};
struct OpenSheet {
  std::string name;
  std::string part;                          ///< of the archive
  std::map<std::string, SheetCell> cells{};  ///< by place: B3
};
/// The sheets of a workbook.
[[nodiscard]] std::vector<OpenSheet> sheets_of(const OfficeFile& file);

}  // namespace railshift::analysis::writers
