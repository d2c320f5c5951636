#include "sim/scenario/check/check_orders.hpp"

#include <fmt/format.h>

#include "sim/policy/kinds.hpp"
#include "sim/rules/register/retire_orders.hpp"

namespace railshift::scenario {

namespace {

/// What would help: a law, as long as there is a standard above, or a narrower order.
std::string remedy(const rules::Repetition& again) {
  const auto powertrain = to_text(again.bought.powertrain);
  const std::string narrower = fmt::format("lower up_to, or leave {} out of powertrains", powertrain);
  if (again.bought.standard >= Standard::china6) return narrower;
  return fmt::format("add a sales_standard above {} for {} {} trucks from {} or before; or {}", to_text(again.bought.standard),
                     to_text(again.type), powertrain, to_string(again.delivery), narrower);
}

}  // namespace

void check_orders(const Sources& s, Decoder& decoder) {
  for (const rules::Repetition& again : rules::repetitions(s.world)) {
    const Measure& measure = s.world.measures[again.measure];
    decoder.problem(
        measure.place,
        fmt::format("measure \"{}\" removes trucks up to {}, but a {} {} truck of segment \"{}\" registered on {} is {}", measure.id,
                    to_text(policy::as<RetireOrder>(measure)->up_to), to_text(again.type), to_text(again.bought.powertrain),
                    s.world.segments[again.segment].id, to_string(again.delivery), to_text(again.bought.standard)),
        "what replaces a truck under an order does not fall under it again", remedy(again));
  }
}

}  // namespace railshift::scenario
