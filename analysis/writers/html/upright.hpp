#pragma once
/// The sheet of lines and stacks: categories below, numbers at the left, legend above.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/writers/html/charts.hpp"
#include "analysis/writers/html/scale.hpp"
#include "analysis/writers/html/svg.hpp"

namespace railshift::analysis::writers::html {

/// The value of a series at a category; nothing where it has none.
[[nodiscard]] std::optional<double> value_at(const document::Series& series, std::size_t category);
/// Of a series and a category: the text of its figure, else the value in the digits of the axis and one more.
[[nodiscard]] std::string value_text(const document::Series& series, std::size_t category, const Scale& scale, const Surroundings& around);
/// The id of that figure, "" without.
[[nodiscard]] std::string figure_id(const document::Series& series, std::size_t category);
/// What stands at an axis that is cut.
[[nodiscard]] std::string cut_words(Language language);

/// Where categories stand: columns in the middle of a slot each, lines from edge to edge.
enum class Spread : std::uint8_t { slots, edges };

class Upright {
 public:
  static constexpr double kLeft = 66.0;
  static constexpr double kPlot = 205.0;

  Upright(const document::Chart& chart, const std::vector<double>& values, const std::vector<Meaning>& meanings, Spread spread);

  [[nodiscard]] double x(std::size_t category) const;
  [[nodiscard]] double y(double value) const { return top_ + kPlot * (1.0 - scale_.part(value)); }
  /// From one category to the next.
  [[nodiscard]] double slot() const;
  [[nodiscard]] double top() const { return top_; }
  [[nodiscard]] double bottom() const { return top_ + kPlot; }
  [[nodiscard]] double right_end() const { return kSheet - right_; }
  [[nodiscard]] const Scale& scale() const { return scale_; }
  /// Everything but what is plotted: opened SVG, legend, unit, grid, numbers and categories.
  [[nodiscard]] std::string frame(Language language) const;

 private:
  [[nodiscard]] std::string category_names() const;

  const document::Chart* chart_;
  Spread spread_;
  std::size_t categories_;
  double right_, top_;  // px left free beside the plot: texts at the lines' ends
  Scale scale_;
  Legend legend_;
};

}  // namespace railshift::analysis::writers::html
