#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/writers/html/charts.hpp"
#include "analysis/writers/html/text.hpp"
#include "analysis/writers/html/upright.hpp"

namespace railshift::analysis::writers::html {
namespace {
using document::Chart;

constexpr double kNames = 186.0;   ///< for the categories' names
constexpr double kValues = 116.0;  ///< for texts at the bars' ends
constexpr double kBar = 14.0;
constexpr double kRowOfBar = 19.0;

/// The sheet of bars that lie: names at the left, numbers below, legend above.
class Lying {
 public:
  Lying(const Chart& chart, const std::vector<double>& values, const std::vector<Meaning>& meanings, std::size_t bars)
      : chart_(chart),
        scale_(scale_over(values, chart)),
        legend_(legend(meanings, 4.0)),
        row_(std::max(34.0, kRowOfBar * static_cast<double>(bars) + 10.0)),
        bars_(bars),
        top_(legend_.height + 34.0) {}

  [[nodiscard]] double x(double value) const { return kNames + (kSheet - kNames - kValues) * scale_.part(value); }
  /// Top of a bar of a category.
  [[nodiscard]] double y(std::size_t category, std::size_t bar) const {
    const double block = kRowOfBar * static_cast<double>(bars_) - (kRowOfBar - kBar);
    return top_ + row_ * (static_cast<double>(category) + 0.5) - block / 2.0 + kRowOfBar * static_cast<double>(bar);
  }
  [[nodiscard]] double bottom() const { return top_ + row_ * static_cast<double>(chart_.categories.size()); }
  [[nodiscard]] const Scale& scale() const { return scale_; }
  /// Where a bar begins: at zero, or at the cut end of the axis.
  [[nodiscard]] double base() const { return std::clamp(0.0, scale_.low, scale_.high); }

  [[nodiscard]] std::string frame(Language language) const {
    std::string out = open_svg("chart", chart_.title, bottom() + 26.0) + legend_.svg;
    out += text_at({6.0, top_ - 14.0}, Anchor::start, chart_.unit + (scale_.cut ? cut_words(language) : ""));
    double free_from = 0.0;
    for (const double v : scale_.ticks()) {
      out += line_at({x(v), top_}, {x(v), bottom()}, v == base() ? "stroke=\"#333\"" : "stroke=\"#ddd\"");
      const double half = text_width(scale_.text(v), kText) / 2.0;
      if (x(v) - half < free_from) continue;
      free_from = x(v) + half + 8.0;
      out += text_at({x(v), bottom() + 17.0}, Anchor::middle, scale_.text(v));
    }
    if (scale_.cut) out += cut_sign({kNames, bottom()}, false);
    for (std::size_t c = 0; c < chart_.categories.size(); ++c)
      out += name_at({kNames - 8.0, top_ + row_ * (static_cast<double>(c) + 0.5)}, Anchor::end, chart_.categories[c], kNames - 14.0);
    return out;
  }
  [[nodiscard]] std::string bar(std::size_t category, std::size_t at, double from, double to, std::string_view look) const {
    const double left = std::min(x(from), x(to));
    return fmt::format("<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\" {}/>\n", left, y(category, at),
                       std::max(std::abs(x(to) - x(from)), 0.5), kBar, look);
  }

 private:
  const Chart& chart_;
  Scale scale_;
  Legend legend_;
  double row_;
  std::size_t bars_;
  double top_;
};

/// The first series is full, the others hollow with their own dash.
std::string bar_look(const document::Series& s, std::size_t at) {
  if (at == 0) return fmt::format("fill=\"{}\"", line_colour(s.look));
  return fmt::format("fill=\"#fff\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"", line_colour(s.look == 0 ? 1 : s.look),
                     at == 1 ? "5 3" : "2 2");
}

std::vector<double> bar_values(const Chart& chart) {
  std::vector<double> out;
  for (const document::Series& s : chart.series) {
    for (const auto* some : {&s.values, &s.low, &s.high}) {
      for (const auto& v : *some) {
        if (v) out.push_back(*v);
      }
    }
  }
  return out;
}

std::string range(const Lying& sheet, const document::Series& s, std::size_t category, std::size_t at) {
  if (category >= s.low.size() || category >= s.high.size() || !s.low[category] || !s.high[category]) return {};
  const double y = sheet.y(category, at) + kBar / 2.0;
  const double from = sheet.x(*s.low[category]), to = sheet.x(*s.high[category]);
  return fmt::format(
      "<path class=\"range\" d=\"M{0:.1f} {2:.1f}v8m0 -4H{1:.1f}m0 -4v8\" fill=\"none\" stroke=\"#1a1a1a\" stroke-width=\"1.5\"/>\n", from,
      to, y - 4.0);
}

/// Where each step of a waterfall starts and ends: the first and the last are totals from zero.
struct Step {
  double from = 0.0, to = 0.0;
  bool total = false;
};
std::vector<std::optional<Step>> steps_of(const document::Series& s) {
  std::vector<std::optional<Step>> out;
  double level = 0.0;
  for (std::size_t i = 0; i < s.values.size(); ++i) {
    const bool total = i == 0 || i + 1 == s.values.size();
    if (!s.values[i]) {
      out.emplace_back();
      continue;
    }
    const double to = total ? *s.values[i] : level + *s.values[i];
    out.emplace_back(Step{total ? 0.0 : level, to, total});
    level = to;
  }
  return out;
}

constexpr std::string_view kTotal = "fill=\"#333\"";
constexpr std::string_view kAdds = "fill=\"url(#adds)\" stroke=\"#2f6f9f\"";
constexpr std::string_view kTakes = "fill=\"url(#takes)\" stroke=\"#a8500a\"";

std::vector<Meaning> step_meanings(Language language) {
  const auto sample = [](std::string_view look) { return fmt::format("<rect width=\"30\" height=\"14\" {}/>", look); };
  const bool zh = language == Language::zh;
  return {{sample(kTotal), zh ? "合计" : "total"}, {sample(kAdds), zh ? "增加" : "adds"}, {sample(kTakes), zh ? "减少" : "takes"}};
}

}  // namespace

std::string pair_svg(const Chart& chart, const Surroundings& around) {
  std::vector<Meaning> meanings;
  for (std::size_t i = 0; i < chart.series.size(); ++i)
    meanings.push_back({fmt::format("<rect width=\"30\" height=\"14\" {}/>", bar_look(chart.series[i], i)), chart.series[i].name});
  const Lying sheet(chart, bar_values(chart), meanings, std::max<std::size_t>(chart.series.size(), 1));
  std::string out = sheet.frame(around.language);
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      const document::Series& s = chart.series[i];
      const auto value = value_at(s, c);
      if (!value) continue;
      out += sheet.bar(c, i, sheet.base(), *value, bar_look(s, i)) + range(sheet, s, c, i);
      double end = std::max(sheet.x(*value), sheet.x(sheet.base()));
      if (c < s.high.size() && s.high[c]) end = std::max(end, sheet.x(*s.high[c]));
      out += text_at({end + 7.0, sheet.y(c, i) + 11.5}, Anchor::start, value_text(s, c, sheet.scale(), around), figure_id(s, c));
    }
  }
  return out + "</svg>\n";
}

std::string waterfall_svg(const Chart& chart, const Surroundings& around) {
  const document::Series none;
  const document::Series& s = chart.series.empty() ? none : chart.series.front();
  const std::vector<std::optional<Step>> steps = steps_of(s);
  std::vector<double> ends;
  for (const auto& step : steps) {
    if (!step) continue;
    ends.push_back(step->to);
    if (!step->total) ends.push_back(step->from);
  }
  const Lying sheet(chart, ends, step_meanings(around.language), 1);
  std::string out = sheet.frame(around.language);
  std::optional<double> before;
  for (std::size_t c = 0; c < steps.size(); ++c) {
    if (!steps[c]) continue;
    const Step& step = *steps[c];
    const double from = step.total ? sheet.base() : step.from;
    if (before) {  // the level from which this step goes on
      const double x = sheet.x(*before);
      out += line_at({x, sheet.y(c - 1, 0) + kBar}, {x, sheet.y(c, 0)}, "stroke=\"#333\" stroke-dasharray=\"2 2\"");
    }
    out += sheet.bar(c, 0, from, step.to, step.total ? kTotal : step.to >= step.from ? kAdds : kTakes);
    const std::string plus = !step.total && figure_id(s, c).empty() && step.to > step.from ? "+" : "";
    out += text_at({std::max(sheet.x(from), sheet.x(step.to)) + 7.0, sheet.y(c, 0) + 11.5}, Anchor::start,
                   plus + value_text(s, c, sheet.scale(), around), figure_id(s, c));
    before = step.to;
  }
  return out + "</svg>\n";
}

}  // namespace railshift::analysis::writers::html
