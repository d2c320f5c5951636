#include "analysis/writers/docx/chart_part.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/writers/docx/chart_series.hpp"
#include "analysis/writers/docx/fixed_parts.hpp"
#include "analysis/writers/docx/table_widths.hpp"
#include "analysis/writers/office/book_bytes.hpp"
#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::ChartKind;

/// Around the plot of bars that lie, mm: for what stands behind the longest; ticks, title and legend.
constexpr double kAbovePlot = 1.0, kBehindPlot = 15.0, kBelowPlot = 18.0;
/// An em of the type in charts (9 pt), and what is left free beside a name, mm.
constexpr double kMmOfEm = 3.2, kBesideLabel = 2.5;

/// Width for the names of categories: the longest on one line, but at most a third of all.
double label_mm(const std::vector<std::string>& categories, double width) {
  double longest = 0.0;
  for (const std::string& name : categories) longest = std::max(longest, ems_of(name) * kMmOfEm + kBesideLabel);
  return std::min(longest, width / 3.0);
}

constexpr const char* kAxes = R"(<c:axId val="111"/><c:axId val="112"/>)";

enum class Layer : std::uint8_t { areas, bars, lines };

Layer layer_of(const Plot& plot, const PlotSeries& series) {
  switch (series.role) {
    case PlotRole::line:
    case PlotRole::edge:
    case PlotRole::mark:
      return Layer::lines;
    case PlotRole::band:
      return Layer::areas;
    case PlotRole::hidden:
      return plot.kind == ChartKind::lines ? Layer::areas : Layer::bars;
    case PlotRole::bar:
    case PlotRole::total:
    case PlotRole::added:
    case PlotRole::taken:
      return Layer::bars;
  }
  return Layer::bars;
}

std::string of_layer(const Plot& plot, Layer layer) {
  std::string out;
  for (std::size_t i = 0; i < plot.series.size(); ++i) {
    if (layer_of(plot, plot.series[i]) == layer) out += series_xml(plot, i);
  }
  return out;
}

std::string bars(const Plot& plot, const std::string& series) {
  const bool pairs = plot.kind == ChartKind::pairs;
  return fmt::format(
      R"(<c:barChart><c:barDir val="{}"/><c:grouping val="{}"/><c:varyColors val="0"/>{}<c:gapWidth val="{}"/>{}{}</c:barChart>)",
      pairs ? "bar" : "col", pairs ? "clustered" : "stacked", series, pairs ? 60 : 50, pairs ? "" : R"(<c:overlap val="100"/>)", kAxes);
}

/// Areas first, lines last: what is drawn later lies on top.
std::string layers(const Plot& plot) {
  const std::string areas = of_layer(plot, Layer::areas), bar = of_layer(plot, Layer::bars), lines = of_layer(plot, Layer::lines);
  std::string out;
  if (!areas.empty())
    out += fmt::format(R"(<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{}{}</c:areaChart>)", areas, kAxes);
  if (!bar.empty()) out += bars(plot, bar);
  if (!lines.empty())
    out += fmt::format(R"(<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{}<c:marker val="1"/>{}</c:lineChart>)", lines,
                       kAxes);
  return out;
}

std::string line(const char* ink, int emu) {
  return fmt::format(R"(<c:spPr><a:ln w="{}"><a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:ln></c:spPr>)", emu, ink);
}

std::string category_axis(const Plot& plot, int size) {
  const bool pairs = plot.kind == ChartKind::pairs;
  return fmt::format(
      R"(<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{}"/></c:scaling><c:delete val="0"/><c:axPos val="{}"/><c:numFmt formatCode="General" sourceLinked="0"/>)"
      R"(<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{}{}<c:crossAx val="112"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>)",
      pairs ? "maxMin" : "minMax", pairs ? "l" : "b", line("404040", 9525), text_properties(size));
}

std::string axis_title(const Plot& plot, int size) {
  if (plot.axis.empty()) return "";
  const char* turn = plot.kind == ChartKind::pairs ? "<a:bodyPr/>" : R"(<a:bodyPr rot="-5400000" vert="horz"/>)";
  return fmt::format(
      R"(<c:title><c:tx><c:rich>{0}<a:p><a:pPr><a:defRPr sz="{1}" b="0"/></a:pPr><a:r><a:rPr lang="en-US" altLang="zh-CN" sz="{1}" b="0"><a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/></a:rPr><a:t>{2}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>)",
      turn, size * 50, xml_text(plot.axis));
}

std::string value_axis(const Plot& plot, int size) {
  const bool pairs = plot.kind == ChartKind::pairs;
  std::string ends;
  if (plot.most) ends += fmt::format(R"(<c:max val="{}"/>)", *plot.most);
  if (plot.least) ends += fmt::format(R"(<c:min val="{}"/>)", *plot.least);
  return fmt::format(
      R"(<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/>{}</c:scaling><c:delete val="0"/><c:axPos val="{}"/><c:majorGridlines>{}</c:majorGridlines>{})"
      R"(<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{}{}<c:crossAx val="111"/><c:crosses val="{}"/><c:crossBetween val="between"/>{}</c:valAx>)",
      ends, pairs ? "b" : "l", line("D9D9D9", 6350), axis_title(plot, size), line("404040", 9525), text_properties(size),
      pairs ? "max" : "autoZero", plot.step ? fmt::format(R"(<c:majorUnit val="{}"/>)", *plot.step) : "");
}

/// The plot itself, in parts of the chart. Programs that find its place by themselves leave bars that lie less than half of the height.
std::string frame(const Plot& plot, const ChartPaper& paper) {
  if (plot.kind != ChartKind::pairs) return "<c:layout/>";
  const double label = label_mm(plot.categories, paper.width);
  return fmt::format(
      R"(<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{:.4f}"/><c:y val="{:.4f}"/><c:w val="{:.4f}"/><c:h val="{:.4f}"/></c:manualLayout></c:layout>)",
      label / paper.width, kAbovePlot / paper.height, (paper.width - label - kBehindPlot) / paper.width,
      (paper.height - kAbovePlot - kBelowPlot) / paper.height);
}

std::string legend(const Plot& plot, int size) {
  std::size_t entries = 0;
  std::string deleted;
  for (std::size_t i = 0; i < plot.series.size(); ++i) {
    if (plot.series[i].in_legend)
      ++entries;
    else
      deleted += fmt::format(R"(<c:legendEntry><c:idx val="{}"/><c:delete val="1"/></c:legendEntry>)", i);
  }
  if (entries < 2) return "";
  const char* place = plot.kind == ChartKind::waterfall ? "r" : "b";
  return fmt::format(R"(<c:legend><c:legendPos val="{}"/>{}<c:overlay val="0"/>{}</c:legend>)", place, deleted, text_properties(size));
}

}  // namespace

ChartPaper pairs_frame(const document::Chart& chart, double width) {
  constexpr double kBar = 4.0, kLine = 3.8, kApart = 1.2;  // mm: a bar, which has a label beside it, a line of type, between categories
  const double room = label_mm(chart.categories, width);
  double row = kBar * static_cast<double>(chart.series.size());
  for (const std::string& name : chart.categories) row = std::max(row, std::ceil(ems_of(name) * kMmOfEm / (room - kBesideLabel)) * kLine);
  return {width, std::min(kAbovePlot + static_cast<double>(chart.categories.size()) * (row + kApart) + kBelowPlot, 190.0)};
}

std::string chart_part(const Plot& plot, int size, const ChartPaper& paper) {
  return fmt::format(
      R"({}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
      R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>)"
      R"(<c:plotArea>{}{}{}{}<c:spPr><a:noFill/></c:spPr></c:plotArea>{}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>)"
      R"(<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>{}<c:externalData r:id="rIdBook"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>)",
      kXmlHead, frame(plot, paper), layers(plot), category_axis(plot, size), value_axis(plot, size), legend(plot, size),
      text_properties(size));
}

std::string chart_book(const Plot& plot) {
  return book_bytes([&plot](lxw_workbook* book) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, kChartSheet);
    for (std::size_t r = 0; r < plot.categories.size(); ++r)
      worksheet_write_string(sheet, static_cast<lxw_row_t>(r + 1), 0, cell_text(plot.categories[r]).c_str(), nullptr);
    for (std::size_t c = 0; c < plot.series.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c + 1);
      worksheet_write_string(sheet, 0, column, cell_text(plot.series[c].name).c_str(), nullptr);
      for (std::size_t r = 0; r < plot.series[c].values.size(); ++r) {
        if (plot.series[c].values[r])
          worksheet_write_number(sheet, static_cast<lxw_row_t>(r + 1), column, *plot.series[c].values[r], nullptr);
      }
    }
  });
}

}  // namespace railshift::analysis::writers::office
