#pragma once
/// Frozen bases: the stock of one day, in drawn order, and how much of it has left.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/frozen_base_order.hpp"
#include "sim/rules/register/departures.hpp"
#include "sim/rules/register/register_book.hpp"
#include "sim/rules/register/removals.hpp"

namespace railshift::rules {

/// The month at whose start the base stands: the stock at 24:00 of the base date, or the last month start before.
[[nodiscard]] Month snapshot_month(Date base_date);
/// Present trucks of the segment at exactly the standard (and powertrain, if the order names one), ranked by draw (owner_words, word 0),
/// ties by slot. The rank belongs to the base (segment, standard, powertrain, base date), not to the measure: of two orders on one base the
/// later one counts what the earlier one has removed.
[[nodiscard]] FrozenBase take_snapshot(const RegisterWorld& world, const Measure& measure, const FrozenBaseOrder& order, std::uint32_t seed,
                                       const Register& reg);
/// The day by which the truck at a rank (from 0) must have left; nothing for ranks beyond the last level x obedience x base (rounded up).
/// Step k spreads its ranks evenly over (due of the step before, or the day before `from`; due of step k].
[[nodiscard]] std::optional<Date> frozen_removal(const FrozenBaseOrder& order, Date from, std::size_t base, std::size_t rank);

/// Takes the snapshots that are due, then lists who must go before the end of the month and still stands.
[[nodiscard]] DueRemovals frozen_dues(const World& world, std::uint32_t seed, Month month, const Register& reg, RegisterBook& book);
/// Counts the trucks of the bases that leave this month by an order on a frozen base. `reg`: before anybody has left.
void note_ordered(const Departures& departures, const Register& reg, RegisterBook& book);
/// Base and departures of every measure with a snapshot, from the month of its `from` on.
[[nodiscard]] std::vector<FrozenTally> frozen_tallies(const PolicyWorld& world, Month month, const Register& reg, const RegisterBook& book);

}  // namespace railshift::rules
