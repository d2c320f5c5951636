#include "analysis/writers/office/plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/writers/office/line_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Chart;
using document::ChartKind;
using document::Document;
using document::Mark;
using document::Series;
using Values = std::vector<std::optional<double>>;

std::string word(const Document& document, const char* zh, const char* en) { return document.language == Language::zh ? zh : en; }

std::optional<double> at(const Values& values, std::size_t i) { return i < values.size() ? values[i] : std::nullopt; }

/// Texts of the figures at the points of a series, marked where the quick twin has made them.
std::vector<std::string> labels_of(const Series& series, const Document& document) {
  std::vector<std::string> labels;
  for (const std::string& id : series.figures) {
    const auto figure = document.figures.find(id);
    if (id.empty() || figure == document.figures.end()) {
      labels.emplace_back();
      continue;
    }
    labels.push_back(figure->second.text + estimate_behind(figure->second, document.language));
  }
  return labels;
}

std::size_t banded_points(const Series& series) {
  std::size_t points = 0;
  for (std::size_t i = 0; i < series.values.size(); ++i) points += at(series.low, i) && at(series.high, i) ? 1 : 0;
  return points;
}

class Builder {
 public:
  Builder(const Chart& chart, const Document& document, Bands bands) : chart_(chart), document_(document), bands_(bands) {}

  Plot build() {
    plot_.kind = chart_.kind;
    plot_.categories = chart_.categories;
    switch (chart_.kind) {
      case ChartKind::lines:
        lines();
        break;
      case ChartKind::stack:
      case ChartKind::pairs:
        for (const Series& series : chart_.series) bar(series);
        if (chart_.kind == ChartKind::stack) keep_high();
        break;
      case ChartKind::waterfall:
        if (!chart_.series.empty()) waterfall(chart_.series.front());
        break;
    }
    marks();
    axis();
    return std::move(plot_);
  }

 private:
  [[nodiscard]] std::size_t size() const { return chart_.categories.size(); }

  PlotSeries& add(const std::string& name, PlotRole role, std::uint32_t look) {
    plot_.series.push_back({name, role, look, Values(size()), {}, {}, {}, true});
    return plot_.series.back();
  }

  /// One band is an area on a hidden one, behind all lines; several would stand on each other, so they are whiskers.
  void lines() {
    std::size_t bands = 0, points = 0;
    for (const Series& series : chart_.series) {
      const std::size_t n = banded_points(series);
      bands += n > 0 ? 1 : 0;
      points = std::max(points, n);
    }
    const bool area = bands_ == Bands::areas && bands == 1 && points >= 2;
    for (const Series& series : chart_.series) {
      if (area && banded_points(series) > 0) band(series);
    }
    for (const Series& series : chart_.series) {
      PlotSeries& line = add(series.name, PlotRole::line, series.look);
      for (std::size_t i = 0; i < size(); ++i) line.values[i] = at(series.values, i);
      line.labels = labels_of(series, document_);
      keep_last(line.labels);
      if (bands_ == Bands::areas && !area && banded_points(series) > 0) whiskers(series, line);
      if (bands_ == Bands::edges && banded_points(series) > 0) edges(series);
    }
  }

  /// Labels at every point would cover each other and the lines.
  static void keep_last(std::vector<std::string>& labels) {
    bool kept = false;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
      if (kept) label->clear();
      kept = kept || !label->empty();
    }
  }

  void band(const Series& series) {
    PlotSeries& base = add(series.name + word(document_, "（下限）", " (low)"), PlotRole::hidden, series.look);
    base.in_legend = false;
    for (std::size_t i = 0; i < size(); ++i) base.values[i] = at(series.low, i) ? at(series.low, i) : at(series.values, i);
    level_ends(base.values);
    const Values low = base.values;
    PlotSeries& width = add(series.name + word(document_, "（范围）", " (range)"), PlotRole::band, series.look);
    for (std::size_t i = 0; i < size(); ++i) {
      if (low[i]) width.values[i] = at(series.low, i) && at(series.high, i) ? *series.high[i] - *series.low[i] : 0.0;
    }
  }

  /// An area has no gaps: where there is nothing at all its base goes on level and the band on it has no width.
  static void level_ends(Values& values) {
    std::optional<double> last;
    for (auto& value : values) last = value = value ? value : last;
    last.reset();
    for (auto value = values.rbegin(); value != values.rend(); ++value) last = *value = *value ? *value : last;
  }

  void whiskers(const Series& series, PlotSeries& line) const {
    line.above.resize(size());
    line.below.resize(size());
    for (std::size_t i = 0; i < size(); ++i) {
      const auto value = at(series.values, i);
      if (!value || !at(series.low, i) || !at(series.high, i)) continue;
      line.above[i] = std::max(0.0, *series.high[i] - *value);
      line.below[i] = std::max(0.0, *value - *series.low[i]);
    }
  }

  void edges(const Series& series) {
    const auto edge = [&](const std::string& what, const Values& values) {
      PlotSeries& out = add(series.name + what, PlotRole::edge, series.look);
      for (std::size_t i = 0; i < size(); ++i) out.values[i] = at(values, i);
    };
    edge(word(document_, "（下限）", " (low)"), series.low);
    edge(word(document_, "（上限）", " (high)"), series.high);
  }

  void bar(const Series& series) {
    PlotSeries& out = add(series.name, PlotRole::bar, series.look);
    for (std::size_t i = 0; i < size(); ++i) out.values[i] = at(series.values, i);
    out.labels = labels_of(series, document_);
  }

  /// A label needs a part that is higher than its type.
  void keep_high() {
    double highest = 0.0;
    for (std::size_t i = 0; i < size(); ++i) {
      double column = 0.0;
      for (const PlotSeries& series : plot_.series) column += std::abs(series.values[i].value_or(0.0));
      highest = std::max(highest, column);
    }
    for (PlotSeries& series : plot_.series) {
      for (std::size_t i = 0; i < series.labels.size() && i < size(); ++i) {
        if (std::abs(series.values[i].value_or(0.0)) < highest / 10.0) series.labels[i].clear();
      }
    }
  }

  /// Steps between two levels as bars on hidden ones; what lies below 0 hangs from 0.
  void waterfall(const Series& series) {
    const std::array<std::string, 3> names{word(document_, "合计", "total"), word(document_, "增加", "added"),
                                           word(document_, "减少", "taken away")};
    Values base(size());
    std::array<std::array<Values, 2>, 3> parts;  // total, added, taken; above and below 0
    for (auto& part : parts) part = {Values(size()), Values(size())};
    double level = 0.0;
    for (std::size_t i = 0; i < size(); ++i) {
      const double value = at(series.values, i).value_or(0.0);
      const bool total = i == 0 || i + 1 == size();
      const double from = total ? 0.0 : level;
      level = total ? value : level + value;
      const double low = std::min(from, level), high = std::max(from, level);
      if (low > 0.0) base[i] = low;
      if (high < 0.0) base[i] = high;
      const std::size_t which = total ? 0 : value >= 0.0 ? 1 : 2;
      if (high > 0.0) parts[which][0][i] = high - std::max(low, 0.0);
      if (low < 0.0) parts[which][1][i] = low - std::min(high, 0.0);
      highest_ = std::max(highest_, high);
      lowest_ = std::min(lowest_.value_or(level), level);
    }
    PlotSeries& hidden = add(series.name, PlotRole::hidden, 0);
    hidden.values = base;
    hidden.in_legend = false;
    const std::vector<std::string> labels = labels_of(series, document_);
    for (std::size_t which = 0; which < parts.size(); ++which) step_series(names[which], which, parts[which], labels);
  }

  void step_series(const std::string& name, std::size_t which, const std::array<Values, 2>& parts, const std::vector<std::string>& labels) {
    constexpr std::array<PlotRole, 3> kRoles{PlotRole::total, PlotRole::added, PlotRole::taken};
    bool shown = false;
    for (const Values& part : parts) {
      if (std::none_of(part.begin(), part.end(), [](const auto& v) { return v.has_value(); })) continue;
      PlotSeries& out = add(name, kRoles[which], static_cast<std::uint32_t>(which));
      out.values = part;
      out.in_legend = !shown;
      shown = true;
      for (std::size_t i = 0; i < labels.size() && i < part.size(); ++i) out.labels.push_back(part[i] ? labels[i] : "");
    }
  }

  /// As few series as hold them: two demands of one category stand in two.
  void marks() {
    // Neither lines nor diamonds go together with horizontal bars in Office: demands of pairs stand in the text alone.
    if (chart_.kind == ChartKind::pairs) return;
    const std::size_t first = plot_.series.size();
    for (const Mark& mark : chart_.marks) {
      if (mark.category >= size()) continue;
      auto free = std::find_if(plot_.series.begin() + static_cast<std::ptrdiff_t>(first), plot_.series.end(),
                               [&](const PlotSeries& series) { return !series.values[mark.category]; });
      if (free == plot_.series.end()) {
        PlotSeries& series = add(word(document_, "要求", "demand"), PlotRole::mark, 0);
        series.labels.resize(size());
        series.in_legend = plot_.series.size() == first + 1;
        free = std::prev(plot_.series.end());
      }
      free->values[mark.category] = mark.value;
      free->labels[mark.category] = mark.text;
    }
  }

  void axis() {
    plot_.axis = chart_.unit;
    for (const Series& series : chart_.series) {
      if (chart_.kind == ChartKind::waterfall) break;
      for (const Values* values : {&series.values, &series.low, &series.high}) {
        for (const auto& value : *values) reach(value);
      }
    }
    for (const Mark& mark : chart_.marks) reach(mark.value);
    if (!lowest_) return;
    const bool whole = chart_.unit == "%" && *lowest_ >= 0.0 && highest_ <= 100.0;
    if (whole && highest_ > 80.0) plot_.most = 100.0;
    if (*lowest_ < 0.0) return;
    plot_.least = 0.0;
    // Their numbers stand side by side: five of five digits still do so without being turned.
    if (chart_.kind == ChartKind::pairs && highest_ > 0.0) plot_.step = tick(highest_ / 4.0);
    if (!chart_.from_zero) near();
    if (*plot_.least > 0.0) plot_.axis += word(document_, "（纵轴不从 0 起）", " (axis does not start at 0)");
  }

  void reach(const std::optional<double>& value) {
    if (!value) return;
    lowest_ = std::min(lowest_.value_or(*value), *value);
    highest_ = std::max(highest_, *value);
  }

  /// 1, 2 or 5 times a power of ten, the least that is as much.
  static double tick(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10.0 * power;
    for (const double times : {5.0, 2.0, 1.0}) {
      if (times * power >= least) step = times * power;
    }
    return step;
  }

  /// Starts a fifth of the span below the lowest value, at a tick, with about five ticks.
  void near() {
    const double span = highest_ > *lowest_ ? highest_ - *lowest_ : std::max(std::abs(highest_), 1.0) * 0.1;
    const double step = tick(span / 5.0);
    plot_.step = step;
    plot_.most.reset();
    plot_.least = std::max(0.0, std::floor((*lowest_ - span / 5.0) / step) * step);
  }

  const Chart& chart_;
  const Document& document_;
  Bands bands_;
  Plot plot_;
  std::optional<double> lowest_;
  double highest_ = 0.0;
};

}  // namespace

Plot plot_of(const Chart& chart, const Document& document, Bands bands) { return Builder(chart, document, bands).build(); }

const char* ink_of(std::uint32_t look) {
  static constexpr std::array<const char*, 8> kInks{"1F4E79", "C55A11", "548235", "7F6000", "7030A0", "9DC3E6", "F4B183", "A5A5A5"};
  return kInks.at(look % kInks.size());
}

}  // namespace railshift::analysis::writers::office
