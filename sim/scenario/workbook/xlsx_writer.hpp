#pragma once
/// Writing an .xlsx file. Rows and columns count from 1 as in messages. The same calls give the same bytes.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace railshift::scenario {

/// How a cell looks; `text` keeps what is typed into it as text, `long_text` in several lines.
enum class Look { title, small_print, name, text, long_text, number, day, heading, paragraph };
/// What happens when something else than the list is typed.
enum class Typing { refused, warned };

class XlsxWriter {
 public:
  explicit XlsxWriter(const std::filesystem::path& path);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  /// Starts a sheet; the calls below go to the sheet started last. All throw std::runtime_error if the format cannot hold it.
  void start_sheet(const std::string& name);
  void text(int row, int column, const std::string& value, Look look);
  void number(int row, int column, double value, Look look);
  void column(int column, double width, Look look);
  /// For rows of wrapped text, since not every program finds their height itself; counts lines of text.
  void height(int row, int lines);
  /// Rows and columns up to these stay in sight.
  void freeze(int rows, int columns);
  /// Prints one page wide on the paper that fits the columns of this sheet (print_paper); rows up to `rows` on every page, page numbers
  /// below. To be called when the columns are set.
  void print(int rows);
  /// A drop-down in rows first..last; `source` is a range such as ='词表'!$A$2:$A$9.
  void drop_down(int first, int last, int column, const std::string& source, Typing typing);
  /// Writes the file and reads it again. Throws std::runtime_error if it is not there in full.
  void close();

 private:
  void check(int error, int row, int column) const;
  lxw_format* format(Look look) const { return formats_[static_cast<std::size_t>(look)]; }

  std::string path_;
  std::string sheet_name_;
  std::size_t cells_ = 0;  ///< written so far
  double width_ = 0.0;     ///< of the columns of the sheet, in characters
  lxw_workbook* workbook_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<lxw_format*> formats_;
};

}  // namespace railshift::scenario
