#pragma once
/// What the journal says about measures at the end of a run: whether each one bound, and if not, why.
#include "sim/engine/live_world.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::engine {

/// One entry a measure: `bound` with how much, or `never_bound` with the reason. `priced_months` counts months in which some duty had a
/// price.
[[nodiscard]] std::vector<ledger::JournalEntry> measures_bound(const LiveWorld& world, const ledger::Ledger& ledger, int priced_months,
                                                               Month last);

}  // namespace railshift::engine
