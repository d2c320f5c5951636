#pragma once
/// Rail wishes of a year and why they differ from base shares.
#include <array>
#include <map>
#include <string>

#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/period.hpp"
#include "sim/rules/rail/drift.hpp"

namespace railshift::analysis {

/// Tonnes of a year wished by rail.
struct RailWishes {
  std::optional<MonthsRun> months;  ///< of the year
  double wished = 0.0;
  std::array<double, rules::kDriftCauses>
      brought{};  ///< by cause, in the order in which they are let in; base_shares: what they give alone
  [[nodiscard]] double brought_by(rules::DriftCause cause) const { return brought[static_cast<std::size_t>(cause)]; }
};

/// By year; of years that the table has.
[[nodiscard]] std::map<std::string, RailWishes> rail_wishes(const MetricTable& table);

}  // namespace railshift::analysis
