#pragma once
/// What a bureau hands in beside the tables of a run: the brief on one page, every clause, quarters by office and county, a sheet a firm,
/// waterfalls, maps, and the glossary.
#include "analysis/report/page.hpp"

namespace railshift::analysis::report {

/// One A4 page: five boxes, three conclusions with what follows from them, the table by office, a map, how far to trust it.
[[nodiscard]] Blocks brief_section(Page& page);

/// Clauses by status, with their numbers.
[[nodiscard]] Blocks clauses_section(Page& page);
/// Every clause of the plan once, with what carries it, who is in charge and the targets on it.
[[nodiscard]] Blocks clause_table_section(Page& page);

/// Every target by quarter under the offices that lead its clause, and counties by quarter; empty without `schedule` in the input.
[[nodiscard]] Blocks schedule_section(Page& page);

/// Every office with its targets and clauses.
[[nodiscard]] Blocks offices_section(Page& page);

/// A sheet each listed firm, behind headings with their names.
[[nodiscard]] Blocks firms_section(Page& page);

/// From baseline to plan: main targets whose clauses were run one by one.
[[nodiscard]] Blocks waterfall_section(Page& page);

/// Truck flows of the plan and what changed, load of rail sections and sidings, firms by rail share.
[[nodiscard]] Blocks maps_section(Page& page);
/// Of a run alone: the sections that need a baseline or other runs, and which command has them.
[[nodiscard]] Blocks alone_section(Page& page);

/// The terms that stand in the document, with what they mean; empty if none does.
[[nodiscard]] Blocks glossary_blocks(const document::Document& document);

}  // namespace railshift::analysis::report
