/// What the trucks of each pool ran: loaded, empty, and the least that their loads leave to run empty.
#include <fmt/format.h>

#include "analysis/operations/off_network.hpp"
#include "analysis/operations/pool_runs.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

std::string note_of(const Page& page, const PoolRuns& runs) {
  switch (empty_running(runs)) {
    case EmptyRunning::much:
      return page.word("pool.much_empty");
    case EmptyRunning::little:
      return page.word("pool.little_empty");
    case EmptyRunning::usual:
      break;
  }
  return {};
}

void add_pools(const Page& page, const Side& side, const char* name, TableText& table) {
  const auto km = [&](double value) { return escape(figure_text(value, "km", page.language())); };
  for (const PoolRuns& runs : pool_runs(*side.world, *side.ledger)) {
    const Pool& pool = side.world->pools[*side.world->pools.find(runs.pool)];
    const TruckClass& trucks = side.world->truck_classes[pool.truck_class];
    table.row({fmt::format("{} <small>{}</small>", escape(page.name(trucks.name_zh, trucks.name_en)), escape(runs.pool)),
               escape(page.word(name)), km(runs.loaded_km), km(runs.empty_km), km(runs.least_empty_km), fmt::format("{:.2f}", runs.ratio()),
               escape(note_of(page, runs))});
  }
}

/// Kilometres on no road of the network; empty if none are stated.
std::string off_network_note(const Page& page) {
  const auto plan = off_network(*page.input().plan.world, *page.input().plan.ledger);
  const auto baseline = off_network(*page.input().baseline.world, *page.input().baseline.ledger);
  if (!plan || !baseline) return {};
  const auto km = [&](double value) { return figure_text(value, "km", page.language()); };
  return html_paragraph(escape(fmt::format(fmt::runtime(page.word("pools.off_network")), km(plan->km), km(baseline->km),
                                           to_string(plan->first), to_string(plan->last))));
}

}  // namespace

std::string pool_section(const Page& page) {
  TableText table("data", {page.word("pool"), page.word("pool.run"), page.word("pool.loaded_km"), page.word("pool.empty_km"),
                           page.word("pool.least_empty_km"), page.word("pool.ratio"), page.word("note")});
  add_pools(page, page.input().plan, "plan", table);
  add_pools(page, page.input().baseline, "baseline", table);
  return html_paragraph(escape(page.word("pools.lead"))) + table.take() + off_network_note(page);
}

}  // namespace railshift::analysis::report
