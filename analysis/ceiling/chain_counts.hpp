#pragma once
/// The readings of the metrics of tonnes, chain by chain.
#include <optional>
#include <vector>

#include "sim/model/target.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// What one tonne by a chain adds to the numerator and to the denominator; tonnes, or kilometres of basis tonne_km. A flow between two
/// firms of a list counts at two gates.
struct ChainCount {
  double part = 0.0;
  double whole = 0.0;
};

/// By chain index, what rail_share, rail_tonnes, tonnes_by_chain and rail_station_tonnes count, and of clean_share what rail, belts and
/// pipes carry. Nothing for other metrics: of shares of firms (firms_passing, siding_access, clean_ok) a firm passes or
/// not, trucks and exhaust hang on no chain; nor for a scope that names what chains do not decide.
[[nodiscard]] std::optional<std::vector<ChainCount>> chain_counts(const World& world, const Target& target);

}  // namespace railshift::analysis
