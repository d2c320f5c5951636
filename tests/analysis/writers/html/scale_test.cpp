#include <catch2/catch.hpp>

#include "analysis/writers/html/scale.hpp"
#include "analysis/writers/html/text.hpp"

namespace scale_test {

using namespace railshift;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers::html;

namespace {
Chart axis(const std::string& unit, bool from_zero) {
  Chart chart;
  chart.unit = unit;
  chart.from_zero = from_zero;
  return chart;
}
}  // namespace

TEST_CASE("an axis has round steps from zero to above the highest value", "[writers]") {
  // 93 in about five steps: 20 each, and room above for a text
  const Scale scale = scale_over({12.0, 93.0}, axis("万吨", true));
  CHECK(scale.low == 0.0);
  CHECK(scale.step == 20.0);
  CHECK(scale.high == 100.0);
  CHECK(scale.ticks().size() == 6);
  CHECK_FALSE(scale.cut);
  CHECK(scale.part(50.0) == Approx(0.5));
}

TEST_CASE("an axis of percent ends at 100 unless a value is above", "[writers]") {
  CHECK(scale_over({50.0, 100.0}, axis("%", true)).high == 100.0);
  CHECK(scale_over({50.0, 101.0}, axis("%", true)).high > 101.0);
  CHECK(scale_over({50.0, 100.0}, axis("万吨", true)).high > 100.0);
}

TEST_CASE("an axis that need not start at zero is cut where the values are far from it, and negative values lie on it", "[writers]") {
  const Scale cut = scale_over({80.5, 86.5}, axis("%", false));
  CHECK(cut.cut);
  CHECK(cut.low < 80.5);
  CHECK(cut.low > 70.0);
  CHECK_FALSE(scale_over({1.0, 86.5}, axis("%", false)).cut);
  const Scale negative = scale_over({-3.0, 5.0}, axis("万吨", true));
  CHECK(negative.low <= -3.0);
  CHECK(negative.high >= 5.0);
  CHECK_FALSE(negative.cut);
}

TEST_CASE("an axis of no value, of one value and of zeros has a length", "[writers]") {
  for (const auto& values : std::vector<std::vector<double>>{{}, {7.0}, {0.0, 0.0}, {-2.0}}) {
    for (const bool from_zero : {true, false}) {
      const Scale scale = scale_over(values, axis("t", from_zero));
      CHECK(scale.high > scale.low);
      CHECK(scale.ticks().size() >= 2);
    }
  }
}

TEST_CASE("numbers at an axis have the digits of its step", "[writers]") {
  CHECK(scale_over({0.0, 0.4}, axis("t", true)).text(0.1) == "0.1");
  CHECK(scale_over({0.0, 40000.0}, axis("t", true)).text(10000.0) == "10,000");
  CHECK(grouped(-1234.56, 1) == "−1,234.6");
  CHECK(grouped(-0.04, 1) == "0.0");
  CHECK(round_below(7.0) == 5.0);
  CHECK(round_below(0.3) == Approx(0.2));
  CHECK(round_below(100.0) == 100.0);
}

TEST_CASE("a name is set in as many lines as there is room for and cut after them", "[writers]") {
  // Chinese characters are as wide as they are high: four in 52 px at 13 px
  CHECK(wrapped("太原钢铁", 52.0, 1, 13.0) == std::vector<std::string>{"太原钢铁"});
  CHECK(wrapped("太原钢铁集团", 52.0, 1, 13.0) == std::vector<std::string>{"太原钢…"});
  CHECK(wrapped("太原钢铁集团", 52.0, 2, 13.0) == std::vector<std::string>{"太原钢铁", "集团"});
  CHECK(wrapped("太原钢铁集团有限公司", 52.0, 2, 13.0) == std::vector<std::string>{"太原钢铁", "集团有…"});
  CHECK(wrapped("", 52.0, 2, 13.0) == std::vector<std::string>{""});
}

}  // namespace scale_test
