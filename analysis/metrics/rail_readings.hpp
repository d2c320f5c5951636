#pragma once
/// Which tonnes are numerator and denominator of a rail share.
#include <array>
#include <string_view>
#include <utility>

#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {

struct RailReading {
  std::string_view numerator_kind, denominator_kind;
};
inline constexpr std::array<RailReading, 3> kRailReadings{{{"rail", "rail_road"}, {"rail", "all"}, {"rail_belt_pipe", "all"}}};

/// Numerator and denominator, in the unit of the sums.
[[nodiscard]] inline std::pair<std::int64_t, std::int64_t> parts_of(const ModeSums& sums, const RailReading& reading) {
  return {reading.numerator_kind == "rail" ? sums.rail_kg : sums.rail_kg + sums.belt_pipe_kg,
          reading.denominator_kind == "rail_road" ? sums.rail_road_kg() : sums.all_kg()};
}

}  // namespace railshift::analysis
