/// Observed values beside simulated ones, and the notice at the top that says whether there are any.
#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

std::string note(const Page& page, const BesideObserved& row) {
  if (row.match != Match::compared) return escape(page.word("observed.not_compared") + ": " + word(row.match, page.language()));
  if (!row.no_test) return {};
  return escape(page.word("observed.no_test")) + "<br><small>" + escape(sentence(*row.no_test, page.language())) + "</small>";
}

}  // namespace

std::string checked_notice(const Page& page) {
  const Checked count = checked(page.input().observed);
  const std::string said = escape(sentence(count, page.language()));
  if (count.tests > 0) return fmt::format("<p class=\"notice checked\">{}</p>\n", said);
  return fmt::format("<p class=\"notice\"><b>{}</b> {}</p>\n", escape(page.word("observed.unchecked")), said);
}

std::string observed_section(const Page& page) {
  if (page.input().observed.empty()) return html_paragraph(escape(sentence(Checked{}, page.language())));
  TableText table("notes", {page.word("observation"), page.word("period"), page.word("observed"), page.word("measured"),
                            page.word("difference"), page.word("percent"), page.word("source")});
  for (const BesideObserved& row : page.input().observed) {
    // A scope that names no field of a metric is shown as it was written, so that a mistyped field can be seen.
    const auto scope = known_scope(row.scope);
    const std::string what = scope ? page.metric_reading(row.metric, *scope) : metric_name(row.metric, page.language()) + " · " + row.scope;
    std::string source = escape(row.source);
    if (const std::string said = note(page, row); !said.empty()) source += "<br><b>" + said + "</b>";
    table.row({escape(row.id) + "<br><small>" + escape(what) + "</small>", escape(row.period),
               figure(row.observed, row.unit, page.language()), figure(row.simulated, row.unit, page.language()),
               difference(row.difference, row.unit, page.language()), percent_text(row.percent, row.unit), source});
  }
  return html_paragraph(escape(page.word("observed.lead"))) + table.take();
}

}  // namespace railshift::analysis::report
