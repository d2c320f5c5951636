#pragma once
/// Figures of stations, pools and stocks over the replications of a run.
#include <string>
#include <vector>

namespace railshift::analysis {

/// The rows of all replications of one table: stations.csv, pools.csv, stocks.csv, funnel.csv or boxes.csv.
struct OperationsCsv {
  std::string name;  ///< "stations", "pools", "stocks"
  std::string text;
};

/// operations.csv: table, subject (station, pool or place), kind, owner, commodity, period, figure (a column of the table), n, mean, sd,
/// low, high, as in Spread. A cell that is empty in a replication is left out of n. Throws std::runtime_error if a cell is no number.
[[nodiscard]] std::string over_replications(const std::vector<OperationsCsv>& tables);

}  // namespace railshift::analysis
