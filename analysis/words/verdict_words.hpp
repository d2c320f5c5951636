#pragma once
/// Words and sentences for typed values: what terminal and report say of a verdict, an observation, a journal entry.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/judge/observed.hpp"
#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

[[nodiscard]] std::string word(Outcome outcome, Language language);
[[nodiscard]] std::string word(Status status, Language language);
[[nodiscard]] std::string word(Basis basis, Language language);
[[nodiscard]] std::string word(Force force, Language language);
[[nodiscard]] std::string word(MetricKind metric, Language language);
[[nodiscard]] std::string word(Match match, Language language);
/// What a figure was made of: one run, or the mean of `runs`.
[[nodiscard]] std::string runs_word(int runs, Language language);
/// ≥, ≤ or =
[[nodiscard]] std::string_view sign(Operator op);
/// The name of a metric by its id; another id stands for itself.
[[nodiscard]] std::string metric_name(std::string_view metric, Language language);
/// A period as a reader needs it: a year of which only some months were run has them behind it.
[[nodiscard]] std::string period_text(const std::string& period, const std::optional<MonthsRun>& months, Language language);
/// The period of runs side by side: with the months of each (— of one that has none), where one of them did not run the whole year; once
/// where all that have some have the same.
[[nodiscard]] std::string period_text(const std::string& period, const std::vector<std::optional<MonthsRun>>& runs, Language language);
[[nodiscard]] std::string period_text(const ComparisonRow& row, Language language);
/// A unit as it stands behind a number; an unknown one stands for itself.
[[nodiscard]] std::string unit_word(std::string_view unit, Language language);

/// A reason without its number: "仅撤去 ms-a" is followed by the value in the manner of the page.
[[nodiscard]] std::string sentence(const BasisReason& reason, Language language);
/// How far a run was checked; 未经实测校核 itself is said before it if nothing tests the run.
[[nodiscard]] std::string sentence(const Checked& checked, Language language);
/// The detail of a journal entry, key=value;key=value.
[[nodiscard]] std::string journal_detail(std::string_view detail, Language language);

}  // namespace railshift::analysis
