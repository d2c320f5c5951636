/// Charts as office programs draw them: what bands, waterfalls and demands are made of.
#include <catch2/catch.hpp>

#include "analysis/writers/office/plot.hpp"

namespace plot_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers::office;

namespace {

using Values = std::vector<std::optional<double>>;
constexpr auto kNone = std::nullopt;

Chart waterfall(const Values& values) {
  return {"w", ChartKind::waterfall, "", "万吨", std::vector<std::string>(values.size(), "x"), {{"铁路", values}}};
}
Chart lines(const Values& values, bool from_zero) {
  Chart chart{"l", ChartKind::lines, "", "%", std::vector<std::string>(values.size(), "x"), {{"方案", values}}};
  chart.from_zero = from_zero;
  return chart;
}
/// Series of a role, one after another.
std::vector<Values> of_role(const Plot& plot, PlotRole role) {
  std::vector<Values> out;
  for (const PlotSeries& series : plot.series) {
    if (series.role == role) out.push_back(series.values);
  }
  return out;
}

}  // namespace

TEST_CASE("steps of a waterfall stand on the level before them, falls on the level after", "[writers]") {
  const Plot plot = plot_of(waterfall({100.0, 20.0, -30.0, 90.0}), {});
  CHECK(of_role(plot, PlotRole::total) == std::vector<Values>{{100.0, kNone, kNone, 90.0}});
  CHECK(of_role(plot, PlotRole::added) == std::vector<Values>{{kNone, 20.0, kNone, kNone}});
  CHECK(of_role(plot, PlotRole::taken) == std::vector<Values>{{kNone, kNone, 30.0, kNone}});
  CHECK(of_role(plot, PlotRole::hidden) == std::vector<Values>{{kNone, 100.0, 90.0, kNone}});
}

TEST_CASE("a fall through zero has a part above and a part below, and one entry in the legend", "[writers]") {
  // from 10 down by 25 to -15
  const Plot plot = plot_of(waterfall({10.0, -25.0, -15.0}), {});
  CHECK(of_role(plot, PlotRole::taken) == std::vector<Values>{{kNone, 10.0, kNone}, {kNone, -15.0, kNone}});
  int entries = 0;
  for (const PlotSeries& series : plot.series) entries += series.role == PlotRole::taken && series.in_legend ? 1 : 0;
  CHECK(entries == 1);
  CHECK_FALSE(plot.least.has_value());  // values below 0: the program finds the axis
}

TEST_CASE("the axis of lying bars has five numbers at most, which stand side by side", "[writers]") {
  const auto step = [](double highest) {
    return plot_of({"p", ChartKind::pairs, "", "万吨", {"没有运输链", "未选择"}, {{"方案", {highest, 22.6}}}}, {}).step;
  };
  CHECK(step(8000.0) == 2000.0);
  CHECK(step(8000.1) == 5000.0);
  CHECK(step(10'092.6) == 5000.0);
  CHECK_FALSE(plot_of(lines({79.0, 86.5}, true), {}).step.has_value());
}

TEST_CASE("an axis starts at 0, or says that it does not and starts at a tick below all values", "[writers]") {
  CHECK(plot_of(lines({79.0, 86.5}, true), {}).least == 0.0);
  CHECK(plot_of(lines({79.0, 86.5}, true), {}).axis == "%");
  const Plot near = plot_of(lines({79.0, 86.5}, false), {});
  CHECK(near.step == 2.0);  // 7.5 / 5 = 1.5, the next of 1, 2, 5
  CHECK_FALSE(near.most.has_value());
  CHECK(near.least == 76.0);  // 79 - 1.5 = 77.5, down to a tick
  CHECK(near.axis == "%（纵轴不从 0 起）");
  CHECK(plot_of(lines({1.0, 86.5}, false), {}).axis == "%");  // a fifth of the span below 1 is 0
}

TEST_CASE("a share above 80 has an axis up to 100, one of 80 has none", "[writers]") {
  CHECK(plot_of(lines({10.0, 80.1}, true), {}).most == 100.0);
  CHECK_FALSE(plot_of(lines({10.0, 80.0}, true), {}).most.has_value());
  CHECK_FALSE(plot_of(lines({10.0, 100.1}, true), {}).most.has_value());
}

TEST_CASE("two demands of one category are two series with one entry in the legend", "[writers]") {
  Chart chart = lines({50.0, 60.0}, true);
  chart.marks = {{1, 85.0, "≥ 85%"}, {1, 90.0, "≥ 90%"}, {0, 70.0, "≥ 70%"}, {2, 1.0, "outside"}};
  const Plot plot = plot_of(chart, {});
  CHECK(of_role(plot, PlotRole::mark) == std::vector<Values>{{70.0, 85.0}, {kNone, 90.0}});
  CHECK(plot.series[1].in_legend);
  CHECK_FALSE(plot.series[2].in_legend);
}

TEST_CASE("where a band has no value its area goes on without width", "[writers]") {
  Chart chart = lines({kNone, 50.0, 60.0, 70.0}, true);
  chart.series[0].low = {kNone, kNone, 55.0, 64.0};
  chart.series[0].high = {kNone, kNone, 66.0, 75.0};
  const Plot plot = plot_of(chart, {});
  CHECK(of_role(plot, PlotRole::hidden) == std::vector<Values>{{50.0, 50.0, 55.0, 64.0}});
  CHECK(of_role(plot, PlotRole::band) == std::vector<Values>{{0.0, 0.0, 11.0, 11.0}});
}

}  // namespace plot_test
