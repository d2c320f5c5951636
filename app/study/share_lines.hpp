#pragma once
/// What the terminal says of shares of an effect.
#include <optional>
#include <string>

#include "analysis/statistics/estimate.hpp"
#include "study/studies/effect_shares.hpp"

namespace railshift::app {

/// A difference with its standard error; without one where there is none, all members differ alike, or it
/// rounds to 0.
[[nodiscard]] std::string effect_figure(const std::optional<analysis::statistics::Estimate>& estimate, const std::string& unit);
/// Who brings how much of an effect: a row a main target, columns the groups and what closes to the full model.
void print_shares(const study::EffectShares& shares);

}  // namespace railshift::app
