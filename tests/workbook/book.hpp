#pragma once
/// Workbooks made by hand, part by part, and a place to put them.
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/workbook/import_workbook.hpp"

namespace railshift::test {

/// A folder of its own, gone with the object.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// Parts of an archive by name.
using Parts = std::map<std::string, std::string>;
enum class Protection { none, encrypted };
void write_zip(const std::filesystem::path& path, const Parts& parts, Protection protection = Protection::none);
[[nodiscard]] std::string bytes_of(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const std::string& bytes);

/// A cell as XML without its reference: attributes (t="n" s="1") and what stands inside.
struct RawCell {
  std::string attributes;
  std::string inside;
};
[[nodiscard]] RawCell text(const std::string& value);
[[nodiscard]] RawCell number(const std::string& value, int style = 0);
/// Style 1 shows a day by a built-in format, style 2 by one of the workbook's own, style 0 a number.
inline constexpr int kDay = 1;
inline constexpr int kOwnDay = 2;

/// A workbook with sheets in the order of their names.
class Book {
 public:
  /// The tables of a scenario, names of the columns in row 1, every cell as text.
  [[nodiscard]] static Book of(const scenario::Files& files);
  void set(const std::string& sheet, const std::string& reference, RawCell cell);
  /// Takes the whole row out.
  void drop_row(const std::string& sheet, int row) { cells_.at(sheet).erase(row); }
  void drop_sheet(const std::string& sheet) { cells_.erase(sheet); }
  void rename(const std::string& sheet, const std::string& name);
  /// XML behind the cells, such as mergeCells.
  void behind(const std::string& sheet, const std::string& xml) { behind_[sheet] = xml; }
  /// Text of <si> items.
  void shared_strings(const std::string& items) { shared_ = items; }
  void workbook_properties(const std::string& xml) { properties_ = xml; }
  [[nodiscard]] Parts parts() const;

 private:
  [[nodiscard]] std::string sheet_xml(const std::string& name) const;

  std::map<std::string, std::map<int, std::map<int, RawCell>>> cells_;
  std::map<std::string, std::string> behind_;
  std::string shared_;
  std::string properties_;
};

/// Imports the workbook into the files; whatever is said is said in Chinese too.
[[nodiscard]] scenario::ImportedWorkbook import_of(const scenario::Files& files, const Parts& parts);
[[nodiscard]] inline scenario::ImportedWorkbook import_of(const scenario::Files& files, const Book& book) {
  return import_of(files, book.parts());
}
/// The import must be refused with exactly these beginnings of messages.
void check_messages(const scenario::ImportedWorkbook& imported, const std::vector<std::string>& beginnings);
/// The new bytes of a table of a sound import; empty if its file needs not be written.
[[nodiscard]] std::string new_bytes(const scenario::ImportedWorkbook& imported, const std::string& key);
[[nodiscard]] scenario::Files files_of(const std::string& scenario);

}  // namespace railshift::test
