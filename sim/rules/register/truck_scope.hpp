#pragma once
/// Of which trucks an order speaks.
#include <algorithm>
#include <array>
#include <vector>

#include "sim/model/register_world.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::rules {

/// The segments, size classes and uses that an order lists, looked up by truck. An empty list means all.
class TruckScope {
 public:
  /// `Order`: a kind of measure with segments, vehicle_types and uses.
  template <class Order>
  TruckScope(const RegisterWorld& world, const Order& order) : segments_(world.segments.size(), order.segments.empty()) {
    for (const Id<Segment> segment : order.segments) segments_[segment.index] = true;
    const auto lists = [](const auto& list, auto value) {
      return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    for (const Segment& segment : world.segments) {
      if (!lists(order.uses, segment.use)) segments_[world.segments.id_of(segment).index] = false;
    }
    for (int t = 0; t < kVehicleTypes; ++t) types_[static_cast<std::size_t>(t)] = lists(order.vehicle_types, static_cast<VehicleType>(t));
  }
  [[nodiscard]] bool holds(Id<Segment> segment, VehicleType type) const {
    return segments_[segment.index] && types_[static_cast<std::size_t>(type)];
  }

 private:
  std::vector<bool> segments_;
  std::array<bool, kVehicleTypes> types_{};
};

}  // namespace railshift::rules
