#include <catch2/catch.hpp>

#include "sim/core/date.hpp"
#include "sim/core/dated.hpp"

namespace date_test {

using namespace railshift;

TEST_CASE("only days that exist are dates", "[core]") {
  CHECK(parse_date("2024-02-29") == make_date(2024, 2, 29));
  for (const char* wrong : {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01", "2024/01/01", ""}) {
    INFO(wrong);
    CHECK_FALSE(parse_date(wrong));
  }
}

TEST_CASE("a month ends on the first day of the next one", "[core]") {
  CHECK(days_in(make_month(2024, 2)) == 29);
  CHECK(days_in(make_month(2023, 2)) == 28);
  CHECK(end_day(make_month(2023, 12)) == make_date(2024, 1, 1));
  CHECK(to_string(make_month(2023, 12)) == "2023-12");
}

TEST_CASE("a dated value holds from its day on and says nothing before", "[core]") {
  Dated<int> value;
  value.from(make_date(2022, 1, 1), 6);
  value.from(make_date(2021, 1, 1), 5);
  CHECK_FALSE(value.on(make_date(2020, 12, 31)));
  CHECK(value.on(make_date(2021, 1, 1)) == 5);
  CHECK(value.on(make_date(2021, 12, 31)) == 5);
  CHECK(value.on(make_date(2022, 1, 1)) == 6);
  CHECK(value.on(make_date(2060, 1, 1)) == 6);
}

TEST_CASE("hours become ticks rounded once, half up", "[core]") {
  CHECK(ticks_from_hours(1.0) == 3600 * 1024);
  CHECK(ticks_from_hours(0.5 / (3600.0 * 1024.0)) == 1);
  CHECK(ticks_from_hours(0.49 / (3600.0 * 1024.0)) == 0);
}

}  // namespace date_test
