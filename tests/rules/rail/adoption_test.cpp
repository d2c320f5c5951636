/// How shippers come to a siding that a measure has opened.
#include "sim/rules/rail/adoption.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/rules/choice_scene.hpp"

namespace adoption_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Built;
using railshift::testing::Draft;
using railshift::testing::kStart;

namespace {

/// The works of the choice scene, 31,000 t offered a month; its siding is opened by a measure. Road first, siding second among the chains.
struct Opening : railshift::testing::Scene {
  Opening(Date in_service, int ramp_months, double first_share, double by_road = 1.0) {
    d.edit(fence).in_service.reset();
    d.measure("m", kStart, SidingOpens{fence, kStart, in_service, ramp_months, first_share});
    if (by_road > 0.0) road("c1-road", coke, by_road);
    by_siding("c2-siding", coke, by_road > 0.0 ? 0.0 : 1.0);
  }

  [[nodiscard]] double contracted(Month month) const {
    const World world = d.build();
    return contracted_share(world, world.chains[Id<Chain>{1}], month);
  }
  [[nodiscard]] FlowPlan plan(Month month) const {
    const Built built(d);
    return plan_month(built.world, built.choice(), {Kilograms{31'000'000}}, empty_book(built.world), month).flows.front();
  }
};

std::int64_t reason(const FlowPlan& plan, Reason r) { return plan.reasons[static_cast<std::size_t>(r)]; }

}  // namespace

TEST_CASE("twelve months from 0.3: 6.21 of 10 Mt may consider the siding in its first year, all from the thirteenth month on", "[rules]") {
  const Opening s(make_date(2021, 1, 1), 12, 0.3);
  double million_tonnes = 0.0;
  for (int m = 1; m <= 12; ++m) million_tonnes += 10.0 / 12.0 * s.contracted(make_month(2021, m));
  CHECK(million_tonnes == Approx(6.208333));
  CHECK(s.contracted(make_month(2021, 1)) == Approx(0.3));
  CHECK(s.contracted(make_month(2021, 12)) == Approx(0.3 + 0.7 * 11 / 12));
  CHECK(s.contracted(make_month(2022, 1)) == 1.0);
}

TEST_CASE("a ramp begins with the first month that the siding serves in full", "[rules]") {
  const Opening s(make_date(2021, 1, 2), 4, 0.5);
  CHECK(s.contracted(make_month(2021, 2)) == 0.5);
  CHECK(s.contracted(make_month(2021, 3)) == 0.625);
  CHECK(s.contracted(make_month(2021, 6)) == 1.0);
}

TEST_CASE("without a ramp, and with the siding's own date, all may consider it at once", "[rules]") {
  CHECK(Opening(make_date(2021, 1, 1), 0, 1.0).contracted(make_month(2021, 1)) == 1.0);
  Opening own(make_date(2021, 1, 1), 12, 0.3);
  own.d.edit(own.fence).in_service = make_date(2020, 12, 31);
  CHECK(own.contracted(make_month(2021, 1)) == 1.0);
}

TEST_CASE("the share that may consider the siding wishes it as all would, the others go by road for want of a contract", "[rules]") {
  const Month january = make_month(2021, 1);
  const FlowPlan all = Opening(make_date(2021, 1, 1), 0, 1.0).plan(january);
  const FlowPlan some = Opening(make_date(2021, 1, 1), 12, 0.3).plan(january);
  REQUIRE(all.wished[1] > 1'000'000);
  CHECK(std::abs(some.wished[1] - std::llround(0.3 * static_cast<double>(all.wished[1]))) <= 1);
  CHECK(reason(all, Reason::not_contracted) == 0);
  CHECK(reason(some, Reason::not_contracted) == 21'700'000);  // 0.7 x 31,000 t
  CHECK(reason(some, Reason::not_chosen) == some.wished[0] - 21'700'000);
  CHECK(some.wished[0] + some.wished[1] == 31'000'000);
}

TEST_CASE("where nothing but the new siding is open, all tonnes use it", "[rules]") {
  const Opening s(make_date(2021, 1, 1), 12, 0.3, 0.0);
  const Built built(s.d);
  const FlowWish wish = flow_wish(built.world, built.choice(), s.coke, empty_book(built.world), make_month(2021, 1));
  CHECK(wish.shares == std::vector<double>{1.0});
  CHECK(wish.not_contracted == 0.0);
}

TEST_CASE("what an old siding refuses comes to a new one only as far as its contracts reach", "[rules]") {
  // Half by road, half by the yard, which takes 1 t a day; the new siding stands open to a tenth of the tonnes.
  Opening s(make_date(2021, 1, 1), 10, 0.1);
  s.d.edit(s.yard).capacity = TonnesPerDay{1.0};
  s.d.edit(Id<Chain>{0}).base_share = 0.5;
  s.by_yard("c3-yard", s.coke, 0.5);
  const FlowPlan plan = s.plan(make_month(2021, 1));
  CHECK(plan.planned[1] >= plan.wished[1]);
  CHECK(plan.planned[1] <= 3'100'000);
  CHECK(plan.planned[2] == 31'000);  // 1 t a day
}

}  // namespace adoption_test
