/// How many trucks a pool needs, who they are, and what becomes of them when the register changes.
#include <catch2/catch.hpp>

#include "sim/engine/fleet/pool_members.hpp"
#include "tests/engine/haul_town.hpp"

namespace pool_members_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

HaulTown town_of(std::optional<int> stated) {
  HaulTown town;
  town.pool.trucks = stated;
  return town;
}

struct MemberScene {
  HaulScene scene;
  Register reg;
  PoolMembers members;
  MemberScene(std::optional<int> stated, std::int64_t size, std::uint32_t registered)
      : scene(town_of(stated)), reg(trucks_of(registered)), members(scene.world.now(), 1, {size}, scene.book.legs, reg, *scene.fleet) {}

  [[nodiscard]] std::int64_t flagged() const {
    std::int64_t n = 0;
    for (const RegisteredTruck& t : reg.trucks) n += t.pool == 0 ? 1 : 0;
    return n;
  }
  /// The first slot whose truck works in the pool.
  [[nodiscard]] std::uint32_t slot() const {
    std::uint32_t s = 0;
    while (reg.trucks[s].pool != 0) ++s;
    return s;
  }
};

TruckPhase phase(const MemberScene& s, TruckIndex i) { return s.scene.fleet->trucks()[i].phase; }

}  // namespace

TEST_CASE("members come from the register and are flagged there", "[engine]") {
  MemberScene s({}, 3, 5);
  CHECK(s.scene.fleet->trucks().size() == 3);
  CHECK(s.flagged() == 3);
  CHECK(s.members.missing() == std::vector<std::int64_t>{0});
  CHECK(s.scene.fleet->pools()[0].size == 3);
  CHECK(s.scene.fleet->trucks()[0].place == kMine);
}

TEST_CASE("what the register cannot give is missing", "[engine]") {
  MemberScene s({}, 7, 5);
  CHECK(s.scene.fleet->trucks().size() == 5);
  CHECK(s.members.missing() == std::vector<std::int64_t>{2});
}

TEST_CASE("a pool of stated size is filled up with unnamed trucks of the newest standard", "[engine]") {
  MemberScene s(7, 7, 5);
  REQUIRE(s.scene.fleet->trucks().size() == 7);
  CHECK(s.members.missing() == std::vector<std::int64_t>{0});
  CHECK(EmissionClass::from_index(s.scene.fleet->trucks()[4].vehicle).access.standard == Standard::china5);
  CHECK(EmissionClass::from_index(s.scene.fleet->trucks()[5].vehicle).access.standard == Standard::china6);
}

TEST_CASE("trucks of another segment, gone or in a pool already are not taken", "[engine]") {
  HaulScene scene(town_of({}));
  Register reg = trucks_of(4);
  reg.trucks[0].present = false;
  reg.trucks[1].segment = Id<Segment>{1};
  reg.trucks[2].pool = 1;
  PoolMembers members(scene.world.now(), 1, {4}, scene.book.legs, reg, *scene.fleet);
  CHECK(scene.fleet->trucks().size() == 1);
  CHECK(reg.trucks[3].pool == 0);
  CHECK(members.missing() == std::vector<std::int64_t>{3});
}

TEST_CASE("a truck that leaves the register leaves its pool, and the one that is delivered joins where it stood", "[engine]") {
  MemberScene s({}, 1, 2);
  const std::uint32_t slot = s.slot();
  rules::RegisterMonth month;
  month.changes.push_back({slot, true, false, {}});
  s.members.follow(month, kDay);
  CHECK(phase(s, 0) == TruckPhase::gone);
  s.reg.trucks[slot].vehicle.access.standard = Standard::china6;
  month.changes = {{slot, false, true, {}}};
  s.members.follow(month, 2 * kDay);
  REQUIRE(s.scene.fleet->trucks().size() == 2);
  CHECK(phase(s, 1) == TruckPhase::idle);
  CHECK(s.scene.fleet->trucks()[1].place == kMine);
  CHECK(EmissionClass::from_index(s.scene.fleet->trucks()[1].vehicle).access.standard == Standard::china6);
}

TEST_CASE("changes of trucks that work in no pool are nothing to the fleet", "[engine]") {
  MemberScene s({}, 1, 2);
  rules::RegisterMonth month;
  month.changes.push_back({1 - s.slot(), true, true, {}});
  s.members.follow(month, kDay);
  CHECK(s.scene.fleet->trucks().size() == 1);
  CHECK(phase(s, 0) == TruckPhase::idle);
}

}  // namespace pool_members_test
