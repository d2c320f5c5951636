/// How sure: chances of main targets with what stands behind them, and the inputs to get first.
#include <string>

#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/chance_words.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

std::string small_text(const std::string& html) { return "<small>" + html + "</small>"; }

void add_chance(const Page& page, const ChancesSaid& said, const TargetChance& chance, TableText& table) {
  const Language language = page.language();
  const std::string demand =
      fmt::format("{} {}", to_text(chance.asked.op), figure_text(chance.asked.threshold, chance.asked.unit, language));
  table.row(
      {escape(chance.asked.target) + "<br>" + small_text(escape(page.metric_reading(to_text(chance.asked.metric), chance.asked.scope))),
       escape(demand), escape(chance_text(chance, language)), escape(second_text(chance, language)),
       escape(full_alone_text(chance, language)), escape(band_text(chance, language)),
       escape(decides_text(chance, said.deciding, said.groups, language))});
}

std::string first_numbers_html(const Page& page, const ChancesSaid& said) {
  const std::vector<FirstNumber> numbers = first_numbers(said.chances, said.deciding, said.groups, page.language());
  if (numbers.empty()) return {};
  TableText table("notes", {page.word("chance.decides"), page.word("chance.office"), page.word("chance.of_targets")});
  for (const FirstNumber& number : numbers) table.row({escape(number.name), escape(number.office), escape(number.targets)});
  return table.take();
}

}  // namespace

std::string chance_section(const Page& page) {
  const auto& said = page.input().chances;
  if (!said) return html_paragraph(escape(page.word("chance.quick")));
  if (said->groups.empty()) return html_paragraph(escape(page.word("chance.none")));
  TableText table("notes", {page.word("target"), page.word("asked"), page.word("chance"), page.word("chance.second"),
                            page.word("chance.full_alone"), page.word("chance.band"), page.word("chance.decides")});
  for (const TargetChance& chance : said->chances) {
    if (chance.asked.reading_of.empty()) add_chance(page, *said, chance, table);
  }
  std::string out = html_paragraph(
      escape(fmt::format(fmt::runtime(page.word("chance.lead")), said->groups.size(), said->members, said->members, said->full)));
  out += table.take() + first_numbers_html(page, *said);
  if (const std::string ruled_out = ruled_out_text(said->observed, page.language()); !ruled_out.empty())
    out += html_paragraph(escape(ruled_out));
  if (said->without > 0) out += html_paragraph(escape(fmt::format(fmt::runtime(page.word("chance.failed")), said->without)));
  std::string moved;
  for (const auto& [id, name] : said->groups)
    moved += (moved.empty() ? "" : page.language() == Language::zh ? "；" : "; ") + name.in(page.language());
  out += html_paragraph(small_text(escape(fmt::format(fmt::runtime(page.word("chance.moved")), moved))));
  return out +
         html_paragraph(small_text(escape(fmt::format(fmt::runtime(page.word("chance.file")), "chances.csv, deciding.csv, members.csv"))));
}

}  // namespace railshift::analysis::report
