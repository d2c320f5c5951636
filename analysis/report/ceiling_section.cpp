/// What targets can reach at most: by chains, with capacity, firm by firm and all together, and where capacity is worth most.
#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/ceiling_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::size_t kLimitsShown = 5;

std::string limits(const Page& page, const TargetCeiling& ceiling) {
  std::string cell;
  for (std::size_t i = 0; i < ceiling.binding.size() && i < kLimitsShown; ++i)
    cell += (i > 0 ? "<br>" : "") + escape(binding_text(page.world(), ceiling.binding[i], page.language()));
  return cell.empty() ? "—" : cell;
}

std::string with_small(const std::string& cell, const std::string& text) {
  return text.empty() ? cell : cell + "<br><small>" + escape(text) + "</small>";
}

void add_row(const Page& page, const Verdict& verdict, const TargetCeiling& ceiling, TableText& table) {
  std::string name = with_small(escape(verdict.target), page.metric_reading(to_text(verdict.metric), verdict.scope));
  if (ceiling.firms) name = with_small(name, sentence(*ceiling.firms, page.language()));
  name = with_small(name, remark(ceiling, page.language()));
  const std::string own = figure(ceiling.capacity, ceiling.unit, page.language());
  table.row({name, fmt::format("{} {}", escape(to_text(verdict.op)), figure(verdict.threshold, verdict.unit, page.language())),
             figure(ceiling.chains_bound, ceiling.unit, page.language()), figure(ceiling.capacity_bound, ceiling.unit, page.language()),
             own, limits(page, ceiling)});
}

}  // namespace

std::string ceiling_section(const Page& page) {
  const Ceilings& ceilings = page.input().ceilings;
  const std::string failed = failure_text(ceilings, page.language());
  const std::string failure = failed.empty() ? std::string{} : html_paragraph(escape(failed));
  if (ceilings.targets.empty()) return failure.empty() ? html_paragraph(escape(page.word("ceiling.none"))) : failure;
  TableText table("notes", {page.word("target"), page.word("asked"), page.word("ceiling.chains"), page.word("ceiling.capacity"),
                            page.word("ceiling.own"), page.word("ceiling.binding")});
  for (const Verdict& verdict : page.input().verdicts) {
    if (!verdict.reading_of.empty()) continue;  // in the table of readings
    if (const TargetCeiling* ceiling = ceilings.of(verdict.target); ceiling != nullptr && ceiling->chains)
      add_row(page, verdict, *ceiling, table);
  }
  std::string out = html_paragraph(escape(page.word("ceiling.lead"))) + table.take();
  for (const Together& all : ceilings.years) out += html_paragraph(escape(sentence(all, page.language())));
  return out + failure;
}

}  // namespace railshift::analysis::report
