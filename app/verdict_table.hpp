#pragma once
/// Verdicts on the terminal.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"

namespace railshift::app {

[[nodiscard]] std::string verdict_table(const std::vector<analysis::Verdict>& verdicts);
/// A value with its unit: shares in percent, small figures with three digits, "-" for nothing.
[[nodiscard]] std::string figure(const std::optional<double>& value, const std::string& unit);
/// Text filled with blanks to this width on a terminal, with one blank at least.
[[nodiscard]] std::string padded(const std::string& text, int width);

}  // namespace railshift::app
