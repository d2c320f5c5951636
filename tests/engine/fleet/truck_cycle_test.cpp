#include <catch2/catch.hpp>

#include "sim/engine/places/truck_legs.hpp"
#include "sim/ledger/fold.hpp"
#include "sim/ledger/record.hpp"
#include "tests/engine/haul_town.hpp"

namespace truck_cycle_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

ledger::LegFacts fact(HaulScene& scene, std::size_t n) { return ledger::unpack(scene.fleet->records().at(n)); }

using Ticks = std::vector<Tick>;

}  // namespace

TEST_CASE("a truck at the origin is loaded for half an hour, drives an hour and is unloaded for half an hour", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(2 * kHour);
  CHECK(scene.delivered.empty());
  scene.run_to(2 * kHour + 1);
  CHECK(scene.delivered == Ticks{2 * kHour});
  REQUIRE(scene.fleet->records().size() == 2);
  CHECK((fact(scene, 0).loaded == false && fact(scene, 0).end == 0 && fact(scene, 0).mass.value == 0));
  CHECK((fact(scene, 1).loaded && fact(scene, 1).end == 2 * kHour && fact(scene, 1).mass.value == 30'000));
  CHECK((fact(scene, 1).wait == 0 && fact(scene, 1).leg == 1));
  CHECK(scene.fleet->loads_delivered() == 1);
}

TEST_CASE("a truck at the destination runs back empty for the next load", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.truck(kPlant);
  scene.begin_month();
  scene.release(1, 3 * kHour);
  scene.run_to(kDay);
  // Empty 3 h - 4 h, loaded there until 4.5 h, at the plant 5.5 h, unloaded 6 h.
  CHECK(fact(scene, 0).end == 4 * kHour);
  CHECK(scene.delivered == Ticks{6 * kHour});
}

TEST_CASE("loads that find no truck wait and are carried first come first served", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.truck(kMine);
  scene.begin_month();
  scene.release(3, 0);
  CHECK(scene.fleet->waiting().count(0) == 2);
  const ledger::Ledger out = scene.end_month();
  // 2 h, and 3 h for each further cycle.
  CHECK(scene.delivered == Ticks{2 * kHour, 5 * kHour, 8 * kHour});
  // Two loads wait for 2 h, one for 3 h more.
  CHECK(HaulScene::row(out, Owner::local).loads_waiting_ticks == 7 * kHour);
}

TEST_CASE("the truck-time of a month is told apart by what the truck does", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.truck(kPlant);
  scene.begin_month();
  scene.release(2, kHour);
  const ledger::PoolRow row = HaulScene::row(scene.end_month(), Owner::local);
  // Two cycles of 3 h: an hour empty, half an hour of loading, an hour loaded, half an hour of unloading; idle but for that.
  CHECK(row.empty_ticks == 2 * kHour);
  CHECK(row.origin_ticks == kHour);
  CHECK(row.loaded_ticks == 2 * kHour);
  CHECK(row.destination_ticks == kHour);
  CHECK(row.idle_ticks == 31 * kDay - 6 * kHour);
  CHECK(row.off_station_ticks == 2 * kHour);  // there are no stations at either end
  CHECK(row.present_ticks == 31 * kDay);
}

TEST_CASE("the nearest idle truck goes, of two at one place the one that has been idle longer", "[engine]") {
  HaulScene scene{HaulTown()};
  const TruckIndex far = scene.truck(kPlant);
  const TruckIndex near = scene.truck(kMine);
  const TruckIndex later = scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 0);
  CHECK(scene.fleet->trucks()[near].phase == TruckPhase::to_origin);
  CHECK(scene.fleet->trucks()[later].phase == TruckPhase::idle);
  scene.release(1, 0);
  CHECK(scene.fleet->trucks()[later].phase == TruckPhase::to_origin);
  CHECK(scene.fleet->trucks()[far].phase == TruckPhase::idle);
  scene.release(1, 0);
  CHECK(scene.fleet->trucks()[far].phase == TruckPhase::to_origin);
}

TEST_CASE("a truck that the gates do not admit stays idle and the load waits until they do", "[engine]") {
  HaulScene scene{HaulTown()};
  const TruckIndex only = scene.truck(kMine);
  TruckLeg& leg = scene.book.legs[0];
  leg.admitted.bits = ~(std::uint64_t{1} << scene.fleet->trucks()[only].access);
  scene.begin_month();
  scene.release(1, 0);
  CHECK(scene.fleet->waiting().count(0) == 1);
  CHECK(scene.fleet->trucks()[only].phase == TruckPhase::idle);
  (void)scene.end_month();
  leg.admitted = AccessMask{};
  scene.begin_month(make_month(2020, 2));
  CHECK(scene.fleet->waiting().count(0) == 0);
  scene.run_to(32 * kDay);
  CHECK(scene.delivered == Ticks{31 * kDay + 2 * kHour});
}

TEST_CASE("a delivery under a floor is compliant or a violation by what the law admits", "[engine]") {
  for (const bool lawful : {true, false}) {
    HaulScene scene{HaulTown()};
    const TruckIndex only = scene.truck(kMine);
    TruckLeg& leg = scene.book.legs[0];
    leg.ruled = true;
    leg.lawful.bits = std::uint64_t{lawful} << scene.fleet->trucks()[only].access;
    scene.begin_month();
    scene.release(1, 0);
    scene.run_to(kDay);
    CHECK(fact(scene, 0).compliance == ledger::Compliance::no_rule);  // the empty run
    CHECK(fact(scene, 1).compliance == (lawful ? ledger::Compliance::compliant : ledger::Compliance::violation));
  }
}

TEST_CASE("at the end of its shift a truck rests in proportion to its duty", "[engine]") {
  HaulTown town;
  town.pool.shift = Hours{8.0};
  HaulScene scene(town);
  scene.truck(kMine);
  scene.begin_month();
  scene.release(4, 0);
  scene.run_to(2 * kDay);
  // Delivered at 2, 5 and 8 h; 8 h of duty are the shift, so it rests 16 h; from 24 h on it runs empty and carries the fourth load.
  CHECK(scene.delivered == Ticks{2 * kHour, 5 * kHour, 8 * kHour, 27 * kHour});
}

TEST_CASE("a truck that has a minute of its shift left takes another load and rests longer", "[engine]") {
  HaulTown town;
  town.pool.shift = Hours{8.0 + 1.0 / 60.0};
  HaulScene scene(town);
  scene.truck(kMine);
  scene.begin_month();
  scene.release(5, 0);
  scene.run_to(4 * kDay);
  // 11 h of duty; duty : rest = 8 h 1 min : 15 h 59 min, the ticks rounded down.
  const Tick rest = 11 * kHour * (15 * kHour + 59 * kMinute) / (8 * kHour + kMinute);
  CHECK(scene.delivered == Ticks{2 * kHour, 5 * kHour, 8 * kHour, 11 * kHour, 11 * kHour + rest + 3 * kHour});
}

TEST_CASE("a truck that works round the clock never rests", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.truck(kMine);
  scene.begin_month();
  scene.release(20, 0);
  scene.run_to(3 * kDay);
  REQUIRE(scene.delivered.size() == 20);
  CHECK(scene.delivered.back() == (2 + 19 * 3) * kHour);
}

TEST_CASE("where a way is closed trucks set out, empty and loaded, when it opens", "[engine]") {
  HaulTown town;
  town.closure_of_chain(0.25, 6.0);
  HaulScene scene(town);
  scene.truck(kMine);
  const TruckIndex empty = scene.truck(kPlant);
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(kHour);
  scene.release(1, kHour);
  CHECK(scene.fleet->trucks()[empty].phase == TruckPhase::to_origin);
  scene.run_to(kDay);
  // The loaded one is ready at 0.5 h and leaves at 6 h: 6 + 1 + 0.5. The empty one leaves at 6 h: 6 + 1 + 0.5 + 1 + 0.5.
  CHECK(scene.delivered == Ticks{7 * kHour + 30 * kMinute, 9 * kHour});
}

TEST_CASE("an idle truck has no event", "[engine]") {
  HaulScene scene{HaulTown()};
  const TruckIndex idle = scene.truck(kMine);
  scene.begin_month();
  CHECK_THROWS(scene.fleet->event(EventKind::truck, idle, 0));
  CHECK_THROWS(scene.fleet->event(EventKind::supply, 0, 0));
}

TEST_CASE("a closed shuttle drives as far empty as loaded, but for one run a truck", "[engine]") {
  // 6 km stated, 50 km by the network. Three trucks carry 100 loads: the first of each needs no run to the mine.
  HaulTown town;
  town.leg.km = Kilometres{6.0};
  HaulScene scene(town);
  for (int i = 0; i < 3; ++i) scene.truck();
  scene.begin_month();
  scene.release(100, 0);
  // Every load frees a truck at the plant and needs one at the mine: 100 x 6 km at least.
  CHECK(HaulScene::row(scene.end_month(), Owner::local).least_empty_metres == 600'000);
  std::int64_t loaded = 0;
  std::int64_t empty = 0;
  for (const ledger::LegRecord& record : scene.fleet->records()) {
    const ledger::LegFacts leg = ledger::unpack(record);
    (leg.loaded ? loaded : empty) += scene.roads.routes()[leg.route].metres();
  }
  CHECK(loaded == 600'000);
  CHECK(loaded - empty == 3 * 6'000);
}

TEST_CASE("a run of 1025.45 s takes 1,050,061 ticks by the truck's clock and in the traffic of the road", "[engine]") {
  // 1025.45 x 1024 = 1,050,060.8. Loading and unloading take half an hour each.
  HaulTown town;
  town.leg.km = Kilometres{1025.45 / 72.0};  // at 50 km/h
  HaulScene scene(town);
  scene.truck();
  scene.begin_month();
  scene.release(2, 0);
  scene.run_to(3 * kHour);
  REQUIRE(scene.delivered.size() == 2);
  CHECK(scene.delivered[0] == kHour + 1'050'061);
  CHECK(scene.delivered[1] == 2 * kHour + 3 * 1'050'061);
  const auto fold = ledger::fold_month(make_month(2020, 1), scene.fleet->records(), scene.roads.routes());
  Tick service = 0;
  Tick traffic = 0;
  for (const ledger::ServiceRow& row : fold.service) service += row.drive_ticks;
  for (const ledger::TrafficRow& row : fold.traffic) traffic += row.ticks;
  CHECK(service == 3 * 1'050'061);
  CHECK(traffic == service);
}

TEST_CASE("a truck that has set out finishes its cycle on the road it began on, loads left behind wait until it opens again", "[engine]") {
  // The road closes on 1 February. At 23:30 of 31 January a truck leaves the plant for the mine: an hour, half an hour of loading, an hour
  // back, half an hour of unloading: 2:30 of 1 February. The second load waits.
  HaulTown town;
  town.road.closes = make_date(2020, 2, 1);
  HaulScene scene(town);
  scene.truck(kPlant);
  scene.begin_month();
  const Tick february = 31 * kDay;
  scene.run_to(february - kHour / 2);
  scene.release(2, february - kHour / 2);
  scene.run_to(february);
  scene.fleet->keep_ways();
  CHECK(scene.roads.update(make_date(2020, 2, 1), scene.book.legs));
  apply_gates(scene.places, rules::gate_rules(scene.world.now(), 1, make_date(2020, 2, 1)), scene.book.legs);
  scene.begin_month(make_month(2020, 2));
  scene.run_to(february + 20 * kDay);
  CHECK(scene.delivered == Ticks{february + 2 * kHour + kHour / 2});
  REQUIRE(scene.fleet->records().size() == 2);
  for (std::size_t n : {std::size_t{0}, std::size_t{1}}) CHECK(scene.roads.routes()[fact(scene, n).route].metres() == 50'000);
  const auto waits = scene.fleet->unserved(february + 20 * kDay);
  REQUIRE(waits.size() == 1);
  CHECK((waits[0].waits_for == Need::road && waits[0].at == "mine" && waits[0].loads == 1));
  // At the end of March it has waited for 60 days: the closed road is the cause, and no promise is broken.
  scene.end_month(make_month(2020, 2));
  scene.begin_month(make_month(2020, 3));
  scene.end_month(make_month(2020, 3));
  const auto late = scene.fleet->pools().waits.long_waits();
  REQUIRE(late.size() == 1);
  CHECK((late[0].cause == WaitCause::closure && late[0].loads == 1));
}

}  // namespace truck_cycle_test
