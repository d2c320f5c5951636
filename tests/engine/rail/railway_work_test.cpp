/// Wagons, unloading tracks, single track, joined trains, exchange stations and who goes first, by hand: one engine a test.
#include "tests/engine/rail/rail_town.hpp"

namespace railshift::engine::rail_town::railway_work_test {
namespace {

/// Trains of a month that the railway lets go: `trains` lie ready at its beginning.
std::int64_t departed(const RailTown& town, std::int64_t trains) {
  RailScene scene(town);
  scene.live_january_with(trains);
  return scene.out.rail.at(0).trains_departed;
}

enum class Ranks { none, coal_first };
struct Seen {
  Ticks arrived;
  std::vector<std::uint32_t> order;
};

/// Four paths a day. Three ordinary trains are loaded at 6 h and have 6, 12 and 18 h; the coal is loaded at 8 h.
Seen coal_behind_three(Ranks ranks) {
  RailTown town;
  town.siding.tracks = 10;
  town.section.slots_per_day = 4;
  if (ranks == Ranks::coal_first) town.coal_first(make_date(2020, 1, 1));
  Movement coal = town.movement;
  coal.chain = Id<Chain>{1};
  RailScene scene(town, {town.movement, coal});
  scene.live_january({0, 0}, [&] {
    scene.railway->add_stock(0, 3 * kTrain);
    kernel::start_actor("later", [&] {
      kernel::sleep_until(2 * kHour);
      scene.railway->add_stock(1, kTrain);
      scene.railway->flush_outbox();
    });
  });
  return {scene.arrived, scene.order};
}

}  // namespace

TEST_CASE("a hundred wagons that turn round in three days load thirty-three and a third trains of one wagon a day", "[engine]") {
  // In 31 days: 100 at 0 h, 100 at 72 h, ... 720 h: eleven times. A thousand in the thirty days of the rule, and those of the 31st day.
  RailTown town;
  town.siding.tracks = 200;
  town.siding.train_hours = Hours{1.0};
  town.siding.wagons = 100;
  town.siding.wagon_load = Kilograms{kTrain};
  town.siding.turn_days = 3.0;
  town.section.slots_per_day = 288;
  CHECK(departed(town, 2000) == 1100);
}

TEST_CASE("a train waits until the wagons of the one before it are back", "[engine]") {
  RailTown town;
  town.siding.tracks = 2;
  town.siding.wagons = 50;
  town.siding.wagon_load = Kilograms{60'000};  // 50 a train
  town.siding.turn_days = 1.0;
  RailScene scene(town);
  scene.live_january_with(3);
  CHECK(scene.arrived == Ticks{8 * kHour, 32 * kHour, 56 * kHour});
}

TEST_CASE("trains are unloaded on tracks of their own, in their own time", "[engine]") {
  RailTown town;
  town.movement.unloads_at = Id<Siding>{0};
  town.siding.unload_tracks = 1;
  town.siding.unload_hours = Hours{1.0};
  RailScene scene(town);
  scene.live_january_with(2);
  // Loaded at 6 and 12 h, two hours on the line, an hour of unloading while the next one loads.
  CHECK(scene.arrived == Ticks{9 * kHour, 15 * kHour});
}

TEST_CASE("six trains on a single track of two sections meet at its stations", "[engine]") {
  // 50 km at 50 km/h: an hour; 12 pairs a day: up trains leave at even hours, down trains at odd ones. A - section 0 - B - section 1 - C.
  // Up:   0-1 on 0, waits at B for 2, 2-3 on 1; then 2-3 and 4-5; 4-5 and 6-7.
  // Down: 1-2 on 1, waits at B for 3, 3-4 on 0; then 3-4 and 5-6; 5-6 and 7-8.
  // Up and down train are never on one section at once, and meet at B.
  RailTown town;
  town.section.single_track = true;
  town.section.slots_per_day = 12;
  town.section.length = Kilometres{50.0};
  town.siding.train_hours = Hours{0.0};
  town.siding.tracks = 6;
  town.sections = 2;
  Movement up = town.movement, down = town.movement;
  up.hops = {{0, true}, {1, true}};
  down.hops = {{1, false}, {0, false}};
  RailScene scene(town, {up, down});
  scene.live_january({0, 0}, [&] {
    scene.railway->add_stock(0, 3 * kTrain);
    scene.railway->add_stock(1, 3 * kTrain);
  });
  Ticks by_time = scene.arrived;
  std::sort(by_time.begin(), by_time.end());
  CHECK(by_time == Ticks{3 * kHour, 4 * kHour, 5 * kHour, 6 * kHour, 7 * kHour, 8 * kHour});
}

TEST_CASE("seven trains of 3,000 t leave on one path of 21,000 t, the eighth on the next", "[engine]") {
  RailTown town;
  town.siding.tracks = 8;
  town.section.path_load = Kilograms{7 * kTrain};
  RailScene scene(town);
  scene.live_january_with(8);
  CHECK(scene.arrived == Ticks{8 * kHour, 8 * kHour, 8 * kHour, 8 * kHour, 8 * kHour, 8 * kHour, 8 * kHour, 9 * kHour});
}

TEST_CASE("an exchange station passes on so many trains a day, from whatever line", "[engine]") {
  // Four a day: 0, 6, 12, 18 h. Loaded at 6 h, three trains leave at 6, 12 and 18 h.
  RailTown town;
  town.siding.tracks = 3;
  town.exchange = 4;
  RailScene scene(town);
  scene.live_january_with(3);
  CHECK(scene.arrived == Ticks{8 * kHour, 14 * kHour, 20 * kHour});
}

TEST_CASE("trains of one rank take paths in the order in which they are loaded", "[engine]") {
  const Seen seen = coal_behind_three(Ranks::none);
  CHECK(seen.arrived == Ticks{8 * kHour, 14 * kHour, 20 * kHour, 26 * kHour});
  CHECK(seen.order == std::vector<std::uint32_t>{0, 0, 0, 1});
}

TEST_CASE("a train of a lower rank takes the path of those that wait, and each of these the next one's", "[engine]") {
  const Seen seen = coal_behind_three(Ranks::coal_first);
  CHECK(seen.arrived == Ticks{8 * kHour, 14 * kHour, 20 * kHour, 26 * kHour});
  CHECK(seen.order == std::vector<std::uint32_t>{0, 1, 0, 0});
}

TEST_CASE("a line of heavy trains at capacity carries its capacity to within one train a month", "[engine]") {
  // 10 paths a day of 4 trains: 40 a day, less the path at 0 and 2.4 h, when nothing is loaded yet.
  RailTown town;
  town.siding.tracks = 60;
  town.siding.train_hours = Hours{2.4};
  town.section.slots_per_day = 10;
  town.section.path_load = Kilograms{4 * kTrain};
  CHECK(departed(town, 1400) == Approx(31 * 40 - 4).margin(4));
}

}  // namespace railshift::engine::rail_town::railway_work_test
