#pragma once
/// The graph of goods: from flows to balances, chains, legs, limits, prices, trucks and measures (docs/model.md sections 1 to 10).
#include <vector>

#include "study/trace/question.hpp"

namespace railshift::study::trace {

/// Everything that acts on tonnes of the flows in the figure's scope, and on those that share sites, trucks, sidings or sections with them.
[[nodiscard]] std::vector<Pick> goods_picks(const Question& question);

}  // namespace railshift::study::trace
