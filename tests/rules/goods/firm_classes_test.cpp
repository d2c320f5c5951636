/// Of which class a firm is on a day.
#include "sim/rules/goods/firm_classes.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/rules/plan_world.hpp"

namespace firm_classes_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

const Date kRaised = make_date(2021, 7, 1);
const Id<Firm> kWorks{0}, kMine{1};

/// Two firms: the works is of class C from 2020 and of B from 2022 on, the mine has no row.
struct TwoFirms {
  Draft d;
  TwoFirms() {
    (void)d.firm("a-works");
    (void)d.firm("b-mine");
    d.edit(kWorks).classes.from(make_date(2020, 1, 1), FirmClass::c);
    d.edit(kWorks).classes.from(make_date(2022, 1, 1), FirmClass::b);
  }
  void upgrade(const std::string& id, Date from, const ClassUpgrade& body) { d.measure(id, from, body); }
  [[nodiscard]] FirmClass on(Id<Firm> firm, Date day, std::uint32_t seed = 1) const {
    const World world = d.build();
    return firm_classes(world, seed).on(firm, day);
  }
};

ClassUpgrade to(FirmClass to_class, std::vector<Id<Firm>> firms = {kWorks}, std::vector<FirmClass> from = {}) {
  return {std::move(firms), std::move(from), to_class, 1.0};
}

}  // namespace

TEST_CASE("a firm has the class of the last row on or before the day, and none before the first", "[rules]") {
  const TwoFirms s;
  CHECK(s.on(kWorks, make_date(2019, 12, 31)) == FirmClass::unrated);
  CHECK(s.on(kWorks, make_date(2020, 1, 1)) == FirmClass::c);
  CHECK(s.on(kWorks, make_date(2021, 12, 31)) == FirmClass::c);
  CHECK(s.on(kWorks, make_date(2022, 1, 1)) == FirmClass::b);
  CHECK(s.on(kMine, make_date(2022, 1, 1)) == FirmClass::unrated);
}

TEST_CASE("an upgrade holds from its first day on, not a day before", "[rules]") {
  TwoFirms s;
  s.upgrade("m", kRaised, to(FirmClass::a));
  CHECK(s.on(kWorks, kRaised - 1) == FirmClass::c);
  CHECK(s.on(kWorks, kRaised) == FirmClass::a);
  CHECK(s.on(kWorks, make_date(2022, 1, 1)) == FirmClass::a);  // the table's B is worse
  CHECK(s.on(kMine, kRaised) == FirmClass::unrated);           // not named
}

TEST_CASE("an upgrade to what the table states later is ahead of it and then the same", "[rules]") {
  TwoFirms s;
  s.upgrade("m", kRaised, to(FirmClass::b));
  CHECK(s.on(kWorks, kRaised) == FirmClass::b);
  CHECK(s.on(kWorks, make_date(2022, 1, 1)) == FirmClass::b);
}

TEST_CASE("nobody is lowered by an upgrade, and a leading firm stays one beside A", "[rules]") {
  TwoFirms s;
  s.upgrade("m", kRaised, to(FirmClass::d));
  CHECK(s.on(kWorks, kRaised) == FirmClass::c);
  s.d.edit(kWorks).classes.from(make_date(2020, 1, 1), FirmClass::leading);
  s.upgrade("n", kRaised, to(FirmClass::a));
  CHECK(s.on(kWorks, kRaised) == FirmClass::leading);
}

TEST_CASE("an upgrade of B firms leaves a C firm where it is, until another one has made it B", "[rules]") {
  TwoFirms s;
  s.upgrade("m", kRaised, to(FirmClass::a, {kWorks}, {FirmClass::b}));
  CHECK(s.on(kWorks, kRaised) == FirmClass::c);
  CHECK(s.on(kWorks, make_date(2022, 1, 1)) == FirmClass::b);  // B only after the day of the upgrade
  s.upgrade("n", kRaised - 1, to(FirmClass::b));
  CHECK(s.on(kWorks, kRaised - 1) == FirmClass::b);
  CHECK(s.on(kWorks, kRaised) == FirmClass::a);
}

TEST_CASE("of two upgrades on one day the first by its id is asked first", "[rules]") {
  TwoFirms s;
  s.upgrade("b", kRaised, to(FirmClass::b));
  s.upgrade("c", kRaised, to(FirmClass::a, {kWorks}, {FirmClass::b}));
  CHECK(s.on(kWorks, kRaised) == FirmClass::a);
  TwoFirms other;
  other.upgrade("a", kRaised, to(FirmClass::a, {kWorks}, {FirmClass::b}));
  other.upgrade("b", kRaised, to(FirmClass::b));
  CHECK(other.on(kWorks, kRaised) == FirmClass::b);
}

TEST_CASE("with obedience 0 nobody is raised, and who is raised at a lower obedience is raised at a higher one", "[rules]") {
  const auto raised_at = [](double obedience) {
    std::vector<std::uint32_t> seeds;
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
      TwoFirms s;
      ClassUpgrade upgrade = to(FirmClass::a);
      upgrade.obedience = obedience;
      s.upgrade("m", kRaised, upgrade);
      if (s.on(kWorks, kRaised, seed) == FirmClass::a) seeds.push_back(seed);
    }
    return seeds;
  };
  CHECK(raised_at(0.0).empty());
  const auto half = raised_at(0.5), most = raised_at(0.8);
  CHECK((half.size() > 5 && half.size() < 35));
  CHECK(std::includes(most.begin(), most.end(), half.begin(), half.end()));
  CHECK(raised_at(1.0).size() == 40);
}

TEST_CASE("without an upgrade the others stand as they are", "[rules]") {
  TwoFirms s;
  s.upgrade("m", kRaised, to(FirmClass::b));
  s.upgrade("n", kRaised, to(FirmClass::a));
  const World world = s.d.build();
  CHECK(firm_classes(world, 1).on(kWorks, kRaised) == FirmClass::a);
  CHECK(firm_classes(world, 1, world.measures.find("n")).on(kWorks, kRaised) == FirmClass::b);
}

}  // namespace firm_classes_test
