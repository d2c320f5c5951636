/// Trucks at stations: waits, full waiting rooms, stations without servers, feedback, breakdowns.
#include <catch2/catch.hpp>

#include <cmath>

#include "sim/core/draw.hpp"
#include "sim/rules/work/service_time.hpp"
#include "tests/engine/haul_town.hpp"

namespace fleet_stations_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

using Ticks = std::vector<Tick>;

ledger::LegFacts fact(HaulScene& scene, std::size_t n) { return ledger::unpack(scene.fleet->records().at(n)); }

/// Two trucks of the plant come to the mine together, at 1 h.
void send_two(HaulScene& scene) {
  scene.truck(kPlant);
  scene.truck(kPlant);
  scene.begin_month();
  scene.release(2, 0);
  scene.run_to(kDay);
}

}  // namespace

TEST_CASE("two trucks at one loading bay are served one after the other", "[engine]") {
  HaulTown town;
  town.station("bay", kMine, StationKind::load, 20.0);
  HaulScene scene(town);
  send_two(scene);
  // Loaded at 1:20 and 1:40, an hour, half an hour.
  CHECK(scene.delivered == Ticks{2 * kHour + 50 * kMinute, 3 * kHour + 10 * kMinute});
  CHECK(fact(scene, 2).wait == 0);
  CHECK(fact(scene, 3).wait == 20 * kMinute);
}

TEST_CASE("two bays serve two trucks at once", "[engine]") {
  HaulTown town;
  town.station("bay", kMine, StationKind::load, 20.0).servers = 2;
  HaulScene scene(town);
  send_two(scene);
  CHECK(scene.delivered == Ticks{2 * kHour + 50 * kMinute, 2 * kHour + 50 * kMinute});
}

TEST_CASE("a truck passes the stations of an end in their order and waits before each", "[engine]") {
  HaulTown town;
  town.station("a-gate", kPlant, StationKind::gate, 5.0);
  town.station("b-bay", kPlant, StationKind::unload, 20.0);
  HaulScene scene(town);
  send_two(scene);
  // No station at the mine: both leave at 1:30 and come at 2:30. Gate 2:35 and 2:40; bay 2:55 and, after 15 minutes' wait, 3:15.
  CHECK(scene.delivered == Ticks{2 * kHour + 55 * kMinute, 3 * kHour + 15 * kMinute});
  CHECK(fact(scene, 3).wait == 20 * kMinute);
}

TEST_CASE("a truck that finds the loading bay full is turned away and is back where it came from", "[engine]") {
  HaulTown town;
  Station& bay = town.station("bay", kMine, StationKind::load, 20.0);
  bay.waiting_room = 0;
  bay.when_full = WhenFull::turn_away;
  HaulScene scene(town);
  send_two(scene);
  CHECK(scene.refused == 1);
  CHECK(scene.delivered == Ticks{2 * kHour + 50 * kMinute});
  // Two empty runs to the mine, the one back until 2 h, the delivery.
  REQUIRE(scene.fleet->records().size() == 4);
  CHECK((fact(scene, 2).end == 2 * kHour && !fact(scene, 2).loaded));
  CHECK(scene.fleet->trucks()[1].place == kPlant);
  CHECK(scene.fleet->trucks()[1].phase == TruckPhase::idle);
}

TEST_CASE("with room for one the second truck waits outside the bay", "[engine]") {
  HaulTown town;
  Station& bay = town.station("bay", kMine, StationKind::load, 20.0);
  bay.waiting_room = 1;
  bay.when_full = WhenFull::turn_away;
  HaulScene scene(town);
  send_two(scene);
  CHECK(scene.refused == 0);
  CHECK(scene.delivered.size() == 2);
}

TEST_CASE("a station without servers holds a truck for ever, and the closing statement says so", "[engine]") {
  HaulTown town;
  town.station("bay", kMine, StationKind::load, 20.0).servers = 0;
  HaulScene scene(town);
  scene.truck(kPlant);
  scene.begin_month();
  scene.release(1, 0);
  (void)scene.end_month();
  CHECK(scene.delivered.empty());
  const std::vector<Unserved> rows = scene.fleet->unserved(31 * kDay);
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].waits_for == Need::station && rows[0].at == "bay" && rows[0].flow == "flow"));
  CHECK((rows[0].loads == 1 && rows[0].kg == 30'000));
  CHECK(rows[0].longest_hours == Approx(31 * 24 - 1));
}

TEST_CASE("a load that is sent back passes the station again", "[engine]") {
  HaulTown town;
  town.station("bay", kMine, StationKind::load, 20.0).feedback = 0.5;
  town.stations[0].feedback_to = Id<Station>{0};
  HaulScene scene(town);
  const std::uint64_t hash = scene.book.legs[0].draw_hash;
  const auto visits = [&](std::uint32_t load) {
    std::uint32_t n = 1;
    while (rules::sent_back(0.5, 1, hash, load, n - 1, true)) ++n;
    return n;
  };
  scene.truck(kMine);
  scene.begin_month();
  for (const std::uint32_t wanted : {1U, 2U, 3U}) {
    std::uint32_t load = 0;
    while (visits(load) != wanted) ++load;
    scene.book.legs[0].next_load = load;
    const Tick now = wanted * kDay;
    scene.run_to(now);
    scene.release(1, now);
    scene.run_to(now + kDay);
    // The empty run back takes an hour after the first time.
    const Tick empty = wanted == 1 ? 0 : kHour;
    CHECK(scene.delivered.back() - now == empty + wanted * 20 * kMinute + kHour + 30 * kMinute);
  }
}

namespace {

/// Driving to breakdown `number` of a truck, of mean 2 h.
Tick drawn_wear(std::uint64_t identity, std::uint32_t number) {
  return static_cast<Tick>(-2.0 * static_cast<double>(kHour) * std::log(draw_uniform(1, Purpose::breakdown, identity, number)) + 0.5);
}

HaulTown town_with_breakdowns() {
  HaulTown town;
  town.pool.driving_between_breakdowns = Hours{2.0};
  town.pool.repair_site = Id<Site>{kPlant};
  town.station("workshop", kPlant, StationKind::repair, 90.0);
  return town;
}

}  // namespace

TEST_CASE("a truck that breaks down on the way is mended and drives on", "[engine]") {
  // One that breaks down once within the hour to the plant.
  std::uint64_t identity = 0;
  while (drawn_wear(identity, 0) >= kHour || drawn_wear(identity, 1) < kHour) ++identity;
  HaulScene scene(town_with_breakdowns());
  scene.truck(kMine, identity);
  scene.begin_month();
  scene.release(1, 0);
  const ledger::PoolRow row = HaulScene::row(scene.end_month(), Owner::local);
  CHECK(scene.delivered == Ticks{2 * kHour + 90 * kMinute});
  CHECK(row.repair_ticks == 90 * kMinute);
  CHECK(row.loaded_ticks == kHour);
}

TEST_CASE("a truck whose next breakdown lies behind its run arrives on time, and the run counts", "[engine]") {
  // It drives an hour unharmed and breaks down on the empty run back.
  std::uint64_t identity = 0;
  while (drawn_wear(identity, 0) < kHour || drawn_wear(identity, 0) >= 2 * kHour || drawn_wear(identity, 1) < 2 * kHour) ++identity;
  HaulScene scene(town_with_breakdowns());
  scene.truck(kMine, identity);
  scene.begin_month();
  scene.release(2, 0);
  scene.run_to(kDay);
  CHECK(scene.delivered == Ticks{2 * kHour, 5 * kHour + 90 * kMinute});
}

TEST_CASE("without a server the workshop never lets a truck go", "[engine]") {
  HaulTown town = town_with_breakdowns();
  town.stations[0].servers = 0;
  std::uint64_t identity = 0;
  while (drawn_wear(identity, 0) >= kHour) ++identity;
  HaulScene scene(town);
  scene.truck(kMine, identity);
  scene.begin_month();
  scene.release(1, 0);
  (void)scene.end_month();
  const std::vector<Unserved> rows = scene.fleet->unserved(31 * kDay);
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].waits_for == Need::repair && rows[0].at == "workshop"));
}

}  // namespace fleet_stations_test
