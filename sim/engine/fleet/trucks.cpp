#include "sim/engine/fleet/trucks.hpp"

#include "sim/core/contract.hpp"
#include "sim/kernel/calendar.hpp"

namespace railshift::engine {

TruckIndex Trucks::add(const Truck& truck, std::optional<std::uint64_t> identity) {
  const TruckIndex i = size();
  RAILSHIFT_EXPECTS(i < kernel::Key::kMaxIndex, "a run has fewer than half a million pool trucks");
  trucks_.push_back(truck);
  records_.push_back({identity.value_or(unregistered_identity(i)), {}});
  return i;
}

}  // namespace railshift::engine
