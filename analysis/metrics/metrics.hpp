#pragma once
/// Metrics: the ledger's sums as named figures with scope, numerator, denominator and standing. Reads World and Ledger only.
#include <optional>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// One figure. An empty scope field means all. What each member is, and in which column it stands: metric_columns.cpp.
struct MetricRow {
  std::string scenario, layer, variant;
  int replication = 1;
  std::string metric, firm, county, rail_station, commodity, haul_class, numerator_kind, basis, denominator_kind, direction, level, segment,
      standard, powertrain, ring;
  std::string period;  ///< 2024 or 2024-03
  std::string unit;
  double value = 0.0;
  std::optional<double> numerator, denominator;
  std::string standing;
  friend bool operator==(const MetricRow&, const MetricRow&) = default;
};
using MetricTable = std::vector<MetricRow>;

/// County of what lies inside the study area, or stands at a station, without one.
inline constexpr const char* kNoCounty = "*no_county";
/// County of what local trucks do beyond the gateways.
inline constexpr const char* kBeyond = "*beyond";

/// Who ran: copied into every row.
struct RunLabel {
  std::string scenario, layer, variant;
  int replication = 1;
};

/// All metrics of a run, in key order. Never reads World::targets.
[[nodiscard]] MetricTable measure(const World& world, const ledger::Ledger& ledger, const RunLabel& label);

/// CSV with a BOM, LF line ends, shortest round-trip numbers.
[[nodiscard]] std::string to_csv(const MetricTable& table);

}  // namespace railshift::analysis
