#pragma once
/// 贡献分解 - from the baseline's figure to the plan's: what each clause brings alone, and what they do together, so that the sum closes.
#include <optional>
#include <string>
#include <vector>

#include "analysis/contributions/contributions.hpp"

namespace railshift::analysis {

struct WaterfallStep {
  const Contribution* part = nullptr;
  double value = 0.0;  ///< one-in: the baseline with the part alone less the baseline, in the unit of the figure
};

/// baseline + sum of `steps` + others + together = plan.
struct Waterfall {
  std::string target;
  std::string unit;
  double baseline = 0.0, plan = 0.0;
  std::vector<WaterfallStep> steps;  ///< clauses whose effect is not small, the largest first
  int others_count = 0;              ///< clauses whose effect is small
  double others = 0.0;               ///< their sum
  double together = 0.0;             ///< what closes the sum: clauses that help each other (or do the same thing twice: less than 0)
};

/// Of a target, from the rows of parts that are all the plan does for their clause; nothing if it has no row, or one without a value.
/// At most `most` steps; what is beyond counts as others.
[[nodiscard]] std::optional<Waterfall> waterfall_of(const std::vector<Contribution>& all, const std::string& target, std::size_t most);

}  // namespace railshift::analysis
