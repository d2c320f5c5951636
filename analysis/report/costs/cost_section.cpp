/// What the plan costs: bills, rates, who pays and who gains, public money of measures, firms whose bill changes most.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/sections.hpp"
#include "analysis/words/cost_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Run;

constexpr std::size_t kFirmsShown = 10;

/// A difference with its range, or why it is not there.
Line difference(Page& page, const CostRow& row) {
  const std::string remark = word_of("cost.remark", to_text(row.remark), page.language());
  if (!row.difference) return {text(remark)};
  Line line{page.of_cost(row, "difference")};
  const auto add = [&](const Line& more) { line.insert(line.end(), more.begin(), more.end()); };
  if (row.low && row.high && *row.low < *row.high) add(page.sentence("cost.range", {page.of_cost(row, "low"), page.of_cost(row, "high")}));
  if (row.remark != CostRemark::none) add(page.sentence("cost.remark", {text(remark)}));
  return line;
}

/// The name of a measure instead of its id.
std::string name_of(const Page& page, const CostRow& row) {
  return row.item == CostItem::public_cost && !row.id.empty() ? page.measure_name(row.id) : cost_name(row, page.names(), page.language());
}

document::Table headline_table(Page& page, const CostTable& costs) {
  TableRows table("costs", page.word("section.costs"),
                  {words(page.word("cost.item"), 2.6), numbers(page.word("baseline"), 1.2), numbers(page.word("plan"), 1.2),
                   numbers(page.word("cost.difference"), 1.6)});
  for (const CostRow* row : cost_headlines(costs)) {
    const auto side = [&](const char* column, const std::optional<double>& value) {
      return value && row->item != CostItem::gain ? Cell(page.of_cost(*row, column)) : Cell{};
    };
    table.row({name_of(page, *row), side("baseline", row->baseline), side("plan", row->plan), difference(page, *row)});
  }
  return table.take(page.one_run_note() + " " + fmt::format(fmt::runtime(page.word("cost.file")), "costs.csv"));
}

Blocks public_table(Page& page, const CostTable& costs) {
  TableRows table("public_costs", page.word("cost.public_title"),
                  {words(page.word("cost.measure"), 2.4), words(page.word("cost.kind")), words(page.word("cost.year")),
                   numbers(page.word("cost.spent"), 1.6), words(page.word("standing"))});
  for (const CostRow& row : costs) {
    if (row.item != CostItem::public_cost || row.id.empty() || row.kind.empty()) continue;
    table.row({name_of(page, row), page.word(row.kind), row.period, difference(page, row), page.word(row.standing)});
  }
  if (table.empty()) return {};
  return {table.take()};
}

Blocks firm_table(Page& page, const CostTable& costs) {
  std::vector<const CostRow*> rows;
  const std::string whole = whole_period(costs);
  for (const CostRow& row : costs) {
    if (row.item == CostItem::bill_firm && row.kind == "both" && row.period == whole && std::abs(row.difference.value_or(0.0)) >= 1.0)
      rows.push_back(&row);
  }
  if (rows.empty()) return {};
  std::stable_sort(rows.begin(), rows.end(),
                   [](const CostRow* a, const CostRow* b) { return std::abs(*a->difference) > std::abs(*b->difference); });
  if (rows.size() > kFirmsShown) rows.resize(kFirmsShown);
  TableRows table("firm_bills", page.word("cost.firms_title"),
                  {words(page.word("cost.firm"), 2.6), numbers(page.word("baseline")), numbers(page.word("plan")),
                   numbers(page.word("cost.difference"))});
  for (const CostRow* row : rows)
    table.row({name_of(page, *row), page.of_cost(*row, "baseline"), page.of_cost(*row, "plan"), difference(page, *row)});
  return {table.take(page.one_run_note())};
}

/// What the figures leave out, measures by name.
Blocks gaps(Page& page, const CostTable& costs) {
  Blocks blocks;
  std::string silent;
  for (const std::string& measure : not_stated(costs)) silent += (silent.empty() ? "" : page.comma()) + page.measure_name(measure);
  if (!silent.empty()) blocks.push_back(paragraph(fmt::format(fmt::runtime(page.word("cost.silent")), silent), document::Tone::small));
  const CostRow* unpriced = find_cost(costs, CostItem::unpriced, "", whole_period(costs));
  if (unpriced != nullptr && unpriced->remark == CostRemark::not_stated)
    blocks.push_back(paragraph(page.sentence("cost.unpriced_ways", {page.of_cost(*unpriced, "baseline"), page.of_cost(*unpriced, "plan")}),
                               document::Tone::small));
  return blocks;
}

}  // namespace

Blocks costs(Page& page) {
  const CostTable& costs = page.input().costs;
  if (page.baseline() == nullptr) return {};
  if (costs.empty()) return {paragraph(page.word("cost.none"))};
  Blocks blocks{paragraph(fmt::format(fmt::runtime(page.word("cost.lead")), cost_period(costs)), document::Tone::small),
                headline_table(page, costs), paragraph(page.word("cost.beware"), document::Tone::small)};
  for (const Blocks& part : {gaps(page, costs), public_table(page, costs)}) blocks.insert(blocks.end(), part.begin(), part.end());
  return blocks;
}

Blocks firm_bills(Page& page) { return page.baseline() == nullptr ? Blocks{} : firm_table(page, page.input().costs); }

}  // namespace railshift::analysis::report
