#pragma once
/// The nested logit behind wishes and re-splits.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/rules/rail/calibration.hpp"

namespace railshift::rules {

/// What the choice of a month rests on besides the world: constants, and the distances on the roads of the day.
struct Choice {
  const ChoiceConstants& constants;
  const LegDistances& distances;
  std::optional<Month> prices_of = {};  ///< the month whose dated prices and coefficients count; absent: the month of the choice
};

/// What can carry goods in the month: chain_open, and an open road for each of its truck legs on the day of the distances.
[[nodiscard]] bool is_open(const World& world, const Choice& choice, Id<Chain> chain, Month month);

/// A belt or pipe that a measure opens stands in a nest of its own.
enum class Nest : std::uint8_t { road, rail, belt };

/// One alternative of a choice: where it stands among the flow's chains, and its utility.
struct Alternative {
  std::size_t position = 0;
  Nest nest = Nest::road;
  double utility = 0.0;
};

/// Shares by position of `alternatives`: within a nest by exp(V / scale), between nests by exp(scale x ln sum exp(V / scale)).
[[nodiscard]] std::vector<double> nested_logit(const std::vector<Alternative>& alternatives, double scale);

/// cost coefficient x generalised cost + constant
[[nodiscard]] double utility_of(const World& world, const Choice& choice, Id<Chain> chain, const MonthBook& book, Month month);

[[nodiscard]] Nest nest_of(const Chain& chain);

/// Where a flow's tonnes stand when nothing can carry them, by position: its first truck-only chain, else the chain of highest utility.
[[nodiscard]] std::size_t waiting_position(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month);

/// What the shippers of one flow wish, by position in World::chains_of(flow).
struct FlowWish {
  std::vector<double> shares;  ///< sum to 1
  /// Of the shares on truck-only chains, what an admission lets go by new-energy trucks alone, by position. Empty: no admission does.
  std::vector<double> clean_trucks{};
  double not_contracted = 0.0;  ///< of the shares on truck-only chains: tonnes that may not consider some open chain yet (adoption.hpp)
};

/// FlowWish::clean_trucks of `wished` kilograms by position, rounded down. Empty: no admission binds any.
[[nodiscard]] std::vector<std::int64_t> clean_truck_kg(const FlowWish& wish, const std::vector<std::int64_t>& wished);

/// Chains of the logit that the admission of the book accepts for the flow in the month, by position; empty: no open one, so that nobody
/// can be bound.
[[nodiscard]] std::vector<Id<Chain>> admitted(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month);

/// Chains of the logit that are open in the month, belts and pipes of the base year aside, by position.
[[nodiscard]] std::vector<Id<Chain>> open_choice(const World& world, const Choice& choice, Id<Flow> flow, Month month);

/// Nested logit (road | rail | belt nests) over the chains of one flow that are open and in the choice set; belts and pipes of the base
/// year take their base share first. The share that an admission of the book binds chooses among accepted chains alone, if one is open.
/// Tonnes without a contract for a chain of what is new choose among the others; where there are none, among all. If no chain is open, all
/// is wished on the chain on which it waits.
[[nodiscard]] FlowWish flow_wish(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month);
/// Its shares alone.
[[nodiscard]] std::vector<double> wish_shares(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month);

}  // namespace railshift::rules
