#pragma once
/// The list of large shippers (名单).
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::rules {

/// The frozen list behind firm = "*over_threshold": industrial firms that move at least the threshold (in + out, all modes) in the calendar
/// year before the year of `as_of` (without `as_of`: in the base year). It depends on balances alone, so that it is the same list in the
/// baseline and in every plan. The threshold is the parameter `scope.over_threshold` (t a year; 150万吨 in four of
/// the five city plans). In order of ids.
[[nodiscard]] std::vector<Id<Firm>> listed_firms(const World& world);

}  // namespace railshift::rules
