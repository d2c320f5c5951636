#pragma once
/// How long one truck occupies a server of a station. Pure: the draw comes from the load, the law from the station.
#include <array>
#include <cstdint>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/operations.hpp"

namespace railshift::rules {

/// A station's distribution in ticks, ready for the hot loop. Which of a, b, c means what is written at `service_law`.
struct ServiceLaw {
  Distribution distribution = Distribution::constant;
  int phases = 1;  ///< erlang only
  double a = 0.0;
  double b = 0.0;
  double c = 0.0;
  /// empirical only: values in ticks with their cumulative weight; the last one is 1.
  struct Step {
    double up_to = 0.0;
    double ticks = 0.0;
  };
  std::vector<Step> steps{};
};

/// constant: a = time | uniform: a = low, b = width | exponential: a = mean | erlang: a = mean of one phase, phases = p2 rounded, at least
/// 1 | lognormal: a = mu = ln(mean) - sigma^2 / 2, b = sigma, so that the mean is p1 | triangular: a = low, b = mode, c = high |
/// empirical: steps.
[[nodiscard]] ServiceLaw service_law(const Station& station);

/// Mean service time in minutes.
[[nodiscard]] double mean_minutes(const Station& station);

/// The random words of one visit to a station. A load draws draw_block(seed, Purpose::service_time, hash of its flow id, load number,
/// block): block 0 serves loading (words 0, 1) and unloading (words 2, 3) of the plain cycle; every further station that it passes at the
/// same end, also the same one again, uses the next block in the same manner.
struct ServiceWords {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};
[[nodiscard]] constexpr ServiceWords loading_words(const std::array<std::uint32_t, 4>& block) { return {block[0], block[1]}; }
[[nodiscard]] constexpr ServiceWords unloading_words(const std::array<std::uint32_t, 4>& block) { return {block[2], block[3]}; }

/// Whether a load must go back after its visit `visit` (0 is the first) to a station at one end of its way. Precondition: probability < 1.
[[nodiscard]] bool sent_back(double probability, std::uint32_t seed, std::uint64_t leg_hash, std::uint32_t load, std::uint32_t visit,
                             bool at_origin);

/// Service time, rounded half up once, at least one tick, so that one server lets nobody go at the same tick as the next. Erlang laws of
/// more than two phases take their further uniforms from a splitmix64 sequence that starts at the 64 bits of `words`. Nothing is allocated.
[[nodiscard]] Tick service_ticks(const ServiceLaw& law, ServiceWords words);

}  // namespace railshift::rules
