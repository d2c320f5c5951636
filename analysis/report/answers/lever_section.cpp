/// What it takes: per target that is not on track its levers by what they do, the set that is enough, and what each listed firm can do.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/lever_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Run;

const std::string& text_at(const LeverRow& row, const Tried& tried) { return row.lever.positions[tried.at].text; }

/// What the runs of one lever say.
Line lever_line(Page& page, const TargetLevers& target, const LeverRow& row) {
  const Run name = text(lever_name(row.lever, page.language()));
  switch (row.found.finding) {
    case LeverFinding::reached:
    case LeverFinding::step:
    case LeverFinding::between:
      return page.sentence(
          "lever." + std::string(to_text(row.found.finding)),
          {name, text(row.lever.positions.front().text), text(text_at(row, *row.found.meets)), page.of_lever(target, row, "value_enough"),
           text(text_at(row, *row.found.misses)), page.of_lever(target, row, "value_misses")});
    case LeverFinding::not_within_range:
      return page.sentence("lever.best", {name, page.of_lever(target, row, "value_misses"), text(text_at(row, *row.found.misses))});
    case LeverFinding::no_effect:
    case LeverFinding::no_figure:
      break;
  }
  return {text(sentence(row, target.verdict, page.language()))};
}

std::string turned(const Page& page, const TargetLevers& target) {
  std::string all;
  for (const LeverTurned& one : target.set) {
    const auto row = std::find_if(target.rows.begin(), target.rows.end(), [&](const LeverRow& r) { return r.lever.path == one.path; });
    const std::string name = row == target.rows.end() ? one.path : lever_name(row->lever, page.language());
    all += (all.empty() ? "" : page.comma()) + fmt::format(fmt::runtime(page.word("lever.turned")), name, one.text);
  }
  return all;
}

/// What several levers do together; empty where one is enough.
Line set_line(Page& page, const TargetLevers& target) {
  switch (target.finding) {
    case SetFinding::single:
      return {};
    case SetFinding::no_lever:
      return {text(page.word("lever.none"))};
    case SetFinding::none:
      return page.sentence("lever.set.none", {text(std::to_string(target.set.size())), page.of_lever_set(target)});
    case SetFinding::found:
      return page.sentence("lever.set.found", {page.of_lever_set(target), text(turned(page, target))});
  }
  return {};
}

/// Where no lever is enough alone, so many of those with the largest gain stand in the report; all are in the file.
constexpr std::size_t kWeakLeversShown = 3;

/// Enough alone, or among the strongest.
std::vector<std::string> shown_paths(const TargetLevers& target) {
  std::vector<std::string> shown;
  for (const LeverRow& row : target.rows) {
    if (row.found.meets) shown.push_back(row.lever.path);
  }
  const std::vector<LeverTurned> strongest = by_gain(target.verdict, target.rows);
  for (std::size_t i = 0; i < std::min(kWeakLeversShown, strongest.size()); ++i) shown.push_back(strongest[i].path);
  return shown;
}

void add_levers_of(Page& page, const TargetLevers& target, TableRows& table) {
  Cell name{strong(page.target_name(target.verdict.target))};
  name.below(judged(page, target.verdict));
  const std::vector<std::string> shown = shown_paths(target);
  std::size_t idle = 0, weaker = 0;
  for (const LeverRow& row : target.rows) {
    if (row.found.finding == LeverFinding::no_effect) {
      ++idle;
      continue;
    }
    if (std::find(shown.begin(), shown.end(), row.lever.path) == shown.end()) {
      ++weaker;
      continue;
    }
    table.row({name, lever_line(page, target, row),
               Line{page.of_lever(target, row, "per_unit"), text(" " + word_of("lever_unit", to_text(row.lever.unit), page.language()))}});
    name = {};
  }
  Cell rest;
  rest.below(set_line(page, target));
  if (weaker > 0) rest.below(small(fmt::format(fmt::runtime(page.word("lever.weaker")), weaker)));
  if (idle > 0) rest.below(small(fmt::format(fmt::runtime(page.word("lever.others")), idle)));
  if (!rest.lines.empty()) table.row({name, rest, {}});
}

Line vi_line(Page& page, const FirmWays& firm) {
  const auto way = std::find_if(firm.ways.begin(), firm.ways.end(), [](const FirmWay& w) { return w.way == Way::national_vi; });
  if (firm.vi_answer() == ViAnswer::pays_below && way != firm.ways.end())
    return page.sentence("way.vi.pays_below", {page.of_way(firm, *way, "vi_pays_below")});
  return {text(vi_sentence(firm, page.language()))};
}

void add_ways_of(Page& page, const FirmWays& firm, TableRows& table) {
  Cell name{strong(firm.name.in(page.language()))};
  if (firm.no_chain_t > 0.0 && !firm.ways.empty())
    name.below(page.sentence("way.no_chain", {page.of_way(firm, firm.ways.front(), "no_chain_t")}));
  name.below(vi_line(page, firm));
  for (const FirmWay& way : firm.ways) {
    const bool main = firm.main_rail_way() != nullptr && firm.main_rail_way()->way == way.way;
    Cell called{main ? strong(word(way.way, page.language())) : text(word(way.way, page.language()))};
    if (way.limit != WayLimit::none) called.below(small(limit_text(way.limit, page.language())));
    Run price = text(way.way == Way::belt ? "—" : page.word("way.missing"));
    if (way.way != Way::belt && way.yuan_per_t) price = page.of_way(firm, way, "yuan_per_t");
    table.row({name, called, page.of_way(firm, way, "tonnes"), price, page.of_way(firm, way, "nox_g_per_t"),
               way.from ? to_string(*way.from) : std::string("—")});
    name = {};
  }
}

}  // namespace

Line what_it_takes(Page& page, const std::string& target) {
  if (!page.input().levers) return {};
  for (const TargetLevers& one : page.input().levers->targets) {
    if (one.verdict.target != target) continue;
    Line line{text(page.word("lever.enough") + (page.language() == Language::zh ? "：" : ": "))};
    for (const Run& run : one.finding == SetFinding::single ? lever_line(page, one, one.rows.front()) : set_line(page, one))
      line.push_back(run);
    return line;
  }
  return {};
}

Blocks levers(Page& page) {
  const auto& answer = page.input().levers;
  if (page.baseline() == nullptr) return {};
  if (!answer) return {paragraph(page.word("lever.quick"))};
  if (answer->targets.empty()) return {paragraph(page.word("lever.on_track"))};
  TableRows table("levers", page.word("section.levers"),
                  {words(page.word("target"), 2.0), words(page.word("lever.enough"), 3.6), numbers(page.word("lever.per_unit"), 1.4)});
  for (const TargetLevers* target : shown_levers(*answer)) add_levers_of(page, *target, table);
  Blocks blocks{paragraph(page.word("lever.lead"), document::Tone::small),
                table.take(page.one_run_note() + " " + fmt::format(fmt::runtime(page.word("lever.file")), "levers.csv"))};
  if (std::string limits = limits_sentence(*answer, page.language()); !limits.empty()) {
    while (!limits.empty() && limits.back() == '\n') limits.pop_back();
    document::Paragraph said{{}, document::Tone::small};
    for (std::size_t at = 0; at <= limits.size();) {
      const std::size_t end = std::min(limits.find('\n', at), limits.size());
      said.lines.push_back({text(limits.substr(at, end - at))});
      at = end + 1;
    }
    blocks.push_back(std::move(said));
  }
  return blocks;
}

Blocks ways(Page& page) {
  if (!page.input().levers) return {};
  TableRows table("ways", page.word("way.title"),
                  {words(page.word("firm"), 2.6), words(page.word("way.title"), 1.4), numbers(page.word("way.tonnes")),
                   numbers(page.word("way.yuan")), numbers(page.word("way.nox")), words(page.word("way.from"))});
  for (const FirmWays& firm : page.input().ways) add_ways_of(page, firm, table);
  if (table.empty()) return {paragraph(page.word("way.none"))};
  return {paragraph(fmt::format(fmt::runtime(page.word("way.lead")), page.focus_year()), document::Tone::small),
          table.take(page.one_run_note() + " " + page.word("way.reading") + " " +
                     fmt::format(fmt::runtime(page.word("way.file")), "ways.csv"))};
}

}  // namespace railshift::analysis::report
