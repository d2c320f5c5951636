#pragma once
/// Choice constants from the base shares.
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/rail/base_state.hpp"
#include "sim/rules/rail/leg_distances.hpp"

namespace railshift::rules {

/// Utility constants by chain index, relative to the flow's main road chain, calibrated on base-year shares.
struct ChoiceConstants {
  std::vector<double> of_chain;
  /// By chain index: part of the wishes while open. Not: a chain with base share 0 that was open in the base year (nobody chose it);
  /// the re-split may still use it.
  std::vector<bool> in_choice;
  std::vector<Id<Chain>> left_out;  ///< rail side at capacity in the base year: not part of the class medians, listed
  std::vector<Id<Chain>> assumed;   ///< base share 0: class median (or choice.new_chain_constant)
};
/// Inverts the nested logit at the prices of January of the base year and the delays and rates of the state, so that wishes in that state
/// are the base shares.
[[nodiscard]] ChoiceConstants calibrate(const World& world, const LegDistances& distances, const BaseState& state);
/// The same where nothing is known of the base year (prior_state).
[[nodiscard]] ChoiceConstants calibrate(const World& world, const LegDistances& distances);

/// What later years are measured against. Both belong to a scenario folder as it stands: neither a seed nor a later change moves them.
struct BaseYear {
  BaseState state;
  ChoiceConstants constants;
};

/// Chains with a base share whose flow asked in the base year for more than its sidings, tracks or sections could take.
[[nodiscard]] std::vector<Id<Chain>> at_capacity_in_base_year(const World& world);

}  // namespace railshift::rules
