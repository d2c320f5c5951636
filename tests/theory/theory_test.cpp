// Scenario folders whose figures are known from theory or counted by hand. What is expected, and from where, stands in their expected.csv.
#include <catch2/catch.hpp>

#include "tests/theory/theory_case.hpp"

namespace theory_test {

using railshift::theory::check_case;

TEST_CASE("one bay, Poisson loads, exponential loading: utilisation, queue and wait are those of M/M/1", "[theory]") { check_case("mm1"); }
TEST_CASE("three bays: the wait is that of Erlang C", "[theory]") { check_case("mmc"); }
TEST_CASE("Erlang-2 loading: the wait is that of Pollaczek and Khinchine", "[theory]") { check_case("mg1"); }
TEST_CASE("measured service times: the wait follows from their second moment", "[theory]") { check_case("mg1-measured"); }
TEST_CASE("four bays without waiting room turn trucks away as Erlang B says", "[theory]") { check_case("erlang-b"); }
TEST_CASE("a weighbridge with re-weighing, bays and a tip are an open Jackson network", "[theory]") { check_case("jackson"); }
TEST_CASE("a closed fleet over a bay and a tip has the throughput of exact mean value analysis", "[theory]") { check_case("closed-2"); }
TEST_CASE("a closed fleet over a weighbridge, two bays and a tip likewise", "[theory]") { check_case("closed-3"); }
TEST_CASE("a closed fleet over gate, weighbridge and bay in series, where nobody overtakes, likewise", "[theory]") {
  check_case("closed-series");
}
TEST_CASE("trucks that break down share two repair bays as a finite source does", "[theory]") { check_case("finite-source"); }
TEST_CASE("shuttles without chance bring the counted number of loads from a cold start", "[theory]") { check_case("shuttle"); }
TEST_CASE("a train leaves with exactly its load, at equality", "[theory]") { check_case("railhead"); }
TEST_CASE("behind a closed road the queue is the counted one", "[theory]") { check_case("closed-road"); }
TEST_CASE("services start in working hours only, and four trucks a day stay over night", "[theory]") { check_case("working-hours"); }
TEST_CASE("100 loads out and 60 back over 50 km leave 2,000 km empty, and trucks that look for near loads drive no more", "[theory]") {
  check_case("two-way");
}
TEST_CASE("a full yard lets trucks in at the pace of its use", "[theory]") { check_case("full-yard"); }
TEST_CASE("a yard that orders up to a level gets what it used the day before", "[theory]") { check_case("order-up-to"); }

}  // namespace theory_test
