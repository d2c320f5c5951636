#pragma once
/// The four kinds of charts as static SVG. Every series has its own dash, marker or hatch besides its colour; numbers at bars and lines are
/// the texts of the figures, and where a value has no figure, the value at the axis' own digits and one more.
#include <map>
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::html {

/// What a chart is drawn from besides itself.
struct Surroundings {
  const std::map<std::string, document::Figure>& figures;
  Language language;
};

/// Points are paths of class "point", bands polygons of class "band", demands paths of class "demand".
[[nodiscard]] std::string line_svg(const document::Chart& chart, const Surroundings& around);
/// Parts are rects of class "part"; those below zero hang from it.
[[nodiscard]] std::string stack_svg(const document::Chart& chart, const Surroundings& around);
/// Bars are rects of class "bar", ranges lines of class "range".
[[nodiscard]] std::string pair_svg(const document::Chart& chart, const Surroundings& around);
/// Bars are rects of class "bar": of totals, of what adds and of what takes.
[[nodiscard]] std::string waterfall_svg(const document::Chart& chart, const Surroundings& around);

[[nodiscard]] std::string chart_svg(const document::Chart& chart, const Surroundings& around);

}  // namespace railshift::analysis::writers::html
