/// Which parts a plan has, and by which figures they are compared.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/contributions/contribution_figures.hpp"
#include "analysis/contributions/plan_parts.hpp"
#include "analysis/judge/unserved.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/report_city.hpp"

namespace plan_parts_test {

using namespace railshift;
using namespace small_city;
using namespace railshift::analysis;

namespace {

Measure of_clause(const World& w, const std::string& id, Instrument body, const std::string& clause, Layer layer = Layer::plan) {
  Measure m = measure(id, make_date(2021, 1, 1), std::move(body));
  m.layer = layer;
  if (!clause.empty()) m.clause = w.clauses.find(clause);
  return m;
}

World planned(std::vector<Measure> measures, World w) {
  w.measures = Table<Measure>(std::move(measures));
  return w;
}

std::vector<std::string> ids_of(const std::vector<PlanPart>& parts) {
  std::vector<std::string> ids;
  for (const PlanPart& part : parts) ids.push_back(std::string(to_text(part.kind)) + " " + part.id);
  return ids;
}

const ContributionFigure* figure_of(const std::vector<ContributionFigure>& figures, const std::string& metric, const std::string& scope) {
  for (const ContributionFigure& f : figures) {
    if (f.target.empty() && f.metric == metric && to_text(f.scope) == scope) return &f;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a plan has its measures and those clauses that have several, without law and history", "[analysis]") {
  const World base = report_case().plan_world;  // clauses C-1, C-2, C-3
  const World w =
      planned({of_clause(base, "a", RetireOrder{}, "C-2"), of_clause(base, "b", GateFloor{}, "C-1"), of_clause(base, "c", NewOnly{}, "C-2"),
               of_clause(base, "d", NewOnly{}, ""), of_clause(base, "e", NewOnly{}, "C-1", Layer::baseline)},
              base);
  const auto parts = parts_of(w);
  // C-1 has one measure of the plan; the other one is law.
  CHECK(ids_of(parts) == std::vector<std::string>{"measure a", "measure b", "measure c", "measure d", "clause C-2"});
  CHECK(parts[4].measures == std::vector<std::string>{"a", "c"});
  CHECK(parts[4].name.en == "C-2 (2 measures together)");
  CHECK(parts[4].name.zh == "C-2（2 项措施合计）");
  CHECK_FALSE(is_whole_clause(parts[0], parts));
  CHECK(is_whole_clause(parts[1], parts));
  CHECK(is_whole_clause(parts[3], parts));
  CHECK(is_whole_clause(parts[4], parts));
}

TEST_CASE("measures of one kind and clause are told apart by their id", "[analysis]") {
  const World base = report_case().plan_world;
  const World w = planned({of_clause(base, "diesel", RetireOrder{}, "C-2"), of_clause(base, "floor", GateFloor{}, "C-2"),
                           of_clause(base, "gas", RetireOrder{}, "C-2")},
                          base);
  const auto parts = parts_of(w);
  CHECK(parts[0].name.en.ends_with(", diesel)"));
  CHECK(parts[0].name.zh.ends_with("，diesel）"));
  CHECK(parts[2].name.en.ends_with(", gas)"));
  CHECK(parts[1].name.en == "gate floor (三-14-1)");
  CHECK(parts_of(planned({}, base)).empty());
}

TEST_CASE("figures are the targets that have a value, then the city in the years in which targets are due", "[analysis]") {
  const ReportCase c = report_case();
  const auto figures = contribution_figures(c.verdicts, c.plan);
  // T4-air is a concentration, which is not simulated.
  REQUIRE(figures.size() > 3);
  CHECK(figures[0].target == "T1-rail");
  CHECK(figures[0].period == "2021");
  CHECK(figures[0].demand->threshold == 0.85);
  CHECK(figures[1].target == "T2-national-3");
  CHECK(figures[1].unit == "vehicles");
  const auto asked = std::count_if(figures.begin(), figures.end(), [](const ContributionFigure& f) { return !f.target.empty(); });
  CHECK(asked == std::count_if(c.verdicts.begin(), c.verdicts.end(), [](const Verdict& v) { return v.value.has_value(); }));
  CHECK(figures.back().target.empty());
  for (const ContributionFigure& f : figures) CHECK(f.period == "2021");  // no target is due in 2020
  CHECK(figure_of(figures, "rail_tonnes", "basis=main_haul;direction=both;numerator_kind=rail") != nullptr);
  CHECK(figure_of(figures, "rail_tonnes", "basis=gate;direction=both;numerator_kind=rail") == nullptr);
  CHECK(figure_of(figures, "register_stock", "standard=<=china3") != nullptr);
  CHECK(figure_of(figures, "register_stock", "standard=<=china4") != nullptr);
  CHECK(figure_of(figures, "register_stock", "standard=zero_exhaust") != nullptr);
  CHECK(figure_of(figures, "register_stock", "standard=<=china5") == nullptr);
  CHECK(figure_of(figures, "new_energy_stock_share", "") != nullptr);
  CHECK(figure_of(figures, "exhaust", "numerator_kind=NOx") != nullptr);
  CHECK(figure_of(figures, "through_km_inside", "ring=1") != nullptr);
}

TEST_CASE("without a target that is due in a whole year the last whole year is shown", "[analysis]") {
  const ReportCase c = report_case();
  for (const ContributionFigure& f : contribution_figures({}, c.plan)) CHECK(f.period == "2021");
  CHECK_FALSE(contribution_figures({}, c.plan).empty());
  CHECK(contribution_figures({}, {}).empty());
}

TEST_CASE("values are those of the run, and none of a year that was not run whole", "[analysis]") {
  const ReportCase c = report_case();
  const auto figures = contribution_figures(c.verdicts, c.plan);
  const FigureValues plan = values_of(c.plan_world, figures, {c.plan_world, c.plan}),
                     baseline = values_of(c.plan_world, figures, {c.baseline_world, c.baseline});
  REQUIRE(plan.size() == figures.size());
  const auto at =
      static_cast<std::size_t>(figure_of(figures, "rail_tonnes", "basis=main_haul;direction=both;numerator_kind=rail") - figures.data());
  // A month: 100,000 t from the fence and 12,000 t over the yard; the plan moves 38,000 t more, in 2021.
  CHECK(baseline[at] == 12 * 112'000.0);
  CHECK(plan[at] == 12 * 150'000.0);
  // Diesel trucks of National III at the end of 2021, 23 months on: 2,400 - 30 x 23 = 1,710 without the plan, none with it.
  CHECK(baseline[1] == 1710.0);
  CHECK(plan[1] == 0.0);
  MetricTable short_run = c.plan;
  std::erase_if(short_run, [](const MetricRow& row) { return row.metric == "reported_months" && row.period == "2021"; });
  CHECK_FALSE(values_of(c.plan_world, figures, {c.plan_world, short_run})[at]);
  for (const auto& value : values_of(c.plan_world, figures, {c.plan_world, {}})) CHECK_FALSE(value);
}

TEST_CASE("the firms with a siding have a value in a run only if they are the same firms as in the plan", "[analysis]") {
  ReportCase c = report_case();
  c.plan_world.targets.rows_for_loading()[id(c.plan_world.targets, "T1-rail").index].scope["firm"] = kListedWithSiding;
  const auto figures = contribution_figures(judge(c.plan_world, {c.plan}), c.plan);
  REQUIRE(figures.front().target == "T1-rail");
  CHECK(values_of(c.plan_world, figures, {c.plan_world, c.plan}).front().has_value());
  World without = c.plan_world;
  without.sidings.rows_for_loading()[id(without.sidings, "fence").index].in_service.reset();
  const FigureValues values = values_of(c.plan_world, figures, {without, c.plan});
  CHECK_FALSE(values.front().has_value());
  CHECK(values.back().has_value());  // a figure of the city counts no firms
}

TEST_CASE("where some firms are judged by rail share and others by clean transport, a run with other sidings has another yardstick",
          "[analysis]") {
  CHECK(depends_on_sidings({{"numerator_kind", "rail_or_clean"}, {"firm", "*over_threshold"}}));
  CHECK(depends_on_sidings({{"firm", "*over_threshold_with_siding"}}));
  CHECK_FALSE(depends_on_sidings({{"numerator_kind", "rail"}, {"firm", "*over_threshold"}}));
}

TEST_CASE("what is carried has a value in a run only if hardly anything was left behind in the year", "[analysis]") {
  ReportCase c = report_case();
  std::vector<Parameter> parameters(c.plan_world.parameters.begin(), c.plan_world.parameters.end());
  Parameter limit;
  limit.id = "verdict.unserved_limit";
  limit.value.from(make_date(2020, 1, 1), 0.01);
  parameters.push_back(limit);
  c.plan_world.parameters = Table<Parameter>(parameters);
  const auto figures = contribution_figures(c.verdicts, c.plan);
  const auto at =
      static_cast<std::size_t>(figure_of(figures, "rail_tonnes", "basis=main_haul;direction=both;numerator_kind=rail") - figures.data());
  const auto with_left = [&](double share) {
    MetricTable metrics = c.plan;
    std::erase_if(metrics, [](const MetricRow& row) { return row.metric == kUnservedShare; });
    MetricRow left;
    left.metric = kUnservedShare;
    left.period = "2021";
    left.value = share;
    metrics.push_back(left);
    return values_of(c.plan_world, figures, {c.plan_world, metrics});
  };
  CHECK(with_left(0.01)[at].has_value());
  CHECK_FALSE(with_left(0.011)[at].has_value());
  CHECK(with_left(0.5)[1].has_value());  // trucks of the register are there whatever they carry
}

}  // namespace plan_parts_test
