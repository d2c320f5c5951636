#pragma once
/// From balances to tonnes: what each flow carries in a month.
#include <string>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/language.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/goods/site_activity.hpp"

namespace railshift::rules {

/// Yearly rates of one month, by flow index.
struct FlowRates {
  std::vector<TonnesPerYear> of_flow;
};

/// Solves pushes and pulls first, then rests (columns and meaning: schema.md, flows). Site rates are the activity of the calendar year
/// times process_share (site_activity.hpp). A negative rest is taken as 0 (check reports it as an error before any run). `ignored`: as if
/// these measures were not there.
[[nodiscard]] FlowRates flow_rates(const World& world, Month month, const Ignored& ignored = {});

/// Tonnes of a flow in a month in whole kg: rate x profile share, independent of other months (remainders of whole payloads are carried by
/// the engine).
[[nodiscard]] Kilograms month_mass(const GoodsWorld& world, const FlowRates& rates, Id<Flow> flow, Month month);

/// One line of a site balance for `check`, tonnes a year at the rates of `month`.
struct BalanceLine {
  Id<Site> site;
  std::string commodity;  ///< commodity id or need_group
  bool output = true;     ///< output side (made - lost - sent) or need side (needed - received)
  Kilograms made_or_needed;
  Kilograms sent_or_received;
  [[nodiscard]] Kilograms residual() const { return made_or_needed - sent_or_received; }
};
[[nodiscard]] std::vector<BalanceLine> balances(const World& world, Month month);

/// What makes the flow system unsolvable, in words: shares over 1, a cycle of rests, a negative rest. Empty = fine.
struct FlowFault {
  Id<Flow> flow;
  Words what;
};
[[nodiscard]] std::vector<FlowFault> flow_faults(const World& world);

}  // namespace railshift::rules
