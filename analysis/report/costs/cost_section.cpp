/// What the plan costs: bills, rates, who pays and who gains, public money of measures, firms whose bill changes most.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/cost_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::size_t kFirmsShown = 10;

std::string headline_table(const Page& page, const CostTable& costs, const Names& names) {
  TableText table("data", {page.word("cost.item"), page.word("baseline"), page.word("plan"), page.word("cost.difference")});
  for (const CostRow* row : cost_headlines(costs)) {
    const auto side = [&](const std::optional<double>& value) {
      return value && row->item != CostItem::gain ? figure(value, row->unit, page.language()) : std::string{};
    };
    table.row({escape(cost_name(*row, names, page.language())), side(row->baseline), side(row->plan),
               escape(cost_figure(*row, page.language()))});
  }
  return table.take();
}

std::string public_table(const Page& page, const CostTable& costs) {
  TableText table(
      "data", {page.word("cost.measure"), page.word("cost.kind"), page.word("cost.year"), page.word("cost.spent"), page.word("standing")});
  bool any = false;
  for (const CostRow& row : costs) {
    if (row.item != CostItem::public_cost || row.id.empty() || row.kind.empty()) continue;
    any = true;
    table.row({escape(row.id), escape(page.word(row.kind)), row.period, escape(cost_figure(row, page.language())),
               escape(page.word(row.standing))});
  }
  return any ? heading3(page.word("cost.public_title")) + table.take() : std::string{};
}

std::string firm_table(const Page& page, const CostTable& costs, const Names& names) {
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
  TableText table("data", {page.word("cost.firm"), page.word("baseline"), page.word("plan"), page.word("cost.difference")});
  for (const CostRow* row : rows)
    table.row({escape(cost_name(*row, names, page.language())), figure(row->baseline, row->unit, page.language()),
               figure(row->plan, row->unit, page.language()), escape(cost_figure(*row, page.language()))});
  return heading3(page.word("cost.firms_title")) + table.take();
}

}  // namespace

std::string cost_section(const Page& page) {
  const CostTable& costs = page.input().costs;
  if (costs.empty()) return html_paragraph(escape(page.word("cost.none")));
  const Names names = names_of(page.world());
  const std::string lead = page.word("cost.lead");
  std::string out = html_paragraph(escape(fmt::format(fmt::runtime(lead), cost_period(costs)))) + headline_table(page, costs, names);
  out += html_paragraph(escape(page.word("cost.beware")));
  for (const std::string& gap : cost_gaps(costs, page.language())) out += html_paragraph(escape(gap));
  return out + public_table(page, costs) + firm_table(page, costs, names);
}

}  // namespace railshift::analysis::report
