/// Where tonnes that did not go by rail were stopped, in the year of single-year tables.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/operations/funnel.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kTonnesPer10kt = 1e4, kTonnesPerMt = 1e6;
constexpr const char* kByReason = "tonnes_by_reason";

std::string reason_key(Reason reason) { return std::string(to_text(reason)); }

/// Tonnes in the unit in which figures say them: 万吨, in English Mt where one has a million.
void take_unit_of_labels(document::Chart& chart, Language language) {
  double most = 0.0;
  for (const document::Series& series : chart.series) {
    for (const auto& value : series.values) most = std::max(most, value.value_or(0.0));
  }
  const bool zh = language == Language::zh, millions = !zh && most >= kTonnesPerMt;
  chart.unit = unit_word(zh ? "万吨" : millions ? "Mt" : "t", language);
  const double divisor = zh ? kTonnesPer10kt : millions ? kTonnesPerMt : 1.0;
  for (document::Series& series : chart.series) {
    for (auto& value : series.values) {
      if (value) *value /= divisor;
    }
  }
}

/// A pair of bars a reason that stopped something, in the order of the funnel, for the city or the listed firms.
Blocks chart_of(Page& page, const char* id, const Scope& whose) {
  const std::string& year = page.focus_year();
  document::Chart chart;
  chart.id = id;
  chart.kind = document::ChartKind::pairs;
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
      chart.series[s].values.push_back(page.value(side, kByReason, year, scope).value_or(0.0));
      chart.series[s].figures.push_back(page.metric(side, kByReason, year, scope).figure);
    }
  }
  if (chart.categories.empty()) return {};
  take_unit_of_labels(chart, page.language());
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
