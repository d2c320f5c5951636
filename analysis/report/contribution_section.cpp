/// Which clause does it: per target the parts of the plan by strength, then what they move in the whole city.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/contribution_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

/// Neither effect is worth a row of its own.
bool moves_little(const Contribution& c) { return (!c.one_out || c.out_is_small()) && (!c.one_in || c.in_is_small()); }

std::string effect_of(const Page& page, const std::optional<double>& effect, const Contribution& c) {
  return difference(effect, c.figure.unit, page.language());
}

std::string small_words(const Page& page, const Contribution& c) {
  return c.reason ? escape(sentence(*c.reason, page.language())) : std::string{};
}

/// Parts that move a target little, in one cell: name, and why.
std::string little_movers(const Page& page, const std::vector<const Contribution*>& rows) {
  std::string text;
  for (const Contribution* c : rows) {
    if (!moves_little(*c)) continue;
    text += (text.empty() ? "" : "<br>") + escape(c->part.name.in(page.language()));
    if (const std::string why = small_words(page, *c); !why.empty()) text += ": " + why;
  }
  return text;
}

std::string target_name(const Page& page, const Verdict& v) {
  return fmt::format("{}<br><small>{}</small>", escape(v.target), escape(page.metric_reading(to_text(v.metric), v.scope)));
}

void add_target(const Page& page, const Verdict& v, const std::vector<const Contribution*>& rows, TableText& table) {
  if (rows.empty()) return;
  std::string name = target_name(page, v);
  for (const Contribution* c : rows) {
    if (moves_little(*c)) continue;
    table.row({name, escape(c->part.name.in(page.language())), effect_of(page, c->one_out, *c), effect_of(page, c->one_in, *c),
               small_words(page, *c)});
    name.clear();
  }
  if (const std::string little = little_movers(page, rows); !little.empty()) table.row({name, "<small>" + little + "</small>", "", "", ""});
}

std::string city_table(const Page& page, const std::vector<Contribution>& all) {
  TableText table("data", {page.word("contribution.part"), page.word("metric"), page.word("plan"), page.word("contribution.one_out"),
                           page.word("contribution.one_in")});
  bool any = false;
  for (const Contribution& c : all) {
    if (!c.figure.target.empty() || c.figure.period != page.focus_year() || moves_little(c)) continue;
    any = true;
    table.row({escape(c.part.name.in(page.language())), escape(page.metric_reading(c.figure.metric, c.figure.scope)),
               figure(c.plan, c.figure.unit, page.language()), effect_of(page, c.one_out, c), effect_of(page, c.one_in, c)});
  }
  const std::string title = fmt::format(fmt::runtime(page.word("contribution.city")), page.focus_year());
  return any ? heading3(title) + table.take() : std::string{};
}

}  // namespace

std::string contribution_section(const Page& page) {
  const auto& all = page.input().contributions;
  if (!all) return html_paragraph(escape(page.word("contribution.quick")));
  if (all->empty()) return html_paragraph(escape(page.word("contribution.none")));
  TableText table("notes", {page.word("target"), page.word("contribution.part"), page.word("contribution.one_out"),
                            page.word("contribution.one_in"), page.word("contribution.small")});
  for (const Verdict& v : page.input().verdicts) {
    if (v.reading_of.empty()) add_target(page, v, by_strength(*all, v.target), table);  // other readings: in the file
  }
  const std::string file = fmt::format(fmt::runtime(page.word("contribution.file")), "contributions.csv");
  return html_paragraph(escape(page.word("contribution.lead"))) + heading3(page.word("contribution.targets")) + table.take() +
         city_table(page, *all) + html_paragraph("<small>" + escape(file) + "</small>");
}

}  // namespace railshift::analysis::report
