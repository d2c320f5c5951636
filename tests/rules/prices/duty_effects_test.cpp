/// What the price of a duty does to the wishes of a month.
#include "sim/rules/prices/duty_effects.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/policy/kinds.hpp"
#include "tests/rules/choice_scene.hpp"

namespace duty_effects_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

RailDuty duty(double level, double price, std::vector<Id<Firm>> firms) {
  return {Whom{.firms = std::move(firms)}, TonnesPerYear{}, {{kStart, level}}, YuanPerTonne{price}, 0.05};
}

/// Half by road, half by siding in the base year; 10,000 t offered in January 2021.
struct PricedScene {
  Scene s;
  PricedScene() {
    (void)s.road("c1", s.coke, 0.5);
    (void)s.by_siding("c2", s.coke, 0.5);
  }
  void add(const std::string& id, const RailDuty& body, Date from = kStart) { s.d.measure(id, from, body); }
  std::vector<policy::Effect> effects(Month month = kJanuary) {
    const Built built(s.d);
    const auto rolls = duty_rolls(built.world);
    MonthBook book = empty_book(built.world);
    book.duty_price = duty_prices(built.world, rolls, book, month);
    const Choice choice = built.choice();
    const std::vector<Kilograms> offered{Kilograms{10'000'000}};
    return duty_effects({built.world, choice, offered, book, month}, rolls);
  }
};

const Id<Firm> kWorks{0};

}  // namespace

TEST_CASE("a price of 30 on the road of a flow at half and half moves what the logit says", "[rules]") {
  PricedScene p;
  p.add("duty", duty(0.9, 30, {kWorks}));
  const auto effects = p.effects();
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].in_scope == 10'000'000);
  CHECK(effects[0].acted == 10'000'000);
  // Utility of the road falls by 0.05 x 30 = 1.5; between nests: scale 0.5 cancels for single chains. Rail 1 / (1 + exp(-1.5)) = 0.81757.
  CHECK(effects[0].changed == Approx(3'175'745).margin(2));
}

TEST_CASE("goods with one chain only pay a price and choose nothing, goods without a road do not even pay", "[rules]") {
  const auto acted = [](auto chains) {
    PricedScene p;
    p.s = Scene{};
    chains(p.s);
    p.add("duty", duty(0.9, 30, {kWorks}));
    const auto effects = p.effects();
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].in_scope == 10'000'000);
    CHECK(effects[0].changed == 0);
    return effects[0].acted;
  };
  CHECK(acted([](Scene& s) { (void)s.road("c1", s.coke, 1.0); }) == 0);
  CHECK(acted([](Scene& s) { (void)s.by_siding("c2", s.coke, 1.0); }) == 0);
}

TEST_CASE("a duty at level 0 and a duty on a firm without this flow put no price on it", "[rules]") {
  PricedScene p;
  p.add("a-nothing", duty(0.0, 30, {kWorks}));
  p.add("b-other", duty(0.9, 30, {Id<Firm>{1}}));  // the firm outside the study area
  const auto effects = p.effects();
  CHECK(effects[0].in_scope == 10'000'000);
  CHECK(effects[0].acted == 0);
  CHECK(effects[0].changed == 0);
}

TEST_CASE("before its first month a duty is not looked at", "[rules]") {
  PricedScene p;
  p.add("duty", duty(0.9, 30, {kWorks}), make_date(2020, 2, 1));
  CHECK(p.effects(make_month(2020, 1)).empty());
  CHECK(p.effects(make_month(2020, 2)).size() == 1);
}

TEST_CASE("two duties on one firm add up, and each changes what it adds to the other", "[rules]") {
  PricedScene p;
  p.add("a", duty(0.9, 30, {kWorks}));
  p.add("b", duty(0.9, 30, {kWorks}));
  const auto effects = p.effects();
  REQUIRE(effects.size() == 2);
  // Both: 1 / (1 + exp(-3)) = 0.95257; one alone: 0.81757. Each adds 0.13500 of 10,000 t.
  CHECK(effects[0].acted == 10'000'000);
  CHECK(effects[1].acted == 10'000'000);
  CHECK(effects[0].changed == Approx(1'349'998).margin(2));
  CHECK(effects[1].changed == effects[0].changed);
}

TEST_CASE("the odd kilogram that a belt gains or loses by rounding is not moved by a price", "[rules]") {
  // 1 kg: belt 0.40, road 0.45, siding 0.15. Without the price the road has it; where the price pushes the road below the belt, the belt
  // gets it, for which nobody chose.
  Scene base;
  (void)base.d.chain("c0", base.coke, 0.40, {belt_leg()});
  (void)base.road("c1", base.coke, 0.45);
  (void)base.by_siding("c2", base.coke, 0.15);
  for (const double price : {1.0, 5.0, 10.0, 15.0, 20.0, 30.0}) {
    Scene s = base;
    s.d.measure("duty", kStart, duty(0.9, price, {kWorks}));
    const Built built(s.d);
    const auto rolls = duty_rolls(built.world);
    MonthBook book = empty_book(built.world);
    book.duty_price = duty_prices(built.world, rolls, book, kJanuary);
    for (const std::int64_t kg : {1, 2, 3, 5, 7}) {
      const Choice choice = built.choice();
      const std::vector<Kilograms> offered{Kilograms{kg}};
      const auto effects = duty_effects({built.world, choice, offered, book, kJanuary}, rolls);
      CHECK(effects[0].changed <= effects[0].acted);
    }
  }
}

}  // namespace duty_effects_test
