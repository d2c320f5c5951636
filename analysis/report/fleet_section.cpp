/// The register by standard, what became of the ordered segments, and the clean share in its four readings.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/report/charts.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/scope_words.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis::report {
namespace {

std::vector<std::string> year_headings(const Page& page, const std::string& first) {
  std::vector<std::string> headings{first};
  for (const std::string& year : page.year_names()) headings.push_back(year);
  return headings;
}

/// One row a side: the name, then a figure a year.
void add_sides(const Page& page, TableText& table, const std::string& name, const char* metric, const Scope& scope, const char* unit) {
  for (const auto& [side, side_name] : {std::pair{&page.input().plan, "plan"}, std::pair{&page.input().baseline, "baseline"}}) {
    std::vector<std::string> cells{escape(name + " · " + page.word(side_name))};
    for (const std::string& year : page.years()) cells.push_back(figure(page.value(*side, metric, year, scope), unit, page.language()));
    table.row(cells);
  }
}

bool ever_above_zero(const Page& page, const char* metric, const Scope& scope) {
  return std::any_of(page.years().begin(), page.years().end(), [&](const std::string& year) {
    return page.value(page.input().plan, metric, year, scope).value_or(0.0) > 0.0 ||
           page.value(page.input().baseline, metric, year, scope).value_or(0.0) > 0.0;
  });
}

std::string stock_chart(const Page& page) {
  StackChart chart;
  chart.title = metric_name("register_stock", page.language());
  chart.categories = page.year_names();
  for (unsigned s = 0; s < kStandards; ++s) {
    const std::string standard{to_text(static_cast<Standard>(s))};
    Series part{page.word(standard), {}, s};
    for (const std::string& year : page.years()) {
      part.values.push_back(page.value(page.input().plan, "register_stock", year, {{"standard", standard}}));
    }
    const bool any = std::any_of(part.values.begin(), part.values.end(), [](const auto& v) { return v.value_or(0.0) > 0.0; });
    if (any) chart.parts.push_back(std::move(part));
  }
  if (chart.parts.empty()) return html_paragraph(escape(page.word("no_rows")));
  const std::string caption =
      fmt::format("{} · {} · {}", metric_name("register_stock", page.language()), page.word("plan"), page.word("stock_note"));
  return figure_block(page, svg(chart), caption, {MetricKind::register_stock, MetricKind::retired_share});
}

std::string standards_table(const Page& page) {
  TableText table("data", year_headings(page, metric_name("register_stock", page.language())));
  for (unsigned s = 0; s < kStandards; ++s) {
    const std::string standard{to_text(static_cast<Standard>(s))};
    if (ever_above_zero(page, "register_stock", {{"standard", standard}})) {
      add_sides(page, table, page.word(standard), "register_stock", {{"standard", standard}}, "");
    }
  }
  return table.take();
}

std::string share_table(const Page& page, const char* metric) {
  TableText table("data", year_headings(page, metric_name(metric, page.language())));
  bool any = false;
  for (const Segment& segment : page.world().segments) {
    const Scope scope{{"segment", segment.id}};
    for (const std::string& year : page.years()) any = any || page.value(page.input().plan, metric, year, scope).has_value();
    add_sides(page, table, page.segment_name(segment.id), metric, scope, "1");
  }
  if (!any) return {};
  return table.take();
}

/// Both readings of a frozen base: every leaver, and those that the order removed.
std::string frozen_table(const Page& page) {
  TableText table("data", year_headings(page, page.word("frozen_base")));
  std::set<Scope> bases;
  for (const Measure& measure : page.world().measures) {
    const auto* order = policy::as<FrozenBaseOrder>(measure);
    if (order == nullptr) continue;
    Scope base{{"segment", page.world().segments[order->segment].id}, {"standard", std::string(to_text(order->standard))}};
    if (order->powertrain) base.emplace("powertrain", to_text(*order->powertrain));
    bases.insert(std::move(base));
  }
  for (const Scope& base : bases) {
    for (const char* metric : {"retired_share", "retired_by_order_share"}) {
      const std::string name = reading(base, names_of(page.world()), page.language()) + " · " + metric_name(metric, page.language());
      add_sides(page, table, name, metric, base, "1");
    }
  }
  return bases.empty() ? std::string{} : table.take();
}

}  // namespace

std::string register_section(const Page& page) {
  std::string out = stock_chart(page) + standards_table(page);
  out += share_table(page, "new_energy_stock_share") + share_table(page, "new_energy_new_share") + frozen_table(page);
  return out + html_paragraph("<small>" + cites(page, {MetricKind::new_energy_stock_share, MetricKind::new_energy_new_share}) + "</small>");
}

std::string clean_section(const Page& page) {
  TableText table("data", year_headings(page, metric_name("clean_share", page.language())));
  for (const char* reading : {"clean_with_china6", "clean_without_china6"}) {
    for (const char* basis : {"tonnes", "entries"}) {
      const Scope scope{{"numerator_kind", reading}, {"basis", basis}};
      add_sides(page, table, page.word(reading) + " · " + page.word(basis), "clean_share", scope, "1");
    }
  }
  return table.take() + html_paragraph("<small>" + cites(page, {MetricKind::clean_share}) + "</small>");
}

}  // namespace railshift::analysis::report
