#pragma once
/// What to get first: ranged inputs in the order in which they can bear on a target, and the ranking of what they did.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "sim/core/language.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/scenario/uncertainty/ranged_input.hpp"

namespace railshift::study {

/// Tonnes a year that can move with an input over its range: the tonnes that it scales times its width (high - low) / value, at most 2.
/// Numbers of measures and values that hold for the whole city count with all tonnes. 0 for tables that the metric is not computed from
/// (emission factors and a rail share). An order for running, no result.
[[nodiscard]] double bearing(const World& world, const rules::FlowRates& rates, MetricKind metric, const scenario::RangedInput& input);

/// The office that usually has the number.
[[nodiscard]] Words office_of(const World& world, const scenario::RangedInput& input);

/// One end of an input's range.
struct Moved {
  std::optional<double> value;   ///< of the target's metric; nothing if the scenario refuses the number or there is no such row
  std::optional<double> margin;  ///< positive = on the right side
  bool flips = false;            ///< met becomes missed or missed met
  Words refused;                 ///< first problem of the scenario with this number
};

struct SensitivityRow {
  scenario::RangedInput input;
  Words office;  ///< that usually has the number
  Moved low;
  Moved high;
  double reach = 0.0;  ///< largest |margin - margin as given| of both ends; -1 if both were refused
};

/// What one end of the range does to the verdict as given.
[[nodiscard]] Moved moved(const analysis::Verdict& as_given, const analysis::Verdict& at_end);
/// Sets the reach.
void settle(SensitivityRow& row, const analysis::Verdict& as_given);
/// By reach, then by path.
void rank(std::vector<SensitivityRow>& rows);

/// rank, input, value, low, high, value and margin at both ends, reach, flips, standing, reason, office (in this language).
[[nodiscard]] std::string to_csv(const std::vector<SensitivityRow>& rows, Language language);

}  // namespace railshift::study
