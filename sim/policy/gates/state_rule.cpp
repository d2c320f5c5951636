#include "sim/policy/gates/state_rule.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(FirmState state) {
  switch (state) {
    case FirmState::without_siding:
      return "without_siding";
  }
  RAILSHIFT_EXPECTS(false, "a state of a firm has a word");
}

namespace policy {

using Floor = About<GateFloor>;

void About<StateRule>::check(const StateRule& kind, const Written& written, Contradictions& found) { Floor::check(kind, written, found); }

std::vector<Declared> About<StateRule>::orders(const StateRule& kind) { return Floor::orders(kind); }

bool About<StateRule>::orders_asked(const StateRule&, const Asked&) { return true; }

std::optional<Knob> About<StateRule>::knob(const StateRule& kind) { return obedience_of(kind); }

Date About<StateRule>::first_look(const StateRule& kind, Date from, int lag) { return Floor::first_look(kind, from, lag); }

std::optional<Date> About<StateRule>::first_act(const StateRule& kind, Date from, const RoadOpening& opening) {
  return Floor::first_act(kind, from, opening);
}

IdleReason About<StateRule>::why_idle(const StateRule& kind, const Seen& seen) { return Floor::why_idle(kind, seen); }

}  // namespace policy
}  // namespace railshift
