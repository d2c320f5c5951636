/// A preference for rail from a distance on.
#include <catch2/catch.hpp>

#include "sim/rules/prices/month_prices.hpp"
#include "sim/rules/prices/road_charges.hpp"
#include "tests/rules/choice_scene.hpp"

namespace distance_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

/// The works' coke goes to a place `km` away by the shortest road: both hang on one node, all of the way lies beyond it.
struct FarScene {
  Scene s;
  explicit FarScene(double km, const DistancePreference& preference, Date from = kStart) {
    (void)s.road("c1", s.coke, 0.5);
    (void)s.by_siding("c2", s.coke, 0.5);
    s.d.edit(s.outside).node = s.d.edit(s.works).node;
    s.d.edit(s.outside).outer_km = Kilometres{km};
    s.d.measure("far", from, preference);
  }
  [[nodiscard]] double charge(Month month = kJanuary) const {
    const World world = s.d.build();
    return road_charges(world, price_rolls(world, 1), month)[s.coke.index].value;
  }
};

DistancePreference five_hundred(double price = 30.0) {
  DistancePreference preference;
  preference.min_km = Kilometres{500.0};
  preference.price = YuanPerTonne{price};
  return preference;
}

}  // namespace

TEST_CASE("goods that go 500 km bear the price on roads, those that go 499 km do not, to the metre", "[rules]") {
  CHECK(FarScene(499.0, five_hundred()).charge() == 0.0);
  CHECK(FarScene(499.999, five_hundred()).charge() == 0.0);
  CHECK(FarScene(499.9996, five_hundred()).charge() == 30.0);  // rounds to 500,000 m
  CHECK(FarScene(500.0, five_hundred()).charge() == 30.0);
  CHECK(FarScene(501.0, five_hundred()).charge() == 30.0);
}

TEST_CASE("a preference holds from the first month that begins on its day or later", "[rules]") {
  const FarScene scene(500.0, five_hundred(), make_date(2020, 2, 2));
  CHECK(scene.charge(make_month(2020, 2)) == 0.0);
  CHECK(scene.charge(make_month(2020, 3)) == 30.0);
  CHECK(FarScene(500.0, five_hundred(), make_date(2020, 2, 1)).charge(make_month(2020, 2)) == 30.0);
}

TEST_CASE("a preference is for the commodities it names, for bulk goods that are not dangerous if it names none", "[rules]") {
  DistancePreference preference = five_hundred();
  FarScene all(500.0, preference);
  all.s.d.edit(all.s.d.coke).dangerous = true;
  CHECK(all.charge() == 0.0);
  all.s.d.edit(all.s.d.coke).dangerous = false;
  all.s.d.edit(all.s.d.coke).bulk = false;
  CHECK(all.charge() == 0.0);
  preference.commodities = {all.s.d.coal};
  CHECK(FarScene(500.0, preference).charge() == 0.0);
  preference.commodities = {all.s.d.coke};
  CHECK(FarScene(500.0, preference).charge() == 30.0);
}

TEST_CASE("the price stands on the road chain alone and moves what the logit says", "[rules]") {
  const FarScene scene(500.0, five_hundred());
  const Built built(scene.s.d);
  const PriceRolls rolls = price_rolls(built.world, 1);
  MonthBook book = empty_book(built.world);
  set_prices(built.world, rolls, kJanuary, book);
  CHECK(built.cost(Id<Chain>{0}, book) == Approx(kRoad + 30.0));
  CHECK(built.cost(Id<Chain>{1}, book) == Approx(kSiding));
  const std::vector<Kilograms> offered{Kilograms{10'000'000}};
  const Choice choice = built.choice();
  const auto told = price_effects({built.world, choice, offered, book, kJanuary}, rolls, MonthPlan{});
  REQUIRE(told.effects.size() == 1);
  CHECK(told.effects[0].in_scope == 10'000'000);
  CHECK(told.effects[0].acted == 10'000'000);
  // 0.05 x 30 = 1.5: rail 1 / (1 + exp(-1.5)) = 0.81757.
  CHECK(told.effects[0].changed == Approx(3'175'745).margin(2));
}

TEST_CASE("two preferences on one haul add up", "[rules]") {
  FarScene scene(500.0, five_hundred());
  scene.s.d.measure("nearer", kStart, DistancePreference{{}, Kilometres{250.0}, {}, YuanPerTonne{7.0}});
  CHECK(scene.charge() == 37.0);
}

}  // namespace distance_test
