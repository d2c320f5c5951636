/// Hauls by length, what stations load, why rail tonnes changed and why wishes by rail left base shares.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/metrics/rail_wishes.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/areas/area_names.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/rules/roads/haul_class.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::size_t kStationRows = 20;

std::string of_focus_year(const Page& page, const char* key) { return page.word(key) + " · " + page.year_name(page.focus_year()); }

Blocks haul_table(Page& page) {
  std::vector<document::Column> columns{words(page.word("haul_class"), 1.6)};
  for (const NamedSide& side : page.sides()) {
    for (const char* basis : {"tonnes", "tonne_km"}) columns.push_back(numbers(with_side(page, page.word(basis), side)));
  }
  TableRows table("hauls", of_focus_year(page, "hauls.title"), std::move(columns));
  for (const rules::HaulClass haul : rules::kHaulClasses) {
    Scope scope{{"haul_class", std::string(to_text(haul))},
                {"numerator_kind", "rail"},
                {"denominator_kind", "rail_road"},
                {"direction", "both"},
                {"basis", "main_haul"}};
    if (page.row(page.plan(), "rail_share", page.focus_year(), scope) == nullptr) continue;
    std::vector<Cell> cells{page.word(to_text(haul))};
    for (const NamedSide& side : page.sides()) {
      for (const char* basis : {"main_haul", "tonne_km"}) {
        scope["basis"] = basis;
        cells.emplace_back(page.metric(*side.side, "rail_share", page.focus_year(), scope));
      }
    }
    table.row(std::move(cells));
  }
  if (table.empty()) return {};
  return {table.take(page.one_run_note())};
}

/// Rows of stations that load something in the year, the largest first.
std::vector<const MetricRow*> loading_stations(const Page& page) {
  std::vector<const MetricRow*> rows;
  for (const MetricRow& row : *page.plan().metrics) {
    const bool asked = row.metric == "rail_station_tonnes" && row.period == page.focus_year() && row.direction == "out";
    if (asked && !row.rail_station.empty() && row.commodity.empty()) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const MetricRow* a, const MetricRow* b) { return a->value > b->value; });
  return rows;
}

/// The heading says that it is a county: of one without a name its code alone.
std::string loading_county(const Page& page, const std::string& county) {
  if (county.starts_with('*')) return page.word(county);
  const auto named = area_named(county);
  return named ? named->in(page.language()) : county;
}

Blocks loading_table(Page& page) {
  const std::vector<const MetricRow*> rows = loading_stations(page);
  if (rows.empty()) return {};
  std::vector<document::Column> columns{words(page.word("rail_station"), 2.0), words(page.word("county"))};
  for (const NamedSide& side : page.sides()) columns.push_back(numbers(page.word(side.name)));
  TableRows table("loading", of_focus_year(page, "loading.title"), std::move(columns));
  const auto add = [&](std::string name, std::string county, const Scope& scope) {
    std::vector<Cell> cells{std::move(name), std::move(county)};
    for (const NamedSide& side : page.sides()) cells.emplace_back(page.metric(*side.side, "rail_station_tonnes", page.focus_year(), scope));
    table.row(std::move(cells));
  };
  add(page.word("stations.city"), {}, {{"direction", "out"}});
  for (std::size_t i = 0; i < std::min(rows.size(), kStationRows); ++i) {
    add(page.reading({{"rail_station", rows[i]->rail_station}}), loading_county(page, rows[i]->county), scope_of(*rows[i]));
  }
  std::string note = page.one_run_note();
  if (rows.size() > kStationRows) note += " " + fmt::format(fmt::runtime(page.word("more_rows")), rows.size() - kStationRows);
  return {table.take(std::move(note))};
}

Blocks growth(Page& page) {
  const Scope scope{{"basis", "main_haul"}, {"numerator_kind", "rail"}, {"denominator_kind", "rail_road"}, {"direction", "both"}};
  TableRows table("rail_growth", page.word("growth.title"),
                  {words(page.word("year")), words(page.word("pool.run")), numbers(page.word("change")),
                   numbers(page.word("growth.volume")), numbers(page.word("growth.share")), numbers(page.word("growth.interaction"))});
  for (const std::string& year : page.years()) {
    for (const NamedSide& side : page.sides()) {
      if (page.row(*side.side, "rail_tonnes_change", year, scope) == nullptr) continue;
      std::vector<Cell> cells{page.year_name(year), page.word(side.name)};
      for (const char* metric : {"rail_tonnes_change", "rail_tonnes_volume_effect", "rail_tonnes_share_effect", "rail_tonnes_interaction"})
        cells.emplace_back(page.metric(*side.side, metric, year, scope));
      table.row(std::move(cells));
    }
  }
  if (table.empty()) return {};
  Blocks blocks{table.take(page.one_run_note())};
  for (document::Block& block : cites(page, {MetricKind::rail_tonnes})) blocks.push_back(std::move(block));
  return blocks;
}

/// Wishes by rail, and what moved them away from base shares.
Blocks drift(Page& page) {
  std::vector<document::Column> columns{words(page.word("year")), words(page.word("pool.run"))};
  for (int c = 0; c < rules::kDriftCauses; ++c) columns.push_back(numbers(page.word(to_text(static_cast<rules::DriftCause>(c)))));
  columns.push_back(numbers(page.word("drift.wished")));
  TableRows table("rail_wishes", page.word("drift.title"), std::move(columns));
  for (const NamedSide& side : page.sides()) {
    for (const auto& [year, wishes] : rail_wishes(*side.side->metrics)) {
      std::vector<Cell> cells{page.year_name(year), page.word(side.name)};
      for (int c = 0; c < rules::kDriftCauses; ++c) {
        const Scope cause{{"numerator_kind", std::string(to_text(static_cast<rules::DriftCause>(c)))}};
        cells.emplace_back(page.metric(*side.side, "rail_wishes", year, cause));
      }
      cells.emplace_back(page.metric(*side.side, "rail_wishes", year, {}));
      table.row(std::move(cells));
    }
  }
  if (table.empty()) return {};
  return {table.take(page.one_run_note() + " " + page.word("drift.note"))};
}

}  // namespace

Blocks rail_details(Page& page) {
  Blocks blocks;
  for (const Blocks& part : {haul_table(page), loading_table(page), growth(page), drift(page)})
    blocks.insert(blocks.end(), part.begin(), part.end());
  return blocks;
}

}  // namespace railshift::analysis::report
