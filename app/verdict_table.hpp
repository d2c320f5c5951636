#pragma once
/// Verdicts on the terminal.
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"

namespace railshift::app {

[[nodiscard]] std::string verdict_table(const std::vector<analysis::Verdict>& verdicts);

}  // namespace railshift::app
