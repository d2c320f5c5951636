/// What it takes: per target that is not on track its levers by what they do, the set that is enough, and what each listed firm can do.
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/lever_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

std::string small_text(const std::string& html) { return "<small>" + html + "</small>"; }

std::string target_cell(const Page& page, const Verdict& v) {
  return escape(v.target) + "<br>" + small_text(escape(page.metric_reading(to_text(v.metric), v.scope))) + "<br>" +
         small_text(escape(
             fmt::format("{} {} · {}", sign(v.op), figure_text(v.threshold, v.unit, page.language()), word(*v.status, page.language()))));
}

void add_levers_of(const Page& page, const TargetLevers& target, TableText& table) {
  std::string name = target_cell(page, target.verdict);
  std::size_t idle = 0;
  for (const LeverRow& row : target.rows) {
    if (row.found.finding == LeverFinding::no_effect) {
      ++idle;
      continue;
    }
    table.row({name, escape(sentence(row, target.verdict, page.language())), escape(per_unit_text(row, target.verdict, page.language()))});
    name.clear();
  }
  std::string rest = escape(set_sentence(target, page.language()));
  if (idle > 0) {
    rest += (rest.empty() ? "" : "<br>") + small_text(escape(fmt::format(fmt::runtime(page.word("lever.others")), idle)));
  }
  if (!rest.empty()) table.row({name, rest, ""});
}

void add_ways_of(const Page& page, const FirmWays& firm, TableText& table) {
  std::string name = escape(firm.name.in(page.language()));
  if (firm.no_chain_t > 0.0) {
    name += "<br>" +
            small_text(escape(fmt::format(fmt::runtime(page.word("way.no_chain")), figure_text(firm.no_chain_t, "t", page.language()))));
  }
  name += "<br>" + small_text(escape(vi_sentence(firm, page.language())));
  for (const FirmWay& way : firm.ways) {
    const bool main = firm.main_rail_way() != nullptr && firm.main_rail_way()->way == way.way;
    std::string called = escape(word(way.way, page.language()));
    if (main) called = fmt::format("<strong>{}</strong>", called);
    if (way.limit != WayLimit::none) called += "<br>" + small_text(escape(limit_text(way.limit, page.language())));
    table.row({name, called, figure(way.tonnes, "t", page.language()),
               way.way == Way::belt ? "—" : escape(price_text(way.yuan_per_t, page.language())),
               way.nox_g_per_t ? escape(grouped(*way.nox_g_per_t, 1)) : "—", way.from ? to_string(*way.from) : "—"});
    name.clear();
  }
}

std::string ways_table(const Page& page) {
  TableText table("notes", {page.word("firm"), page.word("way.title"), page.word("way.tonnes"), page.word("way.yuan"), page.word("way.nox"),
                            page.word("way.from")});
  bool any = false;
  for (const FirmWays& firm : page.input().ways) {
    add_ways_of(page, firm, table);
    any = any || !firm.ways.empty();
  }
  if (!any) return html_paragraph(escape(page.word("way.none")));
  return html_paragraph(escape(fmt::format(fmt::runtime(page.word("way.lead")), page.focus_year()))) + table.take() +
         html_paragraph(small_text(escape(page.word("way.reading"))));
}

std::string levers_table(const Page& page, const LeverAnswer& answer) {
  if (answer.targets.empty()) return html_paragraph(escape(page.word("lever.on_track")));
  TableText table("notes", {page.word("target"), page.word("lever.enough"), page.word("lever.per_unit")});
  for (const TargetLevers* target : shown_levers(answer)) add_levers_of(page, *target, table);
  const std::string limits = limits_sentence(answer, page.language());
  return html_paragraph(escape(page.word("lever.lead"))) + table.take() +
         (limits.empty() ? "" : html_paragraph(small_text(escape(limits))));
}

}  // namespace

std::string lever_section(const Page& page) {
  const auto& answer = page.input().levers;
  if (!answer) return html_paragraph(escape(page.word("lever.quick")));
  const std::string file = fmt::format(fmt::runtime(page.word("lever.file")), "levers.csv");
  const std::string ways = fmt::format(fmt::runtime(page.word("way.file")), "ways.csv");
  return levers_table(page, *answer) + heading3(page.word("way.title")) + ways_table(page) +
         html_paragraph(small_text(escape(file) + " · " + escape(ways)));
}

}  // namespace railshift::analysis::report
