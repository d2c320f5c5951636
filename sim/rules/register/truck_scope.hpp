#pragma once
/// Of which trucks an order speaks.
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "sim/model/vehicle.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// The segments, size classes, uses and counties that an order lists, looked up by truck. An empty list means all. Where it asks by a
/// figure of counties, that of its first day counts: whom an order meant when it was given stays bound.
class TruckScope {
 public:
  /// `measure`: a kind with segments, vehicle_types, uses and conditions on counties; any other scope holds nothing.
  TruckScope(const World& world, const Measure& measure);
  /// `row`: hash of the id of the register row that the truck, or the one that it replaces, stands in.
  [[nodiscard]] bool holds(std::uint64_t row, Id<Segment> segment, VehicleType type) const {
    return segments_[segment.index] && types_[static_cast<std::size_t>(type)] && (!rows_ || rows_->contains(row));
  }

 private:
  std::vector<bool> segments_;
  std::array<bool, kVehicleTypes> types_{};
  std::optional<std::set<std::uint64_t>> rows_;  ///< absent: trucks of all counties
};

}  // namespace railshift::rules
