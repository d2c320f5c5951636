#include "sim/rules/orders.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/core/draw.hpp"

namespace railshift::rules {
namespace {

OrderResponse response(const OwnerWords& words, double obedience, Date from, Date due, int lag_days) {
  const int window = std::max(0, due - from) + 1;
  const int offset = static_cast<int>(to_uniform(words[1]) * window);
  return {to_uniform(words[0]) < obedience, from + (offset + lag_days)};
}

std::array<bool, kPowertrains> powertrain_set(const std::vector<Powertrain>& listed) {
  std::array<bool, kPowertrains> set{};
  for (const Powertrain p : {Powertrain::diesel, Powertrain::gasoline, Powertrain::gas, Powertrain::methanol}) {
    set[static_cast<std::size_t>(p)] = listed.empty();
  }
  for (const Powertrain p : listed) set[static_cast<std::size_t>(p)] = true;
  return set;
}

}  // namespace

OwnerWords owner_words(std::uint32_t seed, std::uint64_t measure_hash, std::uint64_t row_hash, std::uint32_t ordinal, std::uint32_t block) {
  // Multiplying by an odd constant keeps (row, measure) and (measure, row) apart.
  const std::uint64_t id = row_hash ^ (measure_hash * 0x9E3779B97F4A7C15ULL);
  return draw_block(seed, Purpose::owner_compliance, id, ordinal, block);
}

std::vector<bool> segment_set(const World& world, const std::vector<Id<Segment>>& listed) {
  std::vector<bool> set(world.segments.size(), listed.empty());
  for (const Id<Segment> segment : listed) set[segment.index] = true;
  return set;
}

OrderResponse order_response(std::uint32_t seed, const std::string& measure_id, const RegisteredTruck& truck, double obedience, Date from,
                             Date due, int lag_days) {
  return response(owner_words(seed, hash_text(measure_id), truck.row_hash, truck.ordinal), obedience, from, due, lag_days);
}

RetireOrders::RetireOrders(const World& world, std::uint32_t seed, Month month) : seed_(seed), end_(end_day(month)) {
  for (const Measure& measure : world.measures) {
    const auto* order = std::get_if<RetireOrder>(&measure.body);
    if (order == nullptr || measure.from >= end_) continue;
    orders_.push_back({hash_text(measure.id), measure.from, measure.due.value_or(measure.from), order->delivery_lag_days, order->obedience,
                       order->up_to, segment_set(world, order->segments), powertrain_set(order->powertrains)});
  }
}

std::optional<Date> RetireOrders::removal(const RegisteredTruck& truck) const {
  std::optional<Date> earliest;
  for (const Order& order : orders_) {
    const AccessClass access = truck.vehicle.access;
    if (access.standard > order.up_to || !order.segments[truck.segment.index]) continue;
    if (!order.powertrains[static_cast<std::size_t>(access.powertrain)]) continue;
    const OwnerWords words = owner_words(seed_, order.hash, truck.row_hash, truck.ordinal);
    const OrderResponse owner = response(words, order.obedience, order.from, order.due, order.lag_days);
    if (owner.obeys && owner.removal < end_ && (!earliest || owner.removal < *earliest)) earliest = owner.removal;
  }
  return earliest;
}

Month snapshot_month(Date base_date) { return month_of(base_date + 1); }

FrozenBase take_snapshot(const World& world, const Measure& measure, const FrozenBaseOrder& order, std::uint32_t seed,
                         const Register& reg) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;  // draw, slot
  const std::string key =
      "frozen/" + world.segments[order.segment].id + '/' + std::string(to_text(order.standard)) + '/' + to_string(order.base_date);
  const std::uint64_t hash = hash_text(key);
  for (std::uint32_t slot = 0; slot < reg.trucks.size(); ++slot) {
    const RegisteredTruck& truck = reg.trucks[slot];
    if (!truck.present || truck.segment != order.segment || truck.vehicle.access.standard != order.standard) continue;
    ranked.emplace_back(owner_words(seed, hash, truck.row_hash, truck.ordinal)[0], slot);
  }
  std::sort(ranked.begin(), ranked.end());
  FrozenBase base;
  base.measure = measure.id;
  for (const auto& [draw, slot] : ranked) {
    base.slots.push_back(slot);
    base.generation.push_back(reg.trucks[slot].generation);
  }
  return base;
}

std::optional<Date> frozen_removal(const FrozenBaseOrder& order, Date from, std::size_t base, std::size_t rank) {
  std::size_t done = 0;
  Date last = from - 1;
  for (const RequiredStep& step : order.steps) {
    // Rounded up, so that at full obedience a demanded share is reached; the margin absorbs 0.3 x 10 = 3.0000000000000004.
    const double exact = step.level * order.obedience * static_cast<double>(base);
    const auto count = std::min(base, static_cast<std::size_t>(std::ceil(std::max(0.0, exact - 1e-9))));
    if (rank < count) {
      const double part = static_cast<double>(rank - done + 1) / static_cast<double>(count - done);
      return last + static_cast<int>(std::ceil(part * std::max(0, step.due - last) - 1e-9));
    }
    done = std::max(done, count);
    last = std::max(last, step.due);
  }
  return std::nullopt;
}

}  // namespace railshift::rules
