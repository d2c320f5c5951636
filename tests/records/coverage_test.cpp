/// Which months a log holds whole.
#include <catch2/catch.hpp>

#include "sim/scenario/records/gate/coverage.hpp"

namespace coverage_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

/// Passages on every day from one to the other.
std::set<Date> daily(Date first, Date last) {
  std::set<Date> out;
  for (Date day = first; day <= last; day = day + 1) out.insert(day);
  return out;
}

const Month kJanuary = make_month(2023, 1);
const Month kMay = make_month(2023, 5);

}  // namespace

TEST_CASE("a daily log that begins on the fourth holds January, from the fifth on it does not", "[records]") {
  CHECK(partial_months(daily(make_date(2023, 1, 4), make_date(2023, 12, 31))).empty());
  CHECK(partial_months(daily(make_date(2023, 1, 5), make_date(2023, 12, 31))) == std::set<Month>{kJanuary});
  CHECK(partial_months(daily(make_date(2023, 1, 1), make_date(2023, 12, 28))).empty());
  CHECK(partial_months(daily(make_date(2023, 1, 1), make_date(2023, 12, 27))) == std::set<Month>{make_month(2023, 12)});
}

TEST_CASE("ten silent days in a daily log are a holiday, eleven are a hole", "[records]") {
  std::set<Date> days = daily(make_date(2023, 1, 1), make_date(2023, 12, 31));
  for (int d = 10; d < 20; ++d) days.erase(make_date(2023, 5, d));
  CHECK(partial_months(days).empty());
  days.erase(make_date(2023, 5, 20));
  CHECK(partial_months(days) == std::set<Month>{kMay});
}

TEST_CASE("a hole over the end of a month takes both months", "[records]") {
  std::set<Date> days = daily(make_date(2023, 1, 1), make_date(2023, 12, 31));
  for (Date day = make_date(2023, 4, 25); day < make_date(2023, 5, 10); day = day + 1) days.erase(day);
  CHECK(partial_months(days) == std::set<Month>{make_month(2023, 4), kMay});
}

TEST_CASE("a gate with one load a month holds every month whole", "[records]") {
  std::set<Date> days;
  for (int m = 1; m <= 12; ++m) days.insert(make_date(2023, m, 15));
  CHECK(partial_months(days).empty());
  CHECK(partial_months({}).empty());
}

}  // namespace coverage_test
