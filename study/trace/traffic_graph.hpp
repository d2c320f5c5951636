#pragma once
/// The graph of kilometres and exhaust: through traffic, the book of kilometres, emission factors (docs/model.md sections 13 and 16).
#include <vector>

#include "study/trace/question.hpp"

namespace railshift::study::trace {

/// What acts on through_km_inside: trips between gateways, links, diversions.
[[nodiscard]] std::vector<Pick> through_picks(const Question& question);
/// What acts on exhaust and truck_km: all goods, the whole register, through traffic, mileage, factors, traction.
[[nodiscard]] std::vector<Pick> exhaust_picks(const Question& question);

}  // namespace railshift::study::trace
