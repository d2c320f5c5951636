/// Plan against baseline, what the figures rest on, and the journal.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/judge/measure_name.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::size_t kFlowRows = 15;
constexpr std::size_t kJournalRows = 80;

std::string range_text(const Provenance& p) {
  if (!p.low && !p.high) return "—";
  const auto end = [](const std::optional<double>& v) { return v ? grouped_as_written(*v) : std::string("…"); };
  return escape(end(p.low) + " … " + end(p.high));
}

/// Delivered kilograms of the whole run by flow.
std::map<Id<Flow>, std::int64_t> kilograms(const Page& page) {
  std::map<Id<Flow>, std::int64_t> kg;
  for (const ledger::ChainRow& row : page.input().plan.ledger->chains) kg[page.world().chains[row.chain].flow] += row.delivered_kg;
  return kg;
}

std::string assumed_flows(const Page& page) {
  std::vector<std::pair<std::int64_t, Id<Flow>>> order;
  for (const auto& [flow, kg] : kilograms(page)) {
    if (rests_on_assumed(page.world().flows[flow].provenance.standing)) order.emplace_back(-kg, flow);
  }
  std::sort(order.begin(), order.end());
  TableText table("notes", {page.word("flow"), page.word("carried"), page.word("standing"), page.word("range"), page.word("reason")});
  for (std::size_t i = 0; i < std::min(order.size(), kFlowRows); ++i) {
    const Flow& flow = page.world().flows[order[i].second];
    const std::string route = fmt::format("{}: {} → {} ({})", page.commodity_name(page.world().commodities[flow.commodity].id),
                                          page.site_name(flow.origin), page.site_name(flow.destination), flow.id);
    const std::string standing = flow.provenance.standing == Standing::assumed ? "assumed" : "derived(assumed)";
    table.row({escape(route), figure(tonnes_of(-order[i].first), "t", page.language()), escape(page.word(standing)),
               range_text(flow.provenance), escape(flow.provenance.reason)});
  }
  std::string out = heading3(page.word("assumptions.flows")) + table.take();
  if (order.size() > kFlowRows)
    out += html_paragraph("<small>" + escape(fmt::format(fmt::runtime(page.word("more_rows")), order.size() - kFlowRows)) + "</small>");
  return out;
}

std::string by_standing(const Page& page) {
  TableText table("data", {page.word("standing"), page.word("carried") + " · " + page.year_name(page.focus_year()), page.word("percent")});
  for (const char* standing : {"published", "derived", "derived(assumed)", "assumed"}) {
    const MetricRow* row =
        find_row(*page.input().plan.metrics, "tonnes_by_standing", page.focus_year(), {{"basis", "flow"}, {"numerator_kind", standing}});
    if (row == nullptr) continue;
    const double share = row->denominator.value_or(0.0) > 0.0 ? row->value / *row->denominator : 0.0;
    table.row({escape(page.word(standing)), figure(row->value, "t", page.language()), figure(share, "1", page.language())});
  }
  return heading3(page.word("assumptions.standing")) + table.take();
}

/// What a parameter is called, and its id, by which it is found in values.csv.
std::string parameter_name(const Page& page, const std::string& id) {
  const auto found = page.input().parameter_names.find(id);
  if (found == page.input().parameter_names.end()) return escape(id);
  return escape(found->second.in(page.language())) + "<br><small>" + escape(id) + "</small>";
}

/// A number as it stands in the table, with its unit in words; a pure number has none.
std::string parameter_value(const Page& page, const Parameter& p) {
  const std::string number = grouped_as_written(p.value.steps().back().second);
  return escape(p.unit == "1" ? number : number + " " + unit_word(p.unit, page.language()));
}

std::string assumed_parameters(const Page& page) {
  TableText table("notes", {page.word("parameter"), page.word("value"), page.word("range"), page.word("reason")});
  for (const Parameter& p : page.world().parameters) {
    if (!rests_on_assumed(p.provenance.standing) || p.value.steps().empty()) continue;
    table.row({parameter_name(page, p.id), parameter_value(page, p), range_text(p.provenance), escape(p.provenance.reason)});
  }
  return heading3(page.word("assumptions.parameters")) + table.take();
}

std::string kind_name(const Measure& measure, Language language) {
  const policy::KindRow& kind = policy::kind_of(measure);
  return std::string(language == Language::zh ? kind.zh : kind.en);
}

/// A measure, road, siding or pool by its name; empty for what has none.
std::string subject_name(const Page& page, const std::string& id) {
  const World& world = page.world();
  if (const auto found = world.measures.find(id)) {
    const Measure& measure = world.measures[*found];
    return measure.clause ? measure_name(world, measure).in(page.language()) : kind_name(measure, page.language());
  }
  if (const auto siding = world.sidings.find(id)) return world.sidings[*siding].name_zh;
  if (const auto pool = world.pools.find(id)) {
    const TruckClass& trucks = world.truck_classes[world.pools[*pool].truck_class];
    return page.name(trucks.name_zh, trucks.name_en);
  }
  for (const Link& link : world.links) {
    if (link.road == id) return link.name_zh;
  }
  return {};
}

std::string subject_cell(const Page& page, const std::string& id) {
  const std::string name = subject_name(page, id);
  return name.empty() ? escape(id) : escape(name) + "<br><small>" + escape(id) + "</small>";
}

}  // namespace

std::string comparison_section(const Page& page) {
  TableText table("data", {page.word("metric"), page.word("year"), page.word("baseline"), page.word("plan"), page.word("difference"),
                           page.word("percent")});
  for (const ComparisonRow& row : headlines(page.input().comparison, page.input().verdicts, page.focus_year())) {
    const std::string& unit = row.key.unit;
    table.row({escape(page.metric_reading(row.key.metric, scope_of(row.key))), escape(period_text(row, page.language())),
               figure(row.first, unit, page.language()), figure(row.second, unit, page.language()),
               difference(row.difference, unit, page.language()), percent_text(row.percent, unit)});
  }
  return table.take() +
         html_paragraph("<small>" + escape(fmt::format(fmt::runtime(page.word("all_figures")), "comparison.csv")) + "</small>");
}

std::string assumption_section(const Page& page) {
  return html_paragraph(escape(page.word("assumptions.lead"))) + by_standing(page) + assumed_flows(page) + assumed_parameters(page);
}

std::string journal_section(const Page& page) {
  std::vector<const ledger::JournalEntry*> entries;
  for (const ledger::JournalEntry& e : page.input().plan.ledger->journal) entries.push_back(&e);
  // What had no effect is what a reader must not miss; else in the order of time.
  std::stable_partition(entries.begin(), entries.end(), [](const ledger::JournalEntry* e) { return e->event == "idle"; });
  if (entries.empty()) return html_paragraph(escape(page.word("no_journal")));
  TableText table("notes", {page.word("month"), page.word("subject"), page.word("event"), page.word("detail")});
  for (std::size_t i = 0; i < std::min(entries.size(), kJournalRows); ++i) {
    const ledger::JournalEntry& e = *entries[i];
    table.row({escape(to_string(e.month)), subject_cell(page, e.subject), escape(word_of("journal", e.event, page.language())),
               escape(journal_detail(e.detail, page.language()))});
  }
  std::string out = table.take();
  if (entries.size() > kJournalRows)
    out +=
        html_paragraph("<small>" + escape(fmt::format(fmt::runtime(page.word("more_rows")), entries.size() - kJournalRows)) + "</small>");
  return out;
}

}  // namespace railshift::analysis::report
