#include "analysis/writers/docx/blocks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/writers/docx/chart_part.hpp"
#include "analysis/writers/docx/map_drawing.hpp"
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
  if (chart.kind != ChartKind::pairs) return manner.chart_height;
  const double bars = static_cast<double>(chart.categories.size() * std::max<std::size_t>(1, chart.series.size()));
  return std::clamp(22.0 + bars * 5.5, manner.chart_height * 0.7, manner.compact ? 60.0 : 190.0);
}

/// Caption below a figure, then its note.
std::string below_figure(const std::string& caption, const std::string& note) {
  std::string out;
  if (!caption.empty()) out += paragraph(text_run(caption, kHint), {"FigureCaption", 0, note.empty() ? "" : "<w:keepNext/>"});
  if (!note.empty()) out += paragraph(text_run(note, kHint), {"Note", 0, R"(<w:jc w:val="center"/>)"});
  return out;
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
    std::string out;
    for (const Lines& item : list.items) {
      const char* style = own_numeral(item) ? "ListOwn" : "ListItem";
      for (const document::Line& line : item) {
        out += paragraph(line_runs(line, parts_, 0), {style, 0, ""});
        style = "ListMore";
      }
    }
    return {out, false, false, true};
  }
  BlockXml operator()(const document::Table& table) {
    const bool across = stands_across(table, parts_.manner);
    return {table_xml(table, parts_, twips(across ? parts_.manner.wide_mm() : parts_.manner.width_mm())), across};
  }
  BlockXml operator()(const document::Boxes& boxes) { return {boxes_xml(boxes, parts_, twips(parts_.manner.width_mm()))}; }
  BlockXml operator()(const document::Chart& chart) {
    const Plot plot = plot_of(chart, *parts_.document);
    parts_.charts.push_back(chart_part(plot, kChartType));
    parts_.books.push_back(chart_book(plot));
    const std::string drawing = fmt::format(
        R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{}" cy="{}"/><wp:docPr id="{}" name="{}" descr="{}"/>)"
        R"(<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rIdChart{}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)",
        static_cast<long long>(parts_.manner.width_mm() * kEmuPerMm),
        static_cast<long long>(chart_height(chart, parts_.manner) * kEmuPerMm), parts_.take_id(), xml_text(chart.title),
        xml_text(chart.title + (chart.note.empty() ? "" : ". " + chart.note)), parts_.charts.size());
    return {paragraph(drawing, {"Figure", 0, ""}) + below_figure(chart.title, chart.note)};
  }
  BlockXml operator()(const document::Map& map) {
    const Manner& m = parts_.manner;
    const MapScene scene = map_scene(map, {m.width_mm(), m.map_height, m.compact ? 9.0 : 8.0, m.language});
    const std::string drawing = map_drawing(scene, map.title, parts_.next_id);
    parts_.next_id += drawing_ids(scene);
    // In a brief the legend says what the map shows, and space is short.
    return {paragraph(drawing, {"Figure", 0, ""}) + below_figure(m.compact && !map.layers.empty() ? "" : map.title, map.note)};
  }

 private:
  DocxParts& parts_;
};

}  // namespace

BlockXml block_xml(const document::Block& block, DocxParts& parts) { return std::visit(Writer(parts), block); }

}  // namespace railshift::analysis::writers::office
