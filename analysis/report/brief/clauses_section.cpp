/// What becomes of every clause of the plan.
#include <fmt/format.h>

#include "analysis/judge/coverage.hpp"
#include "analysis/judge/measure_name.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "analysis/report/brief_sections.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/words/brief/target_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Look;
using document::Run;

constexpr std::array<std::optional<ClauseStatus>, 7> kClauseOrder{
    ClauseStatus::simulated,     ClauseStatus::in_part, ClauseStatus::judged_only, ClauseStatus::data, ClauseStatus::context,
    ClauseStatus::not_simulated, std::nullopt};

std::string status_key(const std::optional<ClauseStatus>& status) { return status ? std::string(to_text(*status)) : "none"; }

Look look_of_clause(const std::optional<ClauseStatus>& status) {
  if (!status) return Look::unsure;
  switch (*status) {
    case ClauseStatus::simulated:
    case ClauseStatus::data:
      return Look::good;
    case ClauseStatus::in_part:
    case ClauseStatus::judged_only:
      return Look::open;
    case ClauseStatus::context:
      return Look::off;
    case ClauseStatus::not_simulated:
      return Look::unsure;
  }
  return Look::plain;
}

Run clause_count(Page& page, const std::optional<ClauseStatus>& status, std::size_t number) {
  const std::string key{status ? to_text(*status) : std::string_view{}};
  return page.count("clauses:" + key, number, {page.input_file("clauses.csv"), {{"status", key}}, "", "rows", {}});
}

/// What carries a clause: its measures by name, rows of the tables by number.
Cell carriers(const Page& page, const ClauseCover& cover) {
  Cell cell;
  std::vector<std::string> names;
  for (const std::string& id : cover.measures) names.push_back(page.measure_name(id));
  if (!names.empty()) cell.below(text(fmt::format("{}", fmt::join(names, page.comma()))));
  if (!cover.rows.empty()) cell.below(small(fmt::format(fmt::runtime(page.word("clauses.rows")), cover.rows.size())));
  return cell;
}

/// Main targets on the clause with how they stand.
Cell targets_on(Page& page, const ClauseCover& cover) {
  Cell cell;
  for (const Verdict& v : page.input().verdicts) {
    if (v.clause != cover.clause.id || !v.reading_of.empty()) continue;
    cell.below(Line{text(short_name(v, page.names(), page.language()) + " "), judged(page, v)});
  }
  return cell;
}

}  // namespace

Blocks clauses_section(Page& page) {
  const std::vector<ClauseCover> covers = coverage_of(page.world());
  std::vector<Line> said;
  TableRows table("clauses_by_status", page.word("clauses.summary"),
                  {words(page.word("clauses.status"), 1.0), numbers(page.word("clauses.count"), 0.6),
                   words(page.word("clauses.summary.meaning"), 2.4), words(page.word("clauses.which"), 4.0)});
  for (const auto& status : kClauseOrder) {
    std::vector<std::string> which;
    for (const ClauseCover& cover : covers) {
      if (cover.clause.status == status) which.push_back(clause_number(cover.clause));
    }
    if (which.empty()) continue;
    const Run count = clause_count(page, status, which.size());
    const std::string name = word_of("clause_status", status_key(status), page.language());
    said.push_back(page.sentence("clauses.part", {text(name), count}));
    table.row({text(name, look_of_clause(status)), count, page.word("clauses_meaning." + status_key(status)),
               small(fmt::format("{}", fmt::join(which, page.comma())))});
  }
  const Run all = page.count("clauses", covers.size(), {page.input_file("clauses.csv"), {}, "", "rows", {}});
  const Line parts = joined(said, page.comma());
  const std::string lead = page.word("clauses.lead");
  // The second gap takes several runs.
  const std::size_t gap = lead.find("{1}");
  Line line = filled(lead.substr(0, gap), {all});
  line.insert(line.end(), parts.begin(), parts.end());
  line.push_back(text(lead.substr(gap + 3)));
  return {paragraph(std::move(line)), table.take()};
}

Blocks clause_table_section(Page& page) {
  TableRows table("clauses", page.word("clauses.table"),
                  {words(page.word("clause"), 0.9), words(page.word("clause_quote"), 3.2), words(page.word("clauses.status"), 0.9),
                   words(page.word("clauses.why"), 2.4), words(page.word("clauses.carried"), 1.8), words(page.word("clauses.targets"), 1.8),
                   words(page.word("offices"), 1.8)});
  for (const ClauseCover& cover : coverage_of(page.world())) {
    const Clause& c = cover.clause;
    Cell quote(c.quote);
    quote.below(small(word(c.force, page.language())));
    table.row({strong(clause_number(c)), std::move(quote),
               text(word_of("clause_status", status_key(c.status), page.language()), look_of_clause(c.status)), c.status_reason,
               carriers(page, cover), targets_on(page, cover), small(c.offices)});
  }
  return {table.take()};
}

}  // namespace railshift::analysis::report
