#pragma once
/// The month as the railway works it: wishes, request, acceptance, re-split. Pure: world, book, month -> plan.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/reason.hpp"
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/flow_rates.hpp"
#include "sim/rules/leg_distances.hpp"

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
/// Inverts the nested logit at the costs of January of the base year with prior delays, so that wishes at those costs are the base shares.
[[nodiscard]] ChoiceConstants calibrate(const World& world, const LegDistances& distances);

/// What the choice of a month rests on besides the world: constants, and the distances on the roads of the day.
struct Choice {
  const ChoiceConstants& constants;
  const LegDistances& distances;
};

/// Cost the shipper sees, yuan a tonne: haul price + charges + value of time x (hours + published delay of sidings and lines) + duty price
/// of the firms at both ends on truck-only chains of bulk goods that are not dangerous. `book` gives delays, duty prices and the road-rate
/// factor of scarcity.
[[nodiscard]] YuanPerTonne generalised_cost(const World& world, const LegDistances& distances, const Chain& chain, const MonthBook& book,
                                            Month month);

/// Nested logit (road | rail nests) over the chains of one flow that are open and in the choice set; belt and pipe take their base share
/// first. Returns shares by position in World::chains_of(flow), summing to 1. If no chain is open, all is wished on the chain on which it
/// waits.
[[nodiscard]] std::vector<double> wish_shares(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month);

/// kg by chain and by reason.
struct FlowPlan {
  Id<Flow> flow;
  Kilograms offered;
  /// By position in chains_of(flow). wished and planned each sum to offered. requested and accepted are of rail chains only (承认率 is
  /// their ratio): requested = wished, accepted = what the first acceptance gives; planned adds what the re-split and the road take.
  std::vector<std::int64_t> wished, requested, accepted, planned;
  std::array<std::int64_t, kReasons> reasons{};  ///< sum = planned by truck-only chains
};
struct MonthPlan {
  std::vector<FlowPlan> flows;  ///< by flow index
  /// Capacity and request of every siding, loading-track group and section direction: for the report and elasticities. `accepted` counts
  /// both acceptances. A section counts slots; its capacity in kg is at the mean train load of what was requested.
  struct Limit {
    std::string what;
    std::int64_t capacity_kg;
    std::int64_t requested_kg;
    std::int64_t accepted_kg;
  };
  std::vector<Limit> limits;
};

/// `offered` kg by flow index (with what is carried over). Capacity net of background by weighted max-min (equal weights within a priority
/// class); what was not accepted is split again over the other open chains, up to their remaining capacity, the rest by road; a flow
/// without any road chain keeps its refused tonnes on its best chain and they wait.
[[nodiscard]] MonthPlan plan_month(const World& world, const Choice& choice, const std::vector<Kilograms>& offered, const MonthBook& book,
                                   Month month);

/// Capacity of one siding and month in kg: min(t_per_day x days, tracks x 24 h / train_hours x train load x days), from the share of days
/// in service.
[[nodiscard]] Kilograms siding_capacity(const World& world, Id<Siding> siding, Month month);
/// Path slots of a section in one direction that background trains leave free in a month.
[[nodiscard]] std::int64_t free_slots(const World& world, const RailSection& section, Month month);

}  // namespace railshift::rules
