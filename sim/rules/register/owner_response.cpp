#include "sim/rules/register/owner_response.hpp"

#include <algorithm>

#include "sim/core/draw.hpp"

namespace railshift::rules {

OwnerWords owner_words(std::uint32_t seed, std::uint64_t measure_hash, std::uint64_t row_hash, std::uint32_t ordinal, std::uint32_t block) {
  // Multiplying by an odd constant keeps (row, measure) and (measure, row) apart.
  const std::uint64_t id = row_hash ^ (measure_hash * 0x9E3779B97F4A7C15ULL);
  return draw_block(seed, Purpose::owner_compliance, id, ordinal, block);
}

OrderResponse order_response(const OwnerWords& words, double obedience, Date from, Date due) {
  const int window = std::max(0, due - from) + 1;
  const int offset = static_cast<int>(to_uniform(words[1]) * window);
  return {to_uniform(words[0]) < obedience, from + offset};
}

OrderResponse order_response(std::uint32_t seed, const std::string& measure_id, const RegisteredTruck& truck, double obedience, Date from,
                             Date due) {
  return order_response(owner_words(seed, hash_text(measure_id), truck.row_hash, truck.ordinal), obedience, from, due);
}

}  // namespace railshift::rules
