#pragma once
/// The sections of the report, each as blocks; none where a result has nothing for it.
#include "analysis/report/page.hpp"

namespace railshift::analysis::report {

/// Files, rows and publications behind what the data cannot carry.
[[nodiscard]] Blocks caveat_sources(const Page& page);
/// How many targets and clauses stand how, then every target by what is asked, simulated, possible and likely.
[[nodiscard]] Blocks conclusions(Page& page);
/// What to know before any figure: whether the run was checked against counts, what its data cannot carry, what was not carried.
[[nodiscard]] Blocks notices(Page& page);
/// Every target with clause, quote, office, all its figures and what its verdict rests on.
[[nodiscard]] Blocks targets(Page& page);
/// Clauses that are read in several ways, readings below each other.
[[nodiscard]] Blocks readings(Page& page);
/// What targets can reach at most, where capacity is worth most, how many can be met at once (answers/).
[[nodiscard]] Blocks ceilings(Page& page);
[[nodiscard]] Blocks observed(Page& page);
/// Rail shares by year beside their targets, all readings of the due years; listed firms by level and by name (rail/).
[[nodiscard]] Blocks rail_shares(Page& page);
[[nodiscard]] Blocks rail_firms(Page& page);
/// By length of haul, what stations load, why rail tonnes changed and why wishes left base shares.
[[nodiscard]] Blocks rail_details(Page& page);
/// Where tonnes that did not go by rail were stopped.
[[nodiscard]] Blocks reasons(Page& page);
/// The register by standard and powertrain; beside the baseline, new-energy trucks by segment, frozen bases (fleet/).
[[nodiscard]] Blocks fleet(Page& page);
[[nodiscard]] Blocks fleet_details(Page& page);
[[nodiscard]] Blocks clean_shares(Page& page);
[[nodiscard]] Blocks pools(Page& page);
/// NOx by year, exhaust by source, why the plan emits other NOx, kilometres of through trucks; every pollutant by year.
[[nodiscard]] Blocks emissions(Page& page);
[[nodiscard]] Blocks exhaust_by_year(Page& page);
/// The kilometres behind the exhaust, what gate floors moved, activity without a factor.
[[nodiscard]] Blocks emission_details(Page& page);
/// Bills, rates, who pays and who gains; firms whose bill changes most (costs/).
[[nodiscard]] Blocks costs(Page& page);
[[nodiscard]] Blocks firm_bills(Page& page);
[[nodiscard]] Blocks comparison(Page& page);
/// What every measure and clause of the plan brings to targets; to figures of the whole city.
[[nodiscard]] Blocks contributions(Page& page);
[[nodiscard]] Blocks contributions_to_city(Page& page);
/// What it takes: levers of targets that are not on track; ways of firms.
[[nodiscard]] Blocks levers(Page& page);
[[nodiscard]] Blocks ways(Page& page);
/// How sure: chances of targets where inputs are uncertain, and which number decides.
[[nodiscard]] Blocks chances(Page& page);
/// What each measure did, month by month, summed as acts.
[[nodiscard]] Blocks effects(Page& page);
/// Tonnes by what they rest on; assumed flows and parameters one by one.
[[nodiscard]] Blocks assumptions(Page& page);
[[nodiscard]] Blocks assumed_rows(Page& page);
/// What the model leaves out.
[[nodiscard]] Blocks not_simulated(Page& page);
[[nodiscard]] Blocks journal(Page& page);
/// The command that makes it again, and hashes: the one section with ids.
[[nodiscard]] Blocks reproduction(Page& page);

}  // namespace railshift::analysis::report
