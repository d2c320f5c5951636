#pragma once
/// What is said of contributions, on terminal and page.
#include <string>
#include <vector>

#include "analysis/contributions/contributions.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// Why an effect is small.
[[nodiscard]] std::string sentence(const SmallReason& reason, Language language);

/// For the terminal: the strongest clause of every target, of readings of the main one, with both of its effects. Empty if there is no row
/// of a target.
[[nodiscard]] std::string strongest_text(const std::vector<Contribution>& all, Language language);

}  // namespace railshift::analysis
