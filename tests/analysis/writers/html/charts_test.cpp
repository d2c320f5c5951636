/// Every kind of chart draws each of its values once, with the texts of its figures.
#include <catch2/catch.hpp>

#include "analysis/writers/html/charts.hpp"
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/count.hpp"

namespace charts_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

namespace {

std::string drawn(const Chart& chart, Language language = Language::zh) {
  const Document d = sample();
  return html::chart_svg(chart, {d.figures, language});
}

Chart chart_of(ChartKind kind, std::vector<Series> series) {
  return {"c", kind, "标题", "万吨", {"2023", "2024", "2025"}, std::move(series)};
}

}  // namespace

TEST_CASE("a line chart has a point a value, a gap where there is none, and a name and a dash a series", "[writers]") {
  const std::string svg =
      drawn(chart_of(ChartKind::lines, {{"方案", {10.0, std::nullopt, 12.0}}, {"基准", {9.0, 9.5, 9.8}, {}, {}, {}, 1}}));
  CHECK(count(svg, "class=\"point\"") == 5 + 2);  // and one a series in the legend
  CHECK(count(svg, "class=\"line\"") == 2);
  CHECK(count(svg, "stroke-dasharray=\"7 4\"") == 2);  // the second line and its sample
  CHECK(count(svg, ">方案</text>") == 1);
  CHECK(count(svg, ">基准</text>") == 1);
  const auto line = svg.substr(svg.find("class=\"line\""));
  CHECK(count(line.substr(0, line.find("fill=")), "M") == 2);  // the pen is lifted over 2024
}

TEST_CASE("a band is drawn where both its ends are known, and the legend says what it is", "[writers]") {
  const Series with_gap{"方案", {10.0, 11.0, 12.0}, {}, {9.0, std::nullopt, 11.0}, {11.0, 12.0, 13.0}};
  const std::string svg = drawn(chart_of(ChartKind::lines, {with_gap}));
  CHECK(count(svg, "class=\"band\"") == 2);
  CHECK(count(svg, "不确定输入变动时的范围") == 1);
  CHECK(count(drawn(chart_of(ChartKind::lines, {with_gap}), Language::en), "range where uncertain inputs vary") == 1);
  CHECK(count(drawn(chart_of(ChartKind::lines, {{"方案", {10.0, 11.0, 12.0}}})), "class=\"band\"") == 0);
}

TEST_CASE("demands are diamonds with their text, and no text covers another", "[writers]") {
  Chart chart = chart_of(ChartKind::lines, {{"方案", {10.0, 11.0, 12.0}}});
  chart.marks = {{1, 11.0, "≥ 11 TY-12"}, {1, 11.2, "≥ 11.2 TY-13"}};
  const std::string svg = drawn(chart);
  CHECK(count(svg, "class=\"demand\"") == 2 + 1);  // and one in the legend
  const auto y_of = [&](const std::string& text) {
    const auto element = svg.rfind("<text", svg.find(">" + text));
    return std::stod(svg.substr(svg.find("y=\"", element) + 3));
  };
  CHECK(std::abs(y_of("≥ 11 TY-12") - y_of("≥ 11.2 TY-13")) >= 13.0);
}

TEST_CASE("a stack has a part a value other than zero, hatched as in every chart", "[writers]") {
  const std::string svg =
      drawn(chart_of(ChartKind::stack, {{"国五", {5.0, 4.0, 0.0}, {}, {}, {}, 2}, {"国六", {1.0, std::nullopt, 6.0}, {}, {}, {}, 3}}));
  CHECK(count(svg, "class=\"part\"") == 4);
  CHECK(count(svg, "url(#fill2)") == 2 + 1);  // and one in the legend
  CHECK(count(svg, "url(#fill3)") == 2 + 1);
  // what is below zero hangs from it: the axis then has a negative number
  CHECK(count(drawn(chart_of(ChartKind::stack, {{"变化", {5.0, -4.0, 0.0}}})), ">−") >= 1);
}

TEST_CASE("pairs have a bar a value and the range of it where inputs varied", "[writers]") {
  const std::string svg = drawn(
      chart_of(ChartKind::pairs, {{"方案", {10.0, std::nullopt, 12.0}, {}, {9.0, std::nullopt, std::nullopt}, {11.0, std::nullopt, 13.0}},
                                  {"基准", {9.0, 9.5, 9.8}}}));
  CHECK(count(svg, "class=\"bar\"") == 5);
  CHECK(count(svg, "class=\"range\"") == 1);  // the third has an upper end alone
  CHECK(count(svg, "stroke-dasharray=\"5 3\"") == 3 + 1);
}

TEST_CASE("a waterfall goes from total to total over what adds and what takes", "[writers]") {
  Chart chart = chart_of(ChartKind::waterfall, {{"铁路运量", {100.0, 20.0, -3.5, 116.5}}});
  chart.categories = {"基准", "甲", "乙", "方案"};
  const std::string svg = drawn(chart);
  CHECK(count(svg, "class=\"bar\"") == 4);
  CHECK(count(svg, "url(#adds)") == 1 + 1);
  CHECK(count(svg, "url(#takes)") == 1 + 1);
  CHECK(count(svg, ">+20.0</text>") == 1);
  CHECK(count(svg, ">−3.5</text>") == 1);
  // 116.5 is where the third step ends: the connecting line to the last bar is level with its end
  const auto width_of_last = svg.rfind("class=\"bar\"");
  const auto number = [&](const char* what, std::size_t from) {
    return std::stod(svg.substr(svg.find(what, from) + std::string(what).size()));
  };
  const auto dotted = svg.rfind("stroke-dasharray=\"2 2\"");
  CHECK(number("x=\"", width_of_last) + number("width=\"", width_of_last) ==
        Approx(number("x1=\"", svg.rfind("<line", dotted))).margin(0.2));
}

TEST_CASE("a value with a figure carries its text and its id in every kind of chart", "[writers]") {
  for (const ChartKind kind : {ChartKind::lines, ChartKind::stack, ChartKind::pairs, ChartKind::waterfall}) {
    INFO(kChartNames.at(static_cast<std::size_t>(kind)));
    const std::string svg = drawn(chart_of(kind, {{"方案", {1.0, 2.0, 2.5}, {"", "", "verdict:t-1:value"}}}));
    CHECK(count(svg, "data-figure=\"verdict:t-1:value\">85.12%</text>") == 1);
  }
}

TEST_CASE("an axis that does not start at zero says so in words and by a sign, one from zero does not", "[writers]") {
  Chart chart = chart_of(ChartKind::lines, {{"方案", {80.0, 81.0, 82.0}}});
  CHECK(count(drawn(chart), "class=\"cut\"") == 0);
  chart.from_zero = false;
  CHECK(count(drawn(chart), "class=\"cut\"") == 1);
  CHECK(count(drawn(chart), "轴不从 0 起") == 1);
  CHECK(count(drawn(chart, Language::en), "axis does not start at 0") == 1);
}

}  // namespace charts_test
