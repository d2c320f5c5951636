#pragma once
/// Orders to remove trucks: individual deadlines (RetireOrder) and cumulative shares of a frozen base (FrozenBaseOrder).
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/register_month.hpp"

namespace railshift::rules {

/// What one owner draws about one measure: Purpose::owner_compliance, id = row hash mixed with the measure's hash, number = ordinal,
/// block = 0 (the owner of a slot decides once) or the generation of the truck that is about to be bought.
using OwnerWords = std::array<std::uint32_t, 4>;
[[nodiscard]] OwnerWords owner_words(std::uint32_t seed, std::uint64_t measure_hash, std::uint64_t row_hash, std::uint32_t ordinal,
                                     std::uint32_t block = 0);

/// By segment index: is it listed? An empty list means all.
[[nodiscard]] std::vector<bool> segment_set(const World& world, const std::vector<Id<Segment>>& listed);

/// The retire orders that may bind in a month: from < end of the month.
class RetireOrders {
 public:
  RetireOrders(const World& world, std::uint32_t seed, Month month);
  /// The earliest removal day any order gives this truck, if it falls before the end of the month. An order without `due` is due on its
  /// `from`.
  [[nodiscard]] std::optional<Date> removal(const RegisteredTruck& truck) const;

 private:
  struct Order {
    std::uint64_t hash = 0;
    Date from;
    Date due;
    int lag_days = 0;
    double obedience = 1.0;
    Standard up_to = Standard::china3;
    std::vector<bool> segments;
    std::array<bool, kPowertrains> powertrains{};
  };
  std::uint32_t seed_;
  Date end_;
  std::vector<Order> orders_;
};

/// The month at whose start the base stands: the stock at 24:00 of the base date, or the last month start before.
[[nodiscard]] Month snapshot_month(Date base_date);
/// Present trucks of the segment at exactly the standard, ranked by draw (owner_words, word 0), ties by slot. The rank belongs to the base
/// (segment, standard, base date), not to the measure: of two orders on one base the later one counts what the earlier one has removed.
[[nodiscard]] FrozenBase take_snapshot(const World& world, const Measure& measure, const FrozenBaseOrder& order, std::uint32_t seed,
                                       const Register& reg);
/// The day by which the truck at a rank (from 0) must have left; nothing for ranks beyond the last level x obedience x base (rounded up).
/// Step k spreads its ranks evenly over (due of the step before, or the day before `from`; due of step k].
[[nodiscard]] std::optional<Date> frozen_removal(const FrozenBaseOrder& order, Date from, std::size_t base, std::size_t rank);

/// A slot whose frozen-base day falls before the end of the month and that still holds the base truck.
struct FrozenDue {
  std::uint32_t slot = 0;
  Date day;
};
/// Takes the snapshots that are due, then lists who must go this month, by slot, one entry a slot.
[[nodiscard]] std::vector<FrozenDue> frozen_dues(const World& world, std::uint32_t seed, Month month, const Register& reg,
                                                 RegisterBook& book);
/// Base and departures of every measure with a snapshot, from the month of its `from` on.
[[nodiscard]] std::vector<FrozenTally> frozen_tallies(const World& world, Month month, const Register& reg, const RegisterBook& book);

}  // namespace railshift::rules
