#include "analysis/document/document.hpp"

#include <algorithm>

namespace railshift::analysis::document {
namespace {

/// Moves the figures that a part of a document shows.
class Shown {
 public:
  Shown(const Document& from, Document& to) : from_(&from), to_(&to) {}

  void operator()(const Heading&) {}
  void operator()(const Paragraph& paragraph) { lines(paragraph.lines); }
  void operator()(const List& list) {
    for (const Lines& item : list.items) lines(item);
  }
  void operator()(const Table& table) {
    for (const auto& row : table.rows) {
      for (const Lines& cell : row) lines(cell);
    }
  }
  void operator()(const Boxes& boxes) {
    for (const Box& box : boxes.boxes) {
      take(box.figure);
      lines(box.names);
    }
  }
  void operator()(const Chart& chart) {
    for (const Series& series : chart.series) {
      for (const std::string& id : series.figures) take(id);
    }
  }
  void operator()(const Map&) {}

 private:
  void lines(const Lines& some) {
    for (const Line& line : some) {
      for (const Run& run : line) take(run.figure);
    }
  }
  void take(const std::string& id) {
    if (!id.empty()) to_->figures.emplace(id, from_->figures.at(id));
  }

  const Document* from_;
  Document* to_;
};

constexpr std::size_t kYearLength = 4;  // "2025", where a month is "2025-03"

void put(std::string& cell, std::string_view gap, const std::string& text) {
  if (const std::size_t at = cell.find(gap); at != std::string::npos) cell.replace(at, gap.size(), text);
}

}  // namespace

From from_of(const Map& map, const MapLayer& layer, std::size_t row, std::size_t period) {
  const std::string& when = layer.periods.at(period);
  From from = when.size() == kYearLength ? layer.from.year : layer.from.month;
  const std::string& own = layer.of == "points" ? map.points.at(row).id : map.lines.at(row).id;
  for (auto& [column, cell] : from.key) {
    put(cell, "{id}", layer.keys.empty() ? own : layer.keys.at(row));
    put(cell, "{period}", when);
  }
  return from;
}

Document only(const Document& document, Template which) {
  Document out{document.language, document.title, document.subtitle, document.date, document.facts, {}, {}};
  Shown shown(document, out);
  for (const Section& section : document.sections) {
    if (std::find(section.in.begin(), section.in.end(), which) == section.in.end()) continue;
    out.sections.push_back(section);
    for (const Block& block : section.blocks) std::visit(shown, block);
  }
  return out;
}

}  // namespace railshift::analysis::document
