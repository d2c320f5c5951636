#pragma once
/// Retire orders: owners of trucks at or below a standard remove them, each by a day of its own.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/register/removals.hpp"

namespace railshift::rules {

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
    int lag_days = 0;
    double obedience = 1.0;
    Standard up_to = Standard::china3;
    std::vector<bool> segments;
    std::array<bool, kPowertrains> powertrains{};
    [[nodiscard]] bool covers(const RegisteredTruck& truck) const;
  };
  [[nodiscard]] std::optional<Date> removal(const Order& order, const RegisteredTruck& truck) const;

  std::uint32_t seed_;
  Date end_;
  std::vector<Order> orders_;
};

}  // namespace railshift::rules
