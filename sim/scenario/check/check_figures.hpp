#pragma once
/// Figures of targets and observed values: fields that their metric has, words of closed lists, units of its quantity, values that there
/// can be (a share of 80 is 80 % in the wrong unit).
#include "sim/scenario/check/check_sources.hpp"
#include "sim/scenario/fields/cell.hpp"

namespace railshift::scenario {

/// Every [[target]] of scenario.toml.
void check_targets(const TomlNode& root, const World& world, Decoder& decoder);
/// Every row of observed.csv whose metric a target can name too; other metrics of metrics.csv are held against results only.
void check_observed(const Sources& sources, Decoder& decoder);

}  // namespace railshift::scenario
