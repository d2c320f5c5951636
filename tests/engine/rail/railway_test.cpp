/// Trains at a siding and on a line, worked by hand: one engine a test, so each is a process of its own.
#include "tests/engine/rail/rail_town.hpp"

namespace railshift::engine::rail_town::railway_test {

TEST_CASE("a train forms when its load is there, to the kilogram", "[engine]") {
  RailScene scene{RailTown()};
  scene.live_january({0}, [&] {
    scene.railway->add_stock(0, kTrain - 1);
    CHECK_FALSE(scene.railway->outbox_full());
    scene.railway->add_stock(0, 1);
    CHECK(scene.railway->outbox_full());
    CHECK(scene.railway->standing(0) == 0);
    scene.railway->add_stock(0, 7);
  });
  CHECK(scene.railway->trains() == 1);
  REQUIRE(scene.out.stocks.size() == 1);
  const ledger::StockRow& row = scene.out.stocks[0];
  CHECK((row.open_kg == 0 && row.in_kg == kTrain + 7 && row.out_kg == kTrain && row.close_kg == 7));
}

TEST_CASE("a train loads for six hours and runs for two", "[engine]") {
  RailScene scene{RailTown()};
  scene.live_january_with(1);
  CHECK(scene.arrived == Ticks{8 * kHour});
  REQUIRE(scene.out.rail.size() == 1);
  const ledger::RailRow& row = scene.out.rail[0];
  CHECK((row.trains_departed == 1 && row.trains_arrived == 1 && row.departed_kg == kTrain && row.arrived_kg == kTrain));
  CHECK(row.dwell_ticks == 6 * kHour);
  CHECK(row.slot_wait_ticks == 0);
  CHECK(row.run_ticks == 2 * kHour);
  CHECK(row.siding == Id<Siding>{0});
}

TEST_CASE("stated hours beyond the line and the time of unloading are part of the run", "[engine]") {
  RailTown town;
  town.movement.far_run = 3 * kHour;
  town.movement.unloads_at = Id<Siding>{0};
  RailScene scene(town);
  scene.live_january_with(1);
  CHECK(scene.arrived == Ticks{(6 + 2 + 3 + 6) * kHour});
  CHECK(scene.out.rail.at(0).run_ticks == 11 * kHour);
}

TEST_CASE("on one track trains load one after the other", "[engine]") {
  RailScene scene{RailTown()};
  scene.live_january_with(3);
  CHECK(scene.arrived == Ticks{8 * kHour, 14 * kHour, 20 * kHour});
  CHECK(scene.out.rail.at(0).dwell_ticks == (6 + 12 + 18) * kHour);
}

TEST_CASE("on two tracks they load at once and wait for different paths", "[engine]") {
  RailTown town;
  town.siding.tracks = 2;
  RailScene scene(town);
  scene.live_january_with(2);
  CHECK(scene.arrived == Ticks{8 * kHour, 9 * kHour});
  CHECK(scene.out.rail.at(0).slot_wait_ticks == kHour);
}

TEST_CASE("paths of the background are not for our trains", "[engine]") {
  RailTown town;
  town.section.background_per_day.from(make_date(2020, 1, 1), 12.0);
  RailScene scene(town);
  scene.live_january_with(1);
  // Every second path, those of even hours, is the background's: the train leaves at 7 h.
  CHECK(scene.arrived == Ticks{9 * kHour});
  CHECK(scene.out.rail.at(0).slot_wait_ticks == kHour);
}

TEST_CASE("trains in opposite directions do not share paths", "[engine]") {
  RailTown town;
  town.siding.tracks = 2;
  Movement back = town.movement;
  back.hops = {{0, false}};
  RailScene scene(town, {town.movement, back});
  scene.live_january({0, 0}, [&] {
    scene.railway->add_stock(0, kTrain);
    scene.railway->add_stock(1, kTrain);
  });
  CHECK(scene.arrived == Ticks{8 * kHour, 8 * kHour});
}

TEST_CASE("an even supply makes a train whenever it has brought a load, the last one at the end of the month", "[engine]") {
  RailScene scene{RailTown()};
  // 6200 t in 31 days are 200 t a day: 3000 t by day 15, 6000 t by day 30, 200 t stay.
  scene.live_january({6'200'000}, [] {});
  CHECK(scene.arrived == Ticks{15 * kDay + 8 * kHour, 30 * kDay + 8 * kHour});
  CHECK(scene.railway->standing(0) == 200'000);
}

TEST_CASE("what an even supply brings at the very end still becomes a train of the month", "[engine]") {
  RailScene scene{RailTown()};
  scene.live_january({kTrain}, [] {});
  CHECK(scene.railway->trains() == 1);
  CHECK(scene.arrived.empty());
  CHECK(scene.out.stocks.at(0).out_kg == kTrain);
}

TEST_CASE("a train load that would wait too long for a track goes by road", "[engine]") {
  RailTown town;
  town.movement.road_instead = 0;
  town.spill_after = 12.0;
  RailScene scene(town);
  // The first one takes the track. Behind it two that wait mean 12 h, which is not too long; three mean 18 h.
  scene.live_january_with(6);
  CHECK(scene.railway->trains() == 4);
  CHECK(scene.spilled_kg == 2 * kTrain);
  CHECK(scene.out.stocks.at(0).out_kg == 6 * kTrain);
  CHECK(scene.out.rail.at(0).trains_departed == 4);
}

TEST_CASE("with two tracks twice as many trains may wait", "[engine]") {
  RailTown town;
  town.siding.tracks = 2;
  town.movement.road_instead = 0;
  town.spill_after = 12.0;
  RailScene scene(town);
  // Two are loaded, four that wait mean 12 h, five mean 15 h.
  scene.live_january_with(9);
  CHECK(scene.railway->trains() == 7);
  CHECK(scene.spilled_kg == 2 * kTrain);
}

TEST_CASE("goods that came by truck, or that no road would carry, wait for their track however long", "[engine]") {
  RailTown town;
  town.movement.road_instead = 0;
  town.movement.truck_before = 0;
  town.spill_after = 12.0;
  RailScene scene(town);
  scene.live_january_with(5);
  CHECK(scene.railway->trains() == 5);
  CHECK(scene.spilled_kg == 0);
}

TEST_CASE("goods whose road is closed wait for their track however long", "[engine]") {
  RailTown town;
  town.movement.road_instead = 0;
  town.spill_after = 12.0;
  RailScene scene(town);
  scene.trips.legs[0].has_way = false;
  scene.live_january_with(5);
  CHECK(scene.railway->trains() == 5);
  CHECK(scene.spilled_kg == 0);
}

TEST_CASE("the published delay of a siding is the wait for its track without the loading itself", "[engine]") {
  RailScene scene{RailTown()};
  scene.live_january_with(2);
  // The first train does not wait, the second for 6 h: 3 h in the mean. 0.7 of the 24 h believed so far and 0.3 of 3 h.
  CHECK(scene.book.siding_delay_h[0] == Approx(0.7 * 24.0 + 0.3 * 3.0));
  CHECK(scene.book.line_delay_h[0] == Approx(0.0));
}

TEST_CASE("the wait for a path is published by the line, not by the siding", "[engine]") {
  RailTown town;
  town.siding.tracks = 2;
  RailScene scene(town);
  scene.live_january_with(2);
  // Both load at once; one leaves at 6 h, the other at 7 h.
  CHECK(scene.book.siding_delay_h[0] == Approx(0.7 * 24.0));
  CHECK(scene.book.line_delay_h[0] == Approx(0.3 * 0.5));
}

TEST_CASE("a siding without a train is believed to delay as before experience", "[engine]") {
  RailTown town;
  RailScene scene(town);
  scene.book.siding_delay_h = {4.0};
  scene.live_january_with(0);
  CHECK(scene.book.siding_delay_h[0] == Approx(0.7 * 4.0 + 0.3 * 24.0));
}

TEST_CASE("a railway whose world is replaced runs on the new one", "[engine]") {
  RailTown town;
  RailScene scene(town);
  scene.live_january({0}, [&] {
    town.siding.train_hours = Hours{10.0};
    town.section.speed = KilometresPerHour{25.0};
    scene.world.replace(town.build());
    scene.railway->add_stock(0, kTrain);
  });
  // Ten hours of loading, four on the line.
  CHECK(scene.arrived == Ticks{14 * kHour});
}

}  // namespace railshift::engine::rail_town::railway_test
