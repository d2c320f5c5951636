/// What is said before any figure.
#include "analysis/judge/caveats.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

namespace caveats_test {

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
  CHECK(all.back().text_zh.find("大矿（名单合计、铁路运输比例要求（2021-01-01 起））") != std::string::npos);
  CHECK(all.back().text_en.find("Big Mine (the list of firms, rail duty (from 2021-01-01))") != std::string::npos);
  CHECK(caveats_of(with_sum("small")).empty());
}

TEST_CASE("what binds a sum of firms is named by kind and clause, never by an id that a reader cannot know", "[analysis]") {
  World w = with_sum("big");
  RailDuty duty;
  duty.threshold = TonnesPerYear{1.5e6};
  Measure order = measure("ms-gate-rail-82", make_date(2021, 1, 1), duty);
  Clause clause;
  clause.id = "SC-07";
  w.clauses = Table<Clause>({clause});
  order.clause = Id<Clause>{0};
  w.measures = Table<Measure>({order});
  const auto all = caveats_of(w);
  REQUIRE(all.size() == 1);
  for (const std::string& text : {all[0].text_zh, all[0].text_en}) {
    CHECK(text.find("SC-07") != std::string::npos);
    CHECK(text.find("ms-gate-rail-82") == std::string::npos);
    CHECK(text.find("*over_threshold") == std::string::npos);
  }
}

TEST_CASE("stated lengths far under the straight line are one caveat with their number and the tonnes of their chains", "[analysis]") {
  World w = world();
  for (Chain& chain : w.chains.rows_for_loading()) {
    for (Leg& leg : chain.legs) leg.km = std::nullopt;
  }
  // Mine and plant 1 degree of latitude apart, 111 km; 80 km on the road between them are too few, 89 km (0.8 of it) are enough.
  w.sites.rows_for_loading()[id(w.sites, "mine").index].lat = 37.0;
  w.sites.rows_for_loading()[id(w.sites, "plant").index].lat = 38.0;
  Chain& road = w.chains.rows_for_loading()[id(w.chains, "home-road").index];
  road.legs[0].km = Kilometres{89.0};
  CHECK(caveats_of(w).empty());
  road.legs[0].km = Kilometres{80.0};
  const auto all = caveats_of(w);
  REQUIRE(all.size() == 1);
  CHECK(all[0].id == "short-hauls");
  CHECK(all[0].concerns == std::vector{MetricKind::exhaust});
  // half of 200,000 t (the other half by belt) of 2,210,000 t: 4.5 %
  CHECK(all[0].text_zh.find("1 段给定里程不到两端直线距离的 0.8 倍") == 0);
  CHECK(all[0].text_zh.find("4.5%") != std::string::npos);
  CHECK(all[0].text_en.find("1 stated lengths are below 0.8") == 0);
}

}  // namespace caveats_test
