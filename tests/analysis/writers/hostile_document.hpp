#pragma once
/// Documents in which every text is a hostile name.
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/hostile_names.hpp"

namespace railshift::analysis::document {

/// The sample with a name wherever a document can hold one.
inline Document called(const std::string& name) {
  Document d = sample();
  d.title = d.subtitle = name;
  d.facts = {{name, name}};
  d.figures["verdict:t-1:value"].text = name;
  d.figures["verdict:t-1:value"].from.formula = name;
  Section all{"all", name, {Template::full}, {}};
  all.blocks.push_back(Heading{2, name});
  all.blocks.push_back(Paragraph{{{{name, Look::good, "verdict:t-1:value"}, {name, Look::strong, "", "all"}}}, Tone::notice});
  all.blocks.push_back(List{{{{{name}}}}});
  all.blocks.push_back(Table{name, name, {{name, Align::text, 1.0}}, {{{{{name}}}}}, name});
  all.blocks.push_back(Boxes{{{name, Look::bad, name, "", {{{name}}}}}});
  for (const ChartKind kind : {ChartKind::lines, ChartKind::stack, ChartKind::pairs, ChartKind::waterfall})
    all.blocks.push_back(
        Chart{name, kind, name, name, {name, name}, {{name, {1.0, 2.0}, {"verdict:t-1:value", ""}}}, {{0, 1.0, name}}, true, name});
  all.blocks.push_back(Map{name,
                           name,
                           {{name, name, "listed_site", 1.0, 2.0}},
                           {{name, name, "road", {{{1.0, 2.0}}, {{1.1, 2.1}}}}},
                           {{name, name, name, true, "lines", {name}, {{3.0}}}},
                           name});
  d.sections = {all};
  return d;
}

/// A section of blocks a name.
inline Document hostile_document() {
  Document d = called("<script>alert(0)</script>");
  d.sections.clear();
  for (const std::string& name : writers::hostile_names()) {
    Section s = called(name).sections.front();
    const std::string id = "n" + std::to_string(d.sections.size());
    s.id = id;
    for (Block& block : s.blocks) {  // ids are unique in a document
      if (auto* table = std::get_if<Table>(&block)) table->id = id;
      if (auto* chart = std::get_if<Chart>(&block)) chart->id = id + std::string(kChartNames.at(static_cast<std::size_t>(chart->kind)));
      if (auto* map = std::get_if<Map>(&block)) map->id = id;
    }
    d.sections.push_back(s);
  }
  return d;
}

}  // namespace railshift::analysis::document
