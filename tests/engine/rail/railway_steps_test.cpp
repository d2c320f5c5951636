/// Tracks and hours that measures change, and a line that is asked for more than it has: one engine a test.
#include "tests/engine/rail/rail_town.hpp"

namespace railshift::engine::rail_town::railway_steps_test {

TEST_CASE("a second track is there from its day on", "[engine]") {
  RailTown town;
  CapacityStep track;
  track.sidings = {Id<Siding>{0}};
  track.tracks = 1;
  town.step("m", make_date(2020, 1, 2), track);
  RailScene scene(town);
  // One by one at 6, 12, 18 and 24 h; from the second day on two at a time: the fifth and sixth load till 30 h, and leave at 30 and 31 h.
  scene.live_january_with(6);
  CHECK(scene.arrived == Ticks{8 * kHour, 14 * kHour, 20 * kHour, 26 * kHour, 32 * kHour, 33 * kHour});
}

TEST_CASE("a track that is taken away is gone when the train on it has left", "[engine]") {
  RailTown town;
  town.siding.tracks = 2;
  town.siding.train_hours = Hours{30.0};
  CapacityStep track;
  track.sidings = {Id<Siding>{0}};
  track.tracks = -1;
  town.step("m", make_date(2020, 1, 2), track);
  RailScene scene(town);
  // Two load till 30 h and leave at 30 and 31 h; then one at a time: 60 h, 90 h.
  scene.live_january_with(4);
  CHECK(scene.arrived == Ticks{32 * kHour, 33 * kHour, 62 * kHour, 92 * kHour});
}

TEST_CASE("loading rests while a window is on", "[engine]") {
  RailTown town;
  CapacityStep window;
  window.sidings = {Id<Siding>{0}};
  window.hours_per_day = 3.0;
  window.begins_hour = 4.0;
  window.days = 1;
  town.step("m", make_date(2020, 1, 1), window);
  RailScene scene(town);
  // Four hours, three of rest, two more: 9 h. The next one 9 to 15 h; on the second day there is no window.
  scene.live_january_with(5);
  CHECK(scene.arrived == Ticks{11 * kHour, 17 * kHour, 23 * kHour, 29 * kHour, 35 * kHour});
}

TEST_CASE("a line at capacity carries its capacity to within one train a month", "[engine]") {
  // 24 paths, 7.25 background trains: 16.75 x 31 = 519.25 in January. 30 tracks of 6 h load 120 a day: the line is short.
  RailTown town;
  town.siding.tracks = 30;
  town.section.background_per_day.from(make_date(2020, 1, 1), 7.25);
  RailScene scene(town);
  scene.live_january_with(700);
  // Loading begins at 0 h and the first train leaves after 6 h: a quarter of the first day's paths are missed, 4 or 5 of 16.75.
  CHECK(scene.out.rail.at(0).trains_departed == Approx(519.25 - 16.75 / 4.0).margin(1.0));
}

}  // namespace railshift::engine::rail_town::railway_steps_test
