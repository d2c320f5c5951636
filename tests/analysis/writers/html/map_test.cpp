/// A static map: the network, what changed on it, a scale and the north.
#include <catch2/catch.hpp>

#include "analysis/writers/html/map_frame.hpp"
#include "analysis/writers/html/map_svg.hpp"
#include "tests/analysis/writers/count.hpp"

namespace map_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

namespace {

/// Three roads, a railway and two places within 0.4 degrees.
Map town() {
  return {"m",
          "货车流量变化",
          {{"p-1", "甲厂", "listed_site", 112.5, 37.9}, {"p-2", "东口", "gateway", 112.9, 37.8}},
          {{"l-1", "外环", "road", {{{112.5, 37.9}}, {{112.7, 37.85}}}},
           {"l-2", "内环", "road", {{{112.5, 37.83}}, {{112.6, 37.83}}}},
           {"l-3", "小路", "road", {{{112.8, 37.9}}, {{112.9, 37.9}}}},
           {"l-4", "石太线", "rail", {{{112.5, 37.9}}, {{112.9, 37.8}}}}},
          {{"change",
            "变化",
            "辆/日",
            true,
            "lines",
            {"2024", "2025", "2025-12"},
            {{{9.0}, {-120.0}, {7.0}}, {{9.0}, {35.0}, {7.0}}, {{9.0}, {0.5}, {7.0}}, {}}}},
          ""};
}

}  // namespace

TEST_CASE("a map shows its first layer in the last whole year, more and less by dash and sign", "[writers]") {
  const std::string svg = html::map_svg(town(), Language::zh, html::MapRoom::report);
  // -120 and +35; 0.5 is less than a fiftieth of the largest
  CHECK(count(svg, "class=\"flow\"") == 2);
  CHECK(count(svg, ">−120</text>") == 1);
  CHECK(count(svg, ">+35.0</text>") == 1);
  CHECK(count(svg, "<title>外环 −120 辆/日</title>") == 1);
  CHECK(count(svg, "stroke-dasharray=\"7 3\"") == 1 + 1);  // the line with less, and the legend
  CHECK(count(svg, "增加 +100 辆/日") == 1);
  CHECK(count(svg, "减少 −100 辆/日") == 1);
}

TEST_CASE("a map has a scale bar, an arrow to the north, and a legend of the kinds that stand on it", "[writers]") {
  const std::string svg = html::map_svg(town(), Language::en, html::MapRoom::report);
  CHECK(count(svg, "class=\"north\"") == 1);
  CHECK(count(svg, " km</text>") == 1);
  CHECK(count(svg, "class=\"place\"") == 2);
  CHECK(count(svg, ">listed firm</text>") == 1);
  CHECK(count(svg, ">gateway</text>") == 1);
  CHECK(count(svg, ">siding</text>") == 0);
  CHECK(count(svg, ">甲厂</text>") == 1);
}

TEST_CASE("kilometres are alike in both directions, and the scale bar is as long as it says", "[writers]") {
  const html::MapFrame frame(town(), html::MapRoom::report);
  // at 37.85 degrees a degree of longitude is 0.7896 of one of latitude
  const double east = frame.at(112.7, 37.85).x - frame.at(112.6, 37.85).x;
  const double south = frame.at(112.6, 37.85).y - frame.at(112.6, 37.95).y;
  CHECK(east / south == Approx(0.7896).margin(0.0005));
  const std::string bar = frame.scale_bar(Language::zh);
  const double km = std::stod(bar.substr(bar.rfind('>', bar.find(" 公里")) + 1));
  const double px = std::stod(bar.substr(bar.find("v6h") + 3));
  CHECK(px / km == Approx(south / 11.12).margin(0.1));
}

TEST_CASE("layers of points are circles, a map of one place has a size, and one without layers is the network", "[writers]") {
  Map points = town();
  points.layers = {{"at", "到达", "万吨", false, "points", {"2025"}, {{{4.0}}, {{1.0}}}}};
  const std::string svg = html::map_svg(points, Language::zh, html::MapRoom::report);
  CHECK(count(svg, "<circle class=\"flow\"") == 2);
  CHECK(count(svg, "r=\"14.0\"") == 1);
  CHECK(count(svg, "r=\"7.0\"") == 1);  // a quarter of the value: half the radius
  const Map alone{"m", "一处", {{"p", "甲厂", "site", 112.5, 37.9}}, {}, {}, ""};
  CHECK(count(html::map_svg(alone, Language::zh, html::MapRoom::report), "class=\"place\"") == 1);
  CHECK(count(html::map_svg(alone, Language::zh, html::MapRoom::report), "nan") == 0);
  CHECK(count(html::map_svg(Map{"m", "空", {}, {}, {}, ""}, Language::zh, html::MapRoom::report), "nan") == 0);
}

TEST_CASE("in a brief a map is low, with letters of the same size and its legend beside it", "[writers]") {
  const auto height_of = [](const std::string& svg) { return std::stod(svg.substr(svg.find("viewBox=\"0 0 680 ") + 17)); };
  CHECK(height_of(html::map_svg(town(), Language::zh, html::MapRoom::brief)) <= 260.0);
  const std::string svg = html::map_svg(town(), Language::zh, html::MapRoom::brief);
  const std::string legend = svg.substr(svg.find("class=\"meaning\""));
  CHECK(std::stod(legend.substr(legend.find("translate(") + 10)) > html::MapFrame(town(), html::MapRoom::brief).width());
}

}  // namespace map_test
