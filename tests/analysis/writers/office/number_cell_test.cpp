/// Figures as numbers of a spreadsheet: shown to the letter, or text.
#include <catch2/catch.hpp>

#include "analysis/writers/xlsx/number_cell.hpp"
#include "tests/analysis/writers/office/office_file.hpp"

namespace number_cell_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;
using namespace railshift::analysis::writers::office;

namespace {

Figure figure(double value, const std::string& text) {
  Figure f;
  f.value = value;
  f.text = text;
  return f;
}

}  // namespace

TEST_CASE("a plain number with or without a unit is a number whose format shows it", "[writers]") {
  const auto [value, text, held, format] = GENERATE(table<double, std::string, double, std::string>({
      {0.8512, "85.12%", 0.8512, "0.00%"},
      {85.12, "85.12%", 85.12, "0.00\"%\""},                  // a value that is per cent already
      {1234567.0, "123.46 万吨", 123.4567, "0.00\" 万吨\""},  // by ten thousand, which no format divides by
      {1234567.0, "1,234,567 t", 1234567.0, "#,##0\" t\""},
      {1234567.0, "1.23 Mt", 1.234567, "0.00\" Mt\""},
      {1234567.0, "1235 kt", 1234.567, "0\" kt\""},
      {-55.92, "-55.92", -55.92, "0.00"},
      {-55.92, "−55.92", -55.92, "0.00;\"−\"0.00"},  // the minus of typesetters
      {3.4, "+3.4", 3.4, "\"+\"0.0"},
      {0.0123, "1.2 个百分点", 1.23, "0.0\" 个百分点\""},
      {0.0, "0", 0.0, "0"},
      {7.0, "7", 7.0, "0"},
      {250000000.0, "2.5 亿元", 2.5, "0.0\" 亿元\""},
  }));
  INFO(text);
  const auto cell = number_cell(figure(value, text));
  REQUIRE(cell.has_value());
  CHECK(cell->value == Approx(held).epsilon(1e-13));
  CHECK(cell->format == format);
  CHECK(shown(cell->value, cell->format) == text);
}

TEST_CASE("what no format shows to the letter stays text", "[writers]") {
  const auto [value, text] = GENERATE(table<double, std::string>({
      {0.8512, "85.13%"},           // another number
      {0.8512, "≥ 85.12%"},         // more than a number
      {0.8512, "85.12%（80–90）"},  // two of them
      {1234567.0, "1,23,4567"},     // no groups of thousands
      {12.0, "012"},
      {5.0, "-5"},       // a sign that the value does not have
      {-0.001, "0.00"},  // a spreadsheet would show -0.00
      {1.0, "一"},
      {1.0, ""},
      {1.0, "1."},
      {1.0, "1 \"t\""},  // quotes end a literal
  }));
  INFO(text);
  CHECK_FALSE(number_cell(figure(value, text)).has_value());
}

TEST_CASE("a figure without a value stays text", "[writers]") {
  Figure none;
  none.text = "—";
  CHECK_FALSE(number_cell(none).has_value());
}

TEST_CASE("digits are rounded as a spreadsheet rounds: half away from zero, of fifteen digits", "[writers]") {
  CHECK(shown_digits(0.5, 0, 0) == "1");
  CHECK(shown_digits(2.5, 0, 0) == "3");       // printf would say 2
  CHECK(shown_digits(1.005, 0, 2) == "1.01");  // 1.00499999999999989 has 1.005 in fifteen digits
  CHECK(shown_digits(0.12345, 2, 2) == "12.35");
  CHECK(shown_digits(0.0004, 0, 3) == "0.000");
  CHECK(shown_digits(0.0005, 0, 3) == "0.001");
  CHECK(shown_digits(999.95, 0, 1) == "1000.0");
  CHECK(shown_digits(1234567.0, -4, 2) == "123.46");
  CHECK(shown_digits(12.0, -4, 2) == "0.00");
  CHECK(shown_digits(0.0, 0, 1) == "0.0");
  CHECK(shown_digits(-7.25, 0, 1) == "7.3");
}

TEST_CASE("the mark of an estimate stands in the format, behind the unit", "[writers]") {
  const auto cell = number_cell(figure(0.8512, "85.12%"), "（估算）");
  REQUIRE(cell.has_value());
  CHECK(shown(cell->value, cell->format) == "85.12%（估算）");
}

}  // namespace number_cell_test
