#pragma once
/// Random draws that belong to what they are drawn for, not to the order in which the program happens to ask.
/// Philox4x32-10 (Salmon et al., SC 2011; Random123): key = (seed, purpose), counter = (hash of the text id, number, block).
/// So row order, other rows and other purposes never change a draw; paired runs share every draw that they both make.
#include <array>
#include <cstdint>
#include <string_view>

namespace railshift {

enum class Purpose : std::uint32_t {
  load_phase = 1,        ///< offset of a flow's loads inside their even spacing, once a flow and month
  service_time = 2,      ///< station service times of one load
  owner_compliance = 3,  ///< whether and when an owner obeys an order
  survival = 4,          ///< natural end of a truck's life, once a truck and month
  purchase = 5,          ///< what replaces a removed truck
  availability = 6,      ///< whether a truck is out of service in a month
  fault = 7,             ///< fault state of a truck
  through_counts = 8,    ///< monthly counts of trips that need no event
  obedience = 9,         ///< whether a through trip obeys a diversion
  outside_mix = 10,      ///< standard and powertrain of a hired outside truck
  sold_away = 11,        ///< whether a removed truck is scrapped or sold away
  pool_member = 12,      ///< which registered trucks carry the modelled flows
  feedback = 13,         ///< whether a load passes a station again
  poisson_loads = 14,    ///< number of loads of a month offered as a Poisson process
  poisson_time = 15,     ///< when they come
  breakdown = 16,        ///< driving time of a truck to its next breakdown, and how long it is mended
  latin_hypercube = 17,  ///< stratum of a member of a design and its place inside, by factor and block
  sobol_shift = 18,      ///< shift of a dimension of a Sobol sequence, by replicate
  screening = 19,        ///< where a screening trajectory begins and in which order factors move
  shapley_order = 20,    ///< in which order players join, by permutation
  residual_pick = 21,    ///< whose residual a corrected member takes
  counted_months = 22    ///< error of the level that counted months give a run, and of its months to come
};

/// FNV-1a; the same on every platform.
[[nodiscard]] constexpr std::uint64_t hash_text(std::string_view text) {
  std::uint64_t h = 14695981039346656037ULL;
  for (const char c : text) {
    h ^= static_cast<unsigned char>(c);
    h *= 1099511628211ULL;
  }
  return h;
}

/// Four 32-bit words for one counter value.
[[nodiscard]] std::array<std::uint32_t, 4> draw_block(std::uint32_t seed, Purpose purpose, std::uint64_t id_hash, std::uint32_t number,
                                                      std::uint32_t block);

/// Uniform on (0, 1): never 0, never 1.
[[nodiscard]] constexpr double to_uniform(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1.0p-32; }

/// First word of the block as a uniform.
[[nodiscard]] inline double draw_uniform(std::uint32_t seed, Purpose purpose, std::uint64_t id_hash, std::uint32_t number,
                                         std::uint32_t block = 0) {
  return to_uniform(draw_block(seed, purpose, id_hash, number, block)[0]);
}

}  // namespace railshift
