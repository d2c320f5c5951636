/// What diversions moved: the change in route counts, claimed by one of them.
#include "sim/rules/roads/diversion_effects.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "sim/rules/roads/through_counts.hpp"
#include "tests/rules/through_fixture.hpp"

namespace diversion_effects_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;
using policy::EffectKind;

namespace {

const Month kFebruary = make_month(2025, 2);
const Date kLongAgo = make_date(2024, 3, 1);

struct Outcome {
  World world;
  RouteBook routes;
  ThroughMonth month;
  [[nodiscard]] policy::Effect of(const std::string& measure, EffectKind kind) const {
    for (const policy::Effect& effect : month.effects) {
      if (effect.measure == *world.measures.find(measure) && effect.kind == kind) return effect;
    }
    return {};
  }
  /// Metres of all trips inside ring 1.
  [[nodiscard]] std::int64_t inside() const {
    std::int64_t metres = 0;
    for (const CountedTrips& c : month.counts) metres += c.trips * ring_metres(routes[c.route], 1);
    return metres;
  }
};

Outcome with(std::vector<Measure> measures, Month month = kFebruary) {
  Outcome o{through_world(), {}, {}};
  o.world.measures = Table<Measure>(std::move(measures));
  const RoadMap map(o.world, regime_on(o.world, first_day(month)));
  o.month = through_counts(o.world, 11, month, map, o.routes);
  return o;
}

std::int64_t avoided(const Outcome& o, const std::string& id) { return o.of(id, EffectKind::ring_avoided).acted; }
std::int64_t rerouted(const Outcome& o, const std::string& id) { return o.of(id, EffectKind::trips_rerouted).acted; }

}  // namespace

TEST_CASE("what a diversion avoided is what the same month without it drives inside the ring", "[rules]") {
  const Outcome without = with({}), diverted = with({diversion("d", 0.8, kLongAgo)});
  const std::int64_t saved = without.inside() - diverted.inside();
  CHECK(saved > 0);
  CHECK(avoided(diverted, "d") == saved);
  CHECK(diverted.of("d", EffectKind::ring_avoided).changed == saved);
  // Every trip through the city drives 20 km inside the ring, those of the other ways none.
  CHECK(rerouted(diverted, "d") == saved / 20'000);
  CHECK(saved % 20'000 == 0);
  REQUIRE(diverted.month.rings.size() == 1);
  CHECK(diverted.month.rings[0].after_metres == diverted.inside());
  CHECK(diverted.month.rings[0].before_metres == without.inside());
}

TEST_CASE("a diversion that nobody obeys saw every trip and moved none", "[rules]") {
  const Outcome o = with({diversion("d", 0.0, kLongAgo)});
  // 28 days of 366,183 / 365 loaded trips, as many half again empty.
  CHECK(o.of("d", EffectKind::trips_rerouted).in_scope == Approx(1.5 * 28 * 366183 / 365.0).margin(2));
  CHECK(rerouted(o, "d") == 0);
  CHECK(avoided(o, "d") == 0);
}

TEST_CASE("before the month in which it starts a diversion has no effect and no ring to keep free", "[rules]") {
  const std::vector<Measure> measures{diversion("d", 1.0, make_date(2025, 3, 1))};
  CHECK(with(measures, kFebruary).month.effects.empty());
  CHECK(with(measures, kFebruary).month.rings.empty());
  CHECK(with(measures, make_month(2025, 3)).month.effects.size() == 2);
}

TEST_CASE("of two diversions the earlier claims what both would have moved, together they claim the change of all route counts",
          "[rules]") {
  const Measure early = diversion("z-early", 0.6, kLongAgo), late = diversion("a-late", 0.6, make_date(2025, 1, 10));
  const Outcome without = with({}), both = with({early, late}), alone = with({early});
  CHECK(avoided(both, "z-early") + avoided(both, "a-late") == without.inside() - both.inside());
  CHECK(avoided(both, "z-early") == without.inside() - alone.inside());
  CHECK(avoided(both, "a-late") == alone.inside() - both.inside());
  // Without the early one the late one would have moved six tenths of its trips.
  CHECK(both.of("z-early", EffectKind::ring_avoided).changed == with({late}).inside() - both.inside());
  CHECK(both.of("z-early", EffectKind::ring_avoided).changed < avoided(both, "z-early"));
  CHECK(both.of("a-late", EffectKind::ring_avoided).changed == avoided(both, "a-late"));
  // Ring by ring, the last claim first: it ends with what was driven and begins where the first one ends.
  REQUIRE(both.month.rings.size() == 2);
  CHECK(both.month.rings[0].after_metres == both.inside());
  CHECK(both.month.rings[0].before_metres == alone.inside());
  CHECK(both.month.rings[1].after_metres == alone.inside());
  CHECK(both.month.rings[1].before_metres == without.inside());
}

TEST_CASE("trips are tallied by the links of their route", "[rules]") {
  const Route city{
      {{"140105", 1, RoadClass::trunk, 20'000, 1440, true}, {"140105", 0, RoadClass::trunk, 24'000, 1440, true}}, {Id<Link>{2}}, {}, {}};
  const Route bypass{{{"140105", 0, RoadClass::primary, 60'000, 3600, true}}, {Id<Link>{4}}, {}, {}};
  RouteTally before, after;
  before.add(city, 7);
  before.add(city, 3);
  before.add(bypass, 5);
  after.add(city, 4);
  after.add(bypass, 11);
  CHECK(before.ring_metres(1) == 200'000);
  CHECK(before.ring_metres(0) == 10 * 44'000 + 5 * 60'000);
  CHECK(before.ring_metres(2) == 0);
  CHECK(before.moved_out(after, 1) == 6);  // of the trips through the city; those that the bypass gained left no ring
  CHECK(after.moved_out(before, 1) == 0);
  CHECK(before.moved_out(after, 2) == 0);
  CHECK(before.moved_out(before, 1) == 0);
}

TEST_CASE("trips that a diversion without another way has taken are no other diversion's", "[rules]") {
  // Ring 2 round the city and ring 1 on the bypass: keeping ring 1 free leaves no way, keeping ring 2 free leaves the bypass.
  const auto ways = [](std::vector<Measure> measures) {
    Outcome o{through_world(), {}, {}};
    std::vector<Link> links(o.world.links.begin(), o.world.links.end());
    for (Link& link : links) link.ring = link.ring > 0 ? 2 : link.id == "a-in" || link.id == "b-out" ? 0 : 1;
    o.world.links = Table<Link>(links);
    o.world.measures = Table<Measure>(std::move(measures));
    const RoadMap map(o.world, regime_on(o.world, first_day(kFebruary)));
    o.month = through_counts(o.world, 11, kFebruary, map, o.routes);
    return o;
  };
  Measure inner = diversion("b-inner", 0.9, kLongAgo), all = diversion("a-all", 1.0, make_date(2025, 1, 1));
  policy::edit<ThroughDiversion>(inner).ring = 2;
  CHECK(rerouted(ways({inner}), "b-inner") > 0);
  // Asked first, "a-all" takes every trip and has no way for it: nothing is left to the other one, which claims first.
  const Outcome both = ways({all, inner});
  CHECK(rerouted(both, "a-all") == 0);
  CHECK(rerouted(both, "b-inner") == 0);
  CHECK(avoided(both, "b-inner") == 0);
  REQUIRE(both.month.bindings.size() == 2);
  CHECK(both.month.bindings[0].followed == policy::Followed::no_way);
  CHECK(both.month.bindings[1].followed == policy::Followed::not_asked);
  CHECK(both.month.bindings[1].remains);
  for (const RingUse& use : both.month.rings) CHECK(use.before_metres == use.after_metres);
}

TEST_CASE("a diversion of a later month has no ring yet", "[rules]") {
  Measure later = diversion("z-later", 1.0, make_date(2025, 3, 1));
  policy::edit<ThroughDiversion>(later).ring = 2;
  const Outcome alone = with({diversion("d", 0.8, kLongAgo)}), beside = with({diversion("d", 0.8, kLongAgo), later});
  CHECK(beside.month.rings.size() == alone.month.rings.size());
  CHECK(beside.month.bindings.size() == 1);
}

TEST_CASE("where no way leads through the ring, or none around it, a diversion moves nobody, however its trips are drawn", "[rules]") {
  for (const int gateway_ring : {0, 1}) {
    Outcome o{through_world(), {}, {}};
    std::vector<Link> links(o.world.links.begin(), o.world.links.end());
    for (Link& link : links) link.ring = link.id == "a-in" ? gateway_ring : 0;
    o.world.links = Table<Link>(links);
    o.world.measures = Table<Measure>({diversion("d", 0.8, kLongAgo)});
    const RoadMap map(o.world, regime_on(o.world, first_day(kFebruary)));
    o.month = through_counts(o.world, 11, kFebruary, map, o.routes);
    CHECK(o.of("d", EffectKind::trips_rerouted).in_scope > 0);
    CHECK(rerouted(o, "d") == 0);
    CHECK(avoided(o, "d") == 0);
    CHECK(o.month.rings.at(0).before_metres == o.inside());
    CHECK(o.month.rings.at(0).after_metres == o.inside());
  }
}

}  // namespace diversion_effects_test
