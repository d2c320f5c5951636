/// Measures that tell firms by their class or county, and what an upgrade changes for them.
#include "sim/rules/prices/class_effects.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "sim/rules/prices/month_prices.hpp"
#include "sim/rules/prices/road_charges.hpp"
#include "sim/rules/rail/duty.hpp"
#include "sim/rules/work/access.hpp"
#include "tests/rules/choice_scene.hpp"

namespace class_effects_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

const Id<Firm> kWorksFirm{0};
const Date kRaised = make_date(2020, 7, 2);  // asked for on 1 August first
const Month kJuly = make_month(2020, 7), kAugust = make_month(2020, 8);

/// The works is of class B from 2020 on.
struct RatedScene {
  Scene s;
  RatedScene() {
    (void)s.road("c1", s.coke, 0.5);
    (void)s.by_siding("c2", s.coke, 0.5);
    s.d.edit(kWorksFirm).classes.from(kStart, FirmClass::b);
  }
  void upgrade(FirmClass to = FirmClass::a, double obedience = 1.0, std::vector<FirmClass> from = {}) {
    s.d.measure("up", kRaised, ClassUpgrade{{kWorksFirm}, std::move(from), to, obedience});
  }
  /// What the measures of the month do to the book.
  [[nodiscard]] MonthBook book(Month month) const {
    const Built built(s.d);
    MonthBook book = empty_book(built.world);
    set_prices(built.world, price_rolls(built.world, 1), month, book);
    return book;
  }
  [[nodiscard]] double duty_price(Month month) const { return book(month).duty_price[kWorksFirm.index].value; }
  [[nodiscard]] PricesTold told(Month month) const {
    const Built built(s.d);
    const PriceRolls rolls = price_rolls(built.world, 1);
    MonthBook book = empty_book(built.world);
    set_prices(built.world, rolls, month, book);
    const Choice choice = built.choice();
    return price_effects({built.world, choice, {Kilograms{10'000'000}}, book, month}, rolls, MonthPlan{});
  }
};

/// A duty of those who are not of class A: 30 yuan.
RailDuty duty_that_spares_a() {
  RailDuty duty;
  duty.firm_classes = {FirmClass::b, FirmClass::c, FirmClass::d, FirmClass::unrated};
  duty.required = {{kStart, 0.9}};
  duty.price = YuanPerTonne{30.0};
  return duty;
}

policy::Effect only_upgrade(const PricesTold& told) {
  std::vector<policy::Effect> found;
  for (const policy::Effect& effect : told.effects) {
    if (effect.kind == policy::EffectKind::bound_otherwise) found.push_back(effect);
  }
  REQUIRE(found.size() == 1);
  return found.front();
}

policy::Followed followed(const RatedScene& scene, Month month) {
  const PricesTold told = scene.told(month);
  REQUIRE_FALSE(told.bindings.empty());
  return told.bindings.back().followed;
}

}  // namespace

TEST_CASE("a duty of B firms binds the works until it is of class A, one of A firms from then on", "[rules]") {
  RatedScene scene;
  scene.s.d.measure("duty", kStart, duty_that_spares_a());
  CHECK(scene.duty_price(kJuly) == 30.0);
  CHECK(scene.duty_price(kAugust) == 30.0);
  scene.upgrade();
  CHECK(scene.duty_price(kJuly) == 30.0);  // B on 1 July
  CHECK(scene.duty_price(kAugust) == 0.0);
  RatedScene other;
  RailDuty of_a = duty_that_spares_a();
  of_a.firm_classes = {FirmClass::a};
  other.s.d.measure("duty", kStart, of_a);
  CHECK(other.duty_price(kAugust) == 0.0);
  other.upgrade();
  CHECK(other.duty_price(kJuly) == 0.0);
  CHECK(other.duty_price(kAugust) == 30.0);
}

TEST_CASE("the upgrade tells of the firm that a duty spares because of it, from August on", "[rules]") {
  RatedScene scene;
  scene.s.d.measure("duty", kStart, duty_that_spares_a());
  scene.upgrade();
  const auto july = scene.told(kJuly);
  for (const policy::Effect& effect : july.effects) CHECK(effect.kind != policy::EffectKind::bound_otherwise);  // not in force
  const policy::Effect august = only_upgrade(scene.told(kAugust));
  CHECK(august.in_scope == 1);
  CHECK(august.acted == 1);
  CHECK(august.changed == 1);
  CHECK(followed(scene, kAugust) == policy::Followed::yes);
}

TEST_CASE("an upgrade by which no measure tells firms does nothing and says so", "[rules]") {
  RatedScene scene;
  scene.upgrade();
  CHECK(only_upgrade(scene.told(kAugust)).acted == 0);
  CHECK(followed(scene, kAugust) == policy::Followed::no_way);
  RailDuty of_all = duty_that_spares_a();
  of_all.firm_classes = {};
  of_all.firms = {kWorksFirm};
  scene.s.d.measure("v-all", kStart, of_all);
  CHECK(only_upgrade(scene.told(kAugust)).acted == 0);
  RailDuty next_year = duty_that_spares_a();
  scene.s.d.measure("w-later", make_date(2021, 1, 1), next_year);
  CHECK(only_upgrade(scene.told(make_month(2020, 12))).acted == 0);
  CHECK(only_upgrade(scene.told(make_month(2021, 1))).acted == 1);
}

TEST_CASE("a duty over a threshold that the works does not reach binds it neither as B nor as A", "[rules]") {
  // It moves 120,000 t a year.
  for (const auto& [threshold, told] : {std::pair{120'000.0, 1}, {120'001.0, 0}}) {
    RatedScene scene;
    RailDuty duty = duty_that_spares_a();
    duty.threshold = TonnesPerYear{threshold};
    scene.s.d.measure("duty", kStart, duty);
    scene.upgrade();
    CHECK(only_upgrade(scene.told(kAugust)).acted == told);
    CHECK(scene.duty_price(kJuly) == (told == 1 ? 30.0 : 0.0));
  }
}

TEST_CASE("nobody is of the class, nobody obeys, and who is of class A already: each is told apart", "[rules]") {
  RatedScene none;
  none.s.d.measure("duty", kStart, duty_that_spares_a());
  none.upgrade(FirmClass::a, 1.0, {FirmClass::c});
  CHECK(only_upgrade(none.told(kAugust)).in_scope == 0);
  CHECK(followed(none, kAugust) == policy::Followed::not_asked);
  RatedScene idle;
  idle.s.d.measure("duty", kStart, duty_that_spares_a());
  idle.upgrade(FirmClass::a, 0.0);
  CHECK(only_upgrade(idle.told(kAugust)).in_scope == 1);
  CHECK(only_upgrade(idle.told(kAugust)).acted == 0);
  CHECK(followed(idle, kAugust) == policy::Followed::nobody_obeys);
  RatedScene had;
  had.s.d.edit(kWorksFirm).classes.from(kStart, FirmClass::a);
  had.s.d.measure("duty", kStart, duty_that_spares_a());
  had.upgrade();
  CHECK(only_upgrade(had.told(kAugust)).in_scope == 1);
  CHECK(only_upgrade(had.told(kAugust)).acted == 0);
  CHECK(followed(had, kAugust) == policy::Followed::not_asked);
}

TEST_CASE("a gate floor of A and leading firms is in force at the works from the month in which it is one", "[rules]") {
  RatedScene scene;
  GateFloor floor;
  floor.firm_classes = {FirmClass::a, FirmClass::leading};
  scene.s.d.measure("gate", kStart, floor);
  const auto bound = [&scene](Month month) { return gate_rules(scene.s.d.build(), 1, first_day(month))[scene.s.works.index].bound; };
  CHECK_FALSE(bound(kAugust));
  scene.upgrade(FirmClass::leading);
  CHECK_FALSE(bound(kJuly));
  CHECK(bound(kAugust));
}

TEST_CASE("clean trucks stand in for rail only while the floor of the gate speaks of the firm", "[rules]") {
  RatedScene scene;
  GateFloor floor;
  floor.firm_classes = {FirmClass::b};
  scene.s.d.measure("gate", kStart, floor);
  RailDuty duty = duty_that_spares_a();
  duty.firm_classes = {};
  duty.firms = {kWorksFirm};
  duty.clean_trucks = CleanTrucks::always;
  scene.s.d.measure("h-duty", kStart, duty);
  CHECK(scene.duty_price(kAugust) == 0.0);
  scene.upgrade();
  CHECK(scene.duty_price(kJuly) == 0.0);
  CHECK(scene.duty_price(kAugust) == 30.0);
}

TEST_CASE("a price on long hauls of B firms leaves the coke of an A firm alone", "[rules]") {
  RatedScene scene;
  DistancePreference preference;
  preference.price = YuanPerTonne{7.0};
  preference.firm_classes = {FirmClass::b};
  scene.s.d.edit(scene.s.outside).node = scene.s.d.edit(scene.s.works).node;
  scene.s.d.edit(scene.s.outside).outer_km = Kilometres{500.0};
  scene.s.d.measure("far", kStart, preference);
  const auto charge = [&scene](Month month) { return scene.book(month).road_charge[scene.s.coke.index].value; };
  CHECK(charge(kAugust) == 7.0);
  scene.upgrade();
  CHECK(charge(kJuly) == 7.0);
  CHECK(charge(kAugust) == 0.0);
}

TEST_CASE("new sites of B firms and projects of B firms are free once the firm is of class A", "[rules]") {
  RatedScene scene;
  scene.s.d.edit(scene.s.works).opens = make_date(2020, 2, 1);
  scene.s.d.edit(scene.s.fence).in_service.reset();
  NewSiteDuty duty;
  duty.modes = {SiteLink::belt};
  duty.price = YuanPerTonne{30.0};
  duty.firm_classes = {FirmClass::b};
  scene.s.d.measure("new", make_date(2020, 2, 1), duty);
  CleanAdmission clean;
  clean.sites = {scene.s.works};
  clean.modes = {CleanMode::rail};
  clean.firm_classes = {FirmClass::b};
  scene.s.d.measure("projects", make_date(2020, 2, 1), clean);
  scene.upgrade();
  CHECK(scene.book(kJuly).road_charge[scene.s.coke.index].value == 30.0);
  CHECK(scene.book(kAugust).road_charge[scene.s.coke.index].value == 0.0);
  CHECK(scene.book(kJuly).admission[scene.s.coke.index].share == 1.0);
  CHECK(scene.book(kAugust).admission[scene.s.coke.index].share == 0.0);
}

TEST_CASE("a duty in counties of 40 ug/m3 and more binds the works while its county has them", "[rules]") {
  RatedScene scene;
  scene.s.d.edit(scene.s.works).county = "140301";
  scene.s.d.county_figure("140301", CountyFigureKind::pm25, {{kStart, 39.9}, {make_date(2020, 7, 1), 40.0}, {kRaised, 39.0}});
  RailDuty duty = duty_that_spares_a();
  duty.firm_classes = {};
  duty.county_pm25_from = 40.0;
  scene.s.d.measure("duty", kStart, duty);
  CHECK(scene.duty_price(make_month(2020, 6)) == 0.0);
  CHECK(scene.duty_price(kJuly) == 30.0);
  CHECK(scene.duty_price(kAugust) == 0.0);
}

}  // namespace class_effects_test
