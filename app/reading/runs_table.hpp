#pragma once
/// Several runs beside a base on the terminal.
#include <string>
#include <vector>

#include "analysis/compare/compare_targets.hpp"
#include "analysis/words/scope_words.hpp"

namespace railshift::app {

/// The base is 甲 or A, the runs behind it 乙, 丙 ... or B, C ...
[[nodiscard]] std::string letter_of(std::size_t run);

/// One row a target, of a clause in several readings the main one: who is asked what until when, the value of each run, its difference from
/// the base in points or in the target's unit, and of several seeds the least and greatest difference. A year that was run in part has its
/// months instead of a value; a value that was observed, because no run has the period, says so.
[[nodiscard]] std::string target_table(const std::vector<analysis::TargetRow>& rows, const analysis::Names& names);
/// One row a figure: metric, scope and period with the months of every run that did not run the whole year, the value of each run, its
/// difference from the base and the same in per cent, and of several seeds the least and greatest difference.
[[nodiscard]] std::string figure_table(const std::vector<analysis::FigureRow>& rows, const analysis::Names& names);

/// 2024 (months 1 to 6 / 1 to 12): the months of each run, where one of them did not run the whole year.
[[nodiscard]] std::string period_of(const analysis::FigureRow& row);

}  // namespace railshift::app
