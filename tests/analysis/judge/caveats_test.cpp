/// What is said before any figure.
#include "analysis/judge/caveats.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

using namespace railshift;
using namespace railshift::analysis;
using namespace small_city;

namespace {

Caveat coke() { return {"cv-coke", "焦炭", "coke", {MetricKind::rail_share}, Standing::assumed, "flows.csv"}; }

World with_sum(const std::string& firm) {
  World w = world();
  for (Firm& row : w.firms.rows_for_loading()) row.is_sum = row.id == firm;
  return w;
}

}  // namespace

TEST_CASE("a scenario's caveats come as they are written, and none is added where every row is one firm", "[analysis]") {
  World w = world();
  CHECK(caveats_of(w).empty());
  w.caveats = Table<Caveat>({coke()});
  CHECK(caveats_of(w) == std::vector{coke()});
}

TEST_CASE("a sum of firms over the threshold is said with its name and with what binds it, one under the threshold is not", "[analysis]") {
  // big moves 2.21 Mt a year, small 0.2 Mt; the threshold is 1.5 Mt
  World w = with_sum("big");
  w.caveats = Table<Caveat>({coke()});
  RailDuty duty;
  duty.threshold = TonnesPerYear{1.5e6};
  w.measures = Table<Measure>({measure("duty", make_date(2021, 1, 1), duty)});
  const auto all = caveats_of(w);
  REQUIRE(all.size() == 2);
  CHECK(all.front() == coke());
  CHECK(all.back().id == "sums-of-firms");
  CHECK(all.back().text_zh.find("大矿（*over_threshold、duty）") != std::string::npos);
  CHECK(all.back().text_en.find("Big Mine (*over_threshold, duty)") != std::string::npos);
  CHECK(caveats_of(with_sum("small")).empty());
}
