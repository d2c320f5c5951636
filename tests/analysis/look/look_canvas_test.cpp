#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/look/output/canvas.hpp"
#include "analysis/look/output/map_legend.hpp"

namespace look_canvas_test {

using namespace railshift;
using namespace railshift::analysis::look;

namespace {

const double kCos38 = std::cos(38.0 * std::acos(-1.0) / 180.0);

}  // namespace

TEST_CASE("a canvas is 1100 wide and leaves six hundredths of the larger extent around the places", "[look]") {
  // One degree of longitude: 0.06 on each side makes 1.12 degrees across and 0.12 up.
  const Canvas canvas({{112.0, 38.0}, {113.0, 38.0}});
  CHECK(canvas.at({112.0, 38.0}).x == Approx(1100.0 * 0.06 / 1.12));
  CHECK(canvas.at({113.0, 38.0}).x == Approx(1100.0 * 1.06 / 1.12));
  CHECK(canvas.height() == Approx(1100.0 * 0.12 / (1.12 * kCos38)));
  CHECK(canvas.at({112.0, 38.0}).y == Approx(canvas.height() / 2.0));
}

TEST_CASE("a kilometre is as long across as up, and north is up", "[look]") {
  const Canvas canvas({{112.0, 37.5}, {113.0, 38.5}});
  const double across = canvas.at({112.5, 38.0}).x - canvas.at({112.0, 38.0}).x;
  const double up = canvas.at({112.0, 37.5}).y - canvas.at({112.0, 38.0}).y;
  CHECK(across / (0.5 * 111.2 * kCos38) == Approx(up / (0.5 * 111.2)));
  CHECK(canvas.pixels_per_km() == Approx(up / (0.5 * 111.2)));
  CHECK(up > 0.0);
}

TEST_CASE("one place alone has two hundredths of a degree around it, none at all is drawn at zero", "[look]") {
  const Canvas one({{112.0, 38.0}});
  CHECK(one.at({112.0, 38.0}).x == Approx(550.0));
  CHECK(one.pixels_per_km() == Approx(1100.0 / (0.04 * 111.2 * kCos38)));
  CHECK(Canvas({}).at({0.0, 0.0}).x == Approx(550.0));
}

TEST_CASE("labels of one marker stand right, left, then below, where none covers another", "[look]") {
  // "abc" is 3 x 12 x 0.52 = 18.72 wide. Above it would cover both of its neighbours.
  Labels labels(200.0, 100.0);
  const Point marker{100.0, 50.0};
  const auto right = labels.place(marker, "abc");
  REQUIRE(right);
  CHECK(right->x == Approx(108.0));
  CHECK(right->y == Approx(54.0));
  CHECK(labels.place(marker, "abc")->x == Approx(100.0 - 8.0 - 18.72));
  const auto below = labels.place(marker, "abc");
  REQUIRE(below);
  CHECK(below->x == Approx(100.0 - 9.36));
  CHECK(below->y == Approx(70.0));
}

TEST_CASE("a label keeps off the edge of the sheet and off markers", "[look]") {
  Labels at_the_edge(200.0, 100.0);
  CHECK(at_the_edge.place({190.0, 50.0}, "abc")->x == Approx(190.0 - 8.0 - 18.72));
  Labels taken(200.0, 100.0);
  taken.keep_free({118.0, 50.0}, 5.0);  // another marker stands where the label would
  CHECK(taken.place({100.0, 50.0}, "abc")->x == Approx(100.0 - 8.0 - 18.72));
  Labels small(20.0, 20.0);
  CHECK_FALSE(small.place({10.0, 10.0}, "abc"));
}

TEST_CASE("a Chinese sign takes the room of two letters", "[look]") {
  Labels labels(200.0, 100.0);
  CHECK(labels.place({190.0, 50.0}, "煤矿")->x == Approx(190.0 - 8.0 - 4 * 12.0 * 0.52));
}

TEST_CASE("the widest line carries the most, a quarter of it is half as wide, and none vanishes", "[look]") {
  const FlowWidth width{100.0};
  CHECK(width.of(100.0) == 18.0);
  CHECK(width.of(25.0) == 9.0);
  CHECK(width.of(0.0001) == 0.6);
  CHECK(FlowWidth{}.of(5.0) == 0.0);
}

TEST_CASE("kinds of sites have signs of four forms", "[look]") {
  const auto has = [](SiteKind kind, const std::string& piece) { return marker(kind, {10.0, 10.0}).find(piece) != std::string::npos; };
  CHECK(has(SiteKind::mine, "<path"));
  CHECK(has(SiteKind::quarry, "<path"));
  CHECK(has(SiteKind::heat_plant, "fill=\"#a11\""));
  CHECK(has(SiteKind::cement_works, "fill=\"#6b3fa0\""));
  CHECK(has(SiteKind::trade_zone, "<circle cx=\"10.0\" cy=\"10.0\""));
  CHECK(gateway_sign({10.0, 10.0}).find("M10.0 4.0") != std::string::npos);
}

TEST_CASE("words on the map are escaped", "[look]") {
  CHECK(text_on_map({1.0, 2.0}, "a<b").find(">a&lt;b</text>") != std::string::npos);
  CHECK(text_on_map({1.0, 2.0}, "a", " class=\"x\"").find(" class=\"x\">a") != std::string::npos);
}

}  // namespace look_canvas_test
