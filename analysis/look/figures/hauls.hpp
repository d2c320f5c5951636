#pragma once
/// How far goods go by road.
#include <array>
#include <vector>

#include "analysis/look/figures/truck_runs.hpp"

namespace railshift::analysis::look {

/// Tonnes that go by truck alone, by road kilometres.
inline constexpr std::array<double, 6> kHaulBounds{10.0, 30.0, 60.0, 120.0, 250.0, 500.0};
struct HaulRow {
  Id<Commodity> commodity;
  std::array<Tonnes, kHaulBounds.size() + 1> in_band{};  ///< base year; the last band has no upper end
  Tonnes total;
  Kilometres mean;
};
[[nodiscard]] std::vector<HaulRow> haul_rows(const World& world, const Masses& masses, const std::vector<TruckRun>& runs);

}  // namespace railshift::analysis::look
