#pragma once
/// What a verdict rests on: an order, the definition of the metric, or what came out of the simulation.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"

namespace railshift::analysis {

struct BasisFound {
  Basis basis = Basis::emergent;
  BasisReason reason;
};

/// Ordered if any measure of the world declares the quantity and can have touched it by the due day; else by definition if the metric could
/// not have come out otherwise; else emergent.
[[nodiscard]] BasisFound find_basis(const World& world, const Target& target, const std::vector<MetricTable>& replications);

/// Why the metric could not have come out otherwise, if so: no through traffic at all, no chain by rail or none by road in the scope, or a
/// stock that was empty on the first day and in every period.
[[nodiscard]] std::optional<PlainReason> fixed_by_definition(const World& world, const Target& target,
                                                             const std::vector<MetricTable>& replications);

}  // namespace railshift::analysis
