/// Tariffs: what they make of the prices of a chain, from which day and distance, and what they spare shippers.
#include "sim/rules/prices/tariff_effects.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/prices/fleet_mix.hpp"
#include "sim/rules/prices/month_prices.hpp"
#include "sim/rules/rail/cost.hpp"
#include "tests/rules/choice_scene.hpp"

namespace tariff_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

Tariff by_factor(TariffOn part, double factor) {
  Tariff t;
  t.applies_to = part;
  t.factor = factor;
  return t;
}
Tariff by_tonne(TariffOn part, double yuan) {
  Tariff t;
  t.applies_to = part;
  t.yuan_per_t = YuanPerTonne{yuan};
  return t;
}
Tariff by_km(TariffOn part, double yuan) {
  Tariff t;
  t.applies_to = part;
  t.yuan_per_t_km = yuan;
  return t;
}

/// Road 300 km at 118 + 3 of time, siding 100 km at 30 + 13, yard: 8 km drayage at 9.6, charges 5, train 30, time 13.08.
struct TariffScene {
  Scene s;
  Id<Chain> road, siding, yard;
  TariffScene() {
    road = s.road("c1", s.coke, 0.4);
    siding = s.by_siding("c2", s.coke, 0.4);
    yard = s.by_yard("c3", s.coke, 0.2);
  }
  /// Costs of the three chains under tariffs, as differences to those without.
  std::vector<double> changes(const std::vector<Tariff>& tariffs) {
    Scene with = s;
    char id = 'a';
    for (const Tariff& tariff : tariffs) with.d.measure(std::string(1, id++), kStart, tariff);
    const Built built(with.d);
    MonthBook book = empty_book(built.world);
    book.tariffs = tariffs_in_force(built.world, price_rolls(built.world, 1), kJanuary);
    return {built.cost(road, book) - kRoad, built.cost(siding, book) - kSiding, built.cost(yard, book) - kYard};
  }
};

void check_changes(const std::vector<double>& changes, double road, double siding, double yard) {
  CHECK(changes[0] == Approx(road).margin(1e-9));
  CHECK(changes[1] == Approx(siding).margin(1e-9));
  CHECK(changes[2] == Approx(yard).margin(1e-9));
}

}  // namespace

TEST_CASE("a rail tariff a tenth lower takes 3 of the 30 yuan of a train, from siding and from yard, and nothing of roads", "[rules]") {
  check_changes(TariffScene{}.changes({by_factor(TariffOn::rail_haul, 0.9)}), 0.0, -3.0, -3.0);
  check_changes(TariffScene{}.changes({by_km(TariffOn::rail_haul, -0.05)}), 0.0, -5.0, -5.0);  // 100 km
}

TEST_CASE("a road tariff changes the hauls of truck-only chains, drayage those to a yard, handling the charges of rail chains", "[rules]") {
  check_changes(TariffScene{}.changes({by_factor(TariffOn::road_haul, 1.1)}), 11.8, 0.0, 0.0);
  check_changes(TariffScene{}.changes({by_factor(TariffOn::drayage, 0.5)}), 0.0, 0.0, -4.8);
  check_changes(TariffScene{}.changes({by_tonne(TariffOn::handling, -2.0)}), 0.0, 0.0,
                -2.0);  // the siding charges nothing: nothing to take
}

TEST_CASE("several tariffs are each worked on the price without any and add up, and no price falls below nothing", "[rules]") {
  const Tariff tenth = by_factor(TariffOn::rail_haul, 0.9);
  check_changes(TariffScene{}.changes({tenth, tenth}), 0.0, -6.0, -6.0);
  check_changes(TariffScene{}.changes({by_tonne(TariffOn::handling, -8.0)}), 0.0, 0.0, -5.0);
  check_changes(TariffScene{}.changes({by_tonne(TariffOn::rail_haul, -31.0)}), 0.0, -30.0, -30.0);
}

TEST_CASE("a band of distance holds its first kilometre and not its last, to the metre", "[rules]") {
  const auto banded = [](double from, std::optional<double> below) {
    Tariff t = by_tonne(TariffOn::rail_haul, -1.0);
    t.from_km = Kilometres{from};
    if (below) t.below_km = Kilometres{*below};
    return TariffScene{}.changes({t})[1];
  };
  CHECK(banded(100.0, std::nullopt) == Approx(-1.0));
  CHECK(banded(100.001, std::nullopt) == Approx(0.0).margin(1e-9));
  CHECK(banded(100.0004, std::nullopt) == Approx(-1.0));  // less than half a metre
  CHECK(banded(0.0, 100.0) == Approx(0.0).margin(1e-9));
  CHECK(banded(0.0, 100.001) == Approx(-1.0));
}

TEST_CASE("a tariff is for its commodities and truck classes, for all if it names none", "[rules]") {
  TariffScene scene;
  Tariff tenth = by_factor(TariffOn::road_haul, 0.9);
  tenth.commodities = {scene.s.d.coal};
  check_changes(scene.changes({tenth}), 0.0, 0.0, 0.0);
  tenth.commodities = {scene.s.d.coal, scene.s.d.coke};
  check_changes(scene.changes({tenth}), -11.8, 0.0, 0.0);
  tenth.commodities = {};
  tenth.truck_classes = {Id<TruckClass>{1}};
  check_changes(scene.changes({tenth}), 0.0, 0.0, 0.0);
  tenth.truck_classes = {Id<TruckClass>{0}};
  check_changes(scene.changes({tenth}), -11.8, 0.0, 0.0);
}

TEST_CASE("a tariff is for what its firms, sectors and counties send or receive, for all if it names none", "[rules]") {
  TariffScene scene;
  scene.s.d.edit(scene.s.works).county = "140301";
  const auto road = [&](const Whom& whom) {
    Tariff tenth = by_factor(TariffOn::road_haul, 0.9);
    static_cast<Whom&>(tenth) = whom;
    return scene.changes({tenth})[0];
  };
  const Id<Firm> other = scene.s.d.firm("z-other");
  CHECK(road({}) == Approx(-11.8));
  CHECK(road({.firms = {other}}) == Approx(0.0).margin(1e-9));
  CHECK(road({.firms = {other, scene.s.d.edit(scene.s.works).firm}}) == Approx(-11.8));
  CHECK(road({.sectors = {SiteKind::mine}}) == Approx(0.0).margin(1e-9));
  CHECK(road({.sectors = {SiteKind::coking_works}}) == Approx(-11.8));
  CHECK(road({.counties = {"140302"}}) == Approx(0.0).margin(1e-9));
  CHECK(road({.counties = {"140301"}}) == Approx(-11.8));
  CHECK(road({.sectors = {SiteKind::external}}) == Approx(0.0).margin(1e-9));  // where it goes is no place of the plan
}

TEST_CASE("a tariff for counties from a PM2.5 on holds from the first month in which the figure is known", "[rules]") {
  TariffScene scene;
  scene.s.d.edit(scene.s.works).county = "140301";
  scene.s.d.county_figure("140301", CountyFigureKind::pm25, {{make_date(2020, 2, 1), 40.0}, {make_date(2020, 4, 1), 39.9}});
  Tariff tenth = by_factor(TariffOn::road_haul, 0.9);
  tenth.county_pm25_from = 40.0;
  scene.s.d.measure("a", kStart, tenth);
  const Built built(scene.s.d);
  const auto road = [&](int month) {
    MonthBook book = empty_book(built.world);
    book.tariffs = tariffs_in_force(built.world, price_rolls(built.world, 1), make_month(2020, month));
    return built.cost(scene.road, book);
  };
  CHECK(road(1) == Approx(kRoad));
  CHECK(road(2) == Approx(kRoad - 11.8));
  CHECK(road(3) == Approx(kRoad - 11.8));
  CHECK(road(4) == Approx(kRoad));
}

TEST_CASE("a tariff holds from the first month that begins on its day or later", "[rules]") {
  TariffScene scene;
  scene.s.d.measure("a", make_date(2020, 2, 1), by_factor(TariffOn::rail_haul, 0.9));
  scene.s.d.measure("b", make_date(2020, 2, 2), by_factor(TariffOn::rail_haul, 0.9));
  const World world = scene.s.d.build();
  const PriceRolls rolls = price_rolls(world, 1);
  CHECK(tariffs_in_force(world, rolls, kJanuary).empty());
  CHECK(tariffs_in_force(world, rolls, make_month(2020, 2)).size() == 1);
  CHECK(tariffs_in_force(world, rolls, make_month(2020, 3)).size() == 2);
}

TEST_CASE("a toll rebate from National VI on reaches the share of the class's trucks that meet it, new-energy ones among them", "[rules]") {
  TariffScene scene;
  Tariff rebate = by_km(TariffOn::toll, -0.1);
  rebate.from_standard = Standard::china6;
  scene.s.d.measure("a", kStart, rebate);
  const Built built(scene.s.d);
  Register trucks;
  const auto add = [&](Standard standard, int number, bool present) {
    for (int i = 0; i < number; ++i) {
      RegisteredTruck truck;
      truck.segment = Id<Segment>{0};
      truck.vehicle.access.standard = standard;
      truck.present = present;
      trucks.trucks.push_back(truck);
    }
  };
  add(Standard::china5, 15, true);
  add(Standard::china6, 4, true);
  add(Standard::zero_exhaust, 1, true);
  add(Standard::china6, 7, false);  // sold, not replaced yet
  MonthBook book = empty_book(built.world);
  note_fleet(built.world, trucks, book);
  book.tariffs = tariffs_in_force(built.world, price_rolls(built.world, 1), kJanuary);
  // 5 of 20 trucks: a quarter of 0.1 x 300 km.
  CHECK(built.cost(scene.road, book) == Approx(kRoad - 7.5));
  CHECK(built.cost(scene.yard, book) == Approx(kYard));
  note_fleet(built.world, Register{}, book);  // nobody is registered: nobody gets it
  CHECK(built.cost(scene.road, book) == Approx(kRoad));
}

TEST_CASE("10 yuan off the train move what the logit says, and who pays decides where the money stands", "[rules]") {
  for (const Payer payer : {Payer::carrier, Payer::public_money}) {
    Scene s;
    (void)s.road("c1", s.coke, 0.5);
    (void)s.by_siding("c2", s.coke, 0.5);
    Tariff less = by_tonne(TariffOn::rail_haul, -10.0);
    less.payer = payer;
    s.d.measure("a", kStart, less);
    const Built built(s.d);
    const PriceRolls rolls = price_rolls(built.world, 1);
    MonthBook book = empty_book(built.world);
    set_prices(built.world, rolls, kJanuary, book);
    const std::vector<Kilograms> offered{Kilograms{10'000'000}};
    const Choice choice = built.choice();
    const MonthPlan plan = plan_month(built.world, choice, offered, book, kJanuary);
    const auto effects = price_effects({built.world, choice, offered, book, kJanuary}, rolls, plan).effects;
    REQUIRE(effects.size() == 2);
    CHECK(effects[0].kind == policy::EffectKind::wishes_priced);
    CHECK(effects[0].acted == 10'000'000);
    // 0.05 x 10 = 0.5 for the train: 1 / (1 + exp(-0.5)) = 0.6224593, half before.
    CHECK(effects[0].changed == Approx(1'224'593).margin(2));
    CHECK(effects[1].kind == (payer == Payer::carrier ? policy::EffectKind::freight_forgone : policy::EffectKind::freight_subsidised));
    CHECK(effects[1].acted == Approx(62'245.9).margin(1));      // 6,224.593 t at 10 yuan
    CHECK(effects[1].in_scope == Approx(186'737.8).margin(1));  // at 30 yuan
  }
}

TEST_CASE("a tariff that makes hauls dearer moves goods and spares nobody anything", "[rules]") {
  Scene s;
  (void)s.road("c1", s.coke, 0.5);
  (void)s.by_siding("c2", s.coke, 0.5);
  s.d.measure("a", kStart, by_tonne(TariffOn::road_haul, 10.0));
  const Built built(s.d);
  const PriceRolls rolls = price_rolls(built.world, 1);
  MonthBook book = empty_book(built.world);
  set_prices(built.world, rolls, kJanuary, book);
  const std::vector<Kilograms> offered{Kilograms{10'000'000}};
  const Choice choice = built.choice();
  const auto effects =
      price_effects({built.world, choice, offered, book, kJanuary}, rolls, plan_month(built.world, choice, offered, book, kJanuary))
          .effects;
  CHECK(effects[0].changed == Approx(1'224'593).margin(2));
  CHECK(effects[1].acted == 0);
}

TEST_CASE("what tariffs change is paid where it is charged: by the truck leg to the yard, by the train, and the rest stays", "[rules]") {
  TariffScene scene;
  scene.s.d.measure("a", kStart, by_factor(TariffOn::handling, 0.0));
  scene.s.d.measure("b", kStart, by_factor(TariffOn::rail_haul, 0.0));
  const Built built(scene.s.d);
  MonthBook book = empty_book(built.world);
  book.tariffs = tariffs_in_force(built.world, price_rolls(built.world, 1), kJanuary);
  const FreightPrice yard = freight_price(built.world, built.distances, built.world.chains[scene.yard], book, kJanuary);
  CHECK(yard.truck.value == Approx(9.6));  // the haul without the 5 of handling
  CHECK(yard.rail.value == Approx(0.0).margin(1e-9));
}

TEST_CASE(
    "a rebate on a road haul takes its part of what scarcity adds, so that no more is paid for scarcity than for the haul, and a surcharge "
    "adds nothing to it",
    "[rules]") {
  const auto paid = [](const Tariff& tariff) {
    TariffScene scene;
    scene.s.d.measure("a", kStart, tariff);
    const Built built(scene.s.d);
    MonthBook book = empty_book(built.world);
    book.tariffs = tariffs_in_force(built.world, price_rolls(built.world, 1), kJanuary);
    for (const TruckClass& kind : built.world.truck_classes) book.road_rate_factor[kind.id] = 1.5;
    return freight_price(built.world, built.distances, built.world.chains[scene.road], book, kJanuary);
  };
  // 118 x 1.5 = 177, of which 59 are for scarcity.
  CHECK(paid(by_factor(TariffOn::road_haul, 1.0)).hire_premium.value == Approx(59.0));
  const FreightPrice half = paid(by_factor(TariffOn::road_haul, 0.5));
  CHECK((half.truck.value == Approx(88.5) && half.hire_premium.value == Approx(29.5)));
  const FreightPrice free = paid(by_factor(TariffOn::road_haul, 0.0));
  CHECK((free.truck.value == Approx(0.0).margin(1e-9) && free.hire_premium.value == Approx(0.0).margin(1e-9)));
  const FreightPrice dearer = paid(by_tonne(TariffOn::road_haul, 10.0));
  CHECK((dearer.truck.value == Approx(187.0) && dearer.hire_premium.value == Approx(59.0)));
}

TEST_CASE("a tariff on trains alone is not at work where goods choose among roads only", "[rules]") {
  Scene s;
  (void)s.road("c1", s.coke, 0.5);
  (void)s.road("c2", s.coke, 0.5);
  (void)s.by_siding("c3", s.coke, 0.0);  // nobody chose it in the base year
  s.d.measure("a", kStart, by_factor(TariffOn::rail_haul, 0.5));
  const Built built(s.d);
  const PriceRolls rolls = price_rolls(built.world, 1);
  MonthBook book = empty_book(built.world);
  set_prices(built.world, rolls, kJanuary, book);
  const std::vector<Kilograms> offered{Kilograms{10'000'000}};
  const Choice choice = built.choice();
  const auto effects =
      price_effects({built.world, choice, offered, book, kJanuary}, rolls, plan_month(built.world, choice, offered, book, kJanuary))
          .effects;
  CHECK((effects[0].in_scope == 10'000'000 && effects[0].acted == 0));
}

}  // namespace tariff_test
