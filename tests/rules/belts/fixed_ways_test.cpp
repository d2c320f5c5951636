/// Belts and pipes that measures open: they enter the choice on their day, up to their capacity.
#include "sim/rules/belts/fixed_ways.hpp"

#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/adoption.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/rail_limits.hpp"
#include "tests/rules/choice_scene.hpp"

namespace fixed_ways_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::belt_leg;
using railshift::testing::Built;
using railshift::testing::kStart;
using railshift::testing::truck_leg;

namespace {

const Month kApril = make_month(2021, 4);

/// The works of the choice scene sends 30,000 t a month 300 km by road at 121 yuan; a belt costs 2 yuan and begins with base share 0.
struct Scene : railshift::testing::Scene {
  explicit Scene(double by_road = 1.0) {
    if (by_road > 0.0) road("c1-road", coke, by_road);
    d.chain("c2-belt", coke, by_road > 0.0 ? 0.0 : 1.0, {belt_leg(2.0)});
  }
  void opens(const std::string& id, Date in_service, double t_per_day, Date from = kStart) {
    d.measure(id, from, BeltOpens{works, outside, in_service, t_per_day, 0.1, 0, 1.0});
  }
  [[nodiscard]] MonthPlan plan(Month month, const std::vector<std::int64_t>& waiting = {}) const {
    const Built b(d);
    return plan_month(b.world, b.choice(), {Kilograms{30'000'000}}, empty_book(b.world), month, waiting);
  }
};

std::int64_t reason_of(const FlowPlan& plan, Reason r) { return plan.reasons[static_cast<std::size_t>(r)]; }

}  // namespace

TEST_CASE("a belt of base share 0 carries nothing until a measure opens it, and from the month after its day on", "[rules]") {
  Scene closed, open;
  open.opens("m", make_date(2021, 4, 1), 100'000);
  CHECK(closed.plan(kApril).flows[0].planned == std::vector<std::int64_t>{30'000'000, 0});
  CHECK(reason_of(closed.plan(kApril).flows[0], Reason::no_chain) == 30'000'000);  // nobody builds it
  CHECK(reason_of(open.plan(make_month(2021, 3)).flows[0], Reason::not_in_service) == 30'000'000);
  CHECK(open.plan(make_month(2021, 3)).flows[0].planned[1] == 0);
  // 121 against 2 yuan at -0.05: e^5.95 = 383.8 to 1.
  CHECK(static_cast<double>(open.plan(kApril).flows[0].planned[1]) == Approx(30e6 * 383.75 / 384.75).epsilon(1e-4));
  Scene late;
  late.opens("m", make_date(2021, 4, 2), 100'000);
  CHECK(late.plan(kApril).flows[0].planned[1] == 0);
  CHECK(late.plan(make_month(2021, 5)).flows[0].planned[1] > 0);
}

TEST_CASE("a belt never opens before its measure begins", "[rules]") {
  Scene s;
  s.opens("m", make_date(2020, 6, 1), 100'000, make_date(2021, 4, 1));
  CHECK(s.plan(make_month(2021, 3)).flows[0].planned[1] == 0);
  CHECK(s.plan(kApril).flows[0].planned[1] > 0);
}

TEST_CASE("what a belt cannot take goes by road with the belt as the reason, ten per cent more on it moves tonnes", "[rules]") {
  // 500 t a day of April: 15,000 t of the 29,922 t that wish it.
  Scene s;
  s.opens("m", make_date(2021, 4, 1), 500);
  const FlowPlan plan = s.plan(kApril).flows[0];
  CHECK(plan.planned[1] == 15'000'000);
  CHECK(reason_of(plan, Reason::not_accepted_belt) == plan.wished[1] - 15'000'000);
  CHECK(reason_of(plan, Reason::not_chosen) == plan.wished[0]);
  Scene more;
  more.opens("m", make_date(2021, 4, 1), 550);
  CHECK(more.plan(kApril).flows[0].planned[1] == 16'500'000);
}

TEST_CASE("flows between the same two sites share the belt", "[rules]") {
  Scene s;
  s.opens("m", make_date(2021, 4, 1), 500);
  const auto coal = s.d.flow("f2", s.d.coal, s.works, s.outside, FlowRule::fixed, {{kStart, 120'000.0}});
  s.road("c3-road", coal, 1.0);
  s.d.chain("c4-belt", coal, 0.0, {belt_leg(2.0)});
  const Built b(s.d);
  const MonthPlan plan = plan_month(b.world, b.choice(), {Kilograms{30'000'000}, Kilograms{30'000'000}}, empty_book(b.world), kApril);
  CHECK(plan.flows[0].planned[1] + plan.flows[1].planned[1] == 15'000'000);
  CHECK(plan.flows[0].planned[1] == plan.flows[1].planned[1]);
  CHECK(plan.limits.back().what == "belt:a-works:b-outside");
  CHECK(plan.limits.back().capacity_kg == 15'000'000);
  CHECK(plan.limits.back().accepted_kg == 15'000'000);
}

TEST_CASE("two measures between two sites add their capacity, each from its own day on", "[rules]") {
  Scene s;
  s.opens("m1", make_date(2021, 4, 1), 500);
  s.opens("m2", make_date(2021, 4, 21), 100);
  const World w = s.d.build();
  CHECK(way_capacity(w, w.chains[Id<Chain>{1}], kApril) == Kilograms{16'000'000});  // 30 x 500 + 10 x 100
  CHECK(way_opening(w, w.chains[Id<Chain>{1}])->by == *w.measures.find("m1"));
}

TEST_CASE("a belt of the base year keeps its share and asks nobody", "[rules]") {
  Scene s;
  s.d.edit(Id<Chain>{0}).base_share = 0.4;
  s.d.edit(Id<Chain>{1}).base_share = 0.6;
  s.opens("m", make_date(2021, 4, 1), 1);
  const World w = s.d.build();
  CHECK(keeps_base_share(w.chains[Id<Chain>{1}]));
  CHECK_FALSE(way_opening(w, w.chains[Id<Chain>{1}]));
  CHECK(s.plan(kApril).flows[0].planned == std::vector<std::int64_t>{12'000'000, 18'000'000});
}

TEST_CASE("a pipe does not open a belt", "[rules]") {
  Scene s;
  s.d.measure("m", kStart, PipeOpens{s.works, s.outside, make_date(2021, 4, 1), 500.0, 0.1, 0, 1.0});
  CHECK(s.plan(kApril).flows[0].planned[1] == 0);
}

TEST_CASE("a new belt is adopted over its ramp", "[rules]") {
  Scene s;
  s.d.measure("m", kStart, BeltOpens{s.works, s.outside, make_date(2021, 4, 1), 100'000.0, 0.1, 10, 0.2});
  const World w = s.d.build();
  CHECK(contracted_share(w, w.chains[Id<Chain>{1}], kApril) == Approx(0.2));
  CHECK(contracted_share(w, w.chains[Id<Chain>{1}], make_month(2021, 9)) == Approx(0.2 + 0.8 * 5 / 10));
  CHECK(contracted_share(w, w.chains[Id<Chain>{1}], make_month(2022, 2)) == 1.0);
  const FlowPlan plan = s.plan(kApril).flows[0];
  CHECK(reason_of(plan, Reason::not_contracted) == 24'000'000);
  CHECK(static_cast<double>(plan.planned[1]) == Approx(6e6 * 383.75 / 384.75).epsilon(1e-4));
}

TEST_CASE("goods without a road wait for the belt that is full, and go when there is room", "[rules]") {
  Scene s(0.0);
  s.d.edit(Id<Chain>{0}).base_share = 0.0;
  s.opens("m", make_date(2021, 4, 1), 500);
  const FlowPlan full = s.plan(kApril).flows[0];
  CHECK(full.waits == std::vector<std::int64_t>{15'000'000});
  CHECK(full.held_by.front() == "belt:a-works:b-outside");
  const FlowPlan before = s.plan(make_month(2021, 3)).flows[0];
  CHECK(before.waits == std::vector<std::int64_t>{30'000'000});
}

TEST_CASE("what a belt carried belongs to the measure that opened it", "[rules]") {
  Scene s;
  s.opens("m1", make_date(2021, 4, 1), 500);
  s.opens("m2", make_date(2021, 4, 1), 500);
  const World w = s.d.build();
  const auto effects = way_effects(w, kApril, {0, 7'000});
  REQUIRE(effects.size() == 2);
  CHECK(effects[0].acted == 7'000);
  CHECK(effects[0].changed == 0);  // m2 would have opened it
  CHECK(effects[1].acted == 0);
  CHECK(effects[1].in_scope == 7'000);
  Scene alone;
  alone.opens("m1", make_date(2021, 4, 1), 500);
  CHECK(way_effects(alone.d.build(), kApril, {0, 7'000}).front().changed == 7'000);
}

}  // namespace fixed_ways_test
