#pragma once
/// Leg record: one 24-byte fact a leg driven by an individual truck; everything else about trips is totalled from these at month end.
#include <array>
#include <cstdint>

#include "sim/core/date.hpp"
#include "sim/core/units.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::ledger {

/// Whether a truck below a gate floor was let in all the same (firm does not obey) or the rule did not apply.
enum class Compliance : std::uint8_t { no_rule, compliant, violation };

/// One leg in clear. Loaded: from the origin's gate to delivery. Empty: from the truck's last place to the origin.
struct LegFacts {
  Tick end = 0;            ///< when the leg was completed (loaded: unloaded at the destination; empty: arrival at the origin)
  std::uint32_t flow = 0;  ///< index in World::flows
  std::uint8_t leg = 0;    ///< seq of the truck leg in its chain; 0 for an empty run
  EmissionClass vehicle;
  Owner owner = Owner::local;
  Compliance compliance = Compliance::no_rule;
  bool loaded = false;
  std::uint32_t route = 0;        ///< index in the run's RouteBook
  std::uint16_t wait_bucket = 0;  ///< loaded: the load's wait at the stations of both ends, see wait_bucket(); empty: 0
  Tick wait = 0;                  ///< the same wait, exact
  Kilograms mass;
  friend bool operator==(const LegFacts&, const LegFacts&) = default;
};

/// Packed, highest bits first: word 0 = tick 40 | flow 16 | leg 4 | loaded 1 | owner 2 | spare 1; word 1 = vehicle 12 | compliance 2 |
/// route 16 | wait bucket 10 | spare 24; word 2 = kg 20 | wait 40 | spare 4. Nothing is rounded: unpack(pack(facts)) == facts.
struct LegRecord {
  std::array<std::uint64_t, 3> word{};
  friend auto operator<=>(const LegRecord&, const LegRecord&) = default;
};
static_assert(sizeof(LegRecord) == 24);

/// A fact that does not fit its bits (flow or route >= 65,536, a load >= 1,048,576 kg, leg >= 16 ...) is a broken promise, never cut off.
[[nodiscard]] LegRecord pack(const LegFacts& facts);
[[nodiscard]] LegFacts unpack(const LegRecord& record);

/// 16 logarithmic buckets an octave of ticks (each about 4.4 % wide); bucket 0 is no wait. At most 640 (a wait of 40 bits).
/// Bucket 1 + 16 o + k holds the waits from 2^(o + k/16) to below 2^(o + (k+1)/16); among the first octaves some hold no whole tick.
[[nodiscard]] std::uint16_t wait_bucket(Tick wait);
/// Lower bound of a bucket: the smallest wait that lies in it (or, if it holds no whole tick, in a later one).
[[nodiscard]] Tick wait_bucket_floor(std::uint16_t bucket);

}  // namespace railshift::ledger
