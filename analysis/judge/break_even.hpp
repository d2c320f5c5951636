#pragma once
/// 平衡点 - the obedience or price of a measure at which a target would just be met, on the line between the value without the measure and
/// the value with it.
#include <cstdint>
#include <string>
#include <string_view>

#include "sim/policy/about.hpp"

namespace railshift::analysis {

/// What can be turned at a measure.
using Knob = policy::KnobField;

struct BreakEven {
  enum class State : std::uint8_t {
    met_at_zero,   ///< the target holds without the measure
    no_effect,     ///< the measure moves nothing
    other_way,     ///< it moves the value away from the target
    at,            ///< just met at `at`
    above_highest  ///< the line meets the target beyond the knob's range
  };
  std::string measure;
  Knob knob = Knob::obedience;
  State state = State::met_at_zero;
  double at = 0.0;       ///< for `at` and `above_highest`
  double highest = 1.0;  ///< end of the knob's range
  friend bool operator==(const BreakEven&, const BreakEven&) = default;
};
[[nodiscard]] std::string_view to_text(BreakEven::State state);

}  // namespace railshift::analysis
