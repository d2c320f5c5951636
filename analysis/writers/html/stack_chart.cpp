#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/writers/html/charts.hpp"
#include "analysis/writers/html/text.hpp"
#include "analysis/writers/html/upright.hpp"

namespace railshift::analysis::writers::html {
namespace {
using document::Chart;

/// Heights of the columns, above and below zero.
std::vector<double> column_ends(const Chart& chart) {
  std::vector<double> out;
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    double up = 0.0, down = 0.0;
    for (const document::Series& s : chart.series) {
      const double value = value_at(s, c).value_or(0.0);
      (value >= 0.0 ? up : down) += value;
    }
    out.insert(out.end(), {up, down});
  }
  return out;
}

/// Top part first, as in the column.
std::vector<Meaning> part_meanings(const Chart& chart) {
  std::vector<Meaning> out;
  for (auto s = chart.series.rbegin(); s != chart.series.rend(); ++s)
    out.push_back({fmt::format("<rect width=\"30\" height=\"14\" {}/>", fill_of(s->look)), s->name});
  return out;
}

/// The text of a part inside of it, where it has a figure and both have room.
std::string part_text(const document::Series& s, std::size_t category, const Upright& sheet, double middle, double height, double width,
                      const Surroundings& around) {
  if (figure_id(s, category).empty()) return {};
  const std::string text = value_text(s, category, sheet.scale(), around);
  const double own = text_width(text, kText);
  if (height < kText + 3.0 || own + 6.0 > width) return {};
  const double x = sheet.x(category);
  return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"#fff\" fill-opacity=\"0.9\"/>\n",
                     x - own / 2.0 - 2.0, middle - kText / 2.0 - 1.0, own + 4.0, kText + 2.0) +
         text_at({x, middle + 4.5}, Anchor::middle, text, figure_id(s, category));
}

}  // namespace

std::string stack_svg(const Chart& chart, const Surroundings& around) {
  const Upright sheet(chart, column_ends(chart), part_meanings(chart), Spread::slots);
  std::string out = sheet.frame(around.language);
  const double width = std::min(84.0, 0.8 * sheet.slot());
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    double up = 0.0, down = 0.0;
    for (const document::Series& s : chart.series) {
      const double value = value_at(s, c).value_or(0.0);
      if (value == 0.0) continue;
      double& end = value > 0.0 ? up : down;
      const double from = sheet.y(end), to = sheet.y(end + value);
      end += value;
      const double top = std::min(from, to), height = std::abs(from - to);
      out += fmt::format(
          "<rect class=\"part\" x=\"{:.1f}\" y=\"{:.2f}\" width=\"{:.1f}\" height=\"{:.2f}\" {}><title>{} {}</title></rect>\n",
          sheet.x(c) - width / 2.0, top, width, height, fill_of(s.look), escape(s.name), escape(value_text(s, c, sheet.scale(), around)));
      out += part_text(s, c, sheet, top + height / 2.0, height, width, around);
    }
  }
  return out + "</svg>\n";
}

std::string chart_svg(const Chart& chart, const Surroundings& around) {
  switch (chart.kind) {
    case document::ChartKind::lines:
      return line_svg(chart, around);
    case document::ChartKind::stack:
      return stack_svg(chart, around);
    case document::ChartKind::pairs:
      return pair_svg(chart, around);
    case document::ChartKind::waterfall:
      return waterfall_svg(chart, around);
  }
  return {};
}

}  // namespace railshift::analysis::writers::html
