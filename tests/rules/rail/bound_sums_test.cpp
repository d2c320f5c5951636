#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/bound_sums.hpp"
#include "tests/rules/plan_world.hpp"

namespace bound_sums_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

const Date kStart = make_date(2020, 1, 1);
constexpr double kThreshold = 1.5e6;

RailDuty duty(std::vector<Id<Firm>> named) {
  return {Whom{.firms = std::move(named)}, TonnesPerYear{kThreshold}, {{make_date(2021, 1, 1), 0.85}}, YuanPerTonne{30.0}, 0.05};
}

/// A row of cement works that receives coal, under one duty.
World works(double t_per_year, bool is_sum, bool is_named) {
  Draft d;
  const Id<Site> site = d.site("a-works", SiteKind::cement_works);
  d.flow("f1", d.coal, d.site("c-outside", SiteKind::external), site, FlowRule::fixed, {{kStart, t_per_year}});
  World w = d.build();
  w.firms.rows_for_loading()[w.sites[site].firm.index].is_sum = is_sum;
  Measure measure;
  measure.id = "duty";
  measure.from = make_date(2021, 7, 1);
  measure.body = duty(is_named ? std::vector{w.sites[site].firm} : std::vector<Id<Firm>>{});
  w.measures = Table<Measure>({measure});
  return w;
}

}  // namespace

TEST_CASE("a row of several firms that a threshold binds is found with the measure, from the threshold on", "[rules]") {
  const auto found = bound_sums(works(kThreshold, true, false));
  REQUIRE(found.size() == 1);
  CHECK(found.front().measures == std::vector{Id<Measure>{0}});
  CHECK(bound_sums(works(kThreshold - 1.0, true, false)).empty());
}

TEST_CASE("a firm of its own, and a sum that a measure names, are bound by no threshold unawares", "[rules]") {
  CHECK(bound_sums(works(kThreshold, false, false)).empty());
  CHECK(bound_sums(works(kThreshold, true, true)).empty());
}

}  // namespace bound_sums_test
