#include "analysis/judge/break_even.hpp"

#include "sim/core/contract.hpp"

namespace railshift::analysis {

std::string_view to_text(BreakEven::State state) {
  switch (state) {
    case BreakEven::State::met_at_zero:
      return "met_at_zero";
    case BreakEven::State::no_effect:
      return "no_effect";
    case BreakEven::State::other_way:
      return "other_way";
    case BreakEven::State::at:
      return "at";
    case BreakEven::State::above_highest:
      return "above_highest";
  }
  RAILSHIFT_EXPECTS(false, "a break-even has a word");
}

}  // namespace railshift::analysis
