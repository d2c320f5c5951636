#include "sim/core/turns.hpp"

#include <catch2/catch.hpp>

namespace turns_test {

using namespace railshift;

namespace {

const Date kBegins = make_date(2024, 3, 1), kEnds = make_date(2025, 7, 1);

}  // namespace

TEST_CASE("what comes and goes holds from its first day to the day before its last", "[core]") {
  const Turns turns = Turns::of({kEnds, kBegins, kBegins}, [](Date day) { return day >= kBegins && day < kEnds; });
  CHECK_FALSE(turns.on(kBegins - 1));
  CHECK(turns.on(kBegins));
  CHECK(turns.on(kEnds - 1));
  CHECK_FALSE(turns.on(kEnds));
  CHECK(turns.days() == std::vector{kBegins, kEnds});
}

TEST_CASE("what held before the first day on which it could change held always until then", "[core]") {
  const Turns turns = Turns::of({kBegins}, [](Date day) { return day < kBegins; });
  CHECK(turns.on(make_date(1949, 10, 1)));
  CHECK(turns.on(kBegins - 1));
  CHECK_FALSE(turns.on(kBegins));
  CHECK_FALSE(turns.never());
}

TEST_CASE("always is every day, never is none, and days on which nothing changes are left out", "[core]") {
  CHECK(Turns::always().on(make_date(1900, 1, 1)));
  CHECK(Turns::always().on(make_date(2100, 1, 1)));
  CHECK_FALSE(Turns().on(kBegins));
  CHECK(Turns().never());
  CHECK(Turns::of({kBegins, kEnds}, [](Date) { return true; }) == Turns::always());
  CHECK(Turns::of({kBegins, kEnds}, [](Date) { return false; }).never());
}

}  // namespace turns_test
