#pragma once
/// What roads, railway sections, sidings and firms carry, by month and year, from a run's ledger: the figures of maps.
#include <optional>
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// A figure by row of a table (link, section, siding, firm: by index) and period.
struct LoadTable {
  std::vector<std::string> periods;                      ///< years, then their months: 2023, 2024, 2023-01 ...
  std::vector<std::vector<std::optional<double>>> rows;  ///< [index][period]; nothing: not open, or nothing to be said
};

/// Reported years and months of a run.
[[nodiscard]] std::vector<std::string> load_periods(const World& world, const ledger::Ledger& ledger);

/// Trucks a day and link, all owners, loaded and empty, both directions: vehicles of the period over its days. Nothing of a link that is
/// not open on any day of the period.
[[nodiscard]] LoadTable trucks_on_links(const World& world, const ledger::Ledger& ledger);
/// Plan - baseline of the same periods and rows; nothing where one has nothing.
[[nodiscard]] LoadTable difference(const LoadTable& plan, const LoadTable& baseline);

/// Tonnes a day that trains of the modelled flows carry over each section, both directions: departed tonnes of its chains over the days.
[[nodiscard]] LoadTable tonnes_on_sections(const World& world, const ledger::Ledger& ledger);
/// Loaded and unloaded tonnes over the stated capacity of each siding, 0..1 (1: full), days in service alone; nothing before it opens.
[[nodiscard]] LoadTable siding_loads(const World& world, const ledger::Ledger& ledger);

/// Rail share of each listed firm at its gates, rail / (rail + road), years alone; nothing of firms that are not listed or moved nothing.
[[nodiscard]] LoadTable firm_rail_shares(const World& world, const MetricTable& metrics, const std::vector<std::string>& periods);

}  // namespace railshift::analysis
