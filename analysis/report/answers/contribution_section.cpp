/// Which clause does it: per target the parts of the plan by strength, then what they move in the whole city.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/report/sections.hpp"
#include "analysis/words/contribution_words.hpp"

namespace railshift::analysis::report {
namespace {

/// Neither effect is worth a row of its own.
bool moves_little(const Contribution& c) { return (!c.one_out || c.out_is_small()) && (!c.one_in || c.in_is_small()); }

std::string small_words(const Page& page, const Contribution& c) { return c.reason ? sentence(*c.reason, page.language()) : std::string{}; }

/// The parts that move a target, the strongest first; that there is none.
void add_target(Page& page, const Verdict& v, const std::vector<const Contribution*>& rows, TableRows& table) {
  if (rows.empty()) return;
  Cell name{strong(page.target_name(v.target))};
  bool any = false;
  for (const Contribution* c : rows) {
    if (moves_little(*c)) continue;
    table.row({name, c->part.name.in(page.language()), page.of_contribution(*c, "one_out"), page.of_contribution(*c, "one_in"),
               small_words(page, *c)});
    name = {};
    any = true;
  }
  if (!any) table.row({name, page.word("contribution.nothing"), {}, {}, {}});
}

/// Parts that move a target little, and why.
Blocks little_movers(Page& page, const std::vector<Contribution>& all) {
  TableRows table(
      "contributions_small", page.word("contribution.little"),
      {words(page.word("target"), 2.0), words(page.word("contribution.part"), 2.4), words(page.word("contribution.small"), 3.0)});
  for (const Verdict& v : page.input().verdicts) {
    if (!v.reading_of.empty()) continue;
    Cell name{strong(page.target_name(v.target))};
    for (const Contribution* c : by_strength(all, v.target)) {
      if (!moves_little(*c)) continue;
      table.row({name, c->part.name.in(page.language()), small_words(page, *c)});
      name = {};
    }
  }
  if (table.empty()) return {};
  return {table.take(page.one_run_note())};
}

}  // namespace

Blocks contributions(Page& page) {
  const auto& all = page.input().contributions;
  if (page.baseline() == nullptr) return {};
  if (!all) return {paragraph(page.word("contribution.quick"))};
  if (all->empty()) return {paragraph(page.word("contribution.none"))};
  TableRows table(
      "contributions", page.word("contribution.targets"),
      {words(page.word("target"), 2.0), words(page.word("contribution.part"), 2.4), numbers(page.word("contribution.one_out"), 1.5),
       numbers(page.word("contribution.one_in"), 1.5), words(page.word("contribution.small"), 2.0)});
  for (const Verdict& v : page.input().verdicts) {
    if (v.reading_of.empty()) add_target(page, v, by_strength(*all, v.target), table);  // other readings: in the file
  }
  const std::string file = fmt::format(fmt::runtime(page.word("contribution.file")), "contributions.csv");
  return {paragraph(page.word("contribution.lead"), document::Tone::small), table.take(page.one_run_note() + " " + file)};
}

Blocks contributions_to_city(Page& page) {
  const auto& all = page.input().contributions;
  if (!all || page.baseline() == nullptr) return {};
  TableRows table("contributions_city", fmt::format(fmt::runtime(page.word("contribution.city")), page.focus_year()),
                  {words(page.word("contribution.part"), 2.2), words(page.word("metric"), 2.2), numbers(page.word("plan")),
                   numbers(page.word("contribution.one_out"), 1.5), numbers(page.word("contribution.one_in"), 1.5)});
  for (const Contribution& c : *all) {
    if (!c.figure.target.empty() || c.figure.period != page.focus_year() || moves_little(c)) continue;
    table.row({c.part.name.in(page.language()), page.metric_reading(c.figure.metric, c.figure.scope), page.of_contribution(c, "plan"),
               page.of_contribution(c, "one_out"), page.of_contribution(c, "one_in")});
  }
  Blocks blocks;
  if (!table.empty()) blocks.push_back(table.take(page.one_run_note()));
  for (document::Block& block : little_movers(page, *all)) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace railshift::analysis::report
