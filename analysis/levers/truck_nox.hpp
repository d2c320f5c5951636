#pragma once
/// NOx of a tonne on a chain, by the trucks that carry it.
#include <optional>
#include <vector>

#include "analysis/emissions/emission_factors.hpp"
#include "analysis/emissions/redeployment.hpp"
#include "sim/rules/rail/leg_distances.hpp"

namespace railshift::analysis {

/// Grams a loaded kilometre, the empty kilometres that belong to it included.
struct TruckNox {
  std::optional<double> now;  ///< of the trucks that carried these flows; nothing if none was run or one has no factor
  std::optional<double> vi;   ///< the same kilometres by National VI diesel trucks
};
/// Over the loads of some flows in a year.
[[nodiscard]] TruckNox truck_nox(const RunView& run, const EmissionFactors& factors, const std::vector<bool>& flows, int year);

/// Grams a tonne on a chain: its truck legs at so much a loaded kilometre, its rail legs on the modelled lines.
[[nodiscard]] std::optional<double> nox_of_tonne(const World& world, const EmissionFactors& factors,
                                                 const std::vector<rules::LegDistance>& legs, const Chain& chain, double per_loaded_km,
                                                 Month month);

}  // namespace railshift::analysis
