#pragma once
/// What the price of one measure does to the wishes of a month, whatever the kind of the measure.
#include <functional>
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::rules {

/// How a measure bears on one flow.
struct Priced {
  bool in_scope = false;
  bool stands = false;  ///< its price stands on a road of the flow
};

/// wishes_priced, kg. in_scope: what the flows in scope offer. acted: the part that chooses between a road on which the price stands and
/// another chain; who has one chain only pays. changed: what is wished by other chains than with `without`, the book of the month in which
/// this measure sets no price.
[[nodiscard]] policy::Effect wishes_priced(const PricedMonth& priced, Id<Measure> measure, const MonthBook& without,
                                           const std::function<Priced(const Flow&)>& bears_on);

}  // namespace railshift::rules
