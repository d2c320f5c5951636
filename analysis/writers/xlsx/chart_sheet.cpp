#include "analysis/writers/xlsx/chart_sheet.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>

#include "analysis/writers/office/book_bytes.hpp"
#include "analysis/writers/office/plot.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Chart;
using document::ChartKind;
using document::Document;

constexpr lxw_row_t kChartRows = 18;  // that a chart takes at the usual height
constexpr double kFirstWidth = 24, kOtherWidth = 13;

lxw_color_t ink(std::uint32_t look) { return static_cast<lxw_color_t>(std::strtoul(ink_of(look), nullptr, 16)); }

std::uint8_t type_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::lines:
      return LXW_CHART_LINE;
    case ChartKind::stack:
    case ChartKind::waterfall:
      return LXW_CHART_COLUMN_STACKED;
    case ChartKind::pairs:
      return LXW_CHART_BAR;
  }
  return LXW_CHART_LINE;
}

void set_bar(lxw_chart_series* series, std::uint32_t look) {
  constexpr std::array<std::uint8_t, 8> kPatterns{0,
                                                  LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
                                                  LXW_CHART_PATTERN_LIGHT_HORIZONTAL,
                                                  LXW_CHART_PATTERN_PERCENT_25,
                                                  LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
                                                  0,
                                                  LXW_CHART_PATTERN_SMALL_GRID,
                                                  LXW_CHART_PATTERN_PERCENT_50};
  const std::uint8_t pattern = kPatterns.at(look % kPatterns.size());
  lxw_chart_line edge{};
  edge.color = 0x404040;
  edge.width = 0.5F;
  chart_series_set_line(series, &edge);
  if (pattern == 0) {
    lxw_chart_fill fill{};
    fill.color = ink(look);
    chart_series_set_fill(series, &fill);
    return;
  }
  lxw_chart_pattern filled{};
  filled.fg_color = ink(look);
  filled.bg_color = LXW_COLOR_WHITE;
  filled.type = pattern;
  chart_series_set_pattern(series, &filled);
}

void set_line(lxw_chart_series* series, const PlotSeries& from) {
  constexpr std::array<std::uint8_t, 4> kDashes{LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
                                                LXW_CHART_LINE_DASH_LONG_DASH};
  lxw_chart_line line{};
  line.color = ink(from.look);
  line.width = from.role == PlotRole::edge ? 0.75F : 1.75F;
  line.dash_type =
      from.role == PlotRole::edge ? static_cast<std::uint8_t>(LXW_CHART_LINE_DASH_SQUARE_DOT) : kDashes.at(from.look % kDashes.size());
  chart_series_set_line(series, &line);
  chart_series_set_marker_type(series, from.role == PlotRole::edge ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE);
}

void set_nothing(lxw_chart_series* series) {
  lxw_chart_line line{};
  line.none = 1;
  lxw_chart_fill fill{};
  fill.none = 1;
  chart_series_set_line(series, &line);
  chart_series_set_fill(series, &fill);
}

void set_mark(lxw_chart_series* series) {
  set_nothing(series);
  lxw_chart_fill fill{};
  fill.color = 0xA61C1C;
  chart_series_set_marker_type(series, LXW_CHART_MARKER_DIAMOND);
  chart_series_set_marker_size(series, 9);
  chart_series_set_marker_fill(series, &fill);
}

void set_role(lxw_chart_series* series, const PlotSeries& from) {
  switch (from.role) {
    case PlotRole::line:
    case PlotRole::edge:
      return set_line(series, from);
    case PlotRole::bar:
    case PlotRole::total:
    case PlotRole::added:
    case PlotRole::taken:
    case PlotRole::band:
      return set_bar(series, from.look);
    case PlotRole::hidden:
      return set_nothing(series);
    case PlotRole::mark:
      return set_mark(series);
  }
}

/// The library takes a text that begins with = for a range; a blank in front keeps it a text.
void set_labels(lxw_chart_series* series, const PlotSeries& from) {
  if (std::all_of(from.labels.begin(), from.labels.end(), [](const std::string& text) { return text.empty(); })) return;
  std::vector<std::string> texts;
  for (const std::string& label : from.labels) texts.push_back((label.starts_with("=") ? " " : "") + cell_text(label));
  std::vector<lxw_chart_data_label> labels(texts.size());
  std::vector<lxw_chart_data_label*> pointers;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty())
      labels[i].hide = 1;
    else
      labels[i].value = texts[i].data();
    pointers.push_back(&labels[i]);
  }
  pointers.push_back(nullptr);
  chart_series_set_labels(series);
  if (from.role == PlotRole::line) chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_ABOVE);
  if (from.role == PlotRole::mark) chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_RIGHT);
  chart_series_set_labels_custom(series, pointers.data());
}

/// A chart, and the block of cells from which it takes every number and name.
class OneChart {
 public:
  OneChart(const ChartSheet& target, SheetFormats& formats, lxw_row_t row) : target_(target), formats_(formats), row_(row) {}

  /// The row below.
  lxw_row_t write(const Chart& chart, const Document& document) {
    const Plot plot = plot_of(chart, document, Bands::edges);
    text(row_, 0, chart.title, formats_.title());
    text(row_ + 1, 0, plot.axis, formats_.head());
    cells(plot);
    lxw_chart* drawn = workbook_add_chart(target_.book, type_of(plot.kind));
    series(drawn, plot);
    axes(drawn, plot);
    // Below the numbers: a page upright holds both.
    lxw_chart_options place{};
    place.x_scale = 1.35;
    const auto below = static_cast<lxw_row_t>(row_ + plot.categories.size() + 2);
    worksheet_insert_chart_opt(target_.sheet, below, 0, drawn, &place);
    if (!chart.note.empty()) text(below + kChartRows - 2, 0, chart.note, formats_.plain());
    return below + kChartRows;
  }

 private:
  void text(lxw_row_t row, std::size_t column, const std::string& words, lxw_format* format) {
    worksheet_write_string(target_.sheet, row, static_cast<lxw_col_t>(column), cell_text(words).c_str(), format);
  }

  void cells(const Plot& plot) {
    for (std::size_t c = 0; c < plot.series.size(); ++c) text(row_ + 1, c + 1, plot.series[c].name, formats_.head());
    for (std::size_t r = 0; r < plot.categories.size(); ++r) {
      const auto row = static_cast<lxw_row_t>(row_ + 2 + r);
      text(row, 0, plot.categories[r], formats_.text(document::Look::plain));
      for (std::size_t c = 0; c < plot.series.size(); ++c) {
        if (!plot.series[c].values[r]) continue;
        worksheet_write_number(target_.sheet, row, static_cast<lxw_col_t>(c + 1), *plot.series[c].values[r],
                               formats_.number("General", document::Look::plain));
      }
    }
  }

  void series(lxw_chart* drawn, const Plot& plot) const {
    std::vector<std::int16_t> deleted;
    const auto last = static_cast<lxw_row_t>(row_ + 1 + plot.categories.size());
    for (std::size_t c = 0; c < plot.series.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c + 1);
      lxw_chart_series* one = chart_add_series(drawn, nullptr, nullptr);
      chart_series_set_categories(one, target_.name.c_str(), row_ + 2, 0, last, 0);
      chart_series_set_values(one, target_.name.c_str(), row_ + 2, column, last, column);
      chart_series_set_name_range(one, target_.name.c_str(), row_ + 1, column);
      set_role(one, plot.series[c]);
      set_labels(one, plot.series[c]);
      if (!plot.series[c].in_legend) deleted.push_back(static_cast<std::int16_t>(c));
    }
    if (deleted.empty()) return;
    deleted.push_back(-1);
    chart_legend_delete_series(drawn, deleted.data());
  }

  void axes(lxw_chart* drawn, const Plot& plot) const {
    chart_title_set_name_range(drawn, target_.name.c_str(), row_, 0);
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_axis* values = chart_axis_get(drawn, LXW_CHART_AXIS_TYPE_Y);
    if (plot.kind == ChartKind::pairs) chart_axis_set_reverse(chart_axis_get(drawn, LXW_CHART_AXIS_TYPE_X));
    if (!plot.axis.empty()) chart_axis_set_name_range(values, target_.name.c_str(), row_ + 1, 0);
    if (plot.least) chart_axis_set_min(values, *plot.least);
    if (plot.step) chart_axis_set_major_unit(values, *plot.step);
    if (plot.most) chart_axis_set_max(values, *plot.most);
  }

  const ChartSheet& target_;
  SheetFormats& formats_;
  lxw_row_t row_;
};

struct Charts {
  std::vector<const Chart*>* out;
  void operator()(const Chart& chart) const { out->push_back(&chart); }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

std::vector<const Chart*> charts_of(const Document& document) {
  std::vector<const Chart*> out;
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) std::visit(Charts{&out}, block);
  }
  return out;
}

void write_charts(const ChartSheet& target, const std::string& title, const Document& document, SheetFormats& formats) {
  worksheet_write_string(target.sheet, 0, 0, cell_text(title).c_str(), formats.title());
  worksheet_set_column(target.sheet, 0, 0, kFirstWidth, nullptr);
  worksheet_set_column(target.sheet, 1, 12, kOtherWidth, nullptr);
  lxw_row_t row = 2;
  for (const Chart* chart : charts_of(document)) row = OneChart(target, formats, row).write(*chart, document);
  set_page(target.sheet, title, 0, -1);
}

}  // namespace railshift::analysis::writers::office
