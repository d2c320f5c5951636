#pragma once
/// Retire orders: owners of trucks at or below a standard remove them, each on a day of its own from `from` to `due`, so that at full
/// obedience none is left at 24:00 of `due`.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/register/removals.hpp"
#include "sim/rules/register/truck_scope.hpp"

namespace railshift::rules {

/// A replacement that falls under the order that brought it about, so that it would be removed again, and so on without end.
struct Repetition {
  Id<Measure> measure;
  Id<Segment> segment;
  VehicleType type = VehicleType::heavy;
  AccessClass bought;
  Date delivery;  ///< the first day found
};
/// The first such replacement of every retire order that somebody obeys: of the trucks that the register has in its scope of segments and
/// sizes, with every powertrain on offer on the first day on which a replacement can be registered and on 1 January of the years after it.
[[nodiscard]] std::vector<Repetition> repetitions(const World& world);

/// The retire orders that may bind in a month: from < end of the month.
class RetireOrders {
 public:
  RetireOrders(const World& world, std::uint32_t seed, Month month);
  /// The earliest removal day any order gives this truck, if it falls before the end of the month. An order without `due` is due on its
  /// `from`.
  [[nodiscard]] std::optional<Date> removal(const RegisteredTruck& truck) const;
  /// What the orders demand of the trucks that are present.
  [[nodiscard]] DueRemovals due(const Register& reg) const;

 private:
  struct Order {
    Id<Measure> measure;
    std::uint64_t hash = 0;
    Date from;
    Date due;
    std::optional<int> lag_days;
    double obedience = 1.0;
    Standard up_to = Standard::china3;
    TruckScope scope;
    std::array<bool, kPowertrains> powertrains{};
    [[nodiscard]] bool covers(const RegisteredTruck& truck) const;
  };
  [[nodiscard]] std::optional<Date> removal(const Order& order, const RegisteredTruck& truck) const;

  std::uint32_t seed_;
  Date end_;
  std::vector<Order> orders_;
};

}  // namespace railshift::rules
