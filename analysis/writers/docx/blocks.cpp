#include "analysis/writers/docx/blocks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/writers/docx/chart_part.hpp"
#include "analysis/writers/docx/map_drawing.hpp"
#include "analysis/writers/docx/table_balance.hpp"
#include "analysis/writers/docx/tables.hpp"
#include "analysis/writers/office/xml_text.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::ChartKind;
using document::Lines;
using document::Tone;

constexpr int kChartType = 18;  // half points

const char* style_of(Tone tone) {
  switch (tone) {
    case Tone::body:
      return "BodyText";
    case Tone::lead:
      return "Lead";
    case Tone::small:
      return "Small";
    case Tone::notice:
      return "Notice";
    case Tone::checked:
      return "Checked";
  }
  return "BodyText";
}

/// Whether an item brings its own numeral: 一、 （一） 1. 2)
bool own_numeral(const Lines& item) {
  if (item.empty() || item.front().empty()) return false;
  const std::u32string text = characters(item.front().front().text);
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨", kOpening = U"（(";
  std::size_t at = !text.empty() && kOpening.find(text[0]) != std::u32string_view::npos ? 1 : 0;
  const std::size_t first = at;
  while (at < text.size() && at < first + 3 && kNumerals.find(text[at]) != std::u32string_view::npos) ++at;
  constexpr std::u32string_view kClosing = U"、.．)）";
  return at > first && at < text.size() && kClosing.find(text[at]) != std::u32string_view::npos;
}

double chart_height(const document::Chart& chart, const Manner& manner) {
  switch (chart.kind) {
    case ChartKind::pairs:
      return pairs_frame(chart, manner.figure_mm()).height;
    case ChartKind::waterfall:
      return manner.chart_height - 3.0;  // its legend stands beside it
    case ChartKind::lines:
    case ChartKind::stack:
      return manner.chart_height;
  }
  return manner.chart_height;
}

/// Caption below a figure, and behind it in smaller type its note.
std::string below_figure(const std::string& caption, const std::string& note, const Manner& manner) {
  if (caption.empty()) return note.empty() ? "" : paragraph(text_run(note, kHint), {"Note", 0, R"(<w:jc w:val="center"/>)"});
  return paragraph(caption_runs(caption, note, manner), {"FigureCaption", 0, ""});
}

/// In a brief the legend says what the map shows, and there is no caption: space is short.
document::Map with_title_in_legend(document::Map map, Language language) {
  for (document::MapLayer& layer : map.layers)
    layer.title = fmt::format(fmt::runtime(language == Language::zh ? "{}（{}）" : "{} ({})"), map.title, layer.title);
  return map;
}

/// Items that are shorter together in two columns than one below the other.
bool saves_in_halves(const document::List& list, const DocxParts& parts) {
  constexpr std::size_t kLeastItems = 8;
  constexpr double kLeastPart = 0.9;  // of the height of one column
  const Manner& m = parts.manner;
  if (m.compact || list.items.size() < kLeastItems) return false;
  const double em = m.list * 10.0, whole = twips(m.width_mm()) - m.list * 12.0, half = whole / 2.0 - 120.0 - m.list * 6.0;
  double below = 0.0, beside = 0.0;
  for (const Lines& item : list.items) {
    for (const double ems : cell_ems(item)) {
      below += std::ceil(std::max(1.0, ems * em) / whole);
      beside += std::ceil(std::max(1.0, ems * em) / half);
    }
  }
  return beside / 2.0 <= kLeastPart * below;
}

class Writer {
 public:
  explicit Writer(DocxParts& parts) : parts_(parts) {}

  BlockXml operator()(const document::Heading& heading) {
    const char* style = heading.level <= 2 ? "Heading2" : "Heading3";
    return {paragraph(text_run(heading.text, kHint), {style, 0, ""}), false, true, true};
  }
  BlockXml operator()(const document::Paragraph& text) {
    return {text.lines.empty() ? "" : paragraphs(text.lines, parts_, {style_of(text.tone), 0, ""}), false, false, true};
  }
  BlockXml operator()(const document::List& list) {
    if (!saves_in_halves(list, parts_)) return {items(list, 0, list.items.size()), false, false, true};
    const std::size_t middle = (list.items.size() + 1) / 2;
    return {columns_xml({items(list, 0, middle), items(list, middle, list.items.size())}, parts_, twips(parts_.manner.width_mm()))};
  }
  BlockXml operator()(const document::Table& table) {
    const bool across = stands_across(table, parts_.manner);
    return {table_xml(table, parts_, twips(across ? parts_.manner.wide_mm() : parts_.manner.figure_mm())), across};
  }
  BlockXml operator()(const document::Boxes& boxes) { return {boxes_xml(boxes, parts_, twips(parts_.manner.figure_mm()))}; }
  BlockXml operator()(const document::Chart& chart) {
    return {chart_xml(chart, {parts_.manner.figure_mm(), chart_height(chart, parts_.manner)})};
  }
  BlockXml operator()(const document::Map& map) {
    const Manner& m = parts_.manner;
    const MapScene scene = map_scene(m.compact ? with_title_in_legend(map, m.language) : map,
                                     {m.figure_mm(), m.map_height, m.compact ? 9.0 : 8.0, m.language});
    const std::string drawing = map_drawing(scene, map.title, parts_.next_id);
    parts_.next_id += drawing_ids(scene);
    return {paragraph(drawing, {"Figure", 0, ""}) + below_figure(m.compact && !map.layers.empty() ? "" : map.title, map.note, m)};
  }
  BlockXml beside(const document::Chart& left, const document::Chart& right) {
    const double width = parts_.manner.figure_mm() / 2.0 - 2.5;  // less the margins of a cell
    const double height = std::max(pairs_frame(left, width).height, pairs_frame(right, width).height);
    return {columns_xml({chart_xml(left, {width, height}), chart_xml(right, {width, height})}, parts_, twips(parts_.manner.figure_mm()))};
  }

 private:
  std::string items(const document::List& list, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
      const char* style = own_numeral(list.items[i]) ? "ListOwn" : "ListItem";
      for (const document::Line& line : list.items[i]) {
        out += paragraph(line_runs(line, parts_, 0), {style, 0, ""});
        style = "ListMore";
      }
    }
    return out;
  }
  std::string chart_xml(const document::Chart& chart, const ChartPaper& paper) {
    const Plot plot = plot_of(chart, *parts_.document);
    parts_.charts.push_back(chart_part(plot, kChartType, paper));
    parts_.books.push_back(chart_book(plot));
    const std::string drawing = fmt::format(
        R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{}" cy="{}"/><wp:docPr id="{}" name="{}" descr="{}"/>)"
        R"(<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rIdChart{}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)",
        static_cast<long long>(paper.width * kEmuPerMm), static_cast<long long>(paper.height * kEmuPerMm), parts_.take_id(),
        xml_text(chart.title), xml_text(chart.title + (chart.note.empty() ? "" : ". " + chart.note)), parts_.charts.size());
    // In a cell nothing reaches beyond it.
    const bool whole = paper.width >= parts_.manner.figure_mm();
    return paragraph(drawing, {"Figure", 0, whole ? "" : R"(<w:ind w:left="0" w:right="0"/>)"}) +
           below_figure(chart.title, chart.note, parts_.manner);
  }

  DocxParts& parts_;
};

}  // namespace

BlockXml block_xml(const document::Block& block, DocxParts& parts) { return std::visit(Writer(parts), block); }

bool stand_beside(const document::Block& left, const document::Block& right, const Manner& manner) {
  const auto pairs = [](const document::Block& block) {
    const auto* chart = std::get_if<document::Chart>(&block);
    return chart != nullptr && chart->kind == ChartKind::pairs;
  };
  return !manner.compact && pairs(left) && pairs(right);
}

BlockXml blocks_beside(const document::Block& left, const document::Block& right, DocxParts& parts) {
  return Writer(parts).beside(std::get<document::Chart>(left), std::get<document::Chart>(right));
}

}  // namespace railshift::analysis::writers::office
