/// Plan against baseline.
#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {

Blocks comparison(Page& page) {
  if (page.baseline() == nullptr) return {};
  TableRows table("comparison", page.word("section.comparison"),
                  {words(page.word("metric"), 3.0), words(page.word("year"), 0.8), numbers(page.word("baseline"), 1.2),
                   numbers(page.word("plan"), 1.2), numbers(page.word("difference"), 1.2), numbers(page.word("percent"), 0.9)});
  for (const ComparisonRow& row : headlines(page.input().comparison, page.input().verdicts, page.focus_year())) {
    table.row({page.metric_reading(row.key.metric, scope_of(row.key)), period_text(row, page.language()),
               page.of_comparison(row, "baseline"), page.of_comparison(row, "plan"), page.of_comparison(row, "difference"),
               page.of_comparison(row, "percent")});
  }
  if (table.empty()) return {};
  return {table.take(page.one_run_note() + " " + fmt::format(fmt::runtime(page.word("all_figures")), "comparison.csv"))};
}

}  // namespace railshift::analysis::report
