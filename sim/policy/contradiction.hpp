#pragma once
/// What the fields of one measure must not contradict, said so that the typist can mend it; the scenario adds file, line and column.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/both.hpp"
#include "sim/model/measure.hpp"

namespace railshift::policy {

struct Contradiction {
  std::string field;  ///< where to point; empty: at the measure
  Words found;
  Words rule;
  Words accept;
};
using Contradictions = std::vector<Contradiction>;

/// Whether a field stands in the file, not empty.
using Written = std::function<bool(std::string_view field)>;

/// Steps stand in the order of their days, at least one.
void check_steps(std::string_view field, const std::vector<RequiredStep>& steps, Contradictions& found);
/// Cumulative levels never fall.
void check_cumulative(std::string_view field, const std::vector<RequiredStep>& steps, Contradictions& found);
/// Whether any step demands more than nothing.
[[nodiscard]] bool demands_something(const std::vector<RequiredStep>& steps);

}  // namespace railshift::policy
