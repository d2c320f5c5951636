#include "sim/rules/register/retire_orders.hpp"

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/owner_response.hpp"

namespace railshift::rules {
namespace {

std::array<bool, kPowertrains> powertrain_set(const std::vector<Powertrain>& listed) {
  std::array<bool, kPowertrains> set{};
  for (const Powertrain p : {Powertrain::diesel, Powertrain::gasoline, Powertrain::gas, Powertrain::methanol}) {
    set[static_cast<std::size_t>(p)] = listed.empty();
  }
  for (const Powertrain p : listed) set[static_cast<std::size_t>(p)] = true;
  return set;
}

}  // namespace

RetireOrders::RetireOrders(const World& world, std::uint32_t seed, Month month) : seed_(seed), end_(end_day(month)) {
  for (const Measure& measure : world.measures) {
    const auto* order = policy::as<RetireOrder>(measure);
    if (order == nullptr || measure.from >= end_) continue;
    orders_.push_back({world.measures.id_of(measure), hash_text(measure.id), measure.from, measure.due.value_or(measure.from),
                       order->delivery_lag_days, order->obedience, order->up_to, segment_set(world, order->segments),
                       powertrain_set(order->powertrains)});
  }
}

bool RetireOrders::Order::covers(const RegisteredTruck& truck) const {
  const AccessClass access = truck.vehicle.access;
  return access.standard <= up_to && segments[truck.segment.index] && powertrains[static_cast<std::size_t>(access.powertrain)];
}

std::optional<Date> RetireOrders::removal(const Order& order, const RegisteredTruck& truck) const {
  const OwnerWords words = owner_words(seed_, order.hash, truck.row_hash, truck.ordinal);
  const OrderResponse owner = order_response(words, order.obedience, order.from, order.due, order.lag_days);
  return owner.obeys && owner.removal < end_ ? std::optional(owner.removal) : std::nullopt;
}

std::optional<Date> RetireOrders::removal(const RegisteredTruck& truck) const {
  std::optional<Date> earliest;
  for (const Order& order : orders_) {
    if (!order.covers(truck)) continue;
    const auto day = removal(order, truck);
    if (day && (!earliest || *day < *earliest)) earliest = day;
  }
  return earliest;
}

DueRemovals RetireOrders::due(const Register& reg) const {
  DueRemovals due;
  for (const Order& order : orders_) {
    InScope seen{order.measure, 0};
    for (std::uint32_t slot = 0; slot < reg.trucks.size(); ++slot) {
      const RegisteredTruck& truck = reg.trucks[slot];
      if (!truck.present || !order.covers(truck)) continue;
      ++seen.trucks;
      if (const auto day = removal(order, truck)) due.removals.push_back({slot, *day, LeaveCause::retire_order, order.measure});
    }
    due.in_scope.push_back(seen);
  }
  return due;
}

}  // namespace railshift::rules
