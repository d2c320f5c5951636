#pragma once
/// The targets of several scenarios as a table on the terminal.
#include <string>
#include <vector>

#include "analysis/judge/target_list.hpp"
#include "sim/core/language.hpp"

namespace railshift::app {

/// Whether columns of a result are part of it.
enum class Results { none, given };

/// One line a target in the order given: city, clause, target, metric, due, asked, and with results the status (else outcome) and figure.
[[nodiscard]] std::string targets_table(const std::vector<analysis::ListedTarget>& targets, Results results, Language language);

}  // namespace railshift::app
