#pragma once
/// What no single cell can violate: sums, connections, order of days, completeness, balances.
#include "sim/scenario/readings.hpp"
#include "sim/scenario/settings.hpp"

namespace railshift::scenario {

/// What the checks look at. Rows that are not sound take no part in sums.
struct Sources {
  const RawTables& raw;
  const Readings& rows;
  const World& world;
  const SettingsRow& settings;
  bool period_is_known = true;  ///< start, end and base_year could be read
};

/// Rows of one id that must agree, first dates, days in the wrong order.
void check_rows(const Sources& s, Decoder& decoder);
/// Shares that sum to one or to no more than one.
void check_sums(const Sources& s, Decoder& decoder);
/// Legs connect, lines reach, sidings have a line.
void check_chains(const Sources& s, Decoder& decoder);
/// What happens at sites can happen: distributions, feedback, breakdowns, releases, closures, stockyards, hours.
void check_operations(const Sources& s, Decoder& decoder);
/// Everything the program looks up is there: values, pools, curves, factors.
void check_completeness(const Sources& s, Decoder& decoder);
/// The flow system is solvable and every inside site closes to 0 kg. Precondition: the tables behind it are free of problems.
void check_balances(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
