#include <catch2/catch.hpp>

#include <vector>

#include "sim/engine/loads/waiting_loads.hpp"
#include "sim/policy/kinds.hpp"

namespace waiting_loads_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

constexpr std::uint8_t kOld = AccessClass{Standard::china3, Powertrain::diesel}.index();
constexpr std::uint8_t kNew = AccessClass{Standard::china6, Powertrain::diesel}.index();
const AccessMask kAll{};
const AccessMask kNewOnly{std::uint64_t{1} << kNew};

/// When every load is in reach.
constexpr Tick kMuchLater = 1'000'000;

/// Two pools with the same rule.
Table<Pool> pools(Dispatch rule = Dispatch::longest_waiting, std::optional<double> reach_growth = {}) {
  Pool a, b;
  a.id = "a";
  b.id = "b";
  a.dispatch = b.dispatch = rule;
  a.reach_growth = b.reach_growth = reach_growth;
  if (reach_growth) a.reach_start = b.reach_start = Hours{1000.0};
  return Table<Pool>({a, b});
}

/// A leg of a pool whose loads these trucks may carry.
TruckLeg leg_of(std::uint16_t pool, AccessMask admitted, int priority = 5, PlaceIndex origin = 0) {
  TruckLeg leg;
  leg.pool = pool;
  leg.admitted = admitted;
  leg.priority = priority;
  leg.origin = origin;
  return leg;
}

/// The truck stands 10 ticks from place 1 and 20 from place 2.
Tick far(PlaceIndex origin) { return origin * Tick{10}; }

/// The number of the load that a truck of this class takes; -1 if it takes none.
int taken(WaitingLoads& loads, std::uint8_t access, std::uint16_t pool = 0) {
  const auto load = loads.take(pool, access, kMuchLater, far);
  return load ? static_cast<int>(load->number) : -1;
}

}  // namespace

TEST_CASE("a truck takes the load that has waited longest among those it may carry", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, kNewOnly), {10, 1, 1});
  loads.add(leg_of(0, kAll), {20, 2, 2});
  loads.add(leg_of(0, kNewOnly), {30, 1, 3});
  loads.add(leg_of(0, kAll), {40, 2, 4});
  CHECK(taken(loads, kOld) == 2);
  CHECK(taken(loads, kNew) == 1);
  CHECK(taken(loads, kNew) == 3);
  CHECK(taken(loads, kOld) == 4);
  CHECK(taken(loads, kNew) == -1);
}

TEST_CASE("loads released at one tick go by leg, then by number", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, kNewOnly), {10, 7, 1});
  loads.add(leg_of(0, kAll), {10, 6, 2});
  loads.add(leg_of(0, kNewOnly), {10, 7, 3});
  CHECK(taken(loads, kNew) == 2);
  CHECK(taken(loads, kNew) == 1);
  CHECK(taken(loads, kNew) == 3);
}

TEST_CASE("an old truck takes nothing where every load needs a new one", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, kNewOnly), {10, 1, 1});
  loads.add(leg_of(1, kAll), {5, 2, 2});
  CHECK(taken(loads, kOld, 0) == -1);
  REQUIRE(loads.oldest_of_each_kind(0).size() == 1);
  CHECK(loads.oldest_of_each_kind(0)[0].admitted == kNewOnly);
  CHECK(taken(loads, kOld, 1) == 2);
  CHECK(loads.oldest_of_each_kind(1).empty());
}

TEST_CASE("when a rule changes, waiting loads follow their leg's new mask and keep their order", "[engine]") {
  WaitingLoads loads(pools());
  std::vector<TruckLeg> legs(2);
  loads.add(leg_of(0, kAll), {10, 0, 1});
  loads.add(leg_of(0, kAll), {20, 1, 2});
  loads.add(leg_of(0, kAll), {30, 0, 3});
  legs[0].admitted = kNewOnly;
  legs[1].admitted = kAll;
  loads.regroup(legs, WaitingLoads::Network::whole);
  CHECK(taken(loads, kOld) == 2);
  CHECK(taken(loads, kOld) == -1);
  legs[0].admitted = kAll;
  loads.regroup(legs, WaitingLoads::Network::whole);
  CHECK(loads.all().size() == 2);
  CHECK(taken(loads, kOld) == 1);
  CHECK(taken(loads, kOld) == 3);
}

TEST_CASE("the oldest load of each kind and the number of long waits are told, both sides of the limit", "[engine]") {
  WaitingLoads loads(pools());
  CHECK(loads.oldest_of_each_kind(0).empty());
  loads.add(leg_of(0, kAll), {100, 1, 1});
  loads.add(leg_of(0, kNewOnly), {50, 2, 2});
  loads.add(leg_of(0, kAll), {200, 1, 3});
  const auto oldest = loads.oldest_of_each_kind(0);
  REQUIRE(oldest.size() == 2);
  CHECK((oldest[0].load.number == 2 && oldest[0].admitted == kNewOnly));
  CHECK((oldest[1].load.number == 1 && oldest[1].admitted == kAll));
  CHECK(loads.waiting_since(0, 49) == 0);
  CHECK(loads.waiting_since(0, 50) == 1);
  CHECK(loads.waiting_since(0, 199) == 2);
  CHECK(loads.waiting_since(0, 200) == 3);
  CHECK(loads.all().size() == 3);
}

TEST_CASE("loads that call no truck are passed over when trucks are looked for, not those behind them", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, kAll), {50, 2, 1});
  loads.add(leg_of(0, kAll), {100, 1, 2, 3});
  const auto not_of_leg_2 = [](const WaitingLoad& load) { return load.leg != 2; };
  CHECK(loads.waiting_since(0, 100) == 4);
  CHECK(loads.waiting_since(0, 100, not_of_leg_2) == 3);
  REQUIRE(loads.oldest_of_each_kind(0, not_of_leg_2).size() == 1);
  CHECK(loads.oldest_of_each_kind(0, not_of_leg_2)[0].load.number == 2);
  CHECK(loads.oldest_of_each_kind(0, [](const WaitingLoad&) { return false; }).empty());
}

TEST_CASE("several loads that came together are taken one by one, by number", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, kAll), {10, 1, 7, 3});
  loads.add(leg_of(0, kAll), {20, 1, 10});
  CHECK(loads.count(0) == 4);
  CHECK(loads.waiting_since(0, 10) == 3);
  for (const int number : {7, 8, 9, 10, -1}) CHECK(taken(loads, kNew) == number);
  CHECK(loads.count(0) == 0);
}

TEST_CASE("a pool that dispatches by priority takes power coal before older ore", "[engine]") {
  WaitingLoads loads(pools(Dispatch::priority));
  loads.add(leg_of(0, kAll, 5), {10, 1, 1});
  loads.add(leg_of(0, kAll, 1), {30, 2, 2});
  loads.add(leg_of(0, kAll, 1), {20, 3, 3});
  CHECK(taken(loads, kNew) == 2);  // one queue: it came to it first
  CHECK(taken(loads, kNew) == 3);
  CHECK(taken(loads, kNew) == 1);
}

TEST_CASE("a pool that dispatches the nearest load passes by an older one farther away and breaks ties by age", "[engine]") {
  WaitingLoads loads(pools(Dispatch::nearest_load));
  loads.add(leg_of(0, kAll, 5, 2), {10, 1, 1});
  loads.add(leg_of(0, kAll, 5, 1), {40, 2, 2});
  loads.add(leg_of(0, kNewOnly, 5, 1), {30, 3, 3});
  CHECK(taken(loads, kOld) == 2);
  CHECK(taken(loads, kNew) == 3);
  CHECK(taken(loads, kNew) == 1);
}

TEST_CASE("a reach that grows takes the near load until the far one has waited long enough, on both sides of the hour", "[engine]") {
  // The truck stands 10 ticks from place 1 and 20 from place 2. Half a tick of driving a tick of waiting: the far load must have waited 20
  // ticks longer; at exactly 20 the two are equal, and the older one goes.
  for (const auto& [far_since, first] : {std::pair<Tick, int>{82, 2}, {80, 1}, {78, 1}}) {
    WaitingLoads loads(pools(Dispatch::growing_reach, 0.5));
    loads.add(leg_of(0, kAll, 5, 2), {far_since, 1, 1});
    loads.add(leg_of(0, kAll, 5, 1), {100, 2, 2});
    CHECK(taken(loads, kOld) == first);
  }
}

TEST_CASE("a reach that does not grow is the nearest load, one that grows without end the longest waiting", "[engine]") {
  for (const auto& [growth, first] : {std::pair<double, int>{0.0, 2}, {1000.0, 1}}) {
    WaitingLoads loads(pools(Dispatch::growing_reach, growth));
    loads.add(leg_of(0, kAll, 5, 2), {99, 1, 1});
    loads.add(leg_of(0, kAll, 5, 1), {100, 2, 2});
    CHECK(taken(loads, kOld) == first);
  }
}

TEST_CASE("a load is in reach at the start of its wait or when its wait has grown enough, to the tick", "[engine]") {
  const GrowingReach reach{10, 0.5};  // 10 ticks for a new load, half a tick more a tick of waiting
  CHECK(reach.when(100, 10) == 100);
  CHECK(reach.when(100, 20) == 121);  // after 20 ticks of waiting the reach is 20: at the next tick it is driven
  CHECK(GrowingReach{10, 0.0}.when(100, 10) == 100);
  CHECK(GrowingReach{10, 0.0}.when(100, 11) == kNever);
  CHECK(reach.when(100, kNever) == kNever);  // no road
  CHECK(reach.rank(100, kNever) == kNever);
  CHECK(reach.rank(100, 20) == 70);
}

TEST_CASE("a truck leaves a load that is out of its reach and is told when it comes into it", "[engine]") {
  Table<Pool> near = pools(Dispatch::growing_reach, 1.0);
  for (Pool& pool : near.rows_for_loading()) pool.reach_start = Hours{0.0};
  WaitingLoads loads(near);
  loads.add(leg_of(0, kAll, 5, 2), {100, 1, 1});  // 20 ticks away: in reach 20 ticks after 100
  CHECK_FALSE(loads.take(0, kOld, 120, far));
  std::vector<Tick> appointments;
  const auto appoint = [&](LegIndex, Tick when) { appointments.push_back(when); };
  loads.expect(0, kOld, 110, far, appoint);
  loads.expect(0, kOld, 111, far, appoint);  // a second truck at the same place: somebody looks already
  CHECK(appointments == std::vector<Tick>{121});
  CHECK(loads.take(0, kOld, 121, far)->number == 1);
}

TEST_CASE("the load that a refused truck would have carried is passed over once", "[engine]") {
  WaitingLoads loads(pools());
  TruckLeg strict = leg_of(0, kNewOnly), open = leg_of(0, kAll);
  loads.add(strict, {10, 7, 1, 1});
  loads.add(open, {20, 8, 1, 1});
  loads.add(open, {30, 8, 2, 1});
  std::vector<LegIndex> passed;
  const auto note = [&passed](LegIndex leg) { passed.push_back(leg); };
  CHECK(loads.take(0, kOld, kMuchLater, far, note)->leg == 8);
  CHECK(passed == std::vector<LegIndex>{7});
  CHECK(loads.take(0, kOld, kMuchLater, far, note)->leg == 8);  // the same load stands first: it is counted already
  CHECK_FALSE(loads.take(0, kOld, kMuchLater, far, note));
  CHECK(passed.size() == 1);
  CHECK(loads.take(0, kNew, kMuchLater, far, note)->leg == 7);
  CHECK(passed.size() == 1);
}

TEST_CASE("a load that stands behind the one a truck takes has lost nothing", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, kAll), {10, 8, 1, 1});
  loads.add(leg_of(0, kNewOnly), {20, 7, 1, 1});
  int passed = 0;
  const auto note = [&passed](LegIndex) { ++passed; };
  CHECK(loads.take(0, kOld, kMuchLater, far, note)->leg == 8);
  CHECK(passed == 0);
  CHECK_FALSE(loads.take(0, kOld, kMuchLater, far, note));  // now it stands first
  CHECK(passed == 1);
}

TEST_CASE("each load of an entry that a gate withholds from a truck counts for itself", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, kNewOnly), {10, 7, 1, 2});
  int passed = 0;
  const auto note = [&passed](LegIndex) { ++passed; };
  (void)loads.take(0, kOld, kMuchLater, far, note);
  (void)loads.take(0, kOld, kMuchLater, far, note);
  CHECK(passed == 1);
  CHECK(loads.take(0, kNew, kMuchLater, far, note)->number == 1);
  (void)loads.take(0, kOld, kMuchLater, far, note);
  CHECK(passed == 2);
}

TEST_CASE("a load that no open road leads to is out of reach, whatever the rule, until the roads are whole", "[engine]") {
  const auto rule = GENERATE(Dispatch::longest_waiting, Dispatch::nearest_load, Dispatch::priority);
  WaitingLoads loads(pools(rule));
  const std::vector<TruckLeg> legs{leg_of(0, kAll, 1, 1), leg_of(0, kAll, 5, 2)};
  loads.add(legs[0], {10, 0, 1});
  loads.add(legs[1], {20, 1, 2});
  loads.regroup(legs, WaitingLoads::Network::cut);
  const auto only_place_2 = [](PlaceIndex origin) { return origin == 2 ? Tick{20} : kUnreachable; };
  const auto nowhere = [](PlaceIndex) { return kUnreachable; };
  CHECK_FALSE(loads.take(0, kOld, kMuchLater, nowhere));
  CHECK(loads.take(0, kOld, kMuchLater, only_place_2)->number == 2);
  CHECK_FALSE(loads.take(0, kOld, kMuchLater, only_place_2));
  loads.regroup(legs, WaitingLoads::Network::whole);
  CHECK(taken(loads, kOld) == 1);
}

TEST_CASE("loads of a leg without a way are nobody's: no truck takes them and none is hired for them", "[engine]") {
  WaitingLoads loads(pools());
  loads.add(leg_of(0, AccessMask{0}), {10, 1, 1});
  CHECK(taken(loads, kOld) == -1);
  CHECK(loads.oldest_of_each_kind(0).empty());
  CHECK(loads.waiting_since(0, kMuchLater) == 0);
  CHECK(loads.count(0) == 1);
}

}  // namespace waiting_loads_test
