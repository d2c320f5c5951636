#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "analysis/writers/html/charts.hpp"
#include "analysis/writers/html/text.hpp"
#include "analysis/writers/html/upright.hpp"

namespace railshift::analysis::writers::html {
namespace {
using document::Chart;
using document::Mark;

constexpr double kLineGap = 17.0;  ///< between texts one above another

std::vector<double> all_values(const Chart& chart) {
  std::vector<double> out;
  const auto take = [&](const std::vector<std::optional<double>>& some) {
    for (const auto& v : some) {
      if (v) out.push_back(*v);
    }
  };
  for (const document::Series& s : chart.series) {
    take(s.values);
    take(s.low);
    take(s.high);
  }
  for (const Mark& m : chart.marks) out.push_back(m.value);
  return out;
}

bool has_band(const document::Series& s) { return !s.low.empty() && !s.high.empty(); }

std::string demand_sign(Spot at) {
  return fmt::format("<path class=\"demand\" d=\"M{:.1f} {:.1f}l7 7l-7 7l-7 -7z\" fill=\"#fff\" stroke=\"#b00020\" stroke-width=\"2\"/>\n",
                     at.x, at.y - 7.0);
}

std::vector<Meaning> meanings(const Chart& chart, Language language) {
  std::vector<Meaning> out;
  bool band = false;
  for (const document::Series& s : chart.series) {
    out.push_back(
        {line_at({0.0, 7.0}, {30.0, 7.0}, fmt::format("stroke=\"{}\" stroke-width=\"2\"{}", line_colour(s.look), dash_of(s.look))) +
             marker(s.look, {15.0, 7.0}),
         s.name});
    band = band || has_band(s);
  }
  if (band)
    out.push_back({"<rect width=\"30\" height=\"14\" fill=\"#888\" fill-opacity=\"0.25\" stroke=\"#888\" stroke-dasharray=\"2 2\"/>",
                   language == Language::zh ? "不确定输入变动时的范围" : "range where uncertain inputs vary"});
  if (!chart.marks.empty()) out.push_back({demand_sign({15.0, 7.0}), language == Language::zh ? "目标" : "target"});
  return out;
}

class LineChart {
 public:
  LineChart(const Chart& chart, const Surroundings& around)
      : chart_(chart),
        around_(around),
        sheet_(chart, all_values(chart), meanings(chart, around.language), Spread::edges),
        places_({Upright::kLeft, sheet_.top() - 18.0, kSheet - Upright::kLeft, Upright::kPlot + 18.0}) {}

  std::string svg() {
    std::string out = sheet_.frame(around_.language);
    for (const document::Series& s : chart_.series) {
      if (has_band(s)) out += band(s);
    }
    for (const document::Series& s : chart_.series) out += line(s);
    out += end_texts();
    for (const Mark& m : chart_.marks) out += demand_sign(spot(m.category, m.value));
    for (const Mark& m : chart_.marks) out += mark_text(m);
    return out + "</svg>\n";
  }

 private:
  [[nodiscard]] Spot spot(std::size_t category, double value) const { return {sheet_.x(category), sheet_.y(value)}; }

  /// Pieces between categories without a value.
  [[nodiscard]] std::string band(const document::Series& s) const {
    std::string out, up, down;
    const auto close = [&] {
      if (!up.empty())
        out += fmt::format(
            "<polygon class=\"band\" points=\"{}{}\" fill=\"{}\" fill-opacity=\"0.18\" stroke=\"{}\" stroke-width=\"0.8\" "
            "stroke-dasharray=\"2 2\"/>\n",
            up, down, line_colour(s.look), line_colour(s.look));
      up.clear();
      down.clear();
    };
    const std::size_t n = std::min(s.low.size(), s.high.size());
    for (std::size_t i = 0; i < n; ++i) {
      if (!s.low[i] || !s.high[i]) {
        close();
        continue;
      }
      const Spot high = spot(i, *s.high[i]), low = spot(i, *s.low[i]);
      up += fmt::format("{:.1f},{:.1f} ", high.x, high.y);
      down.insert(0, fmt::format("{:.1f},{:.1f} ", low.x, low.y));
    }
    close();
    return out;
  }

  [[nodiscard]] std::string line(const document::Series& s) {
    std::string path, markers;
    bool pen_down = false;
    for (std::size_t i = 0; i < s.values.size(); ++i) {
      if (!s.values[i]) {
        pen_down = false;
        continue;
      }
      const Spot at = spot(i, *s.values[i]);
      path += fmt::format("{}{:.1f} {:.1f}", pen_down ? "L" : "M", at.x, at.y);
      pen_down = true;
      // among many months a marker a year is enough to tell the lines apart; a point alone needs its own
      const bool alone = (i == 0 || !s.values[i - 1]) && (i + 1 == s.values.size() || !s.values[i + 1]);
      if (s.values.size() <= 24 || i % 12 == 0 || alone) markers += marker(s.look, at);
      places_.keep_free({at.x - 6.0, at.y - 6.0, 12.0, 12.0});
      if (i > 0 && s.values[i - 1]) keep_free_between(spot(i - 1, *s.values[i - 1]), at);
    }
    return fmt::format("<path class=\"line\" d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}/>\n", path, line_colour(s.look),
                       dash_of(s.look)) +
           markers;
  }

  /// No text lies on a line.
  void keep_free_between(Spot from, Spot to) {
    const int pieces = std::max(1, static_cast<int>(std::hypot(to.x - from.x, to.y - from.y) / 6.0));
    for (int i = 1; i < pieces; ++i) {
      const double part = static_cast<double>(i) / pieces;
      places_.keep_free({from.x + (to.x - from.x) * part - 1.0, from.y + (to.y - from.y) * part - 1.0, 2.0, 2.0});
    }
  }

  /// The last value of each line beside it, pushed apart so that none covers another.
  [[nodiscard]] std::string end_texts() {
    struct End {
      double y;
      std::string text, figure;
    };
    std::vector<End> ends;
    for (const document::Series& s : chart_.series) {
      const auto last = std::find_if(s.values.rbegin(), s.values.rend(), [](const auto& v) { return v.has_value(); });
      if (last == s.values.rend()) continue;
      const auto at = static_cast<std::size_t>(s.values.rend() - last) - 1;
      ends.push_back({sheet_.y(**last) + 4.5, value_text(s, at, sheet_.scale(), around_), figure_id(s, at)});
    }
    std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < ends.size(); ++i) ends[i].y = std::max(ends[i].y, ends[i - 1].y + kLineGap);
    std::string out;
    for (const End& e : ends) {
      out += text_at({sheet_.right_end() + 10.0, e.y}, Anchor::start, e.text, e.figure);
      places_.keep_free({sheet_.right_end() + 8.0, e.y - kText, kSheet - sheet_.right_end() - 8.0, kText + 2.0});
    }
    for (const Mark& m : chart_.marks) {
      const Spot at = spot(m.category, m.value);
      places_.keep_free({at.x - 8.0, at.y - 8.0, 16.0, 16.0});
    }
    return out;
  }

  /// Above the diamond, below it, or further away where something stands there.
  [[nodiscard]] std::string mark_text(const Mark& m) {
    const double width = std::min(text_width(m.text, kText), kSheet - Upright::kLeft - 8.0);
    const Spot at = spot(m.category, m.value);
    const double x = std::clamp(at.x - width / 2.0, Upright::kLeft + 2.0, kSheet - width - 4.0);
    for (const double away : {0.0, 1.0, 2.0, 3.0, 4.0, 5.0}) {
      for (const double y : {at.y - 11.0 - away * kLineGap, at.y + 20.0 + away * kLineGap}) {
        if (places_.take({x, y - kText + 1.0, width, kText + 2.0})) return text_at({x, y}, Anchor::start, m.text);
      }
    }
    return text_at({x, at.y - 11.0}, Anchor::start, m.text);
  }

  const Chart& chart_;
  const Surroundings& around_;
  Upright sheet_;
  Places places_;
};

}  // namespace

std::string line_svg(const Chart& chart, const Surroundings& around) { return LineChart(chart, around).svg(); }

}  // namespace railshift::analysis::writers::html
