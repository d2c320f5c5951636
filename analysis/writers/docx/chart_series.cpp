#include "analysis/writers/docx/chart_series.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::ChartKind;
using Values = std::vector<std::optional<double>>;

constexpr std::array<const char*, 8> kDashes{"solid", "dash", "sysDot", "lgDash", "dashDot", "sysDash", "lgDashDot", "solid"};
constexpr std::array<const char*, 8> kMarkers{"circle", "square", "triangle", "x", "star", "plus", "dash", "dot"};
/// Fills that differ without colour too; "" is solid.
constexpr std::array<const char*, 8> kPatterns{"", "wdUpDiag", "ltHorz", "pct25", "wdDnDiag", "", "smGrid", "pct50"};

std::string solid(const char* ink) { return fmt::format(R"(<a:solidFill><a:srgbClr val="{}"/></a:solidFill>)", ink); }

std::string bar_properties(std::uint32_t look) {
  const std::string pattern = kPatterns.at(look % kPatterns.size());
  const char* ink = ink_of(look);
  const std::string fill =
      pattern.empty()
          ? solid(ink)
          : fmt::format(
                R"(<a:pattFill prst="{}"><a:fgClr><a:srgbClr val="{}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>)",
                pattern, ink);
  return fill + R"(<a:ln w="6350">)" + solid("404040") + "</a:ln>";
}

std::string properties(const PlotSeries& series) {
  switch (series.role) {
    case PlotRole::line:
      return fmt::format(R"(<c:spPr><a:ln w="22225" cap="rnd">{}<a:prstDash val="{}"/><a:round/></a:ln></c:spPr>)",
                         solid(ink_of(series.look)), kDashes.at(series.look % kDashes.size()));
    case PlotRole::bar:
    case PlotRole::total:
    case PlotRole::added:
    case PlotRole::taken:
      return "<c:spPr>" + bar_properties(series.look) + "</c:spPr>";
    case PlotRole::hidden:
      return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>";
    case PlotRole::band:
      return fmt::format(
          R"(<c:spPr><a:solidFill><a:srgbClr val="{}"><a:alpha val="25000"/></a:srgbClr></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>)",
          ink_of(series.look));
    case PlotRole::mark:
      return "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>";
    case PlotRole::edge:
      return fmt::format(R"(<c:spPr><a:ln w="6350">{}<a:prstDash val="sysDot"/></a:ln></c:spPr>)", solid(ink_of(series.look)));
  }
  return "";
}

std::string marker(const PlotSeries& series) {
  if (series.role == PlotRole::line) {
    return fmt::format(R"(<c:marker><c:symbol val="{0}"/><c:size val="5"/><c:spPr>{1}<a:ln w="6350">{1}</a:ln></c:spPr></c:marker>)",
                       kMarkers.at(series.look % kMarkers.size()), solid(ink_of(series.look)));
  }
  if (series.role == PlotRole::mark)
    return fmt::format(R"(<c:marker><c:symbol val="diamond"/><c:size val="9"/><c:spPr>{}</c:spPr></c:marker>)", solid("A61C1C"));
  return "";
}

std::string shown(bool value) {
  return fmt::format(
      R"(<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>)",
      value ? 1 : 0);
}

/// A label that has one: at which category, and the how manyth of its series.
struct Labelled {
  std::size_t category, number;
};

/// Whether a line passes above a demand, where the text of the demand would stand in its way.
bool line_above(const Plot& plot, const PlotSeries& demands, std::size_t category) {
  return std::any_of(plot.series.begin(), plot.series.end(), [&](const PlotSeries& other) {
    return other.role == PlotRole::line && other.values[category] && *other.values[category] > *demands.values[category];
  });
}

/// Beside a line above, on bars outside where the kind allows it.
std::string label_place(const Plot& plot, const PlotSeries& series, Labelled label) {
  if (plot.kind == ChartKind::pairs) return R"(<c:dLblPos val="outEnd"/>)";
  if (series.role == PlotRole::line) return series.look % 2 == 0 ? R"(<c:dLblPos val="t"/>)" : R"(<c:dLblPos val="b"/>)";
  // Demands of neighbouring years are nearly alike: their texts stand on one side and on the other in turn.
  if (series.role == PlotRole::mark)
    return line_above(plot, series, label.category) == (label.number % 2 == 0) ? R"(<c:dLblPos val="b"/>)" : R"(<c:dLblPos val="t"/>)";
  return R"(<c:dLblPos val="ctr"/>)";
}

/// Labels are the texts of figures, so that a chart says what the tables say.
std::string labels(const Plot& plot, const PlotSeries& series) {
  if (std::all_of(series.labels.begin(), series.labels.end(), [](const std::string& text) { return text.empty(); })) return "";
  std::string out = "<c:dLbls>";
  std::size_t number = 0;
  for (std::size_t i = 0; i < series.labels.size(); ++i) {
    if (series.labels[i].empty() || !series.values[i]) continue;
    out += fmt::format(
        R"(<c:dLbl><c:idx val="{}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r><a:rPr lang="en-US" altLang="zh-CN"/><a:t>{}</a:t></a:r></a:p></c:rich></c:tx>)",
        i, xml_text(unbroken(series.labels[i])));
    out +=
        R"(<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="70000"/></a:srgbClr></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>)";
    out += label_place(plot, series, {i, number++}) + shown(true) + "</c:dLbl>";
  }
  return out + shown(false) + "</c:dLbls>";
}

std::string points(const Values& values, bool format) {
  std::string out = format ? "<c:formatCode>General</c:formatCode>" : "";
  out += fmt::format(R"(<c:ptCount val="{}"/>)", values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]) out += fmt::format(R"(<c:pt idx="{}"><c:v>{}</c:v></c:pt>)", i, *values[i]);
  }
  return out;
}

/// Whiskers, and of steps upward none.
std::string whiskers(const PlotSeries& series) {
  if (series.above.empty()) return "";
  return fmt::format(
      R"(<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus><c:numLit>{}</c:numLit></c:plus>)"
      R"(<c:minus><c:numLit>{}</c:numLit></c:minus><c:spPr><a:ln w="12700">{}</a:ln></c:spPr></c:errBars>)",
      points(series.above, true), points(series.below, true), solid(ink_of(series.look)));
}

std::string categories(const Plot& plot) {
  std::string out = fmt::format(R"(<c:cat><c:strRef><c:f>{}!$A$2:$A${}</c:f><c:strCache><c:ptCount val="{}"/>)", kChartSheet,
                                plot.categories.size() + 1, plot.categories.size());
  for (std::size_t i = 0; i < plot.categories.size(); ++i)
    out += fmt::format(R"(<c:pt idx="{}"><c:v>{}</c:v></c:pt>)", i, xml_text(plot.categories[i]));
  return out + "</c:strCache></c:strRef></c:cat>";
}

}  // namespace

std::string column_letters(std::size_t column) {
  std::string out;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

std::string text_properties(int size) {
  return fmt::format(
      R"(<c:txPr><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr><a:defRPr sz="{}" b="0"><a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>)",
      size * 50);
}

std::string series_xml(const Plot& plot, std::size_t index) {
  const PlotSeries& series = plot.series[index];
  const std::string letters = column_letters(index + 1);
  const bool bar = plot.kind != ChartKind::lines && series.role != PlotRole::mark;
  std::string out = fmt::format(
      R"(<c:ser><c:idx val="{0}"/><c:order val="{0}"/><c:tx><c:strRef><c:f>{1}!${2}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{3}</c:v></c:pt></c:strCache></c:strRef></c:tx>)",
      index, kChartSheet, letters, xml_text(series.name));
  out += properties(series) + (bar ? R"(<c:invertIfNegative val="0"/>)" : "") + marker(series) + labels(plot, series) + whiskers(series);
  out += categories(plot);
  out += fmt::format("<c:val><c:numRef><c:f>{0}!${1}$2:${1}${2}</c:f><c:numCache>{3}</c:numCache></c:numRef></c:val>", kChartSheet, letters,
                     plot.categories.size() + 1, points(series.values, true));
  if (series.role == PlotRole::line || series.role == PlotRole::edge || series.role == PlotRole::mark) out += R"(<c:smooth val="0"/>)";
  return out + "</c:ser>";
}

}  // namespace railshift::analysis::writers::office
