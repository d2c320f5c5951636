#include "sim/rules/work/access.hpp"
#include "sim/policy/kinds.hpp"

#include <catch2/catch.hpp>

namespace access_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

/// One firm "f-a" with a works and an outside depot, and twenty firms with one works each.
World world_of_firms() {
  World w;
  std::vector<Firm> firms(21);
  for (std::size_t i = 0; i < firms.size(); ++i) firms[i].id = "f-" + std::string(1, static_cast<char>('a' + i));
  w.firms = Table<Firm>(firms);
  std::vector<Site> sites(22);
  for (std::size_t i = 0; i < 21; ++i) {
    sites[i].id = "s-" + std::string(1, static_cast<char>('a' + i));
    sites[i].firm = Id<Firm>{static_cast<std::uint32_t>(i)};
    sites[i].kind = SiteKind::steel_works;
  }
  sites[21].id = "z-depot";
  sites[21].firm = Id<Firm>{0};
  sites[21].kind = SiteKind::external;
  w.sites = Table<Site>(sites);
  return w;
}

Measure floor_measure(const std::string& id, std::vector<Id<Firm>> firms, Standard floor, double obedience, Date from) {
  Measure m;
  m.id = id;
  m.from = from;
  m.body = GateFloor{Whom{.firms = std::move(firms)}, {}, floor, obedience};
  return m;
}

std::vector<Id<Firm>> all_firms() {
  std::vector<Id<Firm>> ids;
  for (std::uint32_t i = 0; i < 21; ++i) ids.push_back({i});
  return ids;
}

const AccessClass diesel5{Standard::china5, Powertrain::diesel};
const AccessClass diesel6{Standard::china6, Powertrain::diesel};
const AccessClass methanol5{Standard::china5, Powertrain::methanol};
const AccessClass electric{Standard::zero_exhaust, Powertrain::electric};

}  // namespace

TEST_CASE("a National VI floor admits National VI, electric and methanol trucks and nothing older", "[rules]") {
  const AccessMask mask = mask_of_floor(Standard::china6);
  CHECK(mask.admits(diesel6));
  CHECK_FALSE(mask.admits(diesel5));
  CHECK(mask.admits({Standard::china6, Powertrain::gas}));
  CHECK_FALSE(mask.admits({Standard::china5, Powertrain::gas}));
  CHECK(mask.admits(electric));
  CHECK(mask.admits({Standard::zero_exhaust, Powertrain::hydrogen}));
  CHECK(mask.admits(methanol5));
}

TEST_CASE("a floor binds the works of the named firms from its day on", "[rules]") {
  World w = world_of_firms();
  w.measures = Table<Measure>({floor_measure("gate", {Id<Firm>{0}}, Standard::china6, 1.0, make_date(2023, 7, 2))});
  const auto july = gate_rules(w, 1, make_date(2023, 7, 1));
  CHECK_FALSE(july[0].bound);
  CHECK(july[0].admitted().admits(diesel5));
  CHECK(gate_rules(w, 1, make_date(2023, 7, 2))[0].bound);
  CHECK(gate_days(w, 1, make_month(2023, 6)).empty());
  CHECK(gate_days(w, 1, make_month(2023, 7)) == std::vector{make_date(2023, 7, 2)});
  CHECK(gate_days(w, 1, make_month(2023, 8)).empty());
  const auto august = gate_rules(w, 1, make_date(2023, 8, 1));
  CHECK(august[0].bound);
  CHECK(august[0].obeys);
  CHECK_FALSE(august[0].admitted().admits(diesel5));
  CHECK(august[0].admitted().admits(diesel6));
  CHECK_FALSE(august[1].bound);
  CHECK(august[1].admitted() == AccessMask{});
  CHECK_FALSE(august[21].bound);  // the firm's depot outside the study area

  w.measures = Table<Measure>({floor_measure("gate", {Id<Firm>{0}}, Standard::china6, 1.0, make_date(2023, 7, 1))});
  CHECK(gate_rules(w, 1, make_date(2023, 7, 1))[0].bound);
}

TEST_CASE("a state rule binds a firm without a siding, until the day on which one is in service", "[rules]") {
  World w = world_of_firms();
  Siding siding;
  siding.id = "fence";
  siding.site = Id<Site>{0};
  siding.in_service = make_date(2023, 8, 16);
  w.sidings = Table<Siding>({siding});
  StateRule rule;
  rule.firms = {Id<Firm>{0}, Id<Firm>{1}};
  rule.floor = Standard::china6;
  Measure m;
  m.id = "until";
  m.from = make_date(2023, 7, 2);
  m.body = rule;
  w.measures = Table<Measure>({m});
  const auto bound = [&](Date day, std::size_t site) { return gate_rules(w, 1, day)[site].bound; };
  CHECK_FALSE(bound(make_date(2023, 7, 1), 0));
  CHECK(bound(make_date(2023, 7, 2), 0));
  CHECK(bound(make_date(2023, 8, 15), 0));
  CHECK_FALSE(bound(make_date(2023, 8, 16), 0));
  CHECK(bound(make_date(2023, 8, 16), 1));  // the other firm never has one
  CHECK(gate_days(w, 1, make_month(2023, 7)) == std::vector{make_date(2023, 7, 2)});
  CHECK(gate_days(w, 1, make_month(2023, 8)) == std::vector{make_date(2023, 8, 16)});
  CHECK(gate_rules_of_month(w, 1, make_month(2023, 7))[0].bound);
  CHECK_FALSE(gate_rules_of_month(w, 1, make_month(2023, 8))[0].bound);  // the 16th is the middle of August
  const std::vector<Turns> kept = floor_kept(w, 1, *w.measures.begin());
  CHECK(kept[0].on(make_date(2023, 8, 15)));
  CHECK_FALSE(kept[0].on(make_date(2023, 8, 16)));
}

TEST_CASE("a firm that does not obey admits every truck, but the lawful mask still tells a violation", "[rules]") {
  World w = world_of_firms();
  w.measures = Table<Measure>({floor_measure("gate", {Id<Firm>{0}}, Standard::china6, 0.0, make_date(2020, 1, 1))});
  const GateRule rule = gate_rules(w, 1, make_date(2023, 8, 1))[0];
  CHECK(rule.bound);
  CHECK_FALSE(rule.obeys);
  CHECK(rule.admitted().admits(diesel5));
  CHECK_FALSE(rule.lawful.admits(diesel5));
}

TEST_CASE("firms that obey at a lower obedience still obey at a higher one", "[rules]") {
  std::size_t before = 0;
  std::vector<bool> obeyed(21, false);
  for (const double obedience : {0.0, 0.3, 0.5, 0.9, 1.0}) {
    World w = world_of_firms();
    w.measures = Table<Measure>({floor_measure("gate", all_firms(), Standard::china6, obedience, make_date(2020, 1, 1))});
    const auto rules = gate_rules(w, 4, make_date(2023, 8, 1));
    std::size_t obeying = 0;
    for (std::size_t i = 0; i < 21; ++i) {
      if (obeyed[i]) CHECK(rules[i].obeys);
      obeyed[i] = rules[i].obeys;
      obeying += rules[i].obeys ? 1 : 0;
    }
    CHECK(obeying >= before);
    before = obeying;
    if (obedience == 0.0) CHECK(obeying == 0);
    if (obedience == 0.5) CHECK((obeying > 0 && obeying < 21));
  }
  CHECK(before == 21);
}

TEST_CASE("a second floor that the firm ignores does not lift the first", "[rules]") {
  World w = world_of_firms();
  w.measures = Table<Measure>({floor_measure("gate-5", {Id<Firm>{0}}, Standard::china5, 1.0, make_date(2020, 1, 1)),
                               floor_measure("gate-6", {Id<Firm>{0}}, Standard::china6, 0.0, make_date(2020, 1, 1))});
  const GateRule rule = gate_rules(w, 1, make_date(2023, 8, 1))[0];
  CHECK_FALSE(rule.obeys);
  CHECK(rule.admitted().admits(diesel5));
  CHECK_FALSE(rule.admitted().admits({Standard::china4, Powertrain::diesel}));
  CHECK_FALSE(rule.lawful.admits(diesel5));
}

TEST_CASE("without a gate measure every gate is open", "[rules]") {
  const World w = world_of_firms();
  for (const GateRule& rule : gate_rules(w, 1, make_date(2023, 8, 1))) {
    CHECK_FALSE(rule.bound);
    CHECK(rule.admitted() == AccessMask{});
  }
}

TEST_CASE("a leg for new-energy trucks takes no National VI diesel, one for National VI takes both, any leg takes all", "[rules]") {
  const AccessClass electric{Standard::zero_exhaust, Powertrain::electric}, methanol{Standard::china5, Powertrain::methanol};
  const AccessClass six{Standard::china6, Powertrain::diesel}, five{Standard::china5, Powertrain::diesel};
  CHECK(mask_of_leg(LegTrucks::any) == AccessMask{});
  const AccessMask clean = mask_of_leg(LegTrucks::new_energy), vi = mask_of_leg(LegTrucks::china6);
  CHECK((clean.admits(electric) && clean.admits(methanol)));
  CHECK_FALSE((clean.admits(six) || clean.admits(five)));
  CHECK((vi.admits(electric) && vi.admits(six)));
  CHECK_FALSE(vi.admits(five));
}

}  // namespace access_test
