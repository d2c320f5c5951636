#include <catch2/catch.hpp>

#include <vector>

#include "sim/engine/fleet/idle_trucks.hpp"

namespace idle_trucks_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

constexpr AccessClass kChina5{Standard::china5, Powertrain::diesel};
constexpr AccessClass kChina6{Standard::china6, Powertrain::diesel};
constexpr AccessClass kElectric{Standard::zero_exhaust, Powertrain::electric};

AccessMask only(AccessClass c) { return {std::uint64_t{1} << c.index()}; }

Truck truck(AccessClass access, PlaceIndex place, Tick idle_since, std::uint8_t pool = 0) {
  Truck t;
  t.access = access.index();
  t.place = place;
  t.mark = idle_since;
  t.pool = pool;
  t.phase = TruckPhase::idle;
  return t;
}

/// A yard of trucks, all idle in the order of the list.
struct Yard {
  explicit Yard(std::vector<Truck> list, std::size_t pools = 2) : trucks(std::move(list)), idle(pools, 3) {
    for (TruckIndex i = 0; i < trucks.size(); ++i) idle.add(trucks, i);
  }
  TruckIndex take(AccessMask admitted, const std::vector<PlaceIndex>& by_distance, std::uint8_t pool = 0) {
    const TruckIndex i = idle.nearest(trucks, pool, admitted, by_distance);
    if (i != kNoTruck) idle.remove(trucks, i);
    return i;
  }
  std::vector<Truck> trucks;
  IdleTrucks idle;
};

}  // namespace

TEST_CASE("the nearest place with an admitted truck gives the truck, however long others have stood farther away", "[engine]") {
  Yard yard({truck(kChina6, 2, 1), truck(kChina6, 1, 50), truck(kChina6, 0, 900)});
  CHECK(yard.take(AccessMask{}, {1, 0, 2}) == 1);
  CHECK(yard.take(AccessMask{}, {1, 0, 2}) == 2);
  CHECK(yard.take(AccessMask{}, {1, 0, 2}) == 0);
  CHECK(yard.take(AccessMask{}, {1, 0, 2}) == kNoTruck);
}

TEST_CASE("at one place the truck that has been idle longest goes first, whatever its class", "[engine]") {
  Yard yard({truck(kChina5, 0, 10), truck(kElectric, 0, 20), truck(kChina6, 0, 5), truck(kChina5, 0, 30)});
  CHECK(yard.take(AccessMask{}, {0}) == 2);
  CHECK(yard.take(AccessMask{}, {0}) == 0);
  CHECK(yard.take(AccessMask{}, {0}) == 1);
  CHECK(yard.take(AccessMask{}, {0}) == 3);
}

TEST_CASE("a truck that the gate does not admit is passed over, near as it may be", "[engine]") {
  Yard yard({truck(kChina5, 0, 1), truck(kChina6, 2, 2), truck(kElectric, 1, 3)});
  CHECK(yard.take(only(kChina6), {0, 1, 2}) == 1);
  CHECK(yard.take(only(kChina6), {0, 1, 2}) == kNoTruck);
  CHECK(yard.idle.present(0).admits(kChina5));
  CHECK_FALSE(yard.idle.present(0).admits(kChina6));
  CHECK(yard.take(AccessMask{~only(kChina5).bits}, {0, 1, 2}) == 2);
  CHECK(yard.idle.present(0) == only(kChina5));
}

TEST_CASE("pools do not lend each other trucks, and places out of reach give none", "[engine]") {
  Yard yard({truck(kChina6, 0, 1, 1), truck(kChina6, 2, 1, 0)});
  CHECK(yard.take(AccessMask{}, {0, 1}, 0) == kNoTruck);
  CHECK(yard.take(AccessMask{}, {0, 1}, 1) == 0);
  CHECK(yard.take(AccessMask{}, {2}, 0) == 1);
}

TEST_CASE("a truck can leave the list from its head, its middle and its tail", "[engine]") {
  const std::vector<Truck> four = {truck(kChina6, 0, 1), truck(kChina6, 0, 2), truck(kChina6, 0, 3), truck(kChina6, 0, 4)};
  for (const TruckIndex gone : {0U, 1U, 2U, 3U}) {
    Yard yard(four);
    yard.idle.remove(yard.trucks, gone);
    std::vector<TruckIndex> left;
    for (TruckIndex i = 0; i < 3; ++i) left.push_back(yard.take(AccessMask{}, {0}));
    std::vector<TruckIndex> expected = {0, 1, 2, 3};
    std::erase(expected, gone);
    CHECK(left == expected);
    CHECK(yard.idle.present(0).bits == 0);
    // An emptied list takes trucks again.
    yard.idle.add(yard.trucks, gone);
    CHECK(yard.take(AccessMask{}, {0}) == gone);
  }
}

}  // namespace idle_trucks_test
