#include "sim/model/truck_set.hpp"

#include <algorithm>
#include <array>

#include "sim/core/contract.hpp"

namespace railshift {

bool TruckSet::holds(Use use, VehicleType type) const {
  if (operating_only && use != Use::operating) return false;
  switch (type) {
    case VehicleType::heavy:
      return heavy;
    case VehicleType::medium:
      return medium;
    case VehicleType::light:
    case VehicleType::mini:
      return light_and_mini;
  }
  RAILSHIFT_EXPECTS(false, "a vehicle type is of a set or not");
}

std::span<const TruckSet> truck_sets() {
  static const std::array<TruckSet, 7> sets{{
      {"*operating", {"营运货车", "operating trucks"}, true, true, true, true},
      {"*heavy", {"全部重型货车", "all heavy trucks"}, false, true, false, false},
      {"*medium", {"全部中型货车", "all medium trucks"}, false, false, true, false},
      {"*heavy_medium", {"全部中重型货车", "all heavy and medium trucks"}, false, true, true, false},
      {"*operating_heavy", {"重型营运货车", "heavy operating trucks"}, true, true, false, false},
      {"*operating_medium", {"中型营运货车", "medium operating trucks"}, true, false, true, false},
      {"*operating_heavy_medium", {"中重型营运货车", "heavy and medium operating trucks"}, true, true, true, false},
  }};
  return sets;
}

const TruckSet* truck_set_named(std::string_view name) {
  const auto sets = truck_sets();
  const auto at = std::find_if(sets.begin(), sets.end(), [name](const TruckSet& set) { return set.name == name; });
  return at == sets.end() ? nullptr : &*at;
}

}  // namespace railshift
