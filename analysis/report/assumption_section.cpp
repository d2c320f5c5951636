/// What the figures rest on, flow by flow and number by number, and what the model leaves out.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Of;
using document::Run;

constexpr std::size_t kFlowRows = 15;

std::string range_text(const Provenance& p) {
  if (!p.low && !p.high) return "—";
  const auto end = [](const std::optional<double>& v) { return v ? grouped_as_written(*v) : std::string("…"); };
  return end(p.low) + " … " + end(p.high);
}

/// Delivered kilograms of the whole run by flow.
std::map<Id<Flow>, std::int64_t> kilograms(const Page& page) {
  std::map<Id<Flow>, std::int64_t> kg;
  for (const ledger::ChainRow& row : page.plan().ledger->chains) kg[page.world().chains[row.chain].flow] += row.delivered_kg;
  return kg;
}

/// Delivered in the whole run: the rows of the ledger's table of flows, all months.
Run delivered(Page& page, Id<Flow> flow, std::int64_t kg) {
  const auto value = static_cast<double>(kg);
  return page.figure(fmt::format("flow:{}:delivered", page.world().flows[flow].id),
                     {value,
                      "kg",
                      figure_text(value, "kg", page.language()),
                      page.plan().of,
                      1,
                      "",
                      {page.plan().folder + "run.gpkg/flows", {{"flow", std::to_string(flow.index)}}, "delivered_kg", "sum", {}}});
}

document::Table assumed_flows(Page& page) {
  std::vector<std::pair<std::int64_t, Id<Flow>>> order;
  for (const auto& [flow, kg] : kilograms(page)) {
    if (rests_on_assumed(page.world().flows[flow].provenance.standing)) order.emplace_back(-kg, flow);
  }
  std::sort(order.begin(), order.end());
  TableRows table("assumed_flows", page.word("assumptions.flows"),
                  {words(page.word("flow"), 2.6), numbers(page.word("carried")), words(page.word("standing")), words(page.word("range")),
                   words(page.word("reason"), 3.0)});
  for (std::size_t i = 0; i < std::min(order.size(), kFlowRows); ++i) {
    const Flow& flow = page.world().flows[order[i].second];
    const std::string standing = flow.provenance.standing == Standing::assumed ? "assumed" : "derived(assumed)";
    table.row({page.flow_name(order[i].second), delivered(page, order[i].second, -order[i].first), page.word(standing),
               range_text(flow.provenance), flow.provenance.reason});
  }
  std::string note = page.one_run_note();
  if (order.size() > kFlowRows) note += " " + fmt::format(fmt::runtime(page.word("more_rows")), order.size() - kFlowRows);
  return table.take(std::move(note));
}

Run share_of_tonnes(Page& page, const MetricRow& row) {
  const double share = row.denominator.value_or(0.0) > 0.0 ? row.value / *row.denominator : 0.0;
  return page.figure(fmt::format("standing:{}:{}", row.period, row.numerator_kind),
                     {share,
                      "1",
                      figure_text(share, "1", page.language()),
                      page.plan().of,
                      1,
                      row.standing,
                      {page.plan().folder + "metrics.csv", page.key_of(page.plan(), row), "", "value / denominator", {}}});
}

/// What a parameter is called; its id where the schema has no name for it.
std::string parameter_name(const Page& page, const std::string& id) {
  const auto found = page.input().parameter_names.find(id);
  return found == page.input().parameter_names.end() ? id : found->second.in(page.language());
}

/// The number as it stands in the table, with its unit in words; a pure number has none.
Run parameter_value(Page& page, const Parameter& p) {
  const auto& [from, value] = p.value.steps().back();
  const std::string number = grouped_as_written(value);
  const std::string standing = p.provenance.standing == Standing::assumed ? "assumed" : "derived(assumed)";
  return page.figure("parameter:" + p.id,
                     {value,
                      p.unit,
                      p.unit == "1" ? number : number + " " + unit_word(p.unit, page.language()),
                      Of::input,
                      1,
                      standing,
                      {page.input_file("values.csv"), {{"name", p.id}, {"valid_from", to_string(from)}}, "value", "", {}}});
}

}  // namespace

Blocks assumptions(Page& page) {
  TableRows table("standing", page.word("assumptions.standing"),
                  {words(page.word("standing"), 1.5), numbers(page.word("carried") + " · " + page.year_name(page.focus_year())),
                   numbers(page.word("percent"))});
  for (const char* standing : {"published", "derived", "derived(assumed)", "assumed"}) {
    const Scope scope{{"basis", "flow"}, {"numerator_kind", standing}};
    const MetricRow* row = page.row(page.plan(), "tonnes_by_standing", page.focus_year(), scope);
    if (row != nullptr)
      table.row(
          {page.word(standing), page.metric(page.plan(), "tonnes_by_standing", page.focus_year(), scope), share_of_tonnes(page, *row)});
  }
  if (table.empty()) return {};
  return {paragraph(page.word("assumptions.lead")), table.take(page.one_run_note())};
}

Blocks assumed_rows(Page& page) {
  TableRows table(
      "assumed_parameters", page.word("assumptions.parameters"),
      {words(page.word("parameter"), 2.4), numbers(page.word("value")), words(page.word("range")), words(page.word("reason"), 3.6)});
  for (const Parameter& p : page.world().parameters) {
    if (!rests_on_assumed(p.provenance.standing) || p.value.steps().empty()) continue;
    table.row({parameter_name(page, p.id), parameter_value(page, p), range_text(p.provenance), p.provenance.reason});
  }
  return {assumed_flows(page), table.take()};
}

Blocks not_simulated(Page& page) {
  document::List list;
  for (const char* key : {"left_out.concentration", "left_out.background", "left_out.owners", "left_out.prices", "left_out.other_work"})
    list.items.push_back({{text(page.word(key))}});
  return {std::move(list)};
}

}  // namespace railshift::analysis::report
