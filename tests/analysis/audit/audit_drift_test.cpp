/// Rail wishes by cause against what the month's plan wished and what was offered.
#include <algorithm>

#include <catch2/catch.hpp>

#include "analysis/audit/audit.hpp"
#include "tests/analysis/audit_fixture.hpp"

namespace audit_drift_test {

using namespace railshift;

namespace {

/// Breaches of the books with so many kg more in a row of drift.
std::vector<analysis::Breach> with_more(std::size_t row, std::int64_t kg) {
  ledger::Ledger book = audit_fixture::balanced();
  book.drift.at(row).rail_kg += kg;
  return analysis::audit(audit_fixture::world(), book).breaches;
}

}  // namespace

TEST_CASE("a tonne wished by rail in the last cause and not in the month's plan is a breach of that month", "[analysis]") {
  for (const std::int64_t kg : {1'000, -1'000}) {
    const auto breaches = with_more(2, kg);  // February with every cause let in: 200 t, as the plan
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].table == "drift, chains");
    CHECK(breaches[0].month == "2024-02");
    CHECK(breaches[0].identity == "rail_kg of the last cause = sum over rail chains of wished_kg");
    CHECK(breaches[0].residual == kg);
  }
  CHECK(with_more(2, 0).empty());
}

TEST_CASE("a cause may wish by rail all that a month offers, and not a kilogram more", "[analysis]") {
  // January offers 600 + 100 + 105 = 805 t and wishes 380 t at base shares.
  CHECK(with_more(0, 425'000).empty());
  const auto breaches = with_more(0, 425'001);
  REQUIRE(breaches.size() == 1);
  CHECK(breaches[0].table == "drift, flows");
  CHECK(breaches[0].month == "2024-01");
  CHECK(breaches[0].identity == "rail_kg of any cause <= sum over flows of offered_kg");
  CHECK(breaches[0].residual == 1);
}

}  // namespace audit_drift_test
