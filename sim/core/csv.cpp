#include "sim/core/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace railshift {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file, Problems& problems) : text_(text), file_(file), problems_(problems) {}

  void each_row(const std::function<void(const CsvRow&)>& use) {
    while (at_ < text_.size()) {
      const CsvRow row = next_row();
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const CsvCell& c) { return c.text.empty(); });
      if (!blank) use(row);
    }
  }

 private:
  CsvRow next_row() {
    CsvRow row;
    row.line = line_;
    while (true) {
      row.cells.push_back(next_cell());
      if (at_ >= text_.size()) return row;
      const char separator = text_[at_];
      advance();
      if (separator == '\n') return row;
    }
  }

  CsvCell next_cell() {
    CsvCell cell{"", line_, column_};
    if (at_ < text_.size() && text_[at_] == '"') quoted(cell);
    plain(cell);
    return cell;
  }

  /// Up to the next comma or line end; after a quoted part nothing may stand there.
  void plain(CsvCell& cell) {
    const bool after_quote = at_ > 0 && text_[at_ - 1] == '"' && (line_ != cell.line || column_ != cell.column);
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
      if (at_line_end()) {
        advance();
        break;
      }
      if (after_quote || text_[at_] == '"' || text_[at_] == '\r') complain(after_quote);
      cell.text += text_[at_];
      advance();
    }
  }

  void quoted(CsvCell& cell) {
    advance();
    while (at_ < text_.size()) {
      if (text_[at_] != '"') {
        cell.text += text_[at_];
        advance();
        continue;
      }
      advance();
      if (at_ >= text_.size() || text_[at_] != '"') return;
      cell.text += '"';
      advance();
    }
    problems_.add({{file_, cell.line, cell.column},
                   {"引号打开后没有关闭", "a quote is opened and never closed"},
                   {"RFC 4180：引号内的单元格以引号结束", "RFC 4180: a quoted cell ends with a quote"},
                   {"补上引号；单元格内的引号写成 \"\"", "close the quote, or write \"\" for a quote inside a cell"},
                   Mistake::form});
  }

  void complain(bool after_quote) {
    if (reported_line_ == line_) return;
    reported_line_ = line_;
    if (text_[at_] == '\r') {
      problems_.add({{file_, line_, column_},
                     {"一行之内有回车符", "a carriage return inside a line"},
                     {"每行以 LF 或 CRLF 结束", "lines end with LF or CRLF"},
                     {"用 Windows 或 Unix 的换行保存", "save with Windows or Unix line ends"},
                     Mistake::form});
      return;
    }
    problems_.add({{file_, line_, column_},
                   after_quote ? Words{"引号关闭之后还有文字", "text after a closing quote"}
                               : Words{"没有加引号的单元格里有引号", "a quote inside an unquoted cell"},
                   {"RFC 4180：引号要包住整个单元格", "RFC 4180: a cell is quoted as a whole"},
                   {"把整个单元格放进引号，里面的引号写两次", "put the whole cell in quotes and double the quotes inside"},
                   Mistake::form});
  }

  [[nodiscard]] bool at_line_end() const { return text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n'); }

  void advance() {
    const unsigned char c = static_cast<unsigned char>(text_[at_++]);
    if (c == '\n') {
      ++line_;
      column_ = 1;
      return;
    }
    // a character counts when its last byte is passed, so that a column never points inside it
    const bool more = at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U;
    if (!more) ++column_;
  }

  std::string_view text_;
  const std::string& file_;
  Problems& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  int reported_line_ = 0;
};

/// Whether behind any apostrophes stands a sign that makes a spreadsheet take a text for a formula.
bool formula_sign(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  if (first == std::string_view::npos) return false;
  const std::string_view rest = text.substr(first);
  constexpr std::array<std::string_view, 11> kSigns{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) { return rest.starts_with(sign); });
}

/// Numbers as results have them, also with an exponent.
bool number(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text, const std::string& file, Problems& problems) {
  std::vector<CsvRow> rows;
  each_csv_row(text, file, problems, [&rows](const CsvRow& row) { rows.push_back(row); });
  return rows;
}

void each_csv_row(std::string_view text, const std::string& file, Problems& problems, const std::function<void(const CsvRow&)>& use) {
  CsvReader(text, file, problems).each_row(use);
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_result_cell(std::string_view text) {
  return formula_sign(text) && text.size() > 1 && !number(text) ? csv_cell("'" + std::string(text)) : csv_cell(text);
}

std::string_view unguarded(std::string_view cell) { return cell.starts_with('\'') && formula_sign(cell) ? cell.substr(1) : cell; }

}  // namespace railshift
