#include <catch2/catch.hpp>

#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/ledger/record.hpp"

namespace record_test {

using namespace railshift;
using namespace railshift::ledger;

namespace {

LegFacts largest() {
  LegFacts f;
  f.end = kMaxTick;
  f.flow = 65'535;
  f.leg = 15;
  f.vehicle = {VehicleType::mini, {Standard::zero_exhaust, Powertrain::hydrogen}, Fault::no_urea};
  f.owner = Owner::through;
  f.compliance = Compliance::violation;
  f.loaded = true;
  f.route = 65'535;
  f.wait_bucket = 1023;
  f.wait = kMaxTick;
  f.mass = Kilograms{(1 << 20) - 1};
  return f;
}

}  // namespace

TEST_CASE("a leg record gives back every fact, the smallest and the largest", "[ledger]") {
  CHECK(unpack(pack(LegFacts{})) == LegFacts{});
  CHECK(unpack(pack(largest())) == largest());
  LegFacts odd;
  odd.end = 0x1234567891;
  odd.wait = 1'000'001;
  odd.mass = Kilograms{31'337};
  odd.route = 40'000;
  CHECK(unpack(pack(odd)) == odd);
}

TEST_CASE("a leg record lays its first word out as tick, flow, leg, loaded, owner", "[ledger]") {
  LegFacts f;
  f.end = 1;
  f.flow = 2;
  f.leg = 3;
  f.loaded = true;
  f.owner = Owner::through;
  // 1 x 2^24 + 2 x 2^8 + 3 x 2^4 + 1 x 2^3 + 2 x 2 = 16777216 + 512 + 48 + 8 + 4
  CHECK(pack(f).word[0] == 16'777'788);
  f.mass = Kilograms{1};
  f.wait = 3;
  CHECK(pack(f).word[2] == (std::uint64_t{1} << 44) + 48);
}

TEST_CASE("a fact that does not fit its bits is refused and not cut off", "[ledger]") {
  const auto refused = [](auto change) {
    LegFacts f = largest();
    change(f);
    CHECK_THROWS_AS(pack(f), BrokenPromise);
  };
  refused([](LegFacts& f) { f.end += 1; });
  refused([](LegFacts& f) { f.end = -1; });
  refused([](LegFacts& f) { f.flow += 1; });
  refused([](LegFacts& f) { f.leg = 16; });
  refused([](LegFacts& f) { f.route += 1; });
  refused([](LegFacts& f) { f.wait_bucket = 1024; });
  refused([](LegFacts& f) { f.wait += 1; });
  refused([](LegFacts& f) { f.wait = -1; });
  refused([](LegFacts& f) { f.mass = Kilograms{1 << 20}; });
  refused([](LegFacts& f) { f.mass = Kilograms{-1}; });
}

TEST_CASE("wait buckets count from no wait, 16 an octave", "[ledger]") {
  CHECK(wait_bucket(0) == 0);
  CHECK(wait_bucket(1) == 1);
  CHECK(wait_bucket(2) == 17);
  CHECK(wait_bucket(4) == 33);
  // one second is 1024 = 2^10 ticks: 1 + 16 x 10
  CHECK(wait_bucket(1023) == 160);
  CHECK(wait_bucket(1024) == 161);
  // 2^(10 + 1/16) = 1069.33: both sides of the boundary
  CHECK(wait_bucket(1069) == 161);
  CHECK(wait_bucket(1070) == 162);
  // 2^(10 + 8/16) = 1448.15
  CHECK(wait_bucket(1448) == 168);
  CHECK(wait_bucket(1449) == 169);
  CHECK(wait_bucket(kMaxTick) == 640);
  CHECK_THROWS_AS(wait_bucket(-1), BrokenPromise);
  CHECK_THROWS_AS(wait_bucket(kMaxTick + 1), BrokenPromise);
}

TEST_CASE("the floor of a wait bucket is the first wait that lies in it", "[ledger]") {
  CHECK(wait_bucket_floor(0) == 0);
  CHECK(wait_bucket_floor(1) == 1);
  CHECK(wait_bucket_floor(161) == 1024);
  CHECK(wait_bucket_floor(162) == 1070);
  CHECK_THROWS_AS(wait_bucket_floor(641), BrokenPromise);
  // From 2^5 ticks on every bucket holds whole ticks; below, an empty bucket gives the floor of a later one.
  for (std::uint16_t bucket = 1; bucket <= 640; ++bucket) {
    const Tick floor = wait_bucket_floor(bucket);
    INFO("bucket " << bucket << " from " << floor);
    CHECK(wait_bucket(floor) >= bucket);
    CHECK(wait_bucket(floor - 1) < bucket);
    if (bucket > 16 * 5) CHECK(wait_bucket(floor) == bucket);
  }
}

TEST_CASE("wait buckets follow the logarithm", "[ledger]") {
  for (Tick wait = 1; wait < 3'000'000; wait = wait * 9 / 8 + 1) {
    const double exact = 16.0 * std::log2(static_cast<double>(wait));
    INFO("wait " << wait);
    CHECK(std::abs(static_cast<double>(wait_bucket(wait)) - (1.0 + std::floor(exact + 1e-9))) < 0.5);
  }
}

}  // namespace record_test
