#pragma once
/// Named sets of registered trucks across segments: operating or all, heavy or medium. A target names one in its scope, `segment =
/// "*operating_heavy"`.
#include <span>
#include <string_view>

#include "sim/core/language.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift {

struct TruckSet {
  std::string_view name;  ///< with its star
  Words words;
  bool operating_only = false;
  bool heavy = true;
  bool medium = true;
  bool light_and_mini = true;
  /// Whether a truck of a segment of this use and of this size belongs to the set.
  [[nodiscard]] bool holds(Use use, VehicleType type) const;
};

/// The closed list: *operating, *heavy, *medium, *heavy_medium, *operating_heavy, *operating_medium, *operating_heavy_medium.
[[nodiscard]] std::span<const TruckSet> truck_sets();
/// The set of a name with its star; nothing for any other text.
[[nodiscard]] const TruckSet* truck_set_named(std::string_view name);

}  // namespace railshift
