#pragma once
/// The month as the railway works it: wishes, request, acceptance, re-split. Pure: world, book, month -> plan.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/reason.hpp"
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/choice.hpp"

namespace railshift::rules {

/// kg by chain and by reason.
struct FlowPlan {
  Id<Flow> flow;
  Kilograms offered;
  /// By position in chains_of(flow). wished and planned each sum to offered. requested and accepted are of chains with a capacity, by
  /// rail or by a new belt or pipe (承认率 is their ratio by rail): requested = wished, accepted = what the first acceptance gives; planned
  /// adds what the re-split and the road take.
  std::vector<std::int64_t> wished, requested, accepted, planned;
  std::array<std::int64_t, kReasons> reasons{};  ///< sum = planned by truck-only chains
  /// By position: goods of this month and of those before that no limit lets on, on a chain of a flow that has no other; they ask again
  /// next month. Empty: none.
  std::vector<std::int64_t> waits{};
  std::vector<std::string> held_by{};  ///< by position, where goods wait: the limit that is full, as in Limit::what, or road:<site>
  /// What waited on a rail chain before this month and goes by road now, because there is one: positions and kg. Not part of planned.
  struct Move {
    std::size_t from = 0;
    std::size_t to = 0;
    std::int64_t kg = 0;
  };
  std::vector<Move> moved{};
  /// By position: of what is wished on a truck-only chain, what an admission binds to new-energy trucks, whole kilograms. Empty: nothing.
  std::vector<std::int64_t> clean_trucks{};
};
struct MonthPlan {
  std::vector<FlowPlan> flows;  ///< by flow index
  /// Capacity and request of every siding, loading-track group, section direction and new belt or pipe: for the report and elasticities.
  /// `accepted` counts both acceptances. A section counts slots; its capacity in kg is at the mean train load of what was requested.
  struct Limit {
    std::string what;
    std::int64_t capacity_kg;
    std::int64_t requested_kg;
    std::int64_t accepted_kg;
  };
  std::vector<Limit> limits;
  /// Background trains that have a rank, of each section and direction.
  struct Background {
    std::uint32_t section = 0;
    bool forward = true;
    double asked_per_day = 0.0;
    double let_on_per_day = 0.0;
  };
  std::vector<Background> background{};  ///< empty: none gives way to anything
};

/// `offered` kg by flow index. `waiting` kg by chain index: what the last plan left waiting (FlowPlan::waits); empty: nothing. Capacity net
/// of background by weighted max-min, rank by rank (capacity/precedence.hpp; without a measure all are of one rank and weight); what was
/// not accepted is split again over the other open chains, up to their remaining capacity, the rest by road; a flow without any open road
/// chain keeps its refused tonnes on its best chain, where they wait and ask again, with the wishes of later months, until they are let on
/// or a road opens. requested and accepted are of the month's own wishes.
[[nodiscard]] MonthPlan plan_month(const World& world, const Choice& choice, const std::vector<Kilograms>& offered, const MonthBook& book,
                                   Month month, const std::vector<std::int64_t>& waiting = {});

/// The month that comparisons are made in: `book` holds the prices of the month, `offered` is as in plan_month.
struct PricedMonth {
  const World& world;
  const Choice& choice;
  const std::vector<Kilograms>& offered;
  const MonthBook& book;
  Month month;
};
/// The same plan, were a measure that steps the capacity of the railway or orders its goods not there; prices and wishes are those of the
/// book.
[[nodiscard]] MonthPlan plan_month_without(const PricedMonth& priced, const std::vector<std::int64_t>& waiting, Id<Measure> without);

}  // namespace railshift::rules
