#pragma once
/// Choice constants from the base shares.
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/rail/base_state.hpp"
#include "sim/rules/rail/leg_distances.hpp"

namespace railshift::rules {

/// What a chain's constant was taken from.
enum class ConstantFrom : std::uint8_t {
  base_share,      ///< its own share in the base year
  road_of_flow,    ///< 0: the main road chain, against which the others of its flow stand
  class_median,    ///< the median of the chains of its class (chain_class) that have a share of their own and were not full
  stated_constant  ///< choice.new_chain_constant, or 0 by road: no chain of its class says anything
};
[[nodiscard]] std::string_view to_text(ConstantFrom from);

/// Utility constants by chain index, relative to the flow's main road chain, calibrated on base-year shares.
struct ChoiceConstants {
  std::vector<double> of_chain;
  /// By chain index: part of the wishes while open. Not: a chain with base share 0 that was open in the base year (nobody chose it);
  /// the re-split may still use it.
  std::vector<bool> in_choice;
  std::vector<ConstantFrom> from;    ///< by chain index
  std::vector<std::size_t> samples;  ///< by chain index: how many constants the median is of; 0 without one
  /// By chain index: the share that the constants give in the state to which they are fitted. The base share; where a siding, track or
  /// section was full it only says what fitted, and the wish stands choice.latent_demand above it.
  std::vector<double> wish_share;
  std::vector<Id<Chain>> left_out;  ///< rail side at capacity in the base year: not part of the class medians, listed
  /// Base share 0: class median (or, by rail, choice.new_chain_constant; else 0). Belts and pipes too: the base year does not know which of
  /// them the measures of a run will open.
  std::vector<Id<Chain>> assumed;
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

/// Chains with a base share whose flow asked in the base year for all that a siding, track or section of it could take, or more.
[[nodiscard]] std::vector<Id<Chain>> at_capacity_in_base_year(const World& world);

}  // namespace railshift::rules
