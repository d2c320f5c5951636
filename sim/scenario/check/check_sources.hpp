#pragma once
/// What the checks of a whole scenario look at.
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/tables/readings.hpp"

namespace railshift::scenario {

/// Rows that are not sound take no part in sums.
struct Sources {
  const RawTables& raw;
  const Readings& rows;
  const World& world;
  const SettingsRow& settings;
  bool period_is_known = true;  ///< start, end and base_year could be read
};

}  // namespace railshift::scenario
