/// A floor at the gates: refused trucks do the other work, and clean ones come from it.
#include <catch2/catch.hpp>

#include "sim/engine/fleet/pool_members.hpp"
#include "tests/engine/haul_town.hpp"

namespace reshuffle_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

constexpr AccessClass kFive{Standard::china5, Powertrain::diesel};
constexpr AccessClass kSix{Standard::china6, Powertrain::diesel};
constexpr std::int64_t kPool = 50;

HaulTown town_with_register() {
  HaulTown town;
  town.pool.trucks.reset();
  town.join_rate = 0.1;
  return town;
}

struct Counts {
  int six = 0, five = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// 100 registered trucks of which 50 work in the pool: 30 of VI and 20 of V there, as many elsewhere.
class Town {
 public:
  Town() : scene_(town_with_register()), reg_(mixed()), members_(scene_.world.now(), 1, {kPool}, scene_.book.legs, reg_, *scene_.fleet) {
    scene_.fleet->call_on(members_);
  }

  void put_floor_of_six() {
    scene_.book.legs[0].at_gates = rules::mask_of_floor(Standard::china6);
    scene_.book.legs[0].admit();
    scene_.book.legs[0].ruled = true;
  }
  /// 16 loads an hour for a month: 48 trucks at work, 3 h a load.
  void live(Month month) {
    const Date first = make_date(2020, 1, 1);
    const Tick begin = (first_day(month) - first) * kDay, end = (first_day(month + 1) - first) * kDay;
    scene_.begin_month(month);
    for (Tick now = begin; now < end; now += kHour) {
      scene_.run_to(now);
      scene_.release(16, now);
    }
    (void)scene_.end_month(month);
  }
  void open(Month month) { scene_.begin_month(month); }

  [[nodiscard]] Counts in_pool() const {
    return count([](const RegisteredTruck& t) { return t.pool == 0; });
  }
  [[nodiscard]] Counts elsewhere() const {
    return count([](const RegisteredTruck& t) { return t.pool < 0; });
  }
  [[nodiscard]] std::int64_t hired() const { return scene_.fleet->pools().hired(0); }
  [[nodiscard]] std::int64_t waiting() const { return scene_.fleet->waiting().count(0); }

 private:
  static Register hundred() {
    Register reg;
    reg.trucks.resize(100);
    for (std::uint32_t i = 0; i < 100; ++i) {
      reg.trucks[i].row_hash = 99;
      reg.trucks[i].ordinal = i;
      reg.trucks[i].vehicle = {VehicleType::heavy, kFive, Fault::sound};
    }
    return reg;
  }
  /// Who is drawn does not depend on the standard, so a first draw says who will be in the pool.
  static Register mixed() {
    Register drawn = hundred();
    HaulScene draft(town_with_register());
    const PoolMembers members(draft.world.now(), 1, {kPool}, draft.book.legs, drawn, *draft.fleet);
    Register reg = hundred();
    int six_in_pool = 30, six_elsewhere = 30;
    for (std::size_t i = 0; i < 100; ++i) {
      int& left = drawn.trucks[i].pool == 0 ? six_in_pool : six_elsewhere;
      if (left-- > 0) reg.trucks[i].vehicle.access = kSix;
    }
    return reg;
  }
  template <typename Which>
  [[nodiscard]] Counts count(const Which& which) const {
    Counts counts;
    for (const RegisteredTruck& t : reg_.trucks) {
      if (which(t)) ++(t.vehicle.access == kSix ? counts.six : counts.five);
    }
    return counts;
  }

  HaulScene scene_;
  Register reg_;
  PoolMembers members_;
};

}  // namespace

TEST_CASE("without a floor the pool keeps its 30 trucks of National VI and 20 of V", "[engine]") {
  Town town;
  for (int m = 1; m <= 2; ++m) town.live(make_month(2020, m));
  town.open(make_month(2020, 3));
  CHECK(town.in_pool() == Counts{30, 20});
  CHECK(town.elsewhere() == Counts{30, 20});
}

TEST_CASE("under a floor of VI the refused trucks change places with clean ones of the other work, and nobody vanishes", "[engine]") {
  Town town;
  town.put_floor_of_six();
  for (int m = 1; m <= 2; ++m) town.live(make_month(2020, m));
  town.open(make_month(2020, 3));
  CHECK(town.in_pool() == Counts{50, 0});
  CHECK(town.elsewhere() == Counts{10, 40});
  CHECK(town.hired() == 0);
}

}  // namespace reshuffle_test
