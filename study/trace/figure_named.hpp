#pragma once
/// Which row of metrics.csv a user means.
#include <optional>
#include <string>
#include <vector>

#include "analysis/document/document_json.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/model/world.hpp"

namespace railshift::study::trace {

/// rail_share@2024;firm=fm-works;basis=gate - metric, period, scope.
[[nodiscard]] std::string figure_name(const analysis::MetricRow& row);

struct NamedFigure {
  const analysis::MetricRow* row = nullptr;  ///< of the first replication
  std::optional<Id<Target>> target;
};
/// `documents` are those of the result, if it has them. Throws Refused, with near names, if nothing or more than one row fits.
[[nodiscard]] NamedFigure figure_named(const std::string& name, const World& world, const analysis::MetricTable& metrics,
                                       const std::optional<analysis::document::Documents>& documents);

}  // namespace railshift::study::trace
