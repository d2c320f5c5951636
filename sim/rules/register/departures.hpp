#pragma once
/// Who leaves the register in a month, by whose order, and what each of them buys instead. Working data of one month.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/measure.hpp"
#include "sim/model/reason.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::rules {

struct Departure {
  std::uint32_t slot = 0;
  LeaveCause cause = LeaveCause::aged;
  Date day;                                 ///< the removal
  Date delivery;                            ///< registration of the replacement: a delivery lag later
  Powertrain next = Powertrain::diesel;     ///< powertrain of the replacement
  std::optional<Id<Measure>> by{};          ///< whose order removes the truck
  std::optional<Id<Measure>> bought_for{};  ///< whose order decided `next`
};

/// The departures of one month, at most one a slot.
class Departures {
 public:
  explicit Departures(std::size_t slots) : place_(slots, 0) {}
  void add(const Departure& departure) {
    all_.push_back(departure);
    place_[departure.slot] = static_cast<std::uint32_t>(all_.size());
  }
  /// The departure of a slot, or nullptr.
  [[nodiscard]] const Departure* of(std::uint32_t slot) const { return place_[slot] == 0 ? nullptr : &all_[place_[slot] - 1]; }
  /// The replacement in this slot becomes another powertrain, for a measure. Precondition: the slot leaves.
  void buy_instead(std::uint32_t slot, Powertrain next, Id<Measure> measure) {
    Departure& departure = all_[place_[slot] - 1];
    departure.next = next;
    departure.bought_for = measure;
  }
  /// In the order in which they were added.
  [[nodiscard]] const std::vector<Departure>& all() const { return all_; }

 private:
  std::vector<Departure> all_;
  std::vector<std::uint32_t> place_;  ///< 1 + position in all_, 0 = stays
};

}  // namespace railshift::rules
