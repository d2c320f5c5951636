/// Observed values beside simulated ones.
#include <fmt/format.h>

#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Of;
using document::Run;

std::string note(const Page& page, const BesideObserved& row) {
  if (row.match != Match::compared)
    return page.word("observed.not_compared") + (page.language() == Language::zh ? "：" : ": ") + word(row.match, page.language());
  if (!row.no_test) return {};
  return page.word("observed.no_test") + (page.language() == Language::zh ? "：" : ": ") + sentence(*row.no_test, page.language());
}

/// A column of observed.csv of the result.
Run of_observed(Page& page, const BesideObserved& row, const char* column, const std::optional<double>& value, std::string text) {
  if (text == page.no_figure(document::Look::plain).text) return page.no_figure(document::Look::plain);  // of a share no per cent is said
  const bool seen = column == std::string_view("observed");
  std::uint32_t n = 1;
  for (const Verdict& v : page.input().verdicts) n = std::max(n, static_cast<std::uint32_t>(seen ? 1 : v.n));
  const Of of = seen ? Of::observed : page.plan().of == Of::estimate ? Of::estimate : n > 1 ? Of::mean : Of::one_run;
  const std::string unit = column == std::string_view("percent") ? "%" : row.unit;
  return page.figure(fmt::format("observed:{}:{}", row.id, column),
                     {value, unit, std::move(text), of, n, "", {"observed.csv", {{"observed_id", row.id}}, column, "", {}}});
}

}  // namespace

Blocks observed(Page& page) {
  if (page.input().observed.empty()) return {};
  TableRows table("observed", page.word("section.observed"),
                  {words(page.word("observation"), 2.4), words(page.word("period"), 0.7), numbers(page.word("observed")),
                   numbers(page.word("measured")), numbers(page.word("difference")), numbers(page.word("percent"), 0.8),
                   words(page.word("source"), 2.4)});
  for (const BesideObserved& row : page.input().observed) {
    // A scope that names no field of a metric is shown as it was written, so that a mistyped field can be seen.
    const auto scope = known_scope(row.scope);
    const std::string what = scope ? page.metric_reading(row.metric, *scope) : metric_name(row.metric, page.language()) + " · " + row.scope;
    const Language language = page.language();
    Cell source{row.source};
    source.below(strong(note(page, row)));
    table.row({what, row.period, of_observed(page, row, "observed", row.observed, figure_text(row.observed, row.unit, language)),
               of_observed(page, row, "simulated", row.simulated, figure_text(row.simulated, row.unit, language)),
               of_observed(page, row, "difference", row.difference, difference_text(row.difference, row.unit, language)),
               of_observed(page, row, "percent", row.percent, percent_text(row.percent, row.unit)), std::move(source)});
  }
  return {paragraph(page.word("observed.lead")), table.take(page.mean_note())};
}

}  // namespace railshift::analysis::report
