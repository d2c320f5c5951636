#include "analysis/report/charts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kWidth = 720.0;
constexpr double kLeft = 56.0;
constexpr double kRight = 150.0;  ///< room for names at the lines' ends or for the legend
constexpr double kTop = 16.0;
constexpr double kPlot = 240.0;
constexpr std::array<std::string_view, 2> kLineColours{"#0b4f8a", "#a8500a"};
constexpr std::array<std::string_view, 8> kFills{"#5b1a1a", "#8f3b1b", "#c4672b", "#e3a65a", "#d9d08a", "#7fb3b0", "#2f6f9f", "#2e7d4f"};

std::string open_svg(const std::string& title, double height) {
  return fmt::format(
      "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 {:.0f} {:.0f}\" xmlns=\"http://www.w3.org/2000/svg\"><title>{}</title>"
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
      kWidth, height, escape(title));
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, escape(text));
}

std::string grid_line(double y) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"#ddd\"/>\n", kLeft, y, kWidth - kRight, y);
}

/// Centre of a category on the horizontal axis.
double x_of(std::size_t category, std::size_t categories) {
  const double step = (kWidth - kLeft - kRight) / static_cast<double>(std::max<std::size_t>(categories, 1));
  return kLeft + step * (static_cast<double>(category) + 0.5);
}

std::string category_axis(const std::vector<std::string>& categories) {
  std::string out;
  for (std::size_t i = 0; i < categories.size(); ++i)
    out += text_at(x_of(i, categories.size()), kTop + kPlot + 18.0, "middle", categories[i]);
  return out;
}

/// A round step of which about five fill the range.
double round_step(double range) {
  const double rough = std::max(range, 1e-9) / 5.0;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (rough <= factor * power) return factor * power;
  }
  return 10.0 * power;
}

struct Axis {
  double low = 0.0, high = 100.0, step = 20.0;
  [[nodiscard]] double y(double value) const { return kTop + kPlot * (1.0 - (value - low) / (high - low)); }
};

Axis percent_axis(const LineChart& chart) {
  double low = 100.0;
  double high = 0.0;
  const auto take = [&](double v) {
    low = std::min(low, v);
    high = std::max(high, v);
  };
  for (const Series& s : chart.series) {
    for (const auto& v : s.values) {
      if (v) take(*v);
    }
  }
  for (const Mark& m : chart.marks) take(m.value);
  if (low > high) return {};
  Axis axis;
  axis.step = round_step(std::max(high - low, 10.0));
  axis.low = std::max(0.0, std::floor(low / axis.step - 0.5) * axis.step);
  axis.high = std::min(100.0, std::ceil(high / axis.step + 0.5) * axis.step);
  return axis;
}

std::string marker(std::size_t series, double x, double y) {
  if (series == 0) return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"{}\"/>\n", x, y, kLineColours[0]);
  return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\" fill=\"#fff\" stroke=\"{}\" stroke-width=\"2\"/>\n", x - 4,
                     y - 4, kLineColours[1]);
}

std::string line_of(const Series& series, std::size_t index, const Axis& axis) {
  std::string points;
  std::string markers;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.values[i]) continue;
    const double x = x_of(i, series.values.size());
    const double y = axis.y(*series.values[i]);
    points += fmt::format("{:.1f},{:.1f} ", x, y);
    markers += marker(index, x, y);
  }
  const std::string_view dash = index == 0 ? "" : " stroke-dasharray=\"7 4\"";
  return fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}/>\n", points, kLineColours[index % 2],
                     dash) +
         markers;
}

/// Names at the lines' right ends, pushed apart so that none covers another.
std::string line_names(const LineChart& chart, const Axis& axis) {
  struct Name {
    double y;
    std::string text;
  };
  std::vector<Name> names;
  for (const Series& s : chart.series) {
    const auto last = std::find_if(s.values.rbegin(), s.values.rend(), [](const auto& v) { return v.has_value(); });
    if (last != s.values.rend()) names.push_back({axis.y(**last) + 4.0, fmt::format("{} {:.1f}%", s.name, **last)});
  }
  std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
  for (std::size_t i = 1; i < names.size(); ++i) names[i].y = std::max(names[i].y, names[i - 1].y + 16.0);
  std::string out;
  for (const Name& n : names) out += text_at(kWidth - kRight + 8.0, n.y, "start", n.text);
  return out;
}

std::string diamond(const Mark& mark, std::size_t categories, const Axis& axis) {
  const double x = x_of(mark.category, categories);
  const double y = axis.y(mark.value);
  return fmt::format("<path d=\"M{:.1f} {:.1f}l7 7l-7 7l-7 -7z\" fill=\"#fff\" stroke=\"#b00020\" stroke-width=\"2\"/>\n", x, y - 7.0) +
         text_at(x, y - 11.0, "middle", mark.text);
}

/// Fills differ in colour and in hatch.
std::string hatches() {
  std::string out = "<defs>";
  for (std::size_t i = 0; i < kFills.size(); ++i) {
    const std::string_view line = i % 4 == 0 ? "" : i % 4 == 1 ? "M0 8L8 0" : i % 4 == 2 ? "M0 4H8" : "M0 0L8 8";
    out += fmt::format(
        "<pattern id=\"fill{0}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"{1}\"/>"
        "<path d=\"{2}\" stroke=\"#fff\" stroke-width=\"1\" stroke-opacity=\"0.6\"/></pattern>",
        i, kFills[i], line);
  }
  return out + "</defs>\n";
}

std::string legend(const std::vector<Series>& parts) {
  std::string out;
  double y = kTop + 6.0;
  for (std::size_t i = parts.size(); i-- > 0;) {  // top part first, as in the column
    out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"14\" height=\"12\" fill=\"url(#fill{})\" stroke=\"#333\"/>\n",
                       kWidth - kRight + 12.0, y, parts[i].look % kFills.size());
    out += text_at(kWidth - kRight + 32.0, y + 11.0, "start", parts[i].name);
    y += 20.0;
  }
  return out;
}

std::string column(const StackChart& chart, std::size_t category, double highest) {
  const double width = std::min(48.0, 0.7 * (kWidth - kLeft - kRight) / static_cast<double>(chart.categories.size()));
  const double x = x_of(category, chart.categories.size()) - width / 2.0;
  double y = kTop + kPlot;
  double total = 0.0;
  std::string out;
  for (std::size_t i = 0; i < chart.parts.size(); ++i) {
    const double value = chart.parts[i].values[category].value_or(0.0);
    const double height = kPlot * value / highest;
    if (value <= 0.0) continue;
    y -= height;
    total += value;
    out += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.2f}\" width=\"{:.1f}\" height=\"{:.2f}\" fill=\"url(#fill{})\" stroke=\"#333\" stroke-width=\"0.5\"/>\n",
        x, y, width, height, chart.parts[i].look % kFills.size());
  }
  return out + text_at(x + width / 2.0, y - 5.0, "middle", grouped(total, 0));
}

std::string bar(double y, double value, double highest, std::size_t series, const std::string& label) {
  constexpr double kBarLeft = 190.0;
  const double length = highest <= 0.0 ? 0.0 : (kWidth - kBarLeft - 170.0) * value / highest;
  const std::string_view look =
      series == 0 ? "fill=\"#0b4f8a\"" : "fill=\"#fff\" stroke=\"#a8500a\" stroke-width=\"2\" stroke-dasharray=\"5 3\"";
  return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"12\" {}/>\n", kBarLeft, y, std::max(length, 0.5), look) +
         text_at(kBarLeft + length + 8.0, y + 11.0, "start", label);
}

}  // namespace

std::string svg(const LineChart& chart) {
  const Axis axis = percent_axis(chart);
  std::string out = open_svg(chart.title, kTop + kPlot + 32.0);
  for (double v = axis.low; v <= axis.high + 1e-9; v += axis.step) {
    out += grid_line(axis.y(v)) + text_at(kLeft - 6.0, axis.y(v) + 4.0, "end", fmt::format("{:.0f}%", v));
  }
  out += category_axis(chart.categories);
  for (std::size_t i = 0; i < chart.series.size(); ++i) out += line_of(chart.series[i], i, axis);
  for (const Mark& mark : chart.marks) out += diamond(mark, chart.categories.size(), axis);
  return out + line_names(chart, axis) + "</svg>\n";
}

std::string svg(const StackChart& chart) {
  double highest = 0.0;
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    double total = 0.0;
    for (const Series& part : chart.parts) total += part.values[c].value_or(0.0);
    highest = std::max(highest, total);
  }
  const double step = round_step(highest);
  const double axis_high = std::max(step, std::ceil(highest * 1.06 / step) * step);
  std::string out = open_svg(chart.title, kTop + kPlot + 32.0) + hatches();
  for (double v = 0.0; v <= axis_high + 1e-9; v += step) {
    const double y = kTop + kPlot * (1.0 - v / axis_high);
    out += grid_line(y) + text_at(kLeft - 6.0, y + 4.0, "end", grouped(v, 0));
  }
  out += category_axis(chart.categories);
  for (std::size_t c = 0; c < chart.categories.size(); ++c) out += column(chart, c, axis_high);
  return out + legend(chart.parts) + "</svg>\n";
}

std::string svg(const PairChart& chart) {
  constexpr double kPair = 40.0;
  double highest = 0.0;
  for (const Series* s : {&chart.first, &chart.second}) {
    for (const auto& v : s->values) highest = std::max(highest, v.value_or(0.0));
  }
  std::string out = open_svg(chart.title, kPair * static_cast<double>(chart.categories.size()) + 24.0);
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    const double y = 12.0 + kPair * static_cast<double>(i);
    out += text_at(182.0, y + 18.0, "end", chart.categories[i]);
    const Series* pair[] = {&chart.first, &chart.second};
    for (std::size_t s = 0; s < 2; ++s) {
      const double value = pair[s]->values[i].value_or(0.0);
      const std::string label = fmt::format("{} {} {}", pair[s]->name, grouped(value, 1), chart.unit);
      out += bar(y + 15.0 * static_cast<double>(s), value, highest, s, label);
    }
  }
  return out + "</svg>\n";
}

}  // namespace railshift::analysis::report
