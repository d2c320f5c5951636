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
  bool stands = false;       ///< its price stands on a chain of the flow
  bool on_road = true;       ///< on a truck-only one
  bool beside_road = false;  ///< on another one
};

/// kg by position that the flow wishes with a book.
[[nodiscard]] std::vector<std::int64_t> wishes_with(const PricedMonth& priced, Id<Flow> flow, const MonthBook& book);
/// kg of them that an admission of the book lets go by new-energy trucks alone.
[[nodiscard]] std::int64_t clean_truck_kg_with(const PricedMonth& priced, Id<Flow> flow, const MonthBook& book);
/// kg of these wishes on chains of the logit: belts and pipes aside.
[[nodiscard]] std::int64_t choosing_of(const World& world, Id<Flow> flow, const std::vector<std::int64_t>& wishes);
/// kg on chains of the logit that have more of `with` than of `without`.
[[nodiscard]] std::int64_t moved_between(const World& world, Id<Flow> flow, const std::vector<std::int64_t>& with,
                                         const std::vector<std::int64_t>& without);

/// wishes_priced, kg. in_scope: what the flows in scope offer. acted: the part that chooses between a chain on which the price stands and
/// another one; who has one chain only pays. changed: what is wished by other chains than with `without`, the book of the month in which
/// this measure sets no price.
[[nodiscard]] policy::Effect wishes_priced(const PricedMonth& priced, Id<Measure> measure, const MonthBook& without,
                                           const std::function<Priced(const Flow&)>& bears_on);

}  // namespace railshift::rules
