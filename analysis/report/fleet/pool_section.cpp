/// What the trucks of each pool ran: loaded, empty, and the least that their loads leave to run empty.
#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/operations/off_network.hpp"
#include "analysis/operations/pool_runs.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

using document::Run;

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

/// The years of a run as terms of a sum: period=2023 + period=2024.
std::string sum_of_years(const Side& side) {
  std::string terms;
  for (const std::string& year : reported_years(*side.metrics)) terms += (terms.empty() ? "" : " + ") + std::string("period=") + year;
  return terms;
}

void add_pools(Page& page, const NamedSide& named, TableRows& table) {
  const Side& side = *named.side;
  for (const PoolRuns& runs : pool_runs(*side.world, *side.ledger)) {
    const auto add = [&](const char* column, double value, std::string text, std::string formula) {
      return page.figure(fmt::format("pool:{}:{}:{}", named.name, runs.pool, column),
                         {value,
                          column == std::string_view("ratio") ? "" : "km",
                          std::move(text),
                          side.of,
                          1,
                          "",
                          {side.folder + "pools.csv",
                           {{"replication", "1"}, {"pool", runs.pool}, {"owner", "all"}},
                           column == std::string_view("ratio") ? "" : column,
                           std::move(formula),
                           {}}});
    };
    const auto km = [&](const char* column, double value) {
      return add(column, value, figure_text(value, "km", page.language()), sum_of_years(side));
    };
    table.row({page.pool_name(runs.pool), page.word(named.name), km("loaded_km", runs.loaded_km), km("empty_km", runs.empty_km),
               km("least_empty_km", runs.least_empty_km),
               add("ratio", runs.ratio(), fmt::format("{:.2f}", runs.ratio()), "empty_km / loaded_km"), note_of(page, runs)});
  }
}

/// Kilometres on no road of the network; none where legs state none.
Blocks off_network_note(Page& page) {
  std::vector<Run> runs;
  std::vector<Run> months;
  for (const NamedSide& named : page.sides()) {
    const auto outside = off_network(*named.side->world, *named.side->ledger);
    if (!outside) return {};
    runs.push_back(page.figure(fmt::format("off_network:{}", named.name),
                               {outside->km,
                                "km",
                                figure_text(outside->km, "km", page.language()),
                                named.side->of,
                                1,
                                "",
                                {named.side->folder + "run.gpkg/chains", {}, "", "delivered loads x off_network_km of truck legs", {}}}));
    if (months.empty()) months = {text(to_string(outside->first)), text(to_string(outside->last))};
  }
  runs.insert(runs.begin(), months.begin(), months.end());
  return {paragraph(page.sentence(page.baseline() == nullptr ? "pools.off_network_alone" : "pools.off_network_both", runs))};
}

}  // namespace

Blocks pools(Page& page) {
  TableRows table("pools", page.word("section.pools"),
                  {words(page.word("pool"), 1.8), words(page.word("pool.run")), numbers(page.word("pool.loaded_km")),
                   numbers(page.word("pool.empty_km")), numbers(page.word("pool.least_empty_km")), numbers(page.word("pool.ratio")),
                   words(page.word("note"), 1.8)});
  for (const NamedSide& side : page.sides()) add_pools(page, side, table);
  Blocks blocks;
  if (!table.empty()) blocks = {paragraph(page.word("pools.lead"), document::Tone::small), table.take(page.one_run_note())};
  for (document::Block& block : off_network_note(page)) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace railshift::analysis::report
