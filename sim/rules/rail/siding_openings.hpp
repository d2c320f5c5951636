#pragma once
/// When a siding enters service, and by whose doing.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/policy/effect.hpp"

namespace railshift::rules {

struct Opening {
  Date day;
  std::optional<Id<Measure>> by;  ///< absent: its own in_service
};

/// The day from which a siding can be used: its own in_service, or the earliest siding_opens measure that names it (a measure replaces a
/// later or absent own date), but not before that measure's `from`; of several on one day the first by policy::goes_first. Nothing = never.
/// `without`: as if this measure were not there.
[[nodiscard]] std::optional<Opening> siding_opening(const World& world, Id<Siding> siding, std::optional<Id<Measure>> without = {});

/// siding_used, kg, of every siding_opens measure that is in force in the month. `kg_through`: loaded or unloaded in the month, by siding
/// index. in_scope: all of it. acted: the same if this measure opened the siding. changed: the same if the siding would otherwise have been
/// out of service on the first day of the month.
[[nodiscard]] std::vector<policy::Effect> siding_effects(const World& world, Month month, const std::vector<std::int64_t>& kg_through);

}  // namespace railshift::rules
