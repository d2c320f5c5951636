/// A duty that takes clean trucks instead of rail, and what that costs the railway.
#include <catch2/catch.hpp>

#include "sim/rules/prices/month_prices.hpp"
#include "tests/rules/choice_scene.hpp"

namespace clean_trucks_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

const Month kOpenGate = make_month(2020, 12), kCleanGate = make_month(2021, 1);

/// A duty of 30 yuan on a works below its level, and a floor at its gate from 2021 on.
struct CleanScene {
  Scene s;
  RailDuty duty{Whom{.firms = {Id<Firm>{0}}}, {}, {{kStart, 0.9}}, YuanPerTonne{30.0}, 0.05, CleanTrucks::always};
  GateFloor floor{Whom{.firms = {Id<Firm>{0}}}, {}, Standard::china6, 1.0};
  CleanScene() {
    (void)s.road("c1", s.coke, 0.5);
    (void)s.by_siding("c2", s.coke, 0.5);
  }
  [[nodiscard]] Draft with() const {
    Draft d = s.d;
    d.measure("duty", kStart, duty);
    d.measure("floor", make_date(2021, 1, 1), floor);
    return d;
  }
  [[nodiscard]] double price(Month month) const {
    const World world = with().build();
    MonthBook book = empty_book(world);
    set_prices(world, price_rolls(world, 1), month, book);
    return book.duty_price[0].value;
  }
  [[nodiscard]] std::vector<policy::Effect> effects(Month month) const {
    const Built built(with());
    const PriceRolls rolls = price_rolls(built.world, 1);
    MonthBook book = empty_book(built.world);
    set_prices(built.world, rolls, month, book);
    const Choice choice = built.choice();
    return price_effects({built.world, choice, {Kilograms{10'000'000}}, book, month}, rolls, MonthPlan{}).effects;
  }
};

}  // namespace

TEST_CASE("a firm whose gate lets in National VI alone bears no price from the day of its floor on, if the duty takes that", "[rules]") {
  CleanScene scene;
  CHECK(scene.price(kOpenGate) == 30.0);
  CHECK(scene.price(kCleanGate) == 0.0);
  scene.duty.clean_trucks = CleanTrucks::no;
  CHECK(scene.price(kCleanGate) == 30.0);
}

TEST_CASE("a floor below National VI, one that the firm does not keep and one of another firm are not clean trucks", "[rules]") {
  CleanScene scene;
  scene.floor.floor = Standard::china5;
  CHECK(scene.price(kCleanGate) == 30.0);
  scene.floor.floor = Standard::zero_exhaust;
  CHECK(scene.price(kCleanGate) == 0.0);
  scene.floor.obedience = 0.0;
  CHECK(scene.price(kCleanGate) == 30.0);
  scene.floor.obedience = 1.0;
  scene.floor.firms = {Id<Firm>{1}};
  CHECK(scene.price(kCleanGate) == 30.0);
}

TEST_CASE("where clean trucks stand in for firms without a siding, its first day of service ends that", "[rules]") {
  CleanScene scene;
  scene.duty.clean_trucks = CleanTrucks::without_siding;
  CHECK(scene.price(kCleanGate) == 30.0);  // in service from the start
  scene.s.d.edit(scene.s.fence).in_service = make_date(2021, 3, 1);
  CHECK(scene.price(make_month(2021, 2)) == 0.0);
  CHECK(scene.price(make_month(2021, 3)) == 30.0);
  scene.s.d.edit(scene.s.fence).in_service = make_date(2021, 3, 2);
  CHECK(scene.price(make_month(2021, 3)) == 0.0);
}

TEST_CASE("the effects say how many tonnes clean trucks take from rail", "[rules]") {
  CleanScene scene;
  const auto before = scene.effects(kOpenGate);
  REQUIRE(before.size() == 2);
  CHECK(before[0].changed == Approx(3'175'745).margin(2));  // as the duty's price moves them
  CHECK(before[1].kind == policy::EffectKind::rail_forgone);
  CHECK(before[1].in_scope == 0);
  const auto after = scene.effects(kCleanGate);
  CHECK(after[0].in_scope == 10'000'000);
  CHECK(after[0].acted == 0);
  CHECK(after[1].in_scope == 10'000'000);
  CHECK(after[1].acted == 10'000'000);
  CHECK(after[1].changed == Approx(3'175'745).margin(2));
  scene.duty.clean_trucks = CleanTrucks::no;
  CHECK(scene.effects(kCleanGate).size() == 1);
}

TEST_CASE("a firm that has reached its level by rail gives nothing away by clean trucks", "[rules]") {
  CleanScene scene;
  scene.duty.required = {{kStart, 0.0}};
  const auto after = scene.effects(kCleanGate);
  CHECK(after[1].in_scope == 10'000'000);
  CHECK(after[1].acted == 0);
  CHECK(after[1].changed == 0);
}

}  // namespace clean_trucks_test
