/// From baseline to plan.
#include <fmt/format.h>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/contributions/waterfall.hpp"
#include "analysis/report/brief_sections.hpp"
#include "analysis/words/brief/target_words.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Chart;
using document::Of;
using document::Run;

constexpr std::size_t kSteps = 6;
constexpr std::size_t kFalls = 4;

/// Shares are drawn in per cent.
double drawn(double value, const std::string& unit) { return unit == "1" ? value * 100.0 : value; }

Run sum_figure(Page& page, const Waterfall& fall, const char* what, double value) {
  return page.figure(
      fmt::format("fall:{}:{}", fall.target, what),
      {value,
       fall.unit,
       difference_text(value, fall.unit, page.language()),
       Of::one_run,
       1,
       "",
       {"contributions.csv",
        {{"target", fall.target}},
        "",
        what == std::string("others") ? "one_in of clauses with a small effect, added up" : "plan - baseline - one_in of every clause",
        {}}});
}

/// Of a whole clause: its name, which has its number.
std::string part_name(const Page& page, const PlanPart& part) {
  return part.kind == PartKind::measure ? page.measure_name(part.id) : part.name.in(page.language());
}

Chart chart_of(Page& page, const Verdict& v, const Waterfall& fall, std::size_t number) {
  Chart chart;
  chart.id = "fall_" + std::to_string(number);
  chart.kind = document::ChartKind::waterfall;
  chart.title = fmt::format(fmt::runtime(page.word("fall.title")), short_name(v, page.names(), page.language()));
  chart.unit = fall.unit == "1" ? "%" : unit_word(fall.unit, page.language());
  document::Series series{target_words(v, page.names(), page.language()), {}, {}, {}, {}, 0};
  const auto add = [&](std::string category, double value, const Run& run) {
    chart.categories.push_back(std::move(category));
    series.values.emplace_back(drawn(value, fall.unit));
    series.figures.push_back(run.figure);
  };
  const Contribution& any = *by_strength(*page.input().contributions, fall.target).front();
  add(page.word("baseline"), fall.baseline, page.of_contribution(any, "baseline"));
  for (const WaterfallStep& step : fall.steps)
    add(part_name(page, step.part->part), step.value, page.of_contribution(*step.part, "one_in"));
  if (fall.others_count > 0)
    add(fmt::format(fmt::runtime(page.word("fall.others")), fall.others_count), fall.others, sum_figure(page, fall, "others", fall.others));
  add(page.word("fall.together"), fall.together, sum_figure(page, fall, "together", fall.together));
  add(page.word("plan"), fall.plan, page.of_contribution(any, "plan"));
  chart.series.push_back(std::move(series));
  return chart;
}

}  // namespace

Blocks waterfall_section(Page& page) {
  const auto& all = page.input().contributions;
  if (page.baseline() == nullptr) return {};
  if (!all) return {paragraph(page.word("fall.quick"))};
  Blocks blocks{paragraph(page.word("fall.lead"), document::Tone::small)};
  for (const Verdict* v : main_targets(page.input().verdicts)) {
    if (blocks.size() > kFalls) break;
    const std::optional<Waterfall> fall = waterfall_of(*all, v->target, kSteps);
    if (fall && !fall->steps.empty()) blocks.push_back(chart_of(page, *v, *fall, blocks.size()));
  }
  if (blocks.size() == 1) return {paragraph(page.word("fall.none"))};
  return blocks;
}

}  // namespace railshift::analysis::report
