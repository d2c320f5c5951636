#pragma once
/// Observed beside simulated values on the terminal.
#include <string>
#include <vector>

#include "analysis/judge/observed.hpp"
#include "analysis/words/scope_words.hpp"

namespace railshift::app {

/// Whether the run was checked against counts, then the pairs, then the observations that could not be compared, each with its reason.
[[nodiscard]] std::string observed_table(const std::vector<analysis::BesideObserved>& rows, const analysis::Names& names);

}  // namespace railshift::app
