#pragma once
/// What an assessment must know of a kind of measure: its knob, and how to run a plan without it.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::study {

/// The knob of an ordering measure: its obedience, or the price of a duty.
struct Knob {
  std::string name;
  double value = 0.0;
  double highest = 1.0;
};
/// Nothing for a measure that orders no level of a metric.
[[nodiscard]] std::optional<Knob> knob_of(const Measure& measure);

/// Measures left out together.
using LeftOut = std::set<std::string>;

/// How to run the plan without some measures: most are not loaded; a frozen base is kept with obedience 0, so that its stock is still
/// counted.
struct LeavingOut {
  std::vector<std::string> removed;
  std::map<std::string, std::string> set;
};
[[nodiscard]] LeavingOut leaving_out(const World& plan, const LeftOut& measures);

}  // namespace railshift::study
