#include "tests/analysis/document/document_text.hpp"

#include <fmt/format.h>

#include "analysis/document/labels.hpp"

namespace railshift::analysis::document {
namespace {

std::string text_of(const Line& line) {
  std::string text;
  for (const Run& run : line) text += badge_text(run.text, run.look);
  return text;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const Line& line : lines) text += (text.empty() ? "" : " / ") + text_of(line);
  return text;
}

struct BlockText {
  std::string operator()(const Heading& heading) const { return "## " + heading.text + "\n"; }
  std::string operator()(const Paragraph& paragraph) const { return text_of(paragraph.lines) + "\n"; }
  std::string operator()(const List& list) const {
    std::string text;
    for (const Lines& item : list.items) text += "- " + text_of(item) + "\n";
    return text;
  }
  std::string operator()(const Table& table) const {
    std::string text = "table " + table.caption + "\n";
    std::string head;
    for (const Column& column : table.columns) head += (head.empty() ? "" : " | ") + column.title;
    text += head + "\n";
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : " | ") + text_of(row[i]);
      text += "\n";
    }
    return text + "note " + table.note + "\n";
  }
  std::string operator()(const Boxes& boxes) const {
    std::string text;
    for (const Box& box : boxes.boxes) text += fmt::format("box {} {}: {}\n", box.title, box.count, text_of(box.names));
    return text;
  }
  std::string operator()(const Chart& chart) const {
    std::string text = fmt::format("chart {} ({})\n", chart.title, chart.unit);
    for (const Series& series : chart.series) {
      text += series.name + ":";
      for (std::size_t i = 0; i < series.values.size(); ++i)
        text += fmt::format(" {}={}", chart.categories[i], series.values[i] ? fmt::format("{:.2f}", *series.values[i]) : "—");
      text += "\n";
    }
    for (const Mark& mark : chart.marks) text += fmt::format("mark {} {} {}\n", chart.categories[mark.category], mark.value, mark.text);
    return text;
  }
  std::string operator()(const Map& map) const { return "map " + map.title + "\n"; }
};

}  // namespace

std::string text_of(const Document& document) {
  std::string text = document.title + "\n" + document.subtitle + "\n";
  for (const Fact& fact : document.facts) text += fact.name + ": " + fact.text + "\n";
  for (const Section& section : document.sections) {
    text += "# " + section.title + "\n";
    for (const Block& block : section.blocks) text += std::visit(BlockText{}, block);
  }
  return text;
}

}  // namespace railshift::analysis::document
