/// Stockyards and the trucks that wait before them.
#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

namespace yards_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

using Ticks = std::vector<Tick>;

}  // namespace

TEST_CASE("a truck at a full yard waits until its load has room, and is unloaded then", "[engine]") {
  HaulTown town;
  town.yard(StockSide::in, 40.0, 24.0).capacity = Tonnes{40.0};  // a tonne an hour is used
  HaulScene scene(town);
  scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(10 * kHour);
  CHECK(scene.fleet->trucks()[0].hold == Hold::yard);
  const std::vector<Unserved> rows = scene.fleet->unserved(10 * kHour);
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].waits_for == Need::room && rows[0].at == "pile-in"));
  CHECK(rows[0].longest_hours == Approx(8.5));  // since 1.5 h
  scene.run_to(2 * kDay);
  // 30 t are used by 30 h.
  CHECK(scene.delivered == Ticks{30 * kHour + 30 * kMinute});
  CHECK(scene.fleet->trucks()[0].hold == Hold::none);
  CHECK(ledger::unpack(scene.fleet->records().at(1)).wait == 28 * kHour + 30 * kMinute);
}

TEST_CASE("a truck that finds too little goods waits until they are made", "[engine]") {
  HaulTown town;
  town.yard(StockSide::out, 10.0, 24.0);
  HaulScene scene(town);
  scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(kHour);
  const std::vector<Unserved> rows = scene.fleet->unserved(kHour);
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].waits_for == Need::goods && rows[0].at == "pile-out"));
  scene.run_to(2 * kDay);
  // 20 t more by 20 h; half an hour, an hour, half an hour.
  CHECK(scene.delivered == Ticks{22 * kHour});
}

TEST_CASE("trucks before a yard are let in first come first served", "[engine]") {
  HaulTown town;
  town.yard(StockSide::out, 0.0, 24.0);
  HaulScene scene(town);
  scene.truck(kPlant);
  const TruckIndex first = scene.truck(kMine);
  scene.begin_month();
  scene.release(2, 0);
  scene.run_to(31 * kHour);
  CHECK(scene.fleet->trucks()[first].hold == Hold::none);
  CHECK(scene.fleet->trucks()[0].hold == Hold::yard);
  scene.run_to(3 * kDay);
  CHECK(scene.delivered == Ticks{32 * kHour, 62 * kHour});
}

TEST_CASE("goods that come by train or belt fill the yard without a truck", "[engine]") {
  HaulTown town;
  town.yard(StockSide::in, 0.0, 0.0);
  HaulScene scene(town);
  scene.begin_month();
  scene.fleet->arrived_otherwise(Id<Flow>{0}, 7'000, kHour);
  const ledger::Ledger out = scene.end_month();
  REQUIRE(out.stocks.size() == 1);
  CHECK((out.stocks[0].in_kg == 7'000 && out.stocks[0].close_kg == 7'000));
}

TEST_CASE("a yard that trucks empty is not filled by what arrives", "[engine]") {
  HaulTown town;
  town.yard(StockSide::out, 0.0, 0.0);
  HaulScene scene(town);
  scene.begin_month();
  scene.fleet->arrived_otherwise(Id<Flow>{0}, 7'000, kHour);
  CHECK(scene.end_month().stocks.at(0).close_kg == 0);
}

namespace {

/// A yard that is ordered up to 80 t and uses a tonne an hour; it stands at 20 t.
HaulTown ordering_town() {
  HaulTown town;
  town.flow.release = Release::order_up_to;
  town.yard(StockSide::in, 20.0, 24.0).order_up_to = Tonnes{80.0};
  return town;
}

}  // namespace

TEST_CASE("every midnight a yard orders what it lacks, what is under way counted", "[engine]") {
  HaulScene scene(ordering_town());
  scene.truck(kMine);
  scene.book.legs[0].due = 10;
  scene.begin_month();
  scene.run_to(1);
  // 60 t lack: two loads, one of them on its way and one waiting.
  CHECK(scene.book.legs[0].released == 2);
  CHECK(scene.fleet->waiting().count(0) == 1);
  scene.run_to(kDay + 1);
  // 20 + 60 - 24 = 56 t: what lacks fills no truck.
  CHECK(scene.book.legs[0].released == 2);
  scene.run_to(2 * kDay + 1);
  // 32 t: 48 lack, one load.
  CHECK(scene.book.legs[0].released == 3);
}

TEST_CASE("a load that is on order is not ordered again", "[engine]") {
  HaulScene scene(ordering_town());  // there is no truck
  scene.book.legs[0].due = 10;
  scene.begin_month();
  scene.run_to(1);
  CHECK(scene.book.legs[0].released == 2);
  scene.run_to(kDay + 1);
  // Empty since 20 h: 80 t lack, 60 are on order.
  CHECK(scene.book.legs[0].released == 2);
}

TEST_CASE("a yard orders no more than its flow has, and what it did not order is offered next month", "[engine]") {
  HaulScene scene(ordering_town());
  scene.truck(kMine);
  TruckLeg& leg = scene.book.legs[0];
  leg.due = 1;
  scene.begin_month();
  scene.run_to(kDay);
  CHECK(leg.released == 1);
  HaulScene full(ordering_town());
  TruckLeg& more = full.book.legs[0];
  more.due = 5;
  full.begin_month();
  (void)full.end_month();
  CHECK(more.released == 2);
  CHECK(more.due == 2);
  CHECK(more.remainder == 3 * 30'000);
}

}  // namespace yards_test
