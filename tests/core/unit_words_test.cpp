#include "sim/core/unit_words.hpp"

#include <catch2/catch.hpp>

using namespace railshift;

namespace {

/// "value word unit", or "none".
std::string read(const std::string& text) {
  const auto number = number_with_unit(text);
  if (!number) return "none";
  std::string value = std::to_string(number->value);
  value.erase(value.find_last_not_of('0') + 1);
  return value + " " + std::string(number->word) + " " + std::string(unit_of(number->measured));
}

}  // namespace

TEST_CASE("a number with a unit word is read in the unit that tables have for it", "[core]") {
  CHECK(read("1.5亿吨") == "150000000. 亿吨 t");
  CHECK(read("12.5万吨") == "125000. 万吨 t");
  CHECK(read("12.5 万吨/年") == "125000. 万吨/年 t/year");
  CHECK(read("3公里") == "3. 公里 km");
  CHECK(read("250米") == "0.25 米 km");
  CHECK(read("90分钟") == "1.5 分钟 h");
  CHECK(read("25分/吨公里") == "0.25 分/吨公里 yuan/t-km");
  CHECK(read("0.3元/吨·公里") == "0.3 元/吨·公里 yuan/t-km");
  CHECK(read("60公里/小时") == "60. 公里/小时 km/h");
  CHECK(read("2万辆") == "20000. 万辆 ");
  CHECK(read("30 t") == "30. t t");
}

TEST_CASE("no number, no unit and unknown units are none", "[core]") {
  for (const char* text : {"", "12", "万吨", "十万吨", "12个", "1,250吨", "1e3吨", "吨12", "12吨左右"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("full-width digits are told as the half-width number", "[core]") {
  CHECK(half_width_decimal("４００") == "400");
  CHECK(half_width_decimal("－１２．５") == "-12.5");
  CHECK(half_width_decimal("1２") == "12");
  CHECK_FALSE(half_width_decimal("12"));
  CHECK_FALSE(half_width_decimal("１２个"));
  CHECK_FALSE(half_width_decimal("\xFF"));
}
