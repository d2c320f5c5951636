#include <catch2/catch.hpp>

#include "sim/core/dated.hpp"

namespace dated_test {

using namespace railshift;

TEST_CASE("a dated value holds from its day on, and there is none before the first", "[core]") {
  Dated<int> floor;
  CHECK_FALSE(floor.on(make_date(2022, 1, 1)).has_value());
  floor.from(make_date(2022, 1, 1), 6);
  floor.from(make_date(2021, 7, 1), 5);
  CHECK_FALSE(floor.on(make_date(2021, 6, 30)).has_value());
  CHECK(floor.on(make_date(2021, 7, 1)) == 5);
  CHECK(floor.on(make_date(2021, 12, 31)) == 5);
  CHECK(floor.on(make_date(2022, 1, 1)) == 6);
  CHECK(floor.on(make_date(2099, 1, 1)) == 6);
}

TEST_CASE("a second value of the same day replaces the first", "[core]") {
  Dated<int> value;
  value.from(make_date(2022, 1, 1), 1);
  value.from(make_date(2022, 1, 1), 2);
  CHECK(value.on(make_date(2022, 1, 1)) == 2);
  CHECK(value.steps().size() == 1);
}

}  // namespace dated_test
