#pragma once
/// What owners make of orders on their trucks.
#include <array>
#include <cstdint>
#include <string>

#include "sim/core/date.hpp"
#include "sim/model/state.hpp"

namespace railshift::rules {

/// What one owner draws about one measure: Purpose::owner_compliance, id = row hash mixed with the measure's hash, number = ordinal,
/// block = 0 (the owner of a slot decides once) or the generation of the truck that is about to be bought.
using OwnerWords = std::array<std::uint32_t, 4>;
[[nodiscard]] OwnerWords owner_words(std::uint32_t seed, std::uint64_t measure_hash, std::uint64_t row_hash, std::uint32_t ordinal,
                                     std::uint32_t block = 0);

/// What an owner of a truck under an order does: obeys iff draw < obedience, and removes the truck on a drawn day uniform in [from, due],
/// both included. The owner of a slot draws once an order, whatever truck stands there.
struct OrderResponse {
  bool obeys = false;
  Date removal;
};
[[nodiscard]] OrderResponse order_response(const OwnerWords& words, double obedience, Date from, Date due);
[[nodiscard]] OrderResponse order_response(std::uint32_t seed, const std::string& measure_id, const RegisteredTruck& truck,
                                           double obedience, Date from, Date due);

}  // namespace railshift::rules
