/// The register by standard and powertrain, what became of the ordered segments, and the clean share in its four readings.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis::report {
namespace {

bool ever_above_zero(const Page& page, const char* metric, const Scope& scope) {
  for (const NamedSide& side : page.sides()) {
    for (const std::string& year : page.years()) {
      if (page.value(*side.side, metric, year, scope).value_or(0.0) > 0.0) return true;
    }
  }
  return false;
}

Blocks stock_chart(Page& page) {
  document::Chart chart;
  chart.id = "register";
  chart.kind = document::ChartKind::stack;
  chart.title = fmt::format("{} · {} · {}", metric_name("register_stock", page.language()), page.word("plan"), page.word("stock_note"));
  chart.unit = unit_word("trucks", page.language());
  chart.categories = page.year_names();
  for (unsigned s = 0; s < kStandards; ++s) {
    const std::string standard{to_text(static_cast<Standard>(s))};
    if (!ever_above_zero(page, "register_stock", {{"standard", standard}})) continue;
    document::Series part{page.word(standard), {}, {}, {}, {}, s};
    for (const std::string& year : page.years()) {
      part.values.push_back(page.value(page.plan(), "register_stock", year, {{"standard", standard}}));
      part.figures.push_back(page.metric(page.plan(), "register_stock", year, {{"standard", standard}}).figure);
    }
    chart.series.push_back(std::move(part));
  }
  if (chart.series.empty()) return {};
  chart.note = page.one_run_note();
  return {std::move(chart)};
}

Blocks standards_table(Page& page) {
  TableRows table("register_standards", metric_name("register_stock", page.language()), year_columns(page, page.word("standard")));
  for (unsigned s = 0; s < kStandards; ++s) {
    const std::string standard{to_text(static_cast<Standard>(s))};
    if (ever_above_zero(page, "register_stock", {{"standard", standard}}))
      add_sides(page, table, page.word(standard), "register_stock", {{"standard", standard}});
  }
  if (table.empty()) return {};
  return {table.take(page.word("stock_note") + page.semicolon() + page.one_run_note())};
}

/// Standards by powertrain, of the plan.
Blocks powertrain_table(Page& page) {
  TableRows table("register_powertrains", page.word("fleet.powertrains"), year_columns(page, page.word("fleet.standard_powertrain")));
  for (unsigned s = 0; s < kStandards; ++s) {
    for (unsigned p = 0; p < kPowertrains; ++p) {
      const std::string standard{to_text(static_cast<Standard>(s))}, power{to_text(static_cast<Powertrain>(p))};
      const Scope scope{{"standard", standard}, {"powertrain", power}};
      if (!ever_above_zero(page, "register_stock", scope)) continue;
      std::vector<Cell> cells{page.word(standard) + " · " + page.word(power)};
      for (const std::string& year : page.years()) cells.emplace_back(page.metric(page.plan(), "register_stock", year, scope));
      table.row(std::move(cells));
    }
  }
  if (table.empty()) return {};
  return {table.take(page.word("plan") + page.semicolon() + page.word("stock_note") + page.semicolon() + page.one_run_note())};
}

Blocks share_table(Page& page, const char* metric) {
  TableRows table(metric, metric_name(metric, page.language()), year_columns(page, page.word("segment")));
  for (const Segment& segment : page.world().segments) {
    const Scope scope{{"segment", segment.id}};
    if (ever_above_zero(page, metric, scope)) add_sides(page, table, page.segment_name(segment.id), metric, scope);
  }
  if (table.empty()) return {};
  return {table.take(page.one_run_note() + " " + page.word("fleet.zero_left_out"))};
}

/// Both readings of a frozen base: every leaver, and those that the order removed.
Blocks frozen_table(Page& page) {
  TableRows table("frozen_bases", page.word("frozen_base"), year_columns(page, page.word("segment")));
  std::set<Scope> bases;
  for (const Measure& measure : page.world().measures) {
    const auto* order = policy::as<FrozenBaseOrder>(measure);
    if (order == nullptr) continue;
    Scope base{{"segment", page.world().segments[order->segment].id}, {"standard", std::string(to_text(order->standard))}};
    if (order->powertrain) base.emplace("powertrain", to_text(*order->powertrain));
    bases.insert(std::move(base));
  }
  for (const Scope& base : bases) {
    for (const char* metric : {"retired_share", "retired_by_order_share"})
      add_sides(page, table, page.reading(base) + " · " + metric_name(metric, page.language()), metric, base);
  }
  if (table.empty()) return {};
  return {table.take(page.one_run_note())};
}

}  // namespace

Blocks fleet(Page& page) {
  Blocks blocks = stock_chart(page);
  for (const Blocks& part : {powertrain_table(page), cites(page, {MetricKind::register_stock, MetricKind::retired_share,
                                                                  MetricKind::new_energy_stock_share, MetricKind::new_energy_new_share})})
    blocks.insert(blocks.end(), part.begin(), part.end());
  return blocks;
}

Blocks fleet_details(Page& page) {
  Blocks blocks = standards_table(page);
  for (const Blocks& part : {share_table(page, "new_energy_stock_share"), share_table(page, "new_energy_new_share"), frozen_table(page)})
    blocks.insert(blocks.end(), part.begin(), part.end());
  return blocks;
}

Blocks clean_shares(Page& page) {
  TableRows table("clean_shares", metric_name("clean_share", page.language()), year_columns(page, page.word("reading")));
  for (const char* reading : {"clean_with_china6", "clean_without_china6"}) {
    for (const char* basis : {"tonnes", "entries"})
      add_sides(page, table, page.word(reading) + " · " + page.word(basis), "clean_share", {{"numerator_kind", reading}, {"basis", basis}});
  }
  Blocks blocks{table.take(page.one_run_note())};
  for (document::Block& block : cites(page, {MetricKind::clean_share})) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace railshift::analysis::report
