#include "sim/rules/rail/rail_limits.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "tests/rules/choice_scene.hpp"

namespace rail_limits_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

// Layout: two limits a siding (k1-fence, k2-yard), then two directions of the section.
enum Place : std::size_t { fence_handling, fence_tracks, yard_handling, yard_tracks, forward, backward, places };

std::vector<std::size_t> touched(const RailLimits& limits, Id<Chain> chain) {
  std::vector<std::size_t> all;
  for (const LimitUse& use : limits.of_chain[chain.index]) all.push_back(use.limit);
  return all;
}

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("handling and tracks of every siding and both directions of every section are limits", "[rules]") {
  // 31 days of 10,000 t; 2 tracks x 24 h / 6 h x 3000 t x 31 = 744,000 t; 10 paths x 31 days.
  Scene s;
  const RailLimits limits = rail_limits(s.d.build(), kJanuary);
  REQUIRE(limits.limits.size() == places);
  const std::vector<double> capacities = limits.capacities();
  CHECK(capacities[fence_handling] == 310e6);
  CHECK(capacities[fence_tracks] == 744e6);
  CHECK(capacities[forward] == 310.0);
  CHECK(capacities[backward] == 310.0);
  CHECK(limits.limits[fence_handling].what == "siding:k1-fence");
  CHECK(limits.limits[yard_tracks].what == "tracks:k2-yard");
  CHECK(limits.limits[forward].what == "section:section-l1:forward");
  CHECK(limits.limits[backward].what == "section:section-l1:backward");
  CHECK(limits.limits[fence_tracks].kind == LimitKind::siding);
  CHECK(limits.limits[yard_handling].kind == LimitKind::yard);
  CHECK(limits.limits[backward].kind == LimitKind::line);
}

TEST_CASE("a siding counts the days on which it serves, from its first day on", "[rules]") {
  Scene s;
  s.d.edit(s.fence).in_service = make_date(2020, 1, 31);
  s.d.edit(s.yard).in_service = make_date(2020, 2, 1);
  const World w = s.d.build();
  CHECK(siding_capacity(w, s.fence, kJanuary) == Kilograms{10'000'000});  // one day
  CHECK(siding_capacity(w, s.yard, kJanuary) == Kilograms{0});
  CHECK(siding_capacity(w, s.yard, make_month(2020, 2)) == Kilograms{290'000'000});
}

TEST_CASE("a siding that states no train load or no hours a train has no limit on its tracks", "[rules]") {
  Scene s;
  s.d.edit(s.fence).train_load = Kilograms{0};
  s.d.edit(s.yard).train_hours = Hours{0.0};
  const World w = s.d.build();
  const RailLimits limits = rail_limits(w, kJanuary);
  CHECK(std::isinf(limits.limits[fence_tracks].capacity));
  CHECK(std::isinf(limits.limits[yard_tracks].capacity));
  CHECK(siding_capacity(w, s.fence, kJanuary) == Kilograms{310'000'000});
}

TEST_CASE("one slow track holds less than the siding can handle", "[rules]") {
  // 1 track x 24 h / 12 h x 3000 t = 6000 t a day.
  Scene s;
  s.d.edit(s.fence).tracks = 1;
  s.d.edit(s.fence).train_hours = Hours{12.0};
  CHECK(siding_capacity(s.d.build(), s.fence, kJanuary) == Kilograms{186'000'000});
}

TEST_CASE("a chain uses its siding, its tracks and a part of a train path for every kilogram", "[rules]") {
  Scene s;
  const auto road = s.road("c1", s.coke, 0.4);
  const auto siding = s.by_siding("c2", s.coke, 0.6);
  const RailLimits limits = rail_limits(s.d.build(), kJanuary);
  CHECK(touched(limits, road).empty());
  CHECK(touched(limits, siding) == Places{fence_handling, fence_tracks, forward});
  CHECK(limits.of_chain[siding.index][0].per_kg == 1.0);
  CHECK(limits.of_chain[siding.index][2].per_kg == Approx(1.0 / 3'000'000.0));
  CHECK(limits.limits[forward].kg_per_unit == 3'000'000.0);
  CHECK(limits.limits[forward].used);
  CHECK_FALSE(limits.limits[backward].used);
  CHECK_FALSE(limits.limits[yard_handling].used);
}

TEST_CASE("a train that is loaded and unloaded at known sidings touches both and has the load of the first", "[rules]") {
  Scene s;
  const auto there = s.d.siding("k3-there", s.outside, s.far, 10'000);
  s.d.edit(there).train_load = Kilograms{4'000'000};
  const auto chain = s.by_siding("c1", s.coke, 1.0);
  const auto uses = rail_limits(s.d.build(), kJanuary).of_chain[chain.index];
  REQUIRE(uses.size() == 5);  // handling and tracks of both, one direction
  CHECK(uses[2].limit == 4);
  CHECK(uses[4].per_kg == Approx(1.0 / 3'000'000.0));
}

TEST_CASE("a line travelled there and back takes a path of both directions, and one without any siding takes none", "[rules]") {
  Scene s;
  const auto there_and_back = s.d.chain("c1", s.coke, 0.5, {rail_leg(s.line, s.near, s.far, s.fence), rail_leg(s.line, s.far, s.near)});
  const auto nowhere = s.d.chain("c2", s.coke, 0.5, {truck_leg(5), rail_leg(s.line, s.near, s.far)});
  const RailLimits limits = rail_limits(s.d.build(), kJanuary);
  CHECK(touched(limits, there_and_back) == Places{fence_handling, fence_tracks, forward, backward});
  CHECK(touched(limits, nowhere).empty());
}

TEST_CASE("background trains leave whole paths over a month, those of the first day before the start", "[rules]") {
  // 10 - 2.5 = 7.5 a day: 232.5 in January, cut to 232; 10 - 11 leaves none.
  Scene s;
  s.d.last_section().background_per_day.from(kStart, 2.5);
  s.d.last_section().background_per_day.from(make_date(2020, 3, 1), 11.0);
  const World w = s.d.build();
  const RailSection& section = *w.rail_sections.begin();
  CHECK(free_slots(w, section, kJanuary) == 232);
  CHECK(free_slots(w, section, make_month(2019, 12)) == 232);
  CHECK(free_slots(w, section, make_month(2020, 2)) == 217);  // 7.5 x 29 = 217.5
  CHECK(free_slots(w, section, make_month(2020, 3)) == 0);
}

}  // namespace rail_limits_test
