#pragma once
/// Figures over the replications of a run: what the seed alone moves.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/metrics/metrics.hpp"

namespace railshift::analysis {

/// A figure over the replications that have it.
struct Spread {
  int n = 0;
  double mean = 0.0;
  /// Standard deviation of one replication, and the 95 % confidence interval of the mean, mean -+ t(n - 1) sd / sqrt(n) with Student's t;
  /// nothing for a single replication.
  std::optional<double> sd, low, high;
};
/// Precondition: at least one value.
[[nodiscard]] Spread spread_of(const std::vector<double>& values);

class CsvText;
/// How a spread stands in a row: these columns, filled by add_spread.
inline constexpr std::array<std::string_view, 5> kSpreadColumns{"n", "mean", "sd", "low", "high"};
void add_spread(CsvText& csv, const Spread& spread);

/// One figure of metrics.csv.
struct ReplicatedFigure : Spread {
  MetricRow key;  ///< its metric, scope, period and unit; the rest is not used
};

/// In the order of metrics.csv, one table a replication.
[[nodiscard]] std::vector<ReplicatedFigure> over_replications(const std::vector<MetricTable>& replications);

/// metric, scope fields, period, unit, n, mean, sd, low, high.
[[nodiscard]] std::string to_csv(const std::vector<ReplicatedFigure>& figures);

}  // namespace railshift::analysis
