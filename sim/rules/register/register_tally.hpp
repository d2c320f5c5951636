#pragma once
/// The books of one register month, cell by cell: segment x vehicle type x access class.
#include <cstddef>
#include <vector>

#include "sim/model/state.hpp"

namespace railshift::rules {

class RegisterCells {
 public:
  explicit RegisterCells(std::size_t segments);
  [[nodiscard]] RegisterTally& at(Id<Segment> segment, const EmissionClass& vehicle) {
    return cells_[(segment.index * std::size_t{kVehicleTypes} + static_cast<std::size_t>(vehicle.type)) * kAccessClasses +
                  vehicle.access.index()];
  }
  /// Counts the present trucks of every cell into `open` or `close`.
  void count(const Register& reg, std::int64_t RegisterTally::*into);
  /// Cells that have trucks or changes, in key order. Promise: open + joined - left = close in every one.
  [[nodiscard]] std::vector<RegisterTally> tallies() const;

 private:
  static constexpr std::size_t kAccessClasses = 64;
  std::vector<RegisterTally> cells_;
};

}  // namespace railshift::rules
