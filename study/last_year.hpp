#pragma once
/// Until when a run is of use.
#include <optional>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::study {

/// The first day after the year in which the last of these days lies, or `until` or the scenario's end if they come first. Never before
/// the end of the scenario's first year but for them: a run has a month at least.
[[nodiscard]] Date end_of_last_year(const World& world, const std::vector<Date>& days, const std::optional<Date>& until);

}  // namespace railshift::study
