#include "sim/core/unit_words.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace unit_words_test {

using namespace railshift;

namespace {

/// "value word unit", or "none".
std::string read(const std::string& text) {
  const auto number = number_with_unit(text);
  if (!number) return "none";
  std::string value = std::to_string(number->in_tables());
  value.erase(value.find_last_not_of('0') + 1);
  return value + " " + std::string(number->word) + " " + std::string(unit_of(number->unit.measured));
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
  CHECK(read("3千吨") == "3000. 千吨 t");
  CHECK(read("3 百万吨 ") == "3000000. 百万吨 t");
  CHECK(read("12.5　万吨") == "125000. 万吨 t");
  CHECK(read("2万吨公里") == "20000. 万吨公里 t-km");
  CHECK(read("15天") == "360. 天 h");
}

TEST_CASE("no number, no unit and unknown units are none", "[core]") {
  for (const char* text : {"", "12", "万吨", "十万吨", "12个", "1,250吨", "1e3吨", "吨12", "12吨左右", "12吨/车", "12公里吨"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a unit is a whole word, and neither its end nor its beginning", "[core]") {
  CHECK(measured_unit("千吨") == MeasuredUnit{Measured::mass, 1e3});
  CHECK(measured_unit("万吨公里") == MeasuredUnit{Measured::haul, 1e4});
  CHECK(measured_unit("t/day") == measured_unit("吨/天"));
  for (const char* word : {"", "万", "运量吨", "吨位", "吨/车", "单位"}) {
    INFO(word);
    CHECK_FALSE(measured_unit(word));
  }
}

TEST_CASE("a number of one unit is one of another that measures the same", "[core]") {
  const auto as = [](double number, const char* from, const char* to) {
    return converted(number, *measured_unit(from), *measured_unit(to));
  };
  CHECK(as(30.0, "分钟", "min") == 30.0);
  CHECK(as(20.0, "分钟", "min") == 20.0);
  CHECK(as(0.5, "小时", "min") == 30.0);
  CHECK(as(15.0, "天", "d") == 15.0);
  CHECK(as(25.0, "kg", "t") == 0.025);
  CHECK(as(6.0, "万吨", "千吨") == 60.0);
  CHECK_FALSE(as(6.0, "万吨", "万吨公里"));
  CHECK_FALSE(as(6.0, "万吨", "吨/年"));
}

TEST_CASE("full-width digits are told as the half-width number", "[core]") {
  CHECK(half_width_decimal("４００") == "400");
  CHECK(half_width_decimal("－１２．５") == "-12.5");
  CHECK(half_width_decimal("1２") == "12");
  CHECK_FALSE(half_width_decimal("12"));
  CHECK_FALSE(half_width_decimal("１２个"));
  CHECK_FALSE(half_width_decimal("\xFF"));
}

TEST_CASE("the words of a mass are those that are read as one", "[core]") {
  const auto words = words_for(Measured::mass);
  for (const char* word : {"吨", "千吨", "万吨", "百万吨", "亿吨", "公斤", "t", "kg"})
    CHECK(std::find(words.begin(), words.end(), word) != words.end());
  for (const std::string_view word : words) CHECK(measured_unit(word)->measured == Measured::mass);
}

}  // namespace unit_words_test
