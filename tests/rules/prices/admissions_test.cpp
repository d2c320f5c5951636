/// What projects add may only go cleanly; what they moved before is free.
#include "sim/rules/prices/admissions.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/prices/month_prices.hpp"
#include "tests/rules/choice_scene.hpp"

namespace admissions_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

const Date kAdmittedFrom = make_date(2021, 1, 1);
const Month kOldMonth = make_month(2020, 12), kNewMonth = make_month(2021, 1);

CleanAdmission listed_works(const Scene& s) {
  CleanAdmission a;
  a.sites = {s.works};
  a.modes = {CleanMode::rail};
  return a;
}

/// 120,000 t in 2020, 160,000 t from 2021 on: a quarter of 2021 is new. Half by road, half by siding in the base year.
struct GrowingScene {
  Scene s;
  GrowingScene() {
    s.d.edit(s.coke).share_or_t.from(make_date(2021, 1, 1), 160'000.0);
    (void)s.road("c1", s.coke, 0.5);
    (void)s.by_siding("c2", s.coke, 0.5);
  }
  [[nodiscard]] Scene with(const CleanAdmission& body, Date from = kAdmittedFrom) const {
    Scene copy = s;
    copy.d.measure("clean", from, body);
    return copy;
  }
  /// Share of rail in the wishes of a month.
  [[nodiscard]] double rail(const CleanAdmission& body, Month month = kNewMonth, const std::vector<bool>& no_clean_trucks = {}) const {
    const Built built(with(body).d);
    MonthBook book = empty_book(built.world);
    book.no_clean_trucks = no_clean_trucks;
    set_prices(built.world, price_rolls(built.world, 1), month, book);
    return built.wishes(s.coke, book, month)[1];
  }
  [[nodiscard]] PricesTold told(const CleanAdmission& body, Month month = kNewMonth, const std::vector<bool>& no_clean_trucks = {}) const {
    const Built built(with(body).d);
    const PriceRolls rolls = price_rolls(built.world, 1);
    MonthBook book = empty_book(built.world);
    book.no_clean_trucks = no_clean_trucks;
    set_prices(built.world, rolls, month, book);
    const Choice choice = built.choice();
    return price_effects({built.world, choice, {Kilograms{16'000'000}}, book, month}, rolls, MonthPlan{});
  }
};

}  // namespace

TEST_CASE("a quarter of the tonnes is new: a quarter goes by new-energy trucks, to the kilogram, and the rest by any", "[rules]") {
  const GrowingScene scene;
  CleanAdmission trucks = listed_works(scene.s);
  trucks.modes = {CleanMode::new_energy_truck};
  const auto plan_of = [&](const CleanAdmission& body, Month month) {
    const Built built(scene.with(body).d);
    MonthBook book = empty_book(built.world);
    set_prices(built.world, price_rolls(built.world, 1), month, book);
    const Choice choice = built.choice();
    return plan_month(built.world, choice, {Kilograms{16'000'000}}, book, month).flows.front();
  };
  const FlowPlan bound = plan_of(trucks, kNewMonth);
  REQUIRE(bound.clean_trucks.size() == 2);
  CHECK(bound.clean_trucks[0] == 4'000'000);
  CHECK(bound.clean_trucks[1] == 0);      // by siding
  CHECK(bound.planned[0] == 10'000'000);  // and half of the old three quarters
  CHECK(plan_of(trucks, kOldMonth).clean_trucks.empty());
  CHECK(plan_of(listed_works(scene.s), kNewMonth).clean_trucks.empty());  // rail alone is accepted
  trucks.obedience = 0.0;
  CHECK(plan_of(trucks, kNewMonth).clean_trucks.empty());
}

TEST_CASE("a quarter of the tonnes is new and goes by rail, the old three quarters choose as before", "[rules]") {
  const GrowingScene scene;
  CHECK(scene.rail(listed_works(scene.s), kOldMonth) == Approx(0.5));
  CHECK(scene.rail(listed_works(scene.s)) == Approx(0.75 * 0.5 + 0.25));  // 0.625
}

TEST_CASE("who does not grow adds nothing, and what was moved in the twelve months before is not new", "[rules]") {
  GrowingScene scene;
  scene.s.d.edit(scene.s.coke).share_or_t.from(make_date(2021, 1, 1), 120'000.0);
  CHECK(scene.rail(listed_works(scene.s)) == Approx(0.5));
  // 200,000 t in 2020, 160,000 t after: less than before.
  scene.s.d.edit(scene.s.coke).share_or_t.from(make_date(2020, 1, 1), 200'000.0);
  CHECK(scene.rail(listed_works(scene.s)) == Approx(0.5));
}

TEST_CASE("a site that opens after the day adds all that it moves", "[rules]") {
  GrowingScene scene;
  scene.s.d.edit(scene.s.works).opens = kAdmittedFrom;
  CHECK(scene.rail(listed_works(scene.s)) == Approx(1.0));
}

TEST_CASE("sites that do not obey, exceptions and sites off the list are free", "[rules]") {
  const GrowingScene scene;
  CleanAdmission body = listed_works(scene.s);
  body.obedience = 0.0;
  CHECK(scene.rail(body) == Approx(0.5));
  const PricesTold nobody = scene.told(body);
  CHECK(nobody.effects[0].in_scope == 4'000'000);
  CHECK(nobody.effects[0].acted == 0);
  CHECK(nobody.bindings[0].followed == policy::Followed::nobody_obeys);
  body = listed_works(scene.s);
  body.sites = {};
  body.sectors = {SiteKind::coking_works};
  CHECK(scene.rail(body) == Approx(0.625));
  body.exceptions = {scene.s.works};
  CHECK(scene.rail(body) == Approx(0.5));
  body.exceptions = {};
  body.sectors = {SiteKind::mine};
  CHECK(scene.rail(body) == Approx(0.5));
}

TEST_CASE("of a sector only sites count that grow by more than the stated share", "[rules]") {
  GrowingScene scene;
  scene.s.d.edit(scene.s.coke).share_or_t.from(make_date(2021, 1, 1), 150'000.0);  // a quarter more: a fifth is new
  CleanAdmission body = listed_works(scene.s);
  body.sites = {};
  body.sectors = {SiteKind::coking_works};
  body.min_growth = 0.25;
  CHECK(scene.rail(body) == Approx(0.5));
  body.min_growth = 0.249;
  CHECK(scene.rail(body) == Approx(0.8 * 0.5 + 0.2));
}

TEST_CASE("where no accepted chain is open the added tonnes go as the others, and the month says so", "[rules]") {
  const GrowingScene scene;
  CleanAdmission body = listed_works(scene.s);
  body.modes = {CleanMode::belt, CleanMode::pipe};
  CHECK(scene.rail(body) == Approx(0.5));
  const PricesTold told = scene.told(body);
  CHECK(told.effects[0].in_scope == 4'000'000);
  CHECK(told.effects[0].acted == 0);
  CHECK(told.bindings[0].followed == policy::Followed::no_way);
}

TEST_CASE("new-energy trucks are a clean chain at their price", "[rules]") {
  const GrowingScene scene;
  CleanAdmission body = listed_works(scene.s);
  body.modes = {CleanMode::rail, CleanMode::new_energy_truck};
  CHECK(scene.rail(body) == Approx(0.5));  // at no more than other trucks as much goes by road
  CHECK(scene.told(body).effects[0].acted == 4'000'000);
  CHECK(scene.told(body).effects[0].changed == 2'000'000);  // but not in any truck
  body.new_energy_extra = YuanPerTonne{20.0};
  // 0.05 x 20 = 1 on the road of the added quarter: rail 1 / (1 + exp(-1)) = 0.7310586 there.
  CHECK(scene.rail(body) == Approx(0.375 + 0.25 * 0.7310586).margin(1e-6));
}

TEST_CASE("where no new-energy truck can be had the added tonnes go by rail, or as the others if trucks alone are accepted", "[rules]") {
  const GrowingScene scene;
  CleanAdmission body = listed_works(scene.s);
  body.modes = {CleanMode::rail, CleanMode::new_energy_truck};
  CHECK(scene.rail(body, kNewMonth, {true}) == Approx(0.625));
  CHECK(scene.rail(body, kNewMonth, {false}) == Approx(0.5));
  body.modes = {CleanMode::new_energy_truck};
  CHECK(scene.rail(body, kNewMonth, {true}) == Approx(0.5));
  const PricesTold told = scene.told(body, kNewMonth, {true});
  CHECK(told.effects[0].acted == 0);
  CHECK(told.effects[0].changed == 0);
  CHECK(told.bindings[0].followed == policy::Followed::no_way);
}

TEST_CASE("bound is what is new, changed what of it would have gone by road", "[rules]") {
  const GrowingScene scene;
  const PricesTold told = scene.told(listed_works(scene.s));
  REQUIRE(told.effects.size() == 1);
  CHECK(told.effects[0].kind == policy::EffectKind::wishes_bound);
  CHECK(told.effects[0].in_scope == 4'000'000);
  CHECK(told.effects[0].acted == 4'000'000);
  CHECK(told.effects[0].changed == 2'000'000);
  CHECK(told.bindings[0].followed == policy::Followed::yes);
  CHECK(scene.told(listed_works(scene.s), kOldMonth).effects.empty());
}

TEST_CASE("of two admissions on one flow the one that binds more acts", "[rules]") {
  const GrowingScene scene;
  Scene s = scene.with(listed_works(scene.s));
  s.d.measure("later", make_date(2021, 2, 1), listed_works(scene.s));  // for it January 2021 was before: nothing is new
  const World world = s.d.build();
  const auto found = admissions(world, admission_rolls(world, 1), site_rates(world, make_month(2021, 2)), {});
  CHECK(found[0].share == Approx(0.25));
  CHECK(world.measures[*found[0].by].id == "clean");
}

}  // namespace admissions_test
