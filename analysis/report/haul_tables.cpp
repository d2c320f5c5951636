/// Hauls by length, and what stations load.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/rules/roads/haul_class.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::size_t kStationRows = 20;

std::string share_of(const Page& page, const Side& side, Scope scope, const char* basis) {
  scope["basis"] = basis;
  return figure(page.value(side, "rail_share", page.focus_year(), scope), "1", page.language());
}

/// Rows of stations that load something in the year, the largest first.
std::vector<const MetricRow*> loading_stations(const Page& page) {
  std::vector<const MetricRow*> rows;
  for (const MetricRow& row : *page.input().plan.metrics) {
    const bool asked = row.metric == "rail_station_tonnes" && row.period == page.focus_year() && row.direction == "out";
    if (asked && !row.rail_station.empty() && row.commodity.empty()) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const MetricRow* a, const MetricRow* b) { return a->value > b->value; });
  return rows;
}

/// Under a heading that says what it is: the code alone, or in words that there is none.
std::string county_cell(const Page& page, const std::string& code) { return code.starts_with('*') ? page.word(code) : code; }

}  // namespace

std::string haul_table(const Page& page) {
  TableText table("data", {page.word("haul_class"), page.word("baseline") + " · " + page.word("tonnes"),
                           page.word("plan") + " · " + page.word("tonnes"), page.word("plan") + " · " + page.word("tonne_km")});
  bool any = false;
  for (const rules::HaulClass haul : rules::kHaulClasses) {
    const Scope scope{
        {"haul_class", std::string(to_text(haul))}, {"numerator_kind", "rail"}, {"denominator_kind", "rail_road"}, {"direction", "both"}};
    Scope plan = scope;
    plan["basis"] = "main_haul";
    if (!page.value(page.input().plan, "rail_share", page.focus_year(), plan)) continue;
    any = true;
    table.row({escape(page.word(to_text(haul))), share_of(page, page.input().baseline, scope, "main_haul"),
               share_of(page, page.input().plan, scope, "main_haul"), share_of(page, page.input().plan, scope, "tonne_km")});
  }
  if (!any) return {};
  return heading3(page.word("hauls.title") + " · " + page.year_name(page.focus_year())) + table.take();
}

std::string loading_table(const Page& page) {
  const std::vector<const MetricRow*> rows = loading_stations(page);
  if (rows.empty()) return {};
  TableText table("data", {page.word("rail_station"), page.word("county"), page.word("baseline"), page.word("plan")});
  const Scope city{{"direction", "out"}};
  table.row({escape(page.word("stations.city")),
             {},
             figure(page.value(page.input().baseline, "rail_station_tonnes", page.focus_year(), city), "t", page.language()),
             figure(page.value(page.input().plan, "rail_station_tonnes", page.focus_year(), city), "t", page.language())});
  for (std::size_t i = 0; i < std::min(rows.size(), kStationRows); ++i) {
    const MetricRow& row = *rows[i];
    table.row({escape(page.reading({{"rail_station", row.rail_station}})), escape(county_cell(page, row.county)),
               figure(page.value(page.input().baseline, row.metric, row.period, scope_of(row)), "t", page.language()),
               figure(row.value, "t", page.language())});
  }
  std::string out = heading3(page.word("loading.title") + " · " + page.year_name(page.focus_year())) + table.take();
  if (rows.size() > kStationRows)
    out += html_paragraph("<small>" + escape(fmt::format(fmt::runtime(page.word("more_rows")), rows.size() - kStationRows)) + "</small>");
  return out;
}

}  // namespace railshift::analysis::report
