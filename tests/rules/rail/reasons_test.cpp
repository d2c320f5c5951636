#include "sim/rules/rail/reasons.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/rules/choice_scene.hpp"

namespace reasons_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

std::int64_t of(const std::array<std::int64_t, kReasons>& kg, Reason reason) { return kg[static_cast<std::size_t>(reason)]; }
std::int64_t total(const std::array<std::int64_t, kReasons>& kg) { return std::accumulate(kg.begin(), kg.end(), std::int64_t{0}); }

const std::set<LimitKind> kSidingOnly{LimitKind::siding};
const std::set<LimitKind> kLineOnly{LimitKind::line};

/// A works with a road and an open siding.
struct Open : Scene {
  Open() {
    road("c1", coke, 0.5);
    by_siding("c2", coke, 0.5);
  }
};

}  // namespace

TEST_CASE("one kind of limit gives its own reason, two kinds together give several", "[rules]") {
  CHECK(refusal_reason({LimitKind::siding}) == Reason::not_accepted_siding);
  CHECK(refusal_reason({LimitKind::yard}) == Reason::not_accepted_yard);
  CHECK(refusal_reason({LimitKind::line}) == Reason::not_accepted_line);
  CHECK(refusal_reason({LimitKind::siding, LimitKind::line}) == Reason::several);
  CHECK(refusal_reason({LimitKind::siding, LimitKind::yard, LimitKind::line}) == Reason::several);
}

TEST_CASE("a flow that only has roads has no chain, one whose siding is not there yet has it not in service", "[rules]") {
  Scene alone;
  alone.road("c1", alone.coke, 1.0);
  const auto none = road_reasons(alone.d.build(), alone.coke, kJanuary, {700, 0, 30, {}});
  CHECK(of(none, Reason::no_chain) == 730);
  CHECK(total(none) == 730);
  Open later;
  later.d.edit(later.fence).in_service = make_date(2020, 1, 2);
  const World w = later.d.build();
  CHECK(of(road_reasons(w, later.coke, kJanuary, {700, 0, 0, {}}), Reason::not_in_service) == 700);
  CHECK(of(road_reasons(w, later.coke, make_month(2020, 2), {700, 0, 0, {}}), Reason::not_chosen) == 700);
}

TEST_CASE("a belt of the base year takes no more at any price: what stays on the road beside it has no chain", "[rules]") {
  Scene s;
  s.road("c1", s.coke, 0.5);
  s.d.chain("c2", s.coke, 0.5, {belt_leg()});
  CHECK(of(road_reasons(s.d.build(), s.coke, kJanuary, {700, 0, 0, {}}), Reason::no_chain) == 700);
}

TEST_CASE("where nobody chose in the base year what is open, no price moves anybody: nobody is contracted", "[rules]") {
  Open s;
  OnRoad road{700, 0, 0, {}};
  road.nobodys = {Id<Chain>{1}};
  CHECK(of(road_reasons(s.d.build(), s.coke, kJanuary, road), Reason::not_contracted) == 700);
}

TEST_CASE("what was wished for on the road was not chosen by rail, what was refused names its limit", "[rules]") {
  Open s;
  const auto kg = road_reasons(s.d.build(), s.coke, kJanuary, {700, 0, 300, {{300, kSidingOnly}}});
  CHECK(of(kg, Reason::not_chosen) == 700);
  CHECK(of(kg, Reason::not_accepted_siding) == 300);
  CHECK(total(kg) == 1000);
}

TEST_CASE("what is left over is laid on the refusals in proportion to them", "[rules]") {
  // Of 400 refused by the siding and 100 by the line the re-split placed half: 200 and 50 are left.
  Open s;
  const auto kg = road_reasons(s.d.build(), s.coke, kJanuary, {0, 0, 250, {{400, kSidingOnly}, {100, kLineOnly}}});
  CHECK(of(kg, Reason::not_accepted_siding) == 200);
  CHECK(of(kg, Reason::not_accepted_line) == 50);
}

TEST_CASE("one chain that two kinds of limit hold at once is held by several", "[rules]") {
  Open s;
  const auto kg = road_reasons(s.d.build(), s.coke, kJanuary, {0, 0, 250, {{250, {LimitKind::siding, LimitKind::line}}}});
  CHECK(of(kg, Reason::several) == 250);
}

}  // namespace reasons_test
