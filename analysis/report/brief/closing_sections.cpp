/// Maps, what a run alone cannot say, and glossary.
#include "analysis/report/brief/network_maps.hpp"
#include "analysis/report/brief_sections.hpp"
#include "analysis/words/brief/glossary.hpp"

namespace railshift::analysis::report {
namespace {

/// All texts of a document, one behind another.
class AllText {
 public:
  explicit AllText(const document::Document& document) {
    for (const document::Section& section : document.sections) {
      add(section.title);
      for (const document::Block& block : section.blocks) std::visit(*this, block);
    }
  }
  void operator()(const document::Heading& heading) { add(heading.text); }
  void operator()(const document::Paragraph& paragraph) { add(paragraph.lines); }
  void operator()(const document::List& list) {
    for (const document::Lines& item : list.items) add(item);
  }
  void operator()(const document::Table& table) {
    add(table.caption);
    add(table.note);
    for (const document::Column& column : table.columns) add(column.title);
    for (const auto& row : table.rows) {
      for (const document::Lines& cell : row) add(cell);
    }
  }
  void operator()(const document::Boxes& boxes) {
    for (const document::Box& box : boxes.boxes) {
      add(box.title);
      add(box.names);
    }
  }
  void operator()(const document::Chart& chart) {
    add(chart.title);
    add(chart.note);
    for (const std::string& category : chart.categories) add(category);
  }
  void operator()(const document::Map& map) {
    add(map.title);
    for (const document::MapLayer& layer : map.layers) add(layer.title);
  }
  [[nodiscard]] bool has(std::string_view word) const { return text_.find(word) != std::string::npos; }

 private:
  void add(const std::string& text) { text_ += text + '\n'; }
  void add(const document::Lines& lines) {
    for (const document::Line& line : lines) {
      for (const document::Run& run : line) text_ += run.text;
      text_ += '\n';
    }
  }
  std::string text_;
};

}  // namespace

Blocks maps_section(Page& page) {
  Blocks blocks;
  blocks.push_back(flow_map(page, "map_flows", MapExtent::months));
  if (!page.world().rail_sections.empty()) blocks.push_back(rail_map(page, "map_rail"));
  document::Map firms = firm_map(page, "map_firms");
  if (!firms.points.empty()) blocks.push_back(std::move(firms));
  return blocks;
}

Blocks alone_section(Page& page) {
  if (page.baseline() != nullptr) return {};
  document::List list;
  for (const char* section : {"contributions", "falls", "levers", "ways", "costs", "ceilings", "chances", "comparison"})
    list.items.push_back({{text(page.word("section." + std::string(section)))}});
  return {paragraph(page.word("alone.lead")), std::move(list)};
}

Blocks glossary_blocks(const document::Document& document) {
  const AllText all(document);
  document::List list;
  for (const Term& term : glossary_terms()) {
    const std::string word{term.word(document.language)};
    if (!all.has(word)) continue;
    const char* between = document.language == Language::zh ? "：" : ": ";
    list.items.push_back({{strong(word), text(between + std::string(term.meaning(document.language)))}});
  }
  if (list.items.empty()) return {};
  return {std::move(list)};
}

}  // namespace railshift::analysis::report
