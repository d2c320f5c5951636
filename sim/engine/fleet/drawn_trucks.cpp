#include "sim/engine/fleet/drawn_trucks.hpp"

#include <algorithm>

#include "sim/core/draw.hpp"

namespace railshift::engine {

std::vector<std::uint32_t> in_drawn_order(const World& world, std::uint32_t seed, const Pool& pool, const Register& reg) {
  const TruckClass& cls = world.truck_classes[pool.truck_class];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> drawn;
  for (std::uint32_t s = 0; s < reg.trucks.size(); ++s) {
    const RegisteredTruck& t = reg.trucks[s];
    if (t.segment != cls.segment) continue;
    drawn.emplace_back(draw_block(seed, Purpose::pool_member, t.row_hash, t.ordinal, 0)[0], s);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::uint32_t> slots;
  for (const auto& [word, slot] : drawn) slots.push_back(slot);
  return slots;
}

std::vector<std::uint32_t> DrawnTrucks::members(const Register& reg, std::int64_t most) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t s : slots_) {
    if (static_cast<std::int64_t>(found.size()) >= most) break;
    if (reg.trucks[s].present && reg.trucks[s].pool < 0) found.push_back(s);
  }
  return found;
}

std::optional<std::uint32_t> DrawnTrucks::next(const Register& reg, AccessMask admitted) {
  for (std::size_t looked = 0; looked < slots_.size(); ++looked) {
    const std::size_t at = (next_ + looked) % slots_.size();
    const RegisteredTruck& t = reg.trucks[slots_[at]];
    if (!t.present || t.pool >= 0 || !admitted.admits(t.vehicle.access)) continue;
    if (admitted.bits == AccessMask{}.bits) next_ = at;
    return slots_[at];
  }
  return std::nullopt;
}

EmissionClass unnamed_truck(const World& world, const Pool& pool) {
  return {world.truck_classes[pool.truck_class].vehicle_type, {Standard::china6, Powertrain::diesel}, Fault::sound};
}

std::vector<rules::AccessShare> hired_mix(const World& world, const Pool& pool, AccessMask admitted, Month month) {
  std::vector<rules::AccessShare> mix =
      rules::outside_shares(world, Owner::hired, world.truck_classes[pool.truck_class].vehicle_type, month);
  std::erase_if(mix, [&](const rules::AccessShare& s) { return !admitted.admits(s.access) || s.share <= 0.0; });
  return mix;
}

}  // namespace railshift::engine
