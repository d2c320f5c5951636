#include "analysis/writers/html/upright.hpp"

#include <algorithm>
#include <utility>

#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {

constexpr double kBelow = 44.0;  ///< two lines of a category's name
constexpr double kEnds = 120.0;  ///< texts at the lines' right ends
constexpr double kBeside = 12.0;
constexpr double kEdge = 26.0;  ///< from the axis to the first point of a line
constexpr std::string_view kGrid = "stroke=\"#ddd\"";
constexpr std::string_view kAxis = "stroke=\"#333\"";

/// Every how many categories one has its name, so that none covers the next: months by quarters or years.
std::size_t name_step(const std::vector<std::string>& categories, double slot) {
  double widest = 0.0;
  for (const std::string& c : categories) widest = std::max(widest, text_width(c, kText));
  if (slot >= 40.0) return 1;  // two lines have room
  for (const std::size_t step : {1U, 2U, 3U, 4U, 6U, 12U, 24U}) {
    if (slot * static_cast<double>(step) >= widest + 6.0) return step;
  }
  return 48;
}

}  // namespace

std::optional<double> value_at(const document::Series& series, std::size_t category) {
  return category < series.values.size() ? series.values[category] : std::nullopt;
}

std::string figure_id(const document::Series& series, std::size_t category) {
  return category < series.figures.size() ? series.figures[category] : std::string{};
}

std::string value_text(const document::Series& series, std::size_t category, const Scale& scale, const Surroundings& around) {
  const auto figure = around.figures.find(figure_id(series, category));
  return figure != around.figures.end() ? figure->second.text : grouped(value_at(series, category).value_or(0.0), scale.decimals + 1);
}

std::string cut_words(Language language) { return language == Language::zh ? "（轴不从 0 起）" : " (axis does not start at 0)"; }

Upright::Upright(const document::Chart& chart, const std::vector<double>& values, const std::vector<Meaning>& meanings, Spread spread)
    : chart_(&chart),
      spread_(spread),
      categories_(std::max<std::size_t>(chart.categories.size(), 1)),
      right_(spread == Spread::edges ? kEnds : kBeside),
      top_(0.0),
      scale_(scale_over(values, chart)),
      legend_(legend(meanings, {6.0, 4.0})) {
  top_ = 4.0 + legend_.height + 34.0;
}

double Upright::slot() const {
  const double width = right_end() - kLeft;
  if (spread_ == Spread::slots || categories_ == 1) return width / static_cast<double>(categories_);
  return (width - 2.0 * kEdge) / static_cast<double>(categories_ - 1);
}

double Upright::x(std::size_t category) const {
  const double first = spread_ == Spread::slots || categories_ == 1 ? slot() / 2.0 : kEdge;
  return kLeft + first + slot() * static_cast<double>(category);
}

std::string Upright::category_names() const {
  std::string out;
  const std::size_t step = name_step(chart_->categories, slot());
  for (std::size_t i = 0; i < chart_->categories.size(); i += step)
    out += name_at({x(i), bottom() + 20.0}, Anchor::middle, chart_->categories[i], slot() * static_cast<double>(step) - 4.0);
  return out;
}

std::string Upright::frame(Language language) const {
  std::string out = open_svg("chart", chart_->title, bottom() + kBelow) + legend_.svg;
  out += text_at({6.0, top_ - 16.0}, Anchor::start, chart_->unit + (scale_.cut ? cut_words(language) : ""));
  for (const double v : scale_.ticks()) {
    const bool zero = v == 0.0 || v == scale_.low;
    out += line_at({kLeft, y(v)}, {right_end(), y(v)}, zero ? kAxis : kGrid);
    out += text_at({kLeft - 6.0, y(v) + 4.5}, Anchor::end, scale_.text(v));
  }
  if (scale_.cut) out += cut_sign({kLeft, bottom() - 2.0}, true);
  return out + category_names();
}

}  // namespace railshift::analysis::writers::html
