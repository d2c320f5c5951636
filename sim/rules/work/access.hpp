#pragma once
/// Who may enter: gate floors of firms by day.
#include <vector>

#include "sim/core/turns.hpp"
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// The access classes at or above a floor, plus every new-energy powertrain.
[[nodiscard]] AccessMask mask_of_floor(Standard floor);

/// The access classes that a truck leg takes; all of `any`.
[[nodiscard]] AccessMask mask_of_leg(LegTrucks trucks);

/// One floor in force at a gate.
struct FloorAtGate {
  Id<Measure> measure;
  AccessMask admits;
  bool obeyed = true;
  friend bool operator==(const FloorAtGate&, const FloorAtGate&) = default;
};

/// Gate rule of one site on a day.
struct GateRule {
  AccessMask lawful;    ///< what the floors in force admit; all bits if no rule binds the site's firm
  AccessMask enforced;  ///< what the floors that the firm obeys admit: a second rule that it ignores never lifts the first
  bool obeys = true;   ///< the firm obeys every floor (drawn once a measure and firm): if not, unlawful trucks enter, counted as violations
  bool bound = false;  ///< a rule is in force here
  std::vector<FloorAtGate> floors{};  ///< in text-id order of their measures
  /// What a dispatcher may send.
  [[nodiscard]] AccessMask admitted() const { return enforced; }
  friend bool operator==(const GateRule&, const GateRule&) = default;
};
/// By firm index, when the firm keeps a floor at all its gates inside the study area: from the first day of the floor on, where it is bound
/// and obeys, while the floor speaks of every one of its sites and, of a state rule, of the firm.
[[nodiscard]] std::vector<Turns> floor_kept(const World& world, std::uint32_t seed, const Measure& measure);

/// By site index. A floor is in force from its `from` on, at every site inside the study area of the firms it binds (named, or bound_firms
/// of duty.hpp) of which its other conditions hold on the day; a state rule of those that are in its state. `seed` draws obedience: u <
/// obedience with one u a measure and firm, so that a higher obedience never makes a firm stop obeying.
[[nodiscard]] std::vector<GateRule> gate_rules(const World& world, std::uint32_t seed, Date day);

/// The days of a month after its first on which some gate begins to let in others than the day before; ascending.
[[nodiscard]] std::vector<Date> gate_days(const World& world, std::uint32_t seed, Month month);

/// For whoever knows whole months only: the gates that stand on the day in the middle of the month.
[[nodiscard]] std::vector<GateRule> gate_rules_of_month(const World& world, std::uint32_t seed, Month month);

}  // namespace railshift::rules
