/// What the engine knows of the legs of chains before the run.
#include <catch2/catch.hpp>

#include "sim/core/draw.hpp"
#include "tests/engine/haul_town.hpp"
#include "tests/rules/plan_world.hpp"

namespace truck_legs_test {

using namespace railshift;
using namespace railshift::engine;
using railshift::testing::Draft;
using railshift::testing::HaulTown;
using railshift::testing::kMine;
using railshift::testing::kPlant;

namespace {

struct BookOf {
  explicit BookOf(World from) : world(std::move(from)), places(world.now()), book(build_legs(world, places)) {}
  LiveWorld world;
  PlaceBook places;
  LegBook book;
};

/// A mine sends coal by road, or by truck to a yard 10 km away, by rail over 100 km and another 3 h, to a port that unloads it at its own
/// siding.
World rail_world(SiteKind origin = SiteKind::mine, const std::string& county_of_yard = "140121") {
  Draft d;
  const Id<Site> mine = d.site("a-mine", origin);
  const Id<Site> port = d.site("b-port", SiteKind::external);
  const Id<Node> near = d.node("st-1", NodeType::station);
  const Id<Node> far = d.node("st-2", NodeType::station);
  const Id<Line> line = d.line("line", near, far, 24);
  const Id<Siding> yard = d.siding("k1-yard", std::nullopt, near, 10'000, SidingEnd::yard);
  const Id<Siding> quay = d.siding("k2-quay", port, far, 10'000);
  const Id<Flow> flow = d.flow("flow", d.coal, mine, port, FlowRule::fixed, {{make_date(2020, 1, 1), 1.0}});
  Leg to_yard = testing::truck_leg(10.0);
  to_yard.to_node = near;
  Leg beyond = testing::rail_leg(line, far, far, quay);
  beyond.line.reset();
  beyond.hours = Hours{3.0};
  beyond.km = Kilometres{40.0};
  d.chain("c1-rail", flow, 0.5, {to_yard, testing::rail_leg(line, near, far, yard), beyond});
  d.chain("c2-road", flow, 0.5, {testing::truck_leg(200.0)});
  World world = d.build();
  std::vector<Node> nodes(world.nodes.begin(), world.nodes.end());
  for (Node& n : nodes) n.county = n.id == "st-1" ? county_of_yard : "";
  world.nodes = Table<Node>(nodes);
  Pool pool;
  pool.id = "pool";
  world.pools = Table<Pool>({pool});
  return world;
}

}  // namespace

TEST_CASE("a truck leg knows its ends, its load and its pool", "[engine]") {
  const BookOf b(HaulTown().build());
  REQUIRE(b.book.legs.size() == 1);
  const TruckLeg& leg = b.book.legs[0];
  CHECK((leg.origin == kMine && leg.destination == kPlant && leg.payload == 30'000 && leg.seq == 1 && leg.pool == 0));
  CHECK(leg.draw_hash == hash_text("chain") + 1);
  CHECK(b.book.first_leg.at(0) == LegIndex{0});
  CHECK_FALSE(b.book.movement_of.at(0).has_value());
  CHECK_FALSE(leg.feeds.has_value());
}

TEST_CASE("an end without stations has the empty way", "[engine]") {
  const BookOf b(HaulTown().build());
  CHECK(b.book.ways.size() == 1);
  CHECK((b.book.legs[0].load_way == 0 && b.book.legs[0].unload_way == 0));
}

TEST_CASE("a way leads through gate and weighbridge to the bay that the leg needs, in passing order", "[engine]") {
  HaulTown town;
  town.station("a-load", kMine, StationKind::load, 1.0).order = 3;
  town.station("b-bridge", kMine, StationKind::weighbridge, 1.0).order = 2;
  town.station("c-gate", kMine, StationKind::gate, 1.0).order = 1;
  town.station("d-unload", kMine, StationKind::unload, 1.0).order = 3;
  town.station("e-unload", kPlant, StationKind::unload, 1.0);
  town.station("f-repair", kPlant, StationKind::repair, 1.0);
  const BookOf b(town.build());
  CHECK(b.book.ways.at(b.book.legs[0].load_way) == Way{2, 1, 0});
  CHECK(b.book.ways.at(b.book.legs[0].unload_way) == Way{4});
}

TEST_CASE("a truck class that is counted has no leg of its own", "[engine]") {
  World world = HaulTown().build();
  TruckClass counted = world.truck_classes[Id<TruckClass>{0}];
  counted.simulate = Simulate::count;
  world.truck_classes = Table<TruckClass>({counted});
  CHECK(BookOf(world).book.legs.empty());
}

TEST_CASE("consecutive rail legs are one train, fed by the truck leg before", "[engine]") {
  const BookOf b(rail_world());
  REQUIRE(b.book.movements.size() == 1);
  const Movement& m = b.book.movements[0];
  CHECK((m.loads_at == Id<Siding>{0} && m.unloads_at == Id<Siding>{1}));
  CHECK(m.train_load == 3'000'000);
  REQUIRE(m.hops.size() == 1);
  CHECK((m.hops[0].section == 0 && m.hops[0].forward));
  CHECK(m.far_run == 3 * kTicksPerHour);
  CHECK(m.rail_metres == 40'000);
  CHECK(b.book.movement_of.at(0) == MovementIndex{0});
  CHECK((m.truck_before == LegIndex{0} && !m.truck_after.has_value()));
  CHECK(b.book.legs.at(0).feeds == MovementIndex{0});
}

TEST_CASE("what a train cannot take goes by the first leg of the flow's road chain", "[engine]") {
  const BookOf b(rail_world());
  REQUIRE(b.book.legs.size() == 2);
  CHECK(b.book.movements.at(0).road_instead == LegIndex{1});
  CHECK(b.world->chains[b.book.legs[1].chain].id == "c2-road");
}

TEST_CASE("a leg to a station ends at a yard as far from the site as the leg is long", "[engine]") {
  const BookOf b(rail_world());
  const engine::Place& yard = b.places[b.book.legs.at(0).destination];
  CHECK(yard.extra_metres == 10'000);
  CHECK_FALSE(b.places.site_at(b.book.legs[0].destination).has_value());
  CHECK(b.places.site_at(b.book.legs[0].origin) == Id<Site>{0});
}

TEST_CASE("a leg from outside to a station inside is simulated, one to a station outside is not", "[engine]") {
  const BookOf to_inside(rail_world(SiteKind::external));
  REQUIRE(to_inside.book.legs.size() == 1);
  CHECK(to_inside.world->chains[to_inside.book.legs[0].chain].id == "c1-rail");
  CHECK(to_inside.book.movements.at(0).truck_before == LegIndex{0});
  CHECK(BookOf(rail_world(SiteKind::external, "")).book.legs.empty());
}

TEST_CASE("gates of both ends must admit a truck, and a yard has no gate", "[engine]") {
  BookOf b(rail_world());
  std::vector<rules::GateRule> gates(2);
  gates[0].enforced.bits = 0b0110;
  gates[0].lawful.bits = 0b0100;
  gates[0].bound = true;
  gates[1].enforced.bits = 0b1100;
  apply_gates(b.places, gates, b.book.legs);
  // The yard serves the port; its own gate is not asked.
  CHECK((b.book.legs[0].admitted.bits == 0b0110 && b.book.legs[0].lawful.bits == 0b0100 && b.book.legs[0].ruled));
  CHECK(b.book.legs[1].admitted.bits == 0b0100);
  gates[0] = {};
  apply_gates(b.places, gates, b.book.legs);
  CHECK(b.book.legs[1].admitted.bits == 0b1100);
  CHECK_FALSE(b.book.legs[1].ruled);
}

TEST_CASE("an even load never comes after the month, however late its phase", "[engine]") {
  TruckLeg leg;
  leg.due = 3;
  leg.month_begin = 1'000;
  leg.month_length = 300;
  leg.phase = 99;
  CHECK(next_release(leg, 1) == 1'099);
  leg.released = 2;
  CHECK(next_release(leg, 1) == 1'299);
  leg.released = 3;
  CHECK_THROWS(next_release(leg, 1));
}

TEST_CASE("a poisson load comes later than the one before and inside the month", "[engine]") {
  TruckLeg leg;
  leg.release = Release::poisson;
  leg.due = 50;
  leg.month_begin = 1'000;
  leg.month_length = 31 * kTicksPerDay;
  Tick before = leg.month_begin;
  for (; leg.released < leg.due; ++leg.released, ++leg.next_load) {
    const Tick at = next_release(leg, 1);
    CHECK(at >= before);
    CHECK(at < leg.month_begin + leg.month_length);
    before = at;
  }
  CHECK(before > leg.month_begin + leg.month_length / 2);
}

TEST_CASE("where a site works by day its loads are offered by day", "[engine]") {
  TruckLeg leg;
  Site site;
  site.work_from_h = 8.0;
  site.work_to_h = 20.0;
  leg.curve = rules::DayCurve(nullptr, site);
  leg.due = 2;
  leg.month_length = kTicksPerDay;
  // The day's loads at its beginning and half way: 8 h and 14 h.
  CHECK(next_release(leg, 1) == 8 * kTicksPerHour);
  leg.released = 1;
  CHECK(next_release(leg, 1) == 14 * kTicksPerHour);
}

}  // namespace truck_legs_test
