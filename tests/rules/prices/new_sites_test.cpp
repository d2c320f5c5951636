/// New and moved sites without a siding, belt or pipe.
#include "sim/rules/prices/new_sites.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/prices/month_prices.hpp"
#include "sim/rules/prices/road_charges.hpp"
#include "tests/rules/choice_scene.hpp"

namespace new_sites_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

const Date kDutyFrom = make_date(2020, 7, 1);
const Month kOctober = make_month(2020, 10);

NewSiteDuty big_duty() {
  NewSiteDuty d;
  d.threshold = TonnesPerYear{1'500'000.0};
  d.modes = {SiteLink::siding, SiteLink::pipe};
  d.price = YuanPerTonne{30.0};
  return d;
}

/// A works that opens on the day of the duty and sends 1.5 Mt a year, by road and, from 2021 on, by a siding of its own.
struct NewScene {
  Scene s;
  NewScene() {
    (void)s.road("c1", s.coke, 0.5);
    (void)s.by_siding("c2", s.coke, 0.5);
    s.d.edit(s.works).opens = kDutyFrom;
    s.d.edit(s.fence).in_service = make_date(2021, 1, 1);
    sends(1'500'000.0);
  }
  void sends(double t_per_year) {
    s.d.edit(s.coke).share_or_t = {};
    s.d.edit(s.coke).share_or_t.from(kStart, t_per_year);
  }
  [[nodiscard]] double charge(const NewSiteDuty& body, Month month = kOctober) const {
    Scene with = s;
    with.d.measure("new", kDutyFrom, body);
    const World world = with.d.build();
    return road_charges(world, price_rolls(world, 1), month)[s.coke.index].value;
  }
};

}  // namespace

TEST_CASE("a new site of 1.50 Mt a year without a siding pays, one of 1.49 Mt does not", "[rules]") {
  NewScene scene;
  CHECK(scene.charge(big_duty()) == 30.0);
  scene.sends(1'490'000.0);
  CHECK(scene.charge(big_duty()) == 0.0);
}

TEST_CASE("a duty without a threshold is one of every new site", "[rules]") {
  NewScene scene;
  scene.sends(1'000.0);
  NewSiteDuty all = big_duty();
  all.threshold.reset();
  CHECK(scene.charge(all) == 30.0);
}

TEST_CASE("a site that opened the day before the duty began is an old one, and so is one that was always there", "[rules]") {
  NewScene scene;
  scene.s.d.edit(scene.s.works).opens = kDutyFrom - 1;
  CHECK(scene.charge(big_duty()) == 0.0);
  scene.s.d.edit(scene.s.works).opens.reset();
  CHECK(scene.charge(big_duty()) == 0.0);
  scene.s.d.edit(scene.s.works).opens = kDutyFrom + 1;
  CHECK(scene.charge(big_duty()) == 30.0);
}

TEST_CASE("before the month in which it opens a site pays nothing, and from the month on whose first day its siding serves it neither",
          "[rules]") {
  NewScene scene;
  scene.s.d.edit(scene.s.works).opens = make_date(2020, 9, 15);
  CHECK(scene.charge(big_duty(), make_month(2020, 8)) == 0.0);
  CHECK(scene.charge(big_duty(), make_month(2020, 9)) == 30.0);
  CHECK(scene.charge(big_duty(), make_month(2020, 12)) == 30.0);
  CHECK(scene.charge(big_duty(), make_month(2021, 1)) == 0.0);
  scene.s.d.edit(scene.s.fence).in_service = make_date(2021, 1, 2);
  CHECK(scene.charge(big_duty(), make_month(2021, 1)) == 30.0);
  CHECK(scene.charge(big_duty(), make_month(2021, 2)) == 0.0);
}

TEST_CASE("a belt or a pipe connects a site where the duty takes it, a yard on the other side of a road never", "[rules]") {
  NewScene scene;
  (void)scene.s.by_yard("c3", scene.s.coke, 0.0);
  CHECK(scene.charge(big_duty()) == 30.0);
  NewSiteDuty belts = big_duty();
  belts.modes = {SiteLink::siding, SiteLink::belt};
  (void)scene.s.d.chain("c4", scene.s.coke, 0.0, {belt_leg()});
  CHECK(scene.charge(belts) == 30.0);  // no measure opens it
  (void)scene.s.d.chain("c5", scene.s.coke, 0.1, {belt_leg()});
  CHECK(scene.charge(big_duty()) == 30.0);  // siding or pipe
  CHECK(scene.charge(belts) == 0.0);
  belts.modes = {SiteLink::belt};
  CHECK(scene.charge(belts) == 0.0);
}

TEST_CASE("exceptions, other sectors and other ways of being new are not bound", "[rules]") {
  NewScene scene;
  NewSiteDuty body = big_duty();
  body.exceptions = {scene.s.works};
  CHECK(scene.charge(body) == 0.0);
  body = big_duty();
  body.sectors = {SiteKind::mine};
  CHECK(scene.charge(body) == 0.0);
  body.sectors = {SiteKind::mine, SiteKind::coking_works};
  CHECK(scene.charge(body) == 30.0);
  body.counts = {NewSite::relocated};
  CHECK(scene.charge(body) == 0.0);
  body.counts = {NewSite::new_site};
  CHECK(scene.charge(body) == 30.0);
}

TEST_CASE("a site is moved if its firm gives up another one of the same kind that was there before", "[rules]") {
  Draft d;
  const Id<Firm> firm = d.firm("firm-a");
  const Id<Site> works = d.site("a-works", SiteKind::coking_works, firm);
  const Id<Site> old = d.site("b-old", SiteKind::coking_works, firm);
  const auto moved_here = [&] { return is_relocated(d.build(), works); };
  d.edit(works).opens = kDutyFrom;
  CHECK_FALSE(moved_here());  // the old one stays
  d.edit(old).closes = make_date(2020, 12, 31);
  CHECK(moved_here());
  d.edit(old).opens = kDutyFrom;  // not there before
  CHECK_FALSE(moved_here());
  d.edit(old).opens = kDutyFrom - 1;
  CHECK(moved_here());
  d.edit(old).kind = SiteKind::mine;
  CHECK_FALSE(moved_here());
  d.edit(works).opens.reset();
  d.edit(old).kind = SiteKind::coking_works;
  CHECK_FALSE(moved_here());
}

TEST_CASE("only bulk goods that are not dangerous count, for the threshold and for the price", "[rules]") {
  NewScene scene;
  scene.s.d.edit(scene.s.d.coke).dangerous = true;
  CHECK(scene.charge(big_duty()) == 0.0);
  NewSiteDuty all = big_duty();
  all.threshold.reset();
  CHECK(scene.charge(all) == 0.0);
}

TEST_CASE("a price on the only road of a new site moves nothing and says that something remains", "[rules]") {
  NewScene scene;  // the siding opens later: the road is the only chain
  scene.s.d.measure("new", kDutyFrom, big_duty());
  const Built built(scene.s.d);
  const PriceRolls rolls = price_rolls(built.world, 1);
  const auto told = [&](Month month) {
    MonthBook book = empty_book(built.world);
    set_prices(built.world, rolls, month, book);
    const Choice choice = built.choice();
    return price_effects({built.world, choice, {Kilograms{10'000'000}}, book, month}, rolls, MonthPlan{});
  };
  CHECK(told(make_month(2020, 6)).effects.empty());
  const PricesTold october = told(kOctober);
  REQUIRE(october.effects.size() == 1);
  CHECK(october.effects[0].in_scope == 10'000'000);
  CHECK(october.effects[0].acted == 0);
  REQUIRE(october.bindings.size() == 1);
  CHECK(october.bindings[0].remains);
  CHECK_FALSE(told(make_month(2021, 1)).bindings[0].remains);
}

}  // namespace new_sites_test
