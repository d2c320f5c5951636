#pragma once
/// 清洁运输 of a firm: passes or not, by the rule of its sector (parameters/clean_rules.csv).
#include <map>
#include <utility>

#include "analysis/metrics/gauge.hpp"

namespace railshift::analysis {

/// What passed the gates of the works of one kind of one firm in one month.
struct GateMonth {
  std::int64_t clean_kg = 0;       ///< bulk goods by rail, belt and pipe
  std::int64_t all_kg = 0;         ///< bulk goods by all modes
  std::int64_t new_energy_kg = 0;  ///< loads of new-energy trucks
  std::int64_t dirty_trips = 0;    ///< loaded trips of trucks that are neither new-energy nor National VI, or that no record shows
};
/// Either clean modes carry the level of the rule, the level itself included, or - where the rule has such a fallback - what is short of it
/// goes by clean trucks: every loaded truck new-energy or National VI; or new-energy trucks alone carry the stated share of it (after its
/// last day all of it). Integer arithmetic, levels to 0.01 %.
[[nodiscard]] bool is_clean(const CleanRule& rule, const GateMonth& gate, Month month);

/// The rule of a kind of works in the region of the scenario; nothing if the table has none.
[[nodiscard]] const CleanRule* clean_rule(const World& world, SiteKind kind);

struct CleanYear {
  bool ok = true;     ///< in every month that has a figure
  bool known = true;  ///< not: it depends on for which chain a truck drove (the ledger does not say, where trucks of several chains of a
                      ///< flow have one leg number); then not ok, as it is not shown, and the firm alone has no figure
  Standing standing = Standing::derived;
};
/// By listed firm and calendar year. A firm is there if its works moved bulk goods and every kind of its works has a rule.
using CleanYears = std::map<std::pair<Id<Firm>, int>, CleanYear>;
[[nodiscard]] CleanYears clean_years(const Gauge& gauge);

}  // namespace railshift::analysis
