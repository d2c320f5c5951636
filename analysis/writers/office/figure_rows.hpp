#pragma once
/// All figures of a document as a table: what each is of and the way back to clause, input row and run.
#include <string>
#include <utility>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

/// id, text, value, unit, of, n, standing, file, key, column, formula, clauses.
inline constexpr std::array<std::string_view, 12> kFigureColumns{"id",       "text", "value", "unit",   "of",      "n",
                                                                 "standing", "file", "key",   "column", "formula", "clauses"};
inline constexpr std::size_t kFigureValue = 2, kFigureOf = 4, kFigureRuns = 5;
/// Headings of the same columns in words.
[[nodiscard]] std::vector<std::string> figure_headings(Language language);
/// The cells of a figure; keys as column=cell and clauses divided by semicolons, numbers in their shortest form, `of` as kOfNames has it.
[[nodiscard]] std::vector<std::string> figure_cells(const std::string& id, const document::Figure& figure);
/// What a figure is of, in words.
[[nodiscard]] std::string of_words(document::Of of, Language language);

}  // namespace railshift::analysis::writers::office
