#pragma once
/// What `check` prints about a sound scenario.
#include <string>

#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::scenario {

using railshift::Language;

/// Balances per site and commodity (base year and last year), tonnes a year, trucks by standard, tonnes resting on published / derived /
/// assumed rows.
[[nodiscard]] std::string check_report(const World& world, Language language);

}  // namespace railshift::scenario
