#pragma once
/// The diversions of through traffic that a run knows, and since when each binds.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/through_diversion.hpp"

namespace railshift::rules {

struct Diversion {
  Id<Measure> measure;
  std::string name;  ///< the measure's id, for draws
  int ring = 1;
  double obedience = 1.0;
  Date start;               ///< the first day on which it binds
  std::uint32_t claim = 0;  ///< rank in claiming what several would have moved: the earlier start, then policy::goes_first
};

/// The day on which the last link of a road opens, long past if it was always there; nothing if no link is of that road
/// (policy::RoadOpening).
[[nodiscard]] std::optional<Date> road_opening(const RoadWorld& world, std::string_view road);

/// All diversions with a start, in text-id order of their measures: the order in which trips are asked whether they obey.
[[nodiscard]] std::vector<Diversion> diversions_of(const World& world);

}  // namespace railshift::rules
