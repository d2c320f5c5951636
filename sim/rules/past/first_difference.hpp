#pragma once
/// Two worlds that share their past: the day from which their runs can differ, so that the past is simulated once.
#include <optional>

#include "sim/model/world.hpp"

namespace railshift::rules {

/// The first day on which a rule can see a difference between two worlds; nothing if no rule ever does (targets, clauses, titles, reasons,
/// ranges, observed values and emission factors are read after a run, not in it). The months before the month of that day are the same in
/// both, byte for byte, with the same seed.
///
/// Never later than the truth, sometimes earlier: what has no date of its own differs from the first month on, and so does what a run
/// reads before its first month (the base year and the first day). What sees ahead counts from the day it is seen: a replacement is bought
/// register.delivery_lag days before it is registered, a stock is frozen before its order begins.
/// The shared months are lived in `trunk`: what it does more (a stock frozen for an order that `branch` does not have) must not be seen.
[[nodiscard]] std::optional<Date> first_difference(const World& trunk, const World& branch);

}  // namespace railshift::rules
