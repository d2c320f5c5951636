#include "sim/scenario/workbook/sheet_xml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <pugixml.hpp>

#include "sim/core/text.hpp"
#include "sim/scenario/workbook/empty_cells.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

constexpr std::ptrdiff_t kMostTags = 4000000;
constexpr std::size_t kMostText = 256ULL << 20U;

[[noreturn]] void refuse(const std::string& where, const Words& found, const Words& rule) {
  throw Unreadable{{{where, 0, 0}, found, rule, {"用表格软件打开后重新保存", "open it in a spreadsheet program and save it again"}}};
}

Words cell_rule() { return {"单元格写文字、数或日期", "a cell holds text, a number or a day"}; }

std::string joined_text(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& piece : node.children()) {
    if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata) out += piece.value();
  }
  return out;
}

std::optional<double> number_of(const std::string& text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// _x000D_ stands for a character that XML cannot hold.
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    const bool shape = text.compare(i, 2, "_x") == 0 && i + 6 < text.size() && text[i + 6] == '_';
    if (shape && std::from_chars(&text[i + 2], &text[i + 6], code, 16).ptr == &text[i + 6] && code < 0x80) {
      out += static_cast<char>(code);
      i += 6;
    } else {
      out += text[i];
    }
  }
  return out;
}

class SheetReader {
 public:
  SheetReader(Sheet& sheet, const SharedParts& shared, Problems& problems) : sheet_(sheet), shared_(shared), problems_(problems) {}

  void read(const pugi::xml_node& root) {
    each_child(child_named(root, "sheetData"), "row", [this](const pugi::xml_node& row) { read_row(row); });
    each_child(child_named(root, "mergeCells"), "mergeCell",
               [this](const pugi::xml_node& merge) { read_merge(merge.attribute("ref").value()); });
  }

 private:
  void read_row(const pugi::xml_node& node) {
    const int row = node.attribute("r") ? node.attribute("r").as_int() : row_ + 1;
    if (row <= row_ || row > kSheetRows)
      refuse(sheet_.name, both("第 {} 行排在第 {} 行之后", "row {} after row {}", row, row_),
             {"工作表的行号递增", "rows of a sheet ascend"});
    row_ = row;
    column_ = 0;
    SheetRow out{row, {}};
    each_child(node, "c", [this, &out](const pugi::xml_node& c) { read_cell(c, out); });
    if (!out.cells.empty()) sheet_.rows.push_back(std::move(out));
  }

  void read_cell(const pugi::xml_node& node, SheetRow& out) {
    const std::string reference = node.attribute("r").value();
    const CellAddress at = reference.empty() ? CellAddress{row_, column_ + 1} : address_of(reference);
    if (at.row != row_ || at.column <= column_ || at.column > kSheetColumns) {
      refuse(sheet_.name, both("第 {1} 行第 {2} 列之后的单元格“{0}”", "cell \"{0}\" in row {1} after column {2}", reference, row_, column_),
             {"同一行中单元格的列号递增", "cells of a row ascend"});
    }
    column_ = at.column;
    const bool formula = !child_named(node, "f").empty();
    SheetCell cell{column_, CellKind::text, ""};
    if (!fill(cell, node)) return;
    text_size_ += cell.text.size();
    if (text_size_ > kMostText)
      refuse(sheet_.name, {"文字太多", "too much text"},
             both("一张工作表的文字不超过 {} 字节", "a sheet holds at most {} bytes of text", kMostText));
    if (formula) ++sheet_.formulas;
    if (!cell.text.empty()) out.cells.push_back(std::move(cell));
  }

  void report(const Words& found, const Words& rule, const Words& accept) {
    problems_.add({{sheet_.name, row_, column_}, found, rule, accept});
  }

  /// Scripts store nothing with a formula, or a 0 until somebody opens the workbook. An empty text is a result of spreadsheet programs.
  [[nodiscard]] bool has_result(const std::string& type, const pugi::xml_node& value) const {
    if (value.empty()) return false;
    const std::string text = joined_text(value);
    return type == "str" || !(text.empty() || (shared_.calculates_on_load && text == "0"));
  }

  /// False if the cell was reported.
  bool fill(SheetCell& cell, const pugi::xml_node& node) {
    const std::string type = node.attribute("t").value();
    const pugi::xml_node value = child_named(node, "v");
    const pugi::xml_node formula = child_named(node, "f");
    if (!formula.empty() && !has_result(type, value)) {
      report({"公式没有保存结果", "a formula without a stored value"},
             {"公式按保存时的结果读取", "a formula is read as the value that was stored with it"},
             {"用表格软件打开工作簿并保存，或直接写结果", "open the workbook in a spreadsheet program and save it, or write the value"});
      return false;
    }
    if (type == "inlineStr") {
      cell.text = text_of_runs(child_named(node, "is"));
      return sound_text(cell);
    }
    const std::string text = joined_text(value);
    if (type == "e") {
      report(both("错误值 {}", "the error value {}", text), cell_rule(),
             {"改正公式，或直接写结果", "correct the formula or write the value"});
      return false;
    }
    return fill(cell, type, text, static_cast<std::size_t>(node.attribute("s").as_uint()));
  }

  bool fill(SheetCell& cell, const std::string& type, const std::string& text, std::size_t style) {
    if (text.empty()) return true;
    if (type == "s") {
      const auto index = parse_integer(text);
      if (!index || *index < 0 || static_cast<std::size_t>(*index) >= shared_.strings.size()) return damaged(text);
      cell.text = shared_.strings[static_cast<std::size_t>(*index)];
      return sound_text(cell);
    }
    if (type == "str") {
      cell.text = unescaped(text);
      return sound_text(cell);
    }
    if (type == "b") {
      cell.kind = CellKind::boolean;
      cell.text = text == "1" || text == "true" ? "TRUE" : "FALSE";
      return true;
    }
    if (type == "d") {
      cell.kind = CellKind::date;
      cell.text = text.ends_with("T00:00:00") ? text.substr(0, text.size() - 9) : text;
      return sound_text(cell);
    }
    return type.empty() || type == "n" ? fill_number(cell, text, style) : damaged(type);
  }

  bool fill_number(SheetCell& cell, const std::string& text, std::size_t style) {
    const auto value = number_of(text);
    if (!value) return damaged(text);
    if (style >= shared_.date_styles.size() || shared_.date_styles[style] == 0) {
      cell.kind = CellKind::number;
      cell.text = plain_decimal(*value);
      return true;
    }
    const auto day = date_text(*value, shared_.system);
    if (!day) {
      report(both("数 {} 显示为日期", "the number {} shown as a day", text),
             {"日期在 1900-03-01 至 9999-12-31 之间", "days lie between 1900-03-01 and 9999-12-31"},
             {"把日期写成文字，如 1899-12-31，或改正数字格式", "write the day as text, 1899-12-31, or correct the number format"});
      return false;
    }
    cell.kind = CellKind::date;
    cell.text = *day;
    return true;
  }

  bool damaged(const std::string& text) {
    report(both("单元格已损坏（“{}”）", "a damaged cell (\"{}\")", text.substr(0, 40)), cell_rule(),
           {"重新填写该单元格", "type the value again"});
    return false;
  }

  bool sound_text(const SheetCell& cell) {
    if (!first_bad_utf8(cell.text) && !first_control_character(cell.text)) return true;
    report({"有控制字符或损坏的文字", "a control character or damaged text"}, {"文字中不能有控制字符", "text has no control characters"},
           {"重新填写该单元格", "type the text again"});
    return false;
  }

  void read_merge(const std::string& reference) {
    const auto colon = reference.find(':');
    const CellAddress first = address_of(reference.substr(0, colon));
    const CellAddress last = colon == std::string::npos ? first : address_of(reference.substr(colon + 1));
    if (first.row == 0 || last.row < first.row)
      refuse(sheet_.name, both("合并单元格“{}”", "merged cells \"{}\"", reference), {"区域写成 A5:B7 的样子", "a range is like A5:B7"});
    sheet_.merged.push_back({reference, first.row, last.row, first.column});
  }

  Sheet& sheet_;
  const SharedParts& shared_;
  Problems& problems_;
  int row_ = 0;
  int column_ = 0;
  std::size_t text_size_ = 0;
};

}  // namespace

XmlPart::XmlPart(std::string text, const std::string& name) : text_(std::move(text)), document_(std::make_unique<pugi::xml_document>()) {
  if (std::count(text_.begin(), text_.end(), '<') > kMostTags) {
    refuse(name, both("XML 元素超过 {} 个", "more than {} XML elements", kMostTags / 2),
           {"一张工作表至多几万行", "a sheet holds tables of some ten thousand rows"});
  }
  const auto result = document_->load_buffer_inplace(text_.data(), text_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!result)
    refuse(name, both("XML 在第 {} 字节附近损坏", "damaged XML near byte {}: {}", result.offset, result.description()),
           {"工作簿的各部分是完好的 XML", "parts are well-formed XML"});
}

XmlPart::~XmlPart() = default;

pugi::xml_node XmlPart::root() const { return document_->document_element(); }

std::string_view local_name(const char* name) {
  const std::string_view whole = name;
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child.name()) == name) return child;
  }
  return {};
}

void each_child(const pugi::xml_node& parent, std::string_view name, const std::function<void(const pugi::xml_node&)>& take) {
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child.name()) == name) take(child);
  }
}

std::string text_of_runs(const pugi::xml_node& item) {
  std::string out = joined_text(child_named(item, "t"));
  each_child(item, "r", [&out](const pugi::xml_node& run) { out += joined_text(child_named(run, "t")); });
  return unescaped(out);
}

Sheet sheet_of(const std::string& name, std::string xml, const SharedParts& shared, Problems& problems) {
  Sheet sheet;
  sheet.name = name;
  const XmlPart part(without_empty_cells(std::move(xml)), name);
  SheetReader(sheet, shared, problems).read(part.root());
  return sheet;
}

}  // namespace railshift::scenario
