#pragma once
/// A chart of the model as an office program draws it: columns of numbers, each as a line, an area or bars. Bands, waterfalls and demands,
/// which such programs do not know, are made of series that they know, some of which stay out of the legend.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

enum class PlotRole : std::uint8_t {
  line,    ///< with markers
  bar,     ///< a part of a stack or one of a pair
  hidden,  ///< holds up what stands on it
  band,    ///< translucent, on a hidden one
  edge,    ///< thin line, lower or upper end of a band
  total,   ///< of a waterfall: first and last
  added,   ///< of a waterfall
  taken,   ///< of a waterfall
  mark     ///< diamonds without a line
};

struct PlotSeries {
  std::string name;
  PlotRole role = PlotRole::line;
  std::uint32_t look = 0;  ///< of the model's series
  std::vector<std::optional<double>> values;
  std::vector<std::string> labels{};                    ///< one a category or none: text beside the point; "" without
  std::vector<std::optional<double>> above{}, below{};  ///< distances of whiskers; none without
  bool in_legend = true;
};

struct Plot {
  document::ChartKind kind = document::ChartKind::lines;
  std::string axis;  ///< its title: unit, and that it does not start at 0
  std::vector<std::string> categories;
  std::vector<PlotSeries> series;           ///< in the order in which they are drawn
  std::optional<double> least, most, step;  ///< ends and ticks of the axis of values; nothing: the program finds them
};

/// How a band is drawn: by an area or whiskers, or by two lines where the program that writes the file knows neither.
enum class Bands : std::uint8_t { areas, edges };

/// Labels are the texts of the figures that the model names, nothing else: of a line at its last point, of a stack on parts that are at
/// least a tenth as high as the highest column, of bars and steps all.
[[nodiscard]] Plot plot_of(const document::Chart& chart, const document::Document& document, Bands bands = Bands::areas);

/// Ink of a look (0..7), as RRGGBB: dark to light, so that neighbours differ in black and white too.
[[nodiscard]] const char* ink_of(std::uint32_t look);

}  // namespace railshift::analysis::writers::office
