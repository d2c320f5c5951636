/// Exhaust by year and by source, the kilometres behind it, through traffic, and activity that has no factor.
#include <array>
#include <span>

#include <fmt/format.h>

#include "analysis/emissions/inventory.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::array<const char*, 4> kPollutants{"NOx", "PM2.5", "CO2_ttw", "CO2_wtw"};
/// The three sources of registered local trucks, in front of the others.
constexpr std::array<const char*, 3> kLocal{"modelled_exhaust", "counted_exhaust", "other_exhaust"};
constexpr std::array<const char*, 4> kNotLocal{"hired_exhaust", "through_exhaust", "idling", "rail_traction"};

std::string tonnes(const std::optional<double>& value) {
  if (!value) return "—";
  return fmt::format("<span class=\"num\">{}</span>", grouped(*value, *value < 10.0 ? 3 : *value < 1000.0 ? 1 : 0));
}

std::string percent_change(const std::optional<double>& baseline, const std::optional<double>& plan) {
  if (!baseline || !plan || *baseline == 0.0) return "—";
  return "<span class=\"num\">" + percent_text((*plan - *baseline) / *baseline * 100.0, "t") + "</span>";
}

/// A heading with what the numbers under it or beside it are in.
std::string in_tonnes(const Page& page, std::string_view heading) {
  const std::string unit = unit_word("t", page.language());
  return page.word(heading) + (page.language() == Language::zh ? "（" + unit + "）" : " (" + unit + ")");
}

std::string by_year(const Page& page) {
  TableText table("data",
                  {in_tonnes(page, "pollutant"), page.word("year"), page.word("baseline"), page.word("plan"), page.word("percent"),
                   page.word("ring1.routed") + " · " + page.word("baseline"), page.word("ring1.routed") + " · " + page.word("plan")});
  for (const char* pollutant : kPollutants) {
    for (const std::string& year : page.years()) {
      const Scope all{{"numerator_kind", pollutant}};
      const Scope inside{{"numerator_kind", pollutant}, {"ring", "1"}};
      const auto baseline = page.value(page.input().baseline, "exhaust", year, all);
      const auto plan = page.value(page.input().plan, "exhaust", year, all);
      if (!baseline && !plan) continue;
      table.row({escape(page.word(pollutant)), escape(page.year_name(year)), tonnes(baseline), tonnes(plan), percent_change(baseline, plan),
                 tonnes(page.value(page.input().baseline, "exhaust", year, inside)),
                 tonnes(page.value(page.input().plan, "exhaust", year, inside))});
    }
  }
  return table.take();
}

/// The figures of a row of the table by source: sum of these sources; the city's total if there are none.
std::vector<std::string> of_sources(const Page& page, const std::string& label, std::span<const char* const> sources) {
  std::vector<std::string> cells{label};
  for (const Side* side : {&page.input().plan, &page.input().baseline}) {
    for (const char* pollutant : kPollutants) {
      std::optional<double> sum =
          sources.empty() ? page.value(*side, "exhaust", page.focus_year(), {{"numerator_kind", pollutant}}) : std::nullopt;
      for (const char* source : sources) {
        const auto part = page.value(*side, "exhaust", page.focus_year(), {{"numerator_kind", pollutant}, {"basis", source}});
        if (part) sum = sum.value_or(0.0) + *part;
      }
      cells.push_back(tonnes(sum));
    }
  }
  return cells;
}

std::string by_source(const Page& page) {
  std::vector<std::string> headings{in_tonnes(page, "emission_source") + " · " + page.year_name(page.focus_year())};
  for (const char* pollutant : kPollutants) headings.push_back(page.word(pollutant) + " · " + page.word("plan"));
  for (const char* pollutant : kPollutants) headings.push_back(page.word(pollutant) + " · " + page.word("baseline"));
  TableText table("data", headings);
  const auto strong = [&](const char* key) { return "<b>" + escape(page.word(key)) + "</b>"; };
  table.row(of_sources(page, strong("local_exhaust"), kLocal));
  for (const char* source : kLocal) table.row(of_sources(page, "— " + escape(page.word(source)), std::array{source}));
  for (const char* source : kNotLocal) table.row(of_sources(page, strong(source), std::array{source}));
  table.row(of_sources(page, strong("exhaust.total"), {}));
  return table.take();
}

/// Kilometres of registered local trucks, those of pools of stated size among them.
double local_km(const Page& page, const Side& side) {
  double km = 0.0;
  for (const char* kind : {"local_km", "stated_km"}) km += page.value(side, "truck_km", page.focus_year(), {{"basis", kind}}).value_or(0.0);
  return km;
}

/// Why the plan emits other NOx than the baseline, in figures: kilometres of local trucks at the baseline's grams a kilometre, what is
/// emitted more or less a kilometre, and the other sources.
std::string difference(const Page& page) {
  const Side &plan = page.input().plan, &baseline = page.input().baseline;
  const auto nox = [&](const Side& side, const char* source) {
    Scope scope{{"numerator_kind", "NOx"}};
    if (*source != '\0') scope.emplace("basis", source);
    return page.value(side, "exhaust", page.focus_year(), scope).value_or(0.0);
  };
  double before = 0.0, after = 0.0;
  for (const char* source : kLocal) before += nox(baseline, source), after += nox(plan, source);
  const double km_before = local_km(page, baseline);
  if (km_before <= 0.0) return {};
  const double by_km = before / km_before * (local_km(page, plan) - km_before);
  const auto text = [&](double t) { return difference_text(t, "t", page.language()); };
  const auto other = [&](const char* source) { return text(nox(plan, source) - nox(baseline, source)); };
  return html_paragraph(escape(fmt::format(fmt::runtime(page.word("exhaust.difference")), page.year_name(page.focus_year()), other(""),
                                           text(by_km), text(after - before - by_km), other("hired_exhaust"), other("through_exhaust"),
                                           other("idling"), other("rail_traction"))));
}

std::string through_km(const Page& page) {
  std::vector<std::string> headings{metric_name("through_km_inside", page.language())};
  for (const std::string& year : page.year_names()) headings.push_back(year);
  TableText table("data", headings);
  for (const char* ring : {"", "1", "2"}) {
    const Scope scope = *ring == '\0' ? Scope{} : Scope{{"ring", ring}};
    for (const auto& [side, name] : {std::pair{&page.input().plan, "plan"}, std::pair{&page.input().baseline, "baseline"}}) {
      const std::string where = page.word(*ring == '\0' ? "ring0" : "ring" + std::string(ring));
      std::vector<std::string> cells{escape(where + " · " + page.word(name))};
      for (const std::string& year : page.years())
        cells.push_back(figure(page.value(*side, "through_km_inside", year, scope), "km", page.language()));
      table.row(cells);
    }
  }
  return heading3(metric_name("through_km_inside", page.language())) + table.take();
}

std::string gaps(const Page& page) {
  const auto missing = missing_factors(page.world(), *page.input().plan.ledger);
  if (missing.empty()) return html_paragraph(escape(page.word("no_gaps")));
  TableText table("data", {page.word("emission_source"), page.word("activity"), page.word("pollutant"), page.word("amount")});
  for (const MissingFactor& gap : missing) {
    const std::string power = page.word(to_text(gap.powertrain));
    // a locomotive has neither size class nor standard
    const std::string what = gap.source == EmissionSource::rail_traction ? power
                                                                         : fmt::format("{} · {} · {}", page.word(to_text(gap.vehicle_type)),
                                                                                       page.word(to_text(gap.standard)), power);
    table.row({escape(page.word(to_text(gap.source))), escape(what), escape(page.word(gap.pollutant)),
               figure(gap.amount, gap.unit, page.language())});
  }
  return heading3(page.word("factor_gap")) + table.take();
}

}  // namespace

std::string emission_section(const Page& page) {
  return html_paragraph(escape(page.word("exhaust.lead"))) + by_year(page) +
         html_paragraph("<small>" + cites(page, {MetricKind::exhaust}) + "</small>") + by_source(page) + difference(page) +
         html_paragraph(escape(page.word("exhaust.other"))) + truck_book_table(page) + redeployment_table(page) + through_km(page) +
         html_paragraph("<small>" + cites(page, {MetricKind::through_km_inside}) + "</small>") + gaps(page);
}

}  // namespace railshift::analysis::report
