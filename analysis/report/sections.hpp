#pragma once
/// The sections of the report.
#include <string>
#include <vector>

#include "analysis/report/page.hpp"

namespace railshift::analysis::report {

/// HTML: the clauses and quotes of all targets on these metrics, or that there is none.
[[nodiscard]] std::string cites(const Page& page, const std::vector<MetricKind>& metrics);
/// HTML of a figure with its caption and clauses.
[[nodiscard]] std::string figure_block(const Page& page, const std::string& svg, const std::string& caption,
                                       const std::vector<MetricKind>& metrics);
/// HTML: why the verdict has its basis.
[[nodiscard]] std::string basis_reasons(const Page& page, const Verdict& verdict);
[[nodiscard]] std::string conclusions(const Page& page);
[[nodiscard]] std::string targets_table(const Page& page);
/// At the top of the report: 未经实测校核, or how many observations it was held against.
[[nodiscard]] std::string checked_notice(const Page& page);
/// Behind it: what the data of the scenario cannot carry; empty without caveats.
[[nodiscard]] std::string caveat_notice(const Page& page);
/// Behind it: goods that were turned away or waited, by layer; empty if all were carried in time.
[[nodiscard]] std::string not_served_notice(const Page& page);
[[nodiscard]] std::string ceiling_section(const Page& page);
[[nodiscard]] std::string observed_section(const Page& page);
[[nodiscard]] std::string rail_section(const Page& page);
/// Of it: rail share by length of haul in tonnes and tonne-kilometres, and what stations load; empty without such rows.
[[nodiscard]] std::string haul_table(const Page& page);
[[nodiscard]] std::string loading_table(const Page& page);
[[nodiscard]] std::string reasons_section(const Page& page);
[[nodiscard]] std::string register_section(const Page& page);
[[nodiscard]] std::string pool_section(const Page& page);
[[nodiscard]] std::string clean_section(const Page& page);
[[nodiscard]] std::string emission_section(const Page& page);
/// Parts of the section on emissions: kilometres of trucks by segment, and what gate floors moved between gates and other work.
[[nodiscard]] std::string truck_book_table(const Page& page);
[[nodiscard]] std::string redeployment_table(const Page& page);
/// Bills, rates, who pays and who gains (report/costs/cost_section.cpp).
[[nodiscard]] std::string cost_section(const Page& page);
[[nodiscard]] std::string comparison_section(const Page& page);
/// What every measure and clause of the plan brings to targets and city.
[[nodiscard]] std::string contribution_section(const Page& page);
/// What it takes: levers of targets that are not on track, ways of firms.
[[nodiscard]] std::string lever_section(const Page& page);
/// How sure: chances of targets where inputs are uncertain, and which number decides.
[[nodiscard]] std::string chance_section(const Page& page);
[[nodiscard]] std::string effects_section(const Page& page);
[[nodiscard]] std::string assumption_section(const Page& page);
[[nodiscard]] std::string journal_section(const Page& page);

}  // namespace railshift::analysis::report
