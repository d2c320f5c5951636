#include "sim/rules/register/register_tally.hpp"

#include <numeric>

#include "sim/core/contract.hpp"

namespace railshift::rules {

RegisterCells::RegisterCells(std::size_t segments) : cells_(segments * kVehicleTypes * kAccessClasses) {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    cells_[i].access = AccessClass::from_index(static_cast<unsigned>(i % kAccessClasses));
    cells_[i].vehicle_type = static_cast<VehicleType>(i / kAccessClasses % kVehicleTypes);
    cells_[i].segment = Id<Segment>{static_cast<std::uint32_t>(i / kAccessClasses / kVehicleTypes)};
  }
}

void RegisterCells::count(const Register& reg, std::int64_t RegisterTally::*into) {
  for (const RegisteredTruck& truck : reg.trucks) {
    if (truck.present) ++(at(truck.segment, truck.vehicle).*into);
  }
}

std::vector<RegisterTally> RegisterCells::tallies() const {
  std::vector<RegisterTally> used;
  for (const RegisterTally& cell : cells_) {
    const std::int64_t left = std::accumulate(cell.left.begin(), cell.left.end(), std::int64_t{0});
    RAILSHIFT_EXPECTS(cell.open + cell.joined - left == cell.close, "trucks at the start plus joined minus left are the trucks at the end");
    if (cell.open != 0 || cell.joined != 0 || left != 0) used.push_back(cell);
  }
  return used;
}

}  // namespace railshift::rules
