#include <catch2/catch.hpp>

#include <vector>

#include "sim/engine/waiting_loads.hpp"

using namespace railshift;
using namespace railshift::engine;

namespace {

constexpr std::uint8_t kOld = AccessClass{Standard::china3, Powertrain::diesel}.index();
constexpr std::uint8_t kNew = AccessClass{Standard::china6, Powertrain::diesel}.index();
const AccessMask kAll{};
const AccessMask kNewOnly{std::uint64_t{1} << kNew};

/// The number of the load that a truck of this class takes; -1 if it takes none.
int taken(WaitingLoads& loads, std::uint8_t access, std::uint16_t pool = 0) {
  const auto load = loads.take(pool, access);
  return load ? static_cast<int>(load->number) : -1;
}

}  // namespace

TEST_CASE("a truck takes the load that has waited longest among those it may carry", "[engine]") {
  WaitingLoads loads(1);
  loads.add(0, kNewOnly, {10, 1, 1});
  loads.add(0, kAll, {20, 2, 2});
  loads.add(0, kNewOnly, {30, 1, 3});
  loads.add(0, kAll, {40, 2, 4});
  CHECK(taken(loads, kOld) == 2);
  CHECK(taken(loads, kNew) == 1);
  CHECK(taken(loads, kNew) == 3);
  CHECK(taken(loads, kOld) == 4);
  CHECK(taken(loads, kNew) == -1);
}

TEST_CASE("loads released at one tick go by leg, then by number", "[engine]") {
  WaitingLoads loads(1);
  loads.add(0, kNewOnly, {10, 7, 1});
  loads.add(0, kAll, {10, 6, 2});
  loads.add(0, kNewOnly, {10, 7, 3});
  CHECK(taken(loads, kNew) == 2);
  CHECK(taken(loads, kNew) == 1);
  CHECK(taken(loads, kNew) == 3);
}

TEST_CASE("an old truck takes nothing where every load needs a new one", "[engine]") {
  WaitingLoads loads(2);
  loads.add(0, kNewOnly, {10, 1, 1});
  loads.add(1, kAll, {5, 2, 2});
  CHECK(taken(loads, kOld, 0) == -1);
  CHECK(loads.oldest(0)->admitted == kNewOnly);
  CHECK(taken(loads, kOld, 1) == 2);
  CHECK_FALSE(loads.oldest(1).has_value());
}

TEST_CASE("when a rule changes, waiting loads follow their leg's new mask and keep their order", "[engine]") {
  WaitingLoads loads(1);
  std::vector<TruckLeg> legs(2);
  loads.add(0, kAll, {10, 0, 1});
  loads.add(0, kAll, {20, 1, 2});
  loads.add(0, kAll, {30, 0, 3});
  legs[0].admitted = kNewOnly;
  legs[1].admitted = kAll;
  loads.regroup(legs);
  CHECK(taken(loads, kOld) == 2);
  CHECK(taken(loads, kOld) == -1);
  legs[0].admitted = kAll;
  loads.regroup(legs);
  CHECK(loads.all().size() == 2);
  CHECK(taken(loads, kOld) == 1);
  CHECK(taken(loads, kOld) == 3);
}

TEST_CASE("the oldest load and the number of long waits are told, both sides of the limit", "[engine]") {
  WaitingLoads loads(1);
  CHECK_FALSE(loads.oldest(0).has_value());
  loads.add(0, kAll, {100, 1, 1});
  loads.add(0, kNewOnly, {50, 2, 2});
  loads.add(0, kAll, {200, 1, 3});
  CHECK(loads.oldest(0)->load.number == 2);
  CHECK(loads.oldest(0)->admitted == kNewOnly);
  CHECK(loads.waiting_since(0, 49) == 0);
  CHECK(loads.waiting_since(0, 50) == 1);
  CHECK(loads.waiting_since(0, 199) == 2);
  CHECK(loads.waiting_since(0, 200) == 3);
  CHECK(loads.all().size() == 3);
}
