/// Whom a measure speaks of on a day.
#include "sim/rules/goods/addressed.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/plan_world.hpp"

namespace addressed_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

const Date kKnown = make_date(2021, 3, 1), kLater = make_date(2022, 3, 1);

/// A works and a mine of one firm in two counties, and a port outside. PM2.5 of the works' county is 41 from March 2021 and 39 from March
/// 2022 on; the mine's county is the 20th and then the 21st from the end.
struct Town {
  Draft d;
  Id<Firm> firm = d.firm("firm");
  Id<Site> mine = d.site("a-mine", SiteKind::mine, firm);
  Id<Site> works = d.site("b-works", SiteKind::coking_works, firm);
  Id<Site> port = d.site("c-port", SiteKind::external);
  Id<Flow> coke = d.flow("f1", d.coke, works, port, FlowRule::fixed, {{make_date(2020, 1, 1), 1000.0}});
  Town() {
    d.edit(works).county = "140301";
    d.edit(mine).county = "140302";
    d.county_figure("140301", CountyFigureKind::pm25, {{kKnown, 41.0}, {kLater, 39.0}});
    d.county_figure("140302", CountyFigureKind::rank_from_last, {{kKnown, 20.0}, {kLater, 21.0}});
    d.edit(firm).classes.from(kKnown, FirmClass::b);
  }
};

/// Of which of the works, the mine, their firm and the coke a measure speaks on a day: "works mine firm coke".
std::string spoken_of(const Whom& whom, Date day, const Town& town = {}) {
  const World world = town.d.build();
  const FirmClasses classes = firm_classes(world, 1);
  const Addressed addressed(world, whom, classes);
  std::string names;
  const auto add = [&names](bool meant, const char* name) { names += meant ? (names.empty() ? "" : " ") + std::string(name) : ""; };
  add(addressed.site(town.works, day), "works");
  add(addressed.site(town.mine, day), "mine");
  add(addressed.firm(town.firm, day), "firm");
  add(addressed.flow(world.flows[town.coke], day), "coke");
  CHECK(addressed.turns(town.works).on(day) == addressed.site(town.works, day));
  CHECK(addressed.turns(town.firm).on(day) == addressed.firm(town.firm, day));
  CHECK(addressed.turns(world.flows[town.coke]).on(day) == addressed.flow(world.flows[town.coke], day));
  return names;
}

}  // namespace

TEST_CASE("who asks nothing speaks of everybody, on every day", "[rules]") {
  CHECK(spoken_of({}, make_date(1990, 1, 1)) == "works mine firm coke");
  CHECK_FALSE(policy::narrows({}));
}

TEST_CASE("a sector picks sites, their firm and what they send, wherever that goes", "[rules]") {
  CHECK(spoken_of({.sectors = {SiteKind::coking_works}}, kKnown) == "works firm coke");
  CHECK(spoken_of({.sectors = {SiteKind::mine}}, kKnown) == "mine firm");
  CHECK(spoken_of({.sectors = {SiteKind::power_plant}}, kKnown).empty());
}

TEST_CASE("a class is asked on the day, and unrated is one of them", "[rules]") {
  CHECK(spoken_of({.firm_classes = {FirmClass::b}}, kKnown - 1).empty());
  CHECK(spoken_of({.firm_classes = {FirmClass::b}}, kKnown) == "works mine firm coke");
  // Who spares A and leading firms names all others.
  const Whom spares_a{.firm_classes = {FirmClass::b, FirmClass::c, FirmClass::d, FirmClass::unrated}};
  CHECK(spoken_of(spares_a, kKnown - 1) == "works mine firm coke");
  Town town;
  town.d.edit(town.firm).classes.from(kLater, FirmClass::a);
  CHECK(spoken_of(spares_a, kLater - 1, town) == "works mine firm coke");
  CHECK(spoken_of(spares_a, kLater, town).empty());
}

TEST_CASE("PM2.5 from 40 on picks a county while its last known mean is 40 or more", "[rules]") {
  const Whom dirty{.county_pm25_from = 40.0};
  CHECK(spoken_of(dirty, kKnown - 1).empty());  // nothing known yet
  CHECK(spoken_of(dirty, kKnown) == "works firm coke");
  CHECK(spoken_of(dirty, kLater - 1) == "works firm coke");
  CHECK(spoken_of(dirty, kLater).empty());
  CHECK(spoken_of({.county_pm25_from = 41.0}, kKnown) == "works firm coke");
  CHECK(spoken_of({.county_pm25_from = 41.001}, kKnown).empty());
}

TEST_CASE("the last 20 counties are those of rank 20 and less from the end, and dirty or last is either", "[rules]") {
  CHECK(spoken_of({.county_last_ranks = 20}, kKnown) == "mine firm");
  CHECK(spoken_of({.county_last_ranks = 19}, kKnown).empty());
  CHECK(spoken_of({.county_last_ranks = 20}, kLater).empty());
  CHECK(spoken_of({.county_last_ranks = 21}, kLater) == "mine firm");
  CHECK(spoken_of({.county_pm25_from = 40.0, .county_last_ranks = 20}, kKnown) == "works mine firm coke");
}

TEST_CASE("all conditions must hold of one site: the mine's sector and the works' county are nobody's", "[rules]") {
  CHECK(spoken_of({.sectors = {SiteKind::mine}, .counties = {"140301"}}, kKnown).empty());
  CHECK(spoken_of({.sectors = {SiteKind::mine}, .counties = {"140302", "140303"}}, kKnown) == "mine firm");
  const Town town;
  CHECK(spoken_of({.sectors = {SiteKind::mine, SiteKind::coking_works}, .exceptions = {town.works}}, kKnown) == "mine firm");
  CHECK(spoken_of({.firms = {Id<Firm>{1}}}, kKnown) == "coke");  // the firm of the port
}

}  // namespace addressed_test
