#include <catch2/catch.hpp>

#include "sim/engine/fleet/pool_time.hpp"

namespace pool_time_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

Truck in_phase(TruckPhase phase, Tick since) {
  Truck t;
  t.phase = phase;
  t.since = since;
  return t;
}

Tick all_states(const ledger::PoolRow& r) {
  return r.idle_ticks + r.empty_ticks + r.origin_ticks + r.loaded_ticks + r.destination_ticks + r.rest_ticks;
}

/// The row of the local trucks of pool 0 in the n-th month written.
const ledger::PoolRow& local_row(const ledger::Ledger& out, std::size_t month) { return out.pools[month * 2]; }

}  // namespace

TEST_CASE("every tick of a truck is charged to the state it is in", "[engine]") {
  PoolTime time(1);
  Truck t = in_phase(TruckPhase::idle, 0);
  time.join(t, 0);
  time.charge(t, 100);  // idle 100
  t.phase = TruckPhase::to_origin;
  time.charge(t, 130);  // runs empty 30
  t.station = 1;
  t.let_in = true;
  time.charge(t, 135);  // between two stations at the origin 5
  t.phase = TruckPhase::to_destination;
  t.mark = 150;         // loading until 150
  time.charge(t, 210);  // origin 15, loaded 60
  t.phase = TruckPhase::at_destination;
  time.charge(t, 217);  // destination 7
  t.phase = TruckPhase::resting;
  time.charge(t, 300);  // rest 83
  t.phase = TruckPhase::parked;
  time.charge(t, 310);  // out of service 10
  ledger::Ledger out;
  time.end_month(make_month(2023, 1), 310, {0}, out);
  const ledger::PoolRow& row = local_row(out, 0);
  CHECK(row.idle_ticks == 100);
  CHECK(row.empty_ticks == 30);
  CHECK(row.origin_ticks == 5 + 15);
  CHECK(row.loaded_ticks == 60);
  CHECK(row.destination_ticks == 7);
  CHECK(row.rest_ticks == 83 + 10);
  CHECK(row.present_ticks == 310);
  CHECK(all_states(row) == row.present_ticks);
}

TEST_CASE("loading that spans the month end is split there, and so is the drive behind it", "[engine]") {
  PoolTime time(1);
  Truck t = in_phase(TruckPhase::to_destination, 0);
  time.join(t, 0);
  t.mark = 1'200;  // end of loading
  ledger::Ledger out;
  time.charge(t, 1'000);
  time.end_month(make_month(2023, 1), 1'000, {0}, out);
  time.charge(t, 1'500);
  time.end_month(make_month(2023, 2), 2'000, {0}, out);
  CHECK(local_row(out, 0).origin_ticks == 1'000);
  CHECK(local_row(out, 0).loaded_ticks == 0);
  CHECK(local_row(out, 1).origin_ticks == 200);
  CHECK(local_row(out, 1).loaded_ticks == 300);
  CHECK(local_row(out, 1).present_ticks == 1'000);
}

TEST_CASE("a truck that is already driving at the month end is charged as loaded in the new month only", "[engine]") {
  PoolTime time(1);
  Truck t = in_phase(TruckPhase::to_destination, 900);
  t.mark = 950;
  time.join(t, 900);
  ledger::Ledger out;
  time.charge(t, 1'000);
  time.end_month(make_month(2023, 1), 1'000, {0}, out);
  time.charge(t, 1'100);
  time.end_month(make_month(2023, 2), 1'100, {0}, out);
  CHECK(local_row(out, 0).origin_ticks == 50);
  CHECK(local_row(out, 0).loaded_ticks == 50);
  CHECK(local_row(out, 1).origin_ticks == 0);
  CHECK(local_row(out, 1).loaded_ticks == 100);
}

TEST_CASE("membership is counted by owner, and presence is an integral of its own", "[engine]") {
  PoolTime time(2);
  Truck local = in_phase(TruckPhase::idle, 0);
  Truck hired = in_phase(TruckPhase::idle, 400);
  hired.owner = Owner::hired;
  hired.pool = 1;
  time.join(local, 0);
  time.join(hired, 400);
  CHECK(time.present(1, Owner::hired) == 1);
  CHECK(time.present(0, Owner::hired) == 0);
  time.leave(hired, 700);
  ledger::Ledger out;
  time.end_month(make_month(2023, 1), 1'000, {0, 0}, out);
  REQUIRE(out.pools.size() == 4);
  CHECK(out.pools[0].present_ticks == 1'000);
  CHECK((out.pools[0].open == 0 && out.pools[0].joined == 1 && out.pools[0].left == 0 && out.pools[0].close == 1));
  const ledger::PoolRow& outside = out.pools[3];
  CHECK((outside.pool == Id<Pool>{1} && outside.owner == Owner::hired));
  CHECK(outside.present_ticks == 300);
  CHECK((outside.joined == 1 && outside.left == 1 && outside.close == 0));
  time.end_month(make_month(2023, 2), 1'500, {0, 0}, out);
  CHECK((out.pools[4].open == 1 && out.pools[4].joined == 0 && out.pools[4].close == 1));
  CHECK(out.pools[4].present_ticks == 500);
}

}  // namespace pool_time_test
