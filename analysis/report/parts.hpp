#pragma once
/// Parts of sections that several of them need.
#include <string>
#include <vector>

#include "analysis/report/page.hpp"

namespace railshift::analysis::report {

/// Small: numbers and words of the clauses behind all targets on these metrics; nothing where there is none.
[[nodiscard]] Blocks cites(const Page& page, const std::vector<MetricKind>& metrics);
/// The words of a document between quotation marks; marks inside them become single ones.
[[nodiscard]] std::string quoted(std::string_view text);

/// 如期达到, with the look of its outcome: the status, of a run alone the outcome.
[[nodiscard]] document::Run judged(const Page& page, const Verdict& verdict);
[[nodiscard]] document::Look look_of(Status status);
[[nodiscard]] document::Look look_of(Outcome outcome);
/// ≥ 85.00%
[[nodiscard]] document::Line demand(Page& page, const Verdict& verdict);
/// 差距 55.92 个百分点, or 余量 on the right side; empty without a value.
[[nodiscard]] document::Line margin(Page& page, const Verdict& verdict);
/// Why the verdict has its basis, measures by name.
[[nodiscard]] document::Line basis_reasons(Page& page, const Verdict& verdict);
/// 62% ± 7%, 55%–71% of few pairs, or that what varies does not touch it; empty where no chance was worked out.
[[nodiscard]] document::Line chance_of(Page& page, const std::string& target);
/// What is enough for a target that is not on track, in one sentence; empty where no lever was tried.
[[nodiscard]] document::Line what_it_takes(Page& page, const std::string& target);

/// A first column of words and one of figures a year.
[[nodiscard]] std::vector<document::Column> year_columns(const Page& page, const std::string& first);
/// One row a side: the name with that of the side, then a figure a year.
void add_sides(Page& page, TableRows& table, const std::string& name, std::string_view metric, const Scope& scope);
/// `name · side`, or the name alone where a run stands alone.
[[nodiscard]] std::string with_side(const Page& page, const std::string& name, const NamedSide& side);

}  // namespace railshift::analysis::report
