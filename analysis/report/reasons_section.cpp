/// Where tonnes that did not go by rail were stopped, in the last full year.
#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/charts.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kTonnesPer10kt = 1e4;
const char* const kByReason = "tonnes_by_reason";

std::string reason_key(int r) { return std::string(to_text(static_cast<Reason>(r))); }

std::string chart_of(const Page& page, const std::string& year, const Scope& whose) {
  PairChart chart;
  chart.title = metric_name(kByReason, page.language());
  chart.unit = unit_word("万吨", page.language());
  chart.first.name = page.word("plan");
  chart.second.name = page.word("baseline");
  for (int r = 0; r < kReasons; ++r) {
    Scope scope = whose;
    scope["numerator_kind"] = reason_key(r);
    const auto plan = page.value(page.input().plan, kByReason, year, scope);
    const auto baseline = page.value(page.input().baseline, kByReason, year, scope);
    if (plan.value_or(0.0) == 0.0 && baseline.value_or(0.0) == 0.0) continue;
    chart.categories.push_back(page.word(reason_key(r)));
    chart.first.values.push_back(plan.value_or(0.0) / kTonnesPer10kt);
    chart.second.values.push_back(baseline.value_or(0.0) / kTonnesPer10kt);
  }
  if (chart.categories.empty()) return html_paragraph(escape(page.word("no_rows")));
  const std::string who = whose.empty() ? page.word("city") : page.reading(whose);
  const std::string caption = fmt::format("{} · {} · {}", metric_name(kByReason, page.language()), who, page.year_name(year));
  return figure_block(page, svg(chart), caption, {MetricKind::tonnes_by_reason, MetricKind::rail_share});
}

}  // namespace

std::string reasons_section(const Page& page) {
  const std::string& year = page.focus_year();
  return chart_of(page, year, {}) + chart_of(page, year, {{"firm", kListedFirms}});
}

}  // namespace railshift::analysis::report
