#include "sim/scenario/check/check_orders.hpp"

#include <fmt/format.h>

#include "sim/policy/kinds.hpp"
#include "sim/rules/register/retire_orders.hpp"

namespace railshift::scenario {

void check_orders(const Sources& s, Decoder& decoder) {
  for (const rules::Repetition& again : rules::repetitions(s.world)) {
    const Measure& measure = s.world.measures[again.measure];
    const auto standard = to_text(again.bought.standard);
    const auto powertrain = to_text(again.bought.powertrain);
    decoder.problem(
        measure.place,
        fmt::format("measure \"{}\" removes trucks up to {}, but a {} {} truck of segment \"{}\" registered on {} is {}", measure.id,
                    to_text(policy::as<RetireOrder>(measure)->up_to), to_text(again.type), powertrain, s.world.segments[again.segment].id,
                    to_string(again.delivery), standard),
        "what replaces a truck under an order does not fall under it again",
        fmt::format("add a sales_standard above {} for {} {} trucks from {} or before; or lower up_to, or leave {} out of powertrains",
                    standard, to_text(again.type), powertrain, to_string(again.delivery), powertrain));
  }
}

}  // namespace railshift::scenario
