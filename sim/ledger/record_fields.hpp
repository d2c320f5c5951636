#pragma once
/// Where each fact stands in the three words of a leg record. Private to packing and folding.
#include <cstdint>

namespace railshift::ledger {

/// A run of bits inside a word.
struct BitField {
  unsigned shift;
  unsigned bits;
  [[nodiscard]] constexpr std::uint64_t mask() const { return (std::uint64_t{1} << bits) - 1; }
};

template <class T>
[[nodiscard]] constexpr T taken(BitField field, std::uint64_t word) {
  return static_cast<T>((word >> field.shift) & field.mask());
}

namespace record_fields {
inline constexpr BitField kTick{24, 40}, kFlow{8, 16}, kLeg{4, 4}, kLoaded{3, 1}, kOwner{1, 2};
inline constexpr BitField kVehicle{52, 12}, kCompliance{50, 2}, kRoute{34, 16}, kBucket{24, 10};
inline constexpr BitField kMass{44, 20}, kWait{4, 40};
}  // namespace record_fields

}  // namespace railshift::ledger
