#include "analysis/writers/docx/brief_fit.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/writers/docx/table_widths.hpp"
#include "analysis/writers/office/line_text.hpp"
#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Document;
using document::Lines;

/// Height of a line of type, in its size, of the tallest of the fonts that stand in for those named.
constexpr double kLineOfType = 1.45;
constexpr double kLeastMap = 42.0, kGoodMap = 56.0, kMostMap = 80.0;  // mm
/// What breaks before full lines and what no font tells take besides.
constexpr double kUnseen = 1.04;
constexpr int kLeastBody = 18;  // half points

class Height {
 public:
  Height(const Document& document, const Manner& manner) : document_(document), m_(manner), width_(twips(manner.width_mm())) {}

  double all() {
    add(m_.title * 13 + 20);
    if (!document_.subtitle.empty() || !document_.date.empty()) add(type(m_.subtitle) + 40);
    for (const auto& section : document_.sections) {
      add(m_.line + m_.above_heading * 1.5);
      for (const auto& block : section.blocks) std::visit(*this, block);
    }
    return twips_ / kTwipsPerMm;
  }

  void operator()(const document::Heading&) { add(m_.line + m_.above_heading * 1.5); }
  void operator()(const document::Paragraph& text) {
    const bool body = text.tone == document::Tone::body || text.tone == document::Tone::lead;
    for (const auto& line : text.lines)
      add(body ? lines(line, m_.body, width_ - 2.0 * m_.body * 10) * m_.line : lines(line, m_.small, width_) * type(m_.small) + 120);
  }
  void operator()(const document::List& list) {
    for (const Lines& item : list.items) {
      for (const auto& line : item) add(lines(line, m_.list, width_ - m_.list * 12.0) * m_.list_line);
    }
  }
  void operator()(const document::Table& table) {
    if (!table.caption.empty()) add(type(m_.caption) + 80);
    const TableWidths widths = table_widths(table, width_, m_.table, m_.smallest);
    double head = 1.0;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      head = std::max(head, rows(table.columns[c].title, widths.size, widths.twips[c] - 120));
    add(head * m_.table_line + 45);
    for (const auto& row : table.rows) {
      double most = 1.0;
      for (std::size_t c = 0; c < row.size() && c < widths.twips.size(); ++c)
        most = std::max(most, cell(row[c], widths.size, widths.twips[c] - 120));
      add(most * m_.table_line + 45);
    }
    add(table.note.empty() ? 60 : rows(table.note, m_.small, width_) * type(m_.small) + 60);
  }
  void operator()(const document::Boxes& boxes) {
    for (std::size_t first = 0; first < boxes.boxes.size(); first += kBoxesInRow) {
      const std::size_t end = std::min(first + kBoxesInRow, boxes.boxes.size());
      const std::vector<int> widths = box_widths(boxes, first, end, width_);
      double most = 0.0;
      for (std::size_t i = first; i < end; ++i) {
        const double width = widths[i - first] - 120;
        most = std::max(most, type(m_.table + 2) + type(m_.box_count) + cell(boxes.boxes[i].names, m_.table, width) * m_.table_line);
      }
      add(most + 140);
    }
  }
  void operator()(const document::Chart& chart) {
    add(twips(m_.chart_height) + type(m_.caption) + 60 + (chart.note.empty() ? 0 : type(m_.small) + 60));
  }
  void operator()(const document::Map& map) {
    add((map.layers.empty() ? type(m_.caption) : 0) + 60 + (map.note.empty() ? 0 : type(m_.small) + 60));
  }

 private:
  void add(double twips) { twips_ += twips; }
  [[nodiscard]] static double type(int size) { return size * 10 * kLineOfType; }
  /// Lines of a text at a size (half points) in a width (twips).
  [[nodiscard]] static double rows(const std::string& text, int size, double width) {
    return std::max(1.0, std::ceil(ems_of(clean_text(text)) * size * 10 / std::max(width, 1.0)));
  }
  [[nodiscard]] double lines(const document::Line& line, int size, double width) const {
    return rows(line_text({line}, document_), size, width);
  }
  [[nodiscard]] double cell(const Lines& some, int size, double width) const {
    double sum = 0.0;
    for (const auto& line : some) sum += lines(line, size, width);
    return sum;
  }

  const Document& document_;
  const Manner& m_;
  int width_;
  double twips_ = 0.0;
};

struct Maps {
  int* count;
  void operator()(const document::Map&) const { ++*count; }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

double height_without_maps(const Document& document, const Manner& manner) { return Height(document, manner).all(); }

Manner fitted(const Document& document, Manner manner) {
  int maps = 0;
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) std::visit(Maps{&maps}, block);
  }
  const double page = 297.0 - manner.margins.top - manner.margins.bottom - 2.0;
  const double line = static_cast<double>(manner.line) / manner.body;
  for (;; --manner.body) {
    manner.list = manner.body;
    manner.line = manner.list_line = static_cast<int>(line * manner.body);
    const double room = page - kUnseen * height_without_maps(document, manner);
    if (maps > 0) manner.map_height = std::clamp(room / maps, kLeastMap, kMostMap);
    if (room >= maps * kGoodMap || manner.body <= kLeastBody) return manner;
  }
}

}  // namespace railshift::analysis::writers::office
