/// Where tonnes that did not go by rail were stopped, in the year of single-year tables.
#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/operations/funnel.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kTonnesPer10kt = 1e4;
constexpr const char* kByReason = "tonnes_by_reason";

std::string reason_key(Reason reason) { return std::string(to_text(reason)); }

/// A pair of bars a reason that stopped something, in the order of the funnel, for the city or the listed firms.
Blocks chart_of(Page& page, const char* id, const Scope& whose) {
  const std::string& year = page.focus_year();
  document::Chart chart;
  chart.id = id;
  chart.kind = document::ChartKind::pairs;
  chart.unit = unit_word("万吨", page.language());
  for (const NamedSide& side : page.sides())
    chart.series.push_back({page.word(side.name), {}, {}, {}, {}, static_cast<std::uint32_t>(chart.series.size())});
  for (const Reason reason : kFunnel) {
    Scope scope = whose;
    scope["numerator_kind"] = reason_key(reason);
    bool any = false;
    for (const NamedSide& side : page.sides()) any = any || page.value(*side.side, kByReason, year, scope).value_or(0.0) != 0.0;
    if (!any) continue;
    chart.categories.push_back(page.word(reason_key(reason)));
    for (std::size_t s = 0; s < page.sides().size(); ++s) {
      const Side& side = *page.sides()[s].side;
      chart.series[s].values.push_back(page.value(side, kByReason, year, scope).value_or(0.0) / kTonnesPer10kt);
      chart.series[s].figures.push_back(page.metric(side, kByReason, year, scope).figure);
    }
  }
  if (chart.categories.empty()) return {};
  const std::string who = whose.empty() ? page.word("city") : page.reading(whose);
  chart.title = fmt::format("{} · {} · {}", metric_name(kByReason, page.language()), who, page.year_name(year));
  chart.note = page.one_run_note();
  return {std::move(chart)};
}

}  // namespace

Blocks reasons(Page& page) {
  Blocks blocks = chart_of(page, "reasons_city", {});
  for (document::Block& block : chart_of(page, "reasons_list", {{"firm", kListedFirms}})) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace railshift::analysis::report
