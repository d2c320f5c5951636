/// What targets can reach at most: by chains, with capacity, firm by firm and all together, and where capacity is worth most.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/ceiling_words.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Run;

constexpr std::size_t kLimitsShown = 5;

Run counted_in(Page& page, const std::string& target, int year, const char* figure, int number) {
  return page.of_ceiling(target, year, figure, "", number, "");
}

/// 武家坡专用线 1.00 吨/吨（12 个月）
Line limit_line(Page& page, const TargetCeiling& ceiling, const BindingLimit& limit) {
  Line line = page.sentence("ceiling.worth", {text(limit_name(page.world(), limit.what, page.language())),
                                              page.of_ceiling(ceiling.target, ceiling.year, "worth", limit.what, limit.worth, "t/t"),
                                              page.of_ceiling(ceiling.target, ceiling.year, "months_full", limit.what, limit.months, "")});
  if (limit.tonnes_a_slot <= 0.0) return line;
  const double slot = limit.worth * limit.tonnes_a_slot;
  for (const Run& run :
       page.sentence("ceiling.slot", {page.of_ceiling(ceiling.target, ceiling.year, "worth_of_slot", limit.what, slot, "t")}))
    line.push_back(run);
  return line;
}

Cell limits(Page& page, const TargetCeiling& ceiling) {
  Cell cell;
  for (std::size_t i = 0; i < ceiling.binding.size() && i < kLimitsShown; ++i) cell.below(limit_line(page, ceiling, ceiling.binding[i]));
  return cell.lines.empty() ? Cell("—") : cell;
}

Line unproven(Page& page, int bound, int reached) {
  return page.sentence("ceiling.unproven", {text(std::to_string(bound)), text(std::to_string(bound - reached))});
}

Line firms_line(Page& page, const TargetCeiling& ceiling) {
  const FirmsCeiling& firms = *ceiling.firms;
  const auto number = [&](const char* figure, int value) { return counted_in(page, ceiling.target, ceiling.year, figure, value); };
  Line line = page.sentence("ceiling.firms", {number("firms", firms.firms), number("firms_by_chains", firms.by_chains),
                                              number("firms_together", firms.together)});
  if (!firms.proven()) {
    for (const Run& run : unproven(page, firms.bound, firms.together)) line.push_back(run);
  }
  return line;
}

void add_row(Page& page, const Verdict& verdict, const TargetCeiling& ceiling, TableRows& table) {
  Cell name{strong(page.target_name(verdict.target))};
  if (ceiling.firms) name.below(firms_line(page, ceiling));
  name.below(small(remark(ceiling, page.language())));
  const Run own =
      ceiling.capacity ? page.of_ceiling(ceiling.target, ceiling.year, "capacity_own", "", *ceiling.capacity, ceiling.unit) : text("—");
  // a share of clean transport has none in its verdict: trucks carry the rest
  const auto bound = [&](const char* column, const std::optional<double>& in_verdict, const char* figure,
                         const std::optional<double>& value) {
    if (in_verdict) return page.of_verdict(verdict, column);
    return value ? page.of_ceiling(ceiling.target, ceiling.year, figure, "", *value, ceiling.unit) : text("—");
  };
  table.row({std::move(name), demand(page, verdict), bound("ceiling", verdict.ceiling, "chains", ceiling.chains_bound),
             bound("ceiling_capacity", verdict.ceiling_capacity, "capacity", ceiling.capacity_bound), own, limits(page, ceiling)});
}

/// How many targets of a year can be met at once, and which exclude each other.
Line together_line(Page& page, const Together& all) {
  const auto alone = std::count_if(all.targets.begin(), all.targets.end(), [](const auto& t) { return t.alone; });
  const Run can = page.count(fmt::format("alone:{}", all.year), static_cast<std::size_t>(alone),
                             {"ceilings.csv", {{"year", std::to_string(all.year)}, {"figure", "alone"}, {"value", "1"}}, "", "rows", {}});
  Line line = page.sentence("ceiling.together", {text(std::to_string(all.year)),
                                                 counted_in(page, "", all.year, "together_targets", static_cast<int>(all.targets.size())),
                                                 can, counted_in(page, "", all.year, "together_met", all.met)});
  if (!all.proven()) {
    for (const Run& run : unproven(page, all.bound, all.met)) line.push_back(run);
  }
  for (const auto& [one, other] : all.exclusive) {
    for (const Run& run : page.sentence("ceiling.exclusive", {text(page.target_name(one)), text(page.target_name(other))}))
      line.push_back(run);
  }
  return line;
}

}  // namespace

Blocks ceilings(Page& page) {
  const Ceilings& ceilings = page.input().ceilings;
  Blocks blocks;
  TableRows table("ceilings", page.word("section.ceilings"),
                  {words(page.word("target"), 2.6), numbers(page.word("asked")), numbers(page.word("ceiling.chains")),
                   numbers(page.word("ceiling.capacity")), numbers(page.word("ceiling.own")), words(page.word("ceiling.binding"), 2.6)});
  for (const Verdict& verdict : page.input().verdicts) {
    if (!verdict.reading_of.empty()) continue;  // in the tables of readings
    if (const TargetCeiling* ceiling = ceilings.of(verdict.target); ceiling != nullptr && ceiling->chains)
      add_row(page, verdict, *ceiling, table);
  }
  if (!table.empty()) {
    blocks.push_back(paragraph(page.word("ceiling.lead")));
    blocks.push_back(table.take(page.word("note.bound")));
  }
  for (const Together& all : ceilings.years) blocks.push_back(paragraph(together_line(page, all)));
  if (!ceilings.failed.empty()) {
    std::vector<Line> names;
    for (const std::string& failed : ceilings.failed) names.push_back({text(page.target_name(failed))});
    Line line{text(fmt::format(fmt::runtime(page.word("ceiling.failed")), ""))};
    for (const Run& run : joined(names, page.comma())) line.push_back(run);
    blocks.push_back(paragraph(std::move(line), document::Tone::notice));
  }
  return blocks;
}

}  // namespace railshift::analysis::report
