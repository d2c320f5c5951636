#include "sim/rules/register/retire_orders.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/owner_response.hpp"
#include "sim/rules/register/purchase.hpp"

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

/// The first replacement of a truck of this segment and size that falls under the order again, registered from `first` on.
std::optional<Repetition> repetition(const World& world, const Measure& measure, const RegisterRow& row, Date first) {
  const auto& order = *policy::as<RetireOrder>(measure);
  const auto burns = powertrain_set(order.powertrains);
  const Showroom showroom(world, 0);
  for (Date day = first; day < world.settings.end; day = make_date(year_of(day) + 1, 1, 1)) {
    const Buyer buyer{0, 0, 0, row.segment, row.vehicle_type, day};
    for (const Powertrain powertrain : showroom.on_offer(buyer)) {
      const AccessClass bought = new_access(world, row.vehicle_type, powertrain, day);
      if (burns[static_cast<std::size_t>(powertrain)] && bought.standard <= order.up_to)
        return Repetition{world.measures.id_of(measure), row.segment, row.vehicle_type, bought, day};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Repetition> repetitions(const World& world) {
  std::vector<Repetition> found;
  for (const Measure& measure : world.measures) {
    const auto* order = policy::as<RetireOrder>(measure);
    if (order == nullptr || order->obedience <= 0.0) continue;
    const TruckScope scope(world, measure);
    const Date begin = std::max(measure.from, world.settings.start);
    const int lag = order->delivery_lag_days.value_or(static_cast<int>(std::lround(world.parameter("register.delivery_lag", begin))));
    std::set<std::pair<std::uint32_t, VehicleType>> seen;
    for (const RegisterRow& row : world.register_rows) {
      if (row.count <= 0 || !scope.holds(hash_text(row.id), row.segment, row.vehicle_type) ||
          !seen.emplace(row.segment.index, row.vehicle_type).second)
        continue;
      if (const auto again = repetition(world, measure, row, begin + lag)) {
        found.push_back(*again);
        break;
      }
    }
  }
  return found;
}

RetireOrders::RetireOrders(const World& world, std::uint32_t seed, Month month) : seed_(seed), end_(end_day(month)) {
  for (const Measure& measure : world.measures) {
    const auto* order = policy::as<RetireOrder>(measure);
    if (order == nullptr || measure.from >= end_) continue;
    orders_.push_back({world.measures.id_of(measure), hash_text(measure.id), measure.from, measure.due.value_or(measure.from),
                       order->delivery_lag_days, order->obedience, order->up_to, TruckScope(world, measure),
                       powertrain_set(order->powertrains)});
  }
}

bool RetireOrders::Order::covers(const RegisteredTruck& truck) const {
  const AccessClass access = truck.vehicle.access;
  return access.standard <= up_to && scope.holds(truck.row_hash, truck.segment, truck.vehicle.type) &&
         powertrains[static_cast<std::size_t>(access.powertrain)];
}

std::optional<Date> RetireOrders::removal(const Order& order, const RegisteredTruck& truck) const {
  const OwnerWords words = owner_words(seed_, order.hash, truck.row_hash, truck.ordinal);
  const OrderResponse owner = order_response(words, order.obedience, order.from, order.due);
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
      if (const auto day = removal(order, truck))
        due.removals.push_back({slot, *day, LeaveCause::retire_order, order.measure, order.lag_days});
    }
    due.in_scope.push_back(seen);
  }
  return due;
}

}  // namespace railshift::rules
