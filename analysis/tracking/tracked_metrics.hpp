#pragma once
/// Which figures follow from counted months, and those figures of a ledger.
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/model/target.hpp"

namespace railshift::analysis {

/// What a target's figure is made of.
enum class MadeOf : std::uint8_t {
  tonnes,          ///< of chains: rail.csv, gate.csv
  station_tonnes,  ///< of trains at stations: rail.csv
  stock,           ///< of the register: register.csv, cancellations.csv
  cancellations,   ///< of a frozen base: cancellations.csv
  other            ///< not of what is counted by the month here
};
[[nodiscard]] MadeOf made_of(const Target& target);
/// The files that tell it; empty for `other`.
[[nodiscard]] std::string_view files_of(MadeOf figure);

/// Last month of the judged period.
[[nodiscard]] Month judged_month(const Target& target);
/// Whether the target compares its year with the base year.
[[nodiscard]] bool grows(const Target& target);
/// What all of it is in the target's unit if that is one of shares: 100 of "%", else 1. Nothing of other units.
[[nodiscard]] std::optional<double> whole_of(const Target& target);

/// reported_months and the families that the targets need, of a ledger that holds what counted months are made of.
[[nodiscard]] MetricTable tracked_metrics(const World& world, const ledger::Ledger& ledger, const std::vector<const Target*>& targets);
/// Years whose rows the figures of the targets need: those judged, of a growth the base year too.
[[nodiscard]] std::set<int> years_of(const World& world, const std::vector<const Target*>& targets);

}  // namespace railshift::analysis
