#pragma once
/// What the scenario says a flow carries in a year, beside which records are laid.
#include <optional>
#include <vector>

#include "sim/rules/goods/site_balance.hpp"

namespace railshift::scenario {

/// Mean of the twelve months' rates, by flow index.
[[nodiscard]] std::vector<double> flow_tonnes(const World& world, int year);

/// What a push or pull is a share of, if other flows take what remains there; nothing if none does (the balance would not close with
/// another share), for rests and for ends outside.
[[nodiscard]] std::optional<double> free_side(const World& world, Id<Flow> flow, int year);

}  // namespace railshift::scenario
