/// Numbers as a reader wants them, the same on terminal and page.
#include <catch2/catch.hpp>

#include "analysis/words/figures.hpp"

namespace figures_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

constexpr Language zh = Language::zh, en = Language::en;

}  // namespace

TEST_CASE("a number is grouped by three and never minus zero", "[analysis]") {
  CHECK(grouped(1234567.891, 1) == "1,234,567.9");
  CHECK(grouped(999.0, 0) == "999");
  CHECK(grouped(1000.0, 0) == "1,000");
  CHECK(grouped(-1000.0, 0) == "-1,000");
  CHECK(grouped(-999.0, 0) == "-999");
  CHECK(grouped(-0.001, 1) == "0.0");
}

TEST_CASE("a number of a table keeps the decimals that it was written with", "[analysis]") {
  CHECK(grouped_as_written(1'500'000.0) == "1,500,000");
  CHECK(grouped_as_written(-0.1) == "-0.1");
  CHECK(grouped_as_written(0.0) == "0");
  CHECK(grouped_as_written(12'345.678) == "12,345.678");
  CHECK(grouped_as_written(1e20) == "100,000,000,000,000,000,000");
}

TEST_CASE("a share is a percentage, nothing is a dash", "[analysis]") {
  CHECK(figure_text(1.0, "1", zh) == "100.00%");
  CHECK(figure_text(0.8512, "1", zh) == "85.12%");
  CHECK(figure_text(85.0, "%", en) == "85.00%");
  CHECK(figure_text(std::nullopt, "t", zh) == "—");
}

TEST_CASE("a value just off a threshold has digits until it reads so, on both sides, and one that is on it has none more", "[analysis]") {
  CHECK(figure_text_beside(0.84999, 0.85, "1", zh) == "84.999%");
  CHECK(figure_text_beside(0.85001, 0.85, "1", zh) == "85.001%");
  CHECK(figure_text_beside(0.8499, 0.85, "1", zh) == "84.99%");
  CHECK(figure_text_beside(0.85, 0.85, "1", zh) == "85.00%");
  CHECK(figure_text_beside(0.1 + 0.2, 0.3, "1", zh) == "30.00%");  // rounding of the arithmetic
  CHECK(figure_text_beside(0.85000049, 0.85, "1", en) == "85.00005%");
  CHECK(figure_text_beside(12'000'040.0, 12'000'000.0, "t", zh) == "1,200.004 万吨");
  CHECK(figure_text_beside(12'000'000.4, 12'000'000.0, "t", en) == "12.0000004 Mt");
  CHECK(figure_text_beside(999'999.9, 1'000'000.0, "t", en) == "0.9999999 Mt");
  CHECK(figure_text_beside(std::nullopt, 0.85, "1", zh) == "—");
  // 12.3461 is above 12.3456 and must not read below it
  CHECK(exact_text(0.123456, "1", zh) == "12.3456%");
  CHECK(figure_text_beside(0.123461, 0.123456, "1", zh) == "12.35%");
  CHECK(figure_text_beside(0.1234557, 0.123456, "1", zh) == "12.34557%");
}

TEST_CASE("a threshold has the decimals that it was written with, two of a share at least", "[analysis]") {
  CHECK(exact_text(0.85, "1", zh) == "85.00%");
  CHECK(exact_text(0.29, "1", zh) == "29.00%");
  CHECK(exact_text(85.125, "%", en) == "85.125%");
  CHECK(exact_text(12'345'678.0, "t", zh) == "1,234.5678 万吨");
  CHECK(exact_text(12'345'678.0, "t", en) == "12.345678 Mt");
  CHECK(exact_text(0.001, "t", en) == "0.00100 t");
  CHECK(exact_text(0.0, "vehicles", zh) == "0 辆");
}

TEST_CASE("large masses and ways are counted in ten thousands in Chinese, in English masses in millions and ways in digits", "[analysis]") {
  CHECK(figure_text(9'999.9, "t", zh) == "9,999.9 吨");
  CHECK(figure_text(10'000.0, "t", zh) == "1.00 万吨");
  CHECK(figure_text(9'999.9, "t", en) == "9,999.9 t");
  CHECK(figure_text(10'000.0, "t", en) == "10,000 t");
  // below a million without decimals: 999,999.5 is the first that would read 1,000,000 t
  CHECK(figure_text(999'999.4, "t", en) == "999,999 t");
  CHECK(figure_text(999'999.5, "t", en) == "1.00 Mt");
  CHECK(figure_text(1'000'000.0, "t", en) == "1.00 Mt");
  CHECK(figure_text(1'146'529.378, "t", en) == "1.15 Mt");
  CHECK(figure_text(50'923'000.0, "t", en) == "50.92 Mt");
  CHECK(difference_text(-1'300'000.0, "t", en) == "-1.30 Mt");
  CHECK(figure_text(2'500'000'000.0, "kg", en) == "2.50 Mt");
  CHECK(exact_text(1'500'000.0, "t", en) == "1.50 Mt");  // a threshold
  CHECK(figure_text(12'480'000.0, "km", zh) == "1,248.00 万公里");
  CHECK(figure_text(12'480'000.0, "km", en) == "12,480,000 km");
  CHECK(figure_text(3'660.0, "km", zh) == "3,660 公里");
  CHECK(figure_text(99'999'000.0, "t", zh) == "9,999.90 万吨");
  CHECK(figure_text(100'000'000.0, "t", zh) == "1.00 亿吨");
  CHECK(figure_text(628'695'000.0, "km", zh) == "6.29 亿公里");
  CHECK(figure_text(628'695'000.0, "km", en) == "628,695,000 km");
}

TEST_CASE("money is counted as an office counts it, in Chinese in ten thousands and in English in millions", "[analysis]") {
  CHECK(figure_text(9'999.0, "yuan", zh) == "9,999 元");
  CHECK(figure_text(10'000.0, "yuan", zh) == "1.00 万元");
  CHECK(figure_text(-629'258'741.0, "yuan", zh) == "-6.29 亿元");
  CHECK(figure_text(54'000.0, "yuan", en) == "54,000 yuan");
  CHECK(figure_text(999'999.0, "yuan", en) == "999,999 yuan");
  CHECK(figure_text(1'000'000.0, "yuan", en) == "1.00 million yuan");
  CHECK(difference_text(-629'258'741.0, "yuan", en) == "-629.26 million yuan");
  CHECK(difference_text(1'543'500.0, "yuan", en) == "+1.54 million yuan");
  CHECK(figure_text(12'982'000'000.0, "yuan", en) == "12.98 billion yuan");
  CHECK(figure_text(26.5, "yuan/t", en) == "26.50 yuan/t");
}

TEST_CASE("what rounds to the next word has it", "[analysis]") {
  // 999,994,999 is 999.994999 million, 999,995,000 the first that would read 1,000.00 million
  CHECK(figure_text(999'994'999.0, "yuan", en) == "999.99 million yuan");
  CHECK(figure_text(999'995'000.0, "yuan", en) == "1.00 billion yuan");
  CHECK(figure_text(99'999'949.0, "yuan", zh) == "9,999.99 万元");
  CHECK(figure_text(99'999'950.0, "yuan", zh) == "1.00 亿元");
  CHECK(figure_text(-99'999'950.0, "t", zh) == "-1.00 亿吨");
}

TEST_CASE("money has digits until it reads on its side of its threshold", "[analysis]") {
  CHECK(exact_text(30'000'000.0, "yuan", en) == "30.00 million yuan");
  CHECK(exact_text(30'000'001.0, "yuan", en) == "30.000001 million yuan");
  CHECK(figure_text_beside(30'000'400.0, 30'000'000.0, "yuan", en) == "30.0004 million yuan");
  CHECK(figure_text_beside(29'999'600.0, 30'000'000.0, "yuan", en) == "29.9996 million yuan");
  CHECK(figure_text_beside(30'000'000.0, 30'000'000.0, "yuan", en) == "30.00 million yuan");
  CHECK(figure_text_beside(30'000'040.0, 30'000'000.0, "yuan", zh) == "3,000.004 万元");
  // just below a billion, beside a threshold of a billion: never the same text
  CHECK(figure_text_beside(999'999'000.0, 1e9, "yuan", en) == "0.999999 billion yuan");
}

TEST_CASE("a whole number has no decimals, a small one three digits", "[analysis]") {
  CHECK(figure_text(1.4, "t", en) == "1.400 t");
  CHECK(figure_text(0.0014, "t", en) == "0.00140 t");
  CHECK(figure_text(0.5, "t", en) == "0.500 t");
  CHECK(figure_text(0.0, "t", zh) == "0 吨");
  CHECK(figure_text(1'730.0, "trucks", zh) == "1,730 辆");
  CHECK(figure_text(99.5, "trucks", en) == "99.5 trucks");  // a mean of runs
  CHECK(figure_text(240.3, "trucks", en) == "240 trucks");
  CHECK(figure_text(35.25, "ug/m3", zh) == "35.25 微克/立方米");
  CHECK(figure_text(3.0, "", zh) == "3");
}

TEST_CASE("shares differ by points, and a difference says its sign", "[analysis]") {
  CHECK(difference_text(0.0335, "1", zh) == "+3.35 个百分点");
  CHECK(difference_text(-3.35, "%", en) == "-3.35 points");
  CHECK(difference_text(0.0, "1", en) == "0.00 points");
  CHECK(difference_text(6'700.0, "t", en) == "+6,700 t");
  CHECK(difference_text(-14.0, "trucks", zh) == "-14 辆");
  CHECK(difference_text(std::nullopt, "t", zh) == "—");
  CHECK(distance_text(0.0335, "1", zh) == "3.35 个百分点");
  CHECK(percent_text(16.75, "t") == "+16.75%");
  CHECK(percent_text(-0.001, "t") == "0.00%");
  CHECK(percent_text(16.75, "1") == "—");
  CHECK(percent_text(std::nullopt, "t") == "—");
}

}  // namespace figures_test
