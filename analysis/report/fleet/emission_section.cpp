/// Exhaust by year and by source, why the plan emits other NOx, and kilometres of through trucks.
#include <array>
#include <span>

#include <fmt/format.h>

#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Run;

constexpr std::array<const char*, 4> kPollutants{"NOx", "PM2.5", "CO2_ttw", "CO2_wtw"};
/// The three sources of registered local trucks, in front of the others.
constexpr std::array<const char*, 3> kLocal{"modelled_exhaust", "counted_exhaust", "other_exhaust"};
constexpr std::array<const char*, 5> kNotLocal{"hired_exhaust", "through_exhaust", "idling", "rail_traction", "belt_drive"};

/// The row of the comparison of yearly exhaust in this scope; null without one.
const ComparisonRow* compared(const Page& page, const std::string& year, const Scope& scope) {
  for (const ComparisonRow& row : page.input().comparison) {
    if (row.key.metric == "exhaust" && row.key.period == year && scope_of(row.key) == scope) return &row;
  }
  return nullptr;
}

document::Table by_year(Page& page) {
  std::vector<document::Column> columns{words(page.word("pollutant"), 1.6), words(page.word("year"))};
  for (const NamedSide& side : page.sides()) columns.push_back(numbers(page.word(side.name)));
  if (page.baseline() != nullptr) columns.push_back(numbers(page.word("percent"), 0.8));
  for (const NamedSide& side : page.sides()) columns.push_back(numbers(with_side(page, page.word("ring1.routed"), side), 1.2));
  TableRows table("exhaust", page.word("exhaust.by_year"), std::move(columns));
  for (const char* pollutant : kPollutants) {
    for (const std::string& year : page.years()) {
      const Scope all{{"numerator_kind", pollutant}}, inside{{"numerator_kind", pollutant}, {"ring", "1"}};
      std::vector<Cell> cells{page.word(pollutant), page.year_name(year)};
      bool any = false;
      for (const NamedSide& side : page.sides()) {
        any = any || page.value(*side.side, "exhaust", year, all);
        cells.emplace_back(page.metric(*side.side, "exhaust", year, all));
      }
      if (!any) continue;
      if (page.baseline() != nullptr) {
        const ComparisonRow* row = compared(page, year, all);
        cells.emplace_back(row == nullptr ? text("—") : page.of_comparison(*row, "percent"));
      }
      for (const NamedSide& side : page.sides()) cells.emplace_back(page.metric(*side.side, "exhaust", year, inside));
      table.row(std::move(cells));
    }
  }
  return table.take(page.one_run_note());
}

/// NOx of all sources by year, in the city's own unit.
document::Chart nox_chart(Page& page) {
  document::Chart chart;
  chart.id = "nox";
  chart.title = metric_name("exhaust", page.language()) + " · " + page.word("NOx");
  chart.unit = unit_word("t", page.language());
  chart.categories = page.year_names();
  for (const NamedSide& side : page.sides()) {
    document::Series series{page.word(side.name), {}, {}, {}, {}, static_cast<std::uint32_t>(chart.series.size())};
    for (const std::string& year : page.years()) {
      series.values.push_back(page.value(*side.side, "exhaust", year, {{"numerator_kind", "NOx"}}));
      series.figures.push_back(page.metric(*side.side, "exhaust", year, {{"numerator_kind", "NOx"}}).figure);
    }
    chart.series.push_back(std::move(series));
  }
  chart.note = page.one_run_note();
  return chart;
}

/// The sum of some sources, or nothing if the run has none of them.
Run local_sum(Page& page, const NamedSide& side, const char* pollutant) {
  std::optional<double> sum;
  std::string terms, standing;
  for (const char* source : kLocal) {
    const MetricRow* row = page.row(*side.side, "exhaust", page.focus_year(), {{"numerator_kind", pollutant}, {"basis", source}});
    if (row == nullptr) continue;
    sum = sum.value_or(0.0) + row->value;
    standing = row->standing;
    terms += (terms.empty() ? "" : " + ") + std::string("basis=") + source;
  }
  // of the whole city: no county, ring or standard
  return page.figure(fmt::format("local_exhaust:{}:{}:{}", side.name, page.focus_year(), pollutant),
                     {sum,
                      sum ? "t" : "",
                      figure_text(sum, "t", page.language()),
                      side.side->of,
                      1,
                      standing,
                      {side.side->folder + "metrics.csv",
                       {{"metric", "exhaust"},
                        {"period", page.focus_year()},
                        {"numerator_kind", pollutant},
                        {"county", ""},
                        {"ring", ""},
                        {"standard", ""},
                        {"replication", "1"}},
                       "value",
                       terms,
                       {}}});
}

/// Sources of one side, pollutant by pollutant.
document::Table by_source(Page& page, const NamedSide& side) {
  std::vector<document::Column> columns{words(page.word("emission_source"), 2.0)};
  for (const char* pollutant : kPollutants) columns.push_back(numbers(page.word(pollutant)));
  TableRows table(fmt::format("sources_{}", side.name),
                  with_side(page, page.word("exhaust.by_source") + " · " + page.year_name(page.focus_year()), side), std::move(columns));
  const auto add = [&](Cell name, const auto& figure) {
    std::vector<Cell> cells{std::move(name)};
    for (const char* pollutant : kPollutants) cells.emplace_back(figure(pollutant));
    table.row(std::move(cells));
  };
  const auto of_source = [&](const char* source) {
    return [&page, &side, source](const char* pollutant) {
      return page.metric(*side.side, "exhaust", page.focus_year(), {{"numerator_kind", pollutant}, {"basis", source}});
    };
  };
  add(strong(page.word("local_exhaust")), [&](const char* pollutant) { return local_sum(page, side, pollutant); });
  for (const char* source : kLocal) add("— " + page.word(source), of_source(source));
  for (const char* source : kNotLocal) add(strong(page.word(source)), of_source(source));
  add(strong(page.word("exhaust.total")), [&](const char* pollutant) {
    return page.metric(*side.side, "exhaust", page.focus_year(), {{"numerator_kind", pollutant}});
  });
  return table.take(page.one_run_note());
}

/// Kilometres of registered local trucks, those of pools of stated size among them.
double local_km(const Page& page, const Side& side) {
  double km = 0.0;
  for (const char* kind : {"local_km", "stated_km"}) km += page.value(side, "truck_km", page.focus_year(), {{"basis", kind}}).value_or(0.0);
  return km;
}

double local_nox(const Page& page, const Side& side) {
  double t = 0.0;
  for (const char* source : kLocal)
    t += page.value(side, "exhaust", page.focus_year(), {{"numerator_kind", "NOx"}, {"basis", source}}).value_or(0.0);
  return t;
}

/// Why the plan emits other NOx than the baseline, in figures: kilometres of local trucks at the baseline's grams a kilometre, what is
/// emitted more or less a kilometre, and the other sources.
Blocks difference(Page& page) {
  if (page.baseline() == nullptr) return {};
  const Side &plan = page.plan(), &baseline = *page.baseline();
  const double before = local_nox(page, baseline), after = local_nox(page, plan), km_before = local_km(page, baseline);
  if (km_before <= 0.0) return {};
  const double by_km = before / km_before * (local_km(page, plan) - km_before);
  const auto part = [&](const char* id, double t, const char* formula) {
    return page.figure(
        fmt::format("nox_difference:{}:{}", id, page.focus_year()),
        {t,
         "t",
         difference_text(t, "t", page.language()),
         document::Of::one_run,
         1,
         "derived(assumed)",
         {"comparison.csv", {{"metric", "exhaust"}, {"period", page.focus_year()}, {"numerator_kind", "NOx"}}, "", formula, {}}});
  };
  const auto other = [&](const char* source) {
    Scope scope{{"numerator_kind", "NOx"}};
    if (*source != '\0') scope.emplace("basis", source);
    const ComparisonRow* row = compared(page, page.focus_year(), scope);
    return row == nullptr ? text("—") : page.of_comparison(*row, "difference");
  };
  return {paragraph(
      page.sentence("exhaust.difference",
                    {text(page.year_name(page.focus_year())), other(""),
                     part("km", by_km, "grams a kilometre of local trucks in the baseline x difference of their kilometres"),
                     part("per_km", after - before - by_km, "difference of exhaust of local trucks, less what other kilometres make"),
                     other("hired_exhaust"), other("through_exhaust"), other("idling"), other("rail_traction")}))};
}

document::Table through_km(Page& page) {
  const std::string name = metric_name("through_km_inside", page.language());
  TableRows table("through_km", name, year_columns(page, page.word("through.area")));
  for (const char* ring : {"", "1", "2"})
    add_sides(page, table, page.word(*ring == '\0' ? "ring0" : "ring" + std::string(ring)), "through_km_inside",
              *ring == '\0' ? Scope{} : Scope{{"ring", ring}});
  return table.take(page.one_run_note());
}

}  // namespace

Blocks emissions(Page& page) {
  Blocks blocks{paragraph(page.word("exhaust.lead"), document::Tone::small), nox_chart(page)};
  const auto add = [&](const Blocks& more) { blocks.insert(blocks.end(), more.begin(), more.end()); };
  add(cites(page, {MetricKind::exhaust}));
  blocks.push_back(by_source(page, {&page.plan(), "plan"}));
  add(difference(page));
  blocks.push_back(through_km(page));
  add(cites(page, {MetricKind::through_km_inside}));
  return blocks;
}

Blocks exhaust_by_year(Page& page) {
  Blocks blocks{by_year(page)};
  if (page.baseline() != nullptr) blocks.push_back(by_source(page, {page.baseline(), "baseline"}));
  return blocks;
}

}  // namespace railshift::analysis::report
