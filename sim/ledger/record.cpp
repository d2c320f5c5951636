#include "sim/ledger/record.hpp"

#include <algorithm>
#include <bit>

#include "sim/core/contract.hpp"
#include "sim/ledger/record_fields.hpp"

namespace railshift::ledger {
namespace {

using namespace record_fields;

/// Apart from `placed`, which is small enough without it to be inlined into every record: 7 % of the instructions of a run.
[[noreturn]] void does_not_fit(const char* meaning) { broken_promise("bits <= field.mask()", meaning, __FILE__, __LINE__); }

/// Negative numbers arrive as huge ones and fail the same test.
inline std::uint64_t placed(BitField field, std::int64_t value, const char* meaning) {
  const auto bits = static_cast<std::uint64_t>(value);
  if (bits > field.mask()) does_not_fit(meaning);
  return bits << field.shift;
}

/// 2^(k/16) in units of 2^-60, rounded up, so that comparing whole ticks with it is exact on every platform.
constexpr unsigned kUnit = 60;
constexpr std::array<std::uint64_t, 16> kSixteenths = {0x1000000000000000, 0x10b5586cf9890f63, 0x1172b83c7d517add, 0x12387a6e75623867,
                                                       0x1306fe0a31b7152e, 0x13dea64c12342236, 0x14bfdad5362a271e, 0x15ab07dd48542959,
                                                       0x16a09e667f3bcc91, 0x17a11473eb0186d8, 0x18ace5422aa0db5c, 0x19c49182a3f0901d,
                                                       0x1ae89f995ad3ad5f, 0x1c199bdd85529c23, 0x1d5818dcfba48726, 0x1ea4afa2a490d986};
constexpr unsigned kLastBucket = 16 * 40;

}  // namespace

LegRecord pack(const LegFacts& facts) {
  LegRecord record;
  record.word[0] = placed(kTick, facts.end, "the end of a leg fits 40 bits") |
                   placed(kFlow, facts.flow, "there are fewer than 65,536 flows") |
                   placed(kLeg, facts.leg, "a chain has fewer than 16 legs") | placed(kLoaded, facts.loaded ? 1 : 0, "loaded is one bit") |
                   placed(kOwner, static_cast<std::int64_t>(facts.owner), "an owner fits 2 bits");
  record.word[1] = placed(kVehicle, facts.vehicle.index(), "an emission class fits 12 bits") |
                   placed(kCompliance, static_cast<std::int64_t>(facts.compliance), "compliance fits 2 bits") |
                   placed(kRoute, facts.route, "there are fewer than 65,536 routes") |
                   placed(kBucket, facts.wait_bucket, "a wait bucket fits 10 bits");
  record.word[2] = placed(kMass, facts.mass.value, "one load is below 1,048,576 kg") | placed(kWait, facts.wait, "a wait fits 40 bits");
  return record;
}

LegFacts unpack(const LegRecord& record) {
  LegFacts facts;
  facts.end = taken<Tick>(kTick, record.word[0]);
  facts.flow = taken<std::uint32_t>(kFlow, record.word[0]);
  facts.leg = taken<std::uint8_t>(kLeg, record.word[0]);
  facts.loaded = taken<unsigned>(kLoaded, record.word[0]) == 1;
  facts.owner = taken<Owner>(kOwner, record.word[0]);
  facts.vehicle = EmissionClass::from_index(taken<unsigned>(kVehicle, record.word[1]));
  facts.compliance = taken<Compliance>(kCompliance, record.word[1]);
  facts.route = taken<std::uint32_t>(kRoute, record.word[1]);
  facts.wait_bucket = taken<std::uint16_t>(kBucket, record.word[1]);
  facts.mass = Kilograms{taken<std::int64_t>(kMass, record.word[2])};
  facts.wait = taken<Tick>(kWait, record.word[2]);
  return facts;
}

std::uint16_t wait_bucket(Tick wait) {
  RAILSHIFT_EXPECTS(wait >= 0 && wait <= kMaxTick, "a wait is not negative and fits 40 bits");
  if (wait == 0) return 0;
  const auto ticks = static_cast<std::uint64_t>(wait);
  const auto octave = static_cast<unsigned>(std::bit_width(ticks)) - 1;
  const std::uint64_t mantissa = ticks << (kUnit - octave);
  // A binary search without branches: nobody can foretell them.
  unsigned last = 0;
  for (const unsigned step : {8U, 4U, 2U, 1U}) last += kSixteenths[last + step] <= mantissa ? step : 0U;
  return static_cast<std::uint16_t>(16 * octave + last + 1);
}

Tick wait_bucket_floor(std::uint16_t bucket) {
  RAILSHIFT_EXPECTS(bucket <= kLastBucket, "a wait bucket is one that wait_bucket() gives");
  if (bucket == 0) return 0;
  const unsigned octave = (bucket - 1U) / 16;
  const std::uint64_t bound = kSixteenths[(bucket - 1U) % 16];
  const unsigned shift = kUnit - octave;
  const std::uint64_t remainder_mask = (std::uint64_t{1} << shift) - 1;
  return static_cast<Tick>((bound >> shift) + ((bound & remainder_mask) == 0 ? 0 : 1));
}

}  // namespace railshift::ledger
