#pragma once
/// Ways that are no error, but hardly true or not always there: what `check` says at the end of its report.
#include <string>

#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::scenario {

/// Legs whose stated km are below 0.8 of the straight line (rules::too_short), truck legs that no open road serves from some later day of
/// the run on, and, where the city has a code (area_code), stations of sidings and yards that count for no city, having no county. Empty:
/// none.
[[nodiscard]] std::string way_warnings(const World& world, Language language);

}  // namespace railshift::scenario
