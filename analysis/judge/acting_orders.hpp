#pragma once
/// Which of the measures that order a quantity had an effect: a verdict names no other.
#include <map>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "sim/core/date.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::analysis {

/// The first month in which each measure acted; measures that never did are absent.
using FirstActs = std::map<std::string, Month>;
[[nodiscard]] FirstActs first_acts(const std::vector<ledger::EffectRow>& effects);
/// The earlier of both for every measure: over replications.
void join(FirstActs& all, const FirstActs& one);

/// The reason `ordered_by` of every verdict names only measures that have acted by its due day; if none has, orders_idle takes its place.
/// The basis stays: that a measure orders the quantity is a matter of declaration.
void name_acting_orders(std::vector<Verdict>& verdicts, const FirstActs& acts);

}  // namespace railshift::analysis
