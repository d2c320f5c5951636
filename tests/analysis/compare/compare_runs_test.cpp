/// Several runs beside a base: by seed, over the same months, largest change on its natural scale first.
#include <catch2/catch.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

#include "analysis/compare/change_size.hpp"
#include "analysis/compare/comparison_csv.hpp"
#include "tests/analysis/small_city.hpp"

namespace compare_runs_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

MetricRow figure_of(const std::string& metric, const std::string& unit, double value, const std::string& firm = "") {
  MetricRow row;
  row.metric = metric;
  row.firm = firm;
  row.period = "2024";
  row.unit = unit;
  row.value = value;
  return row;
}

MetricRow reported(const std::string& period, double months) {
  MetricRow row = figure_of("reported_months", "months", months);
  row.period = period;
  return row;
}

/// 2024 with these tonnes, run from the first to the last month.
MetricTable year(int first, int last, double tonnes) {
  MetricTable table{figure_of("rail_wishes", "t", tonnes), reported("2024", last - first + 1)};
  if (last - first + 1 < 12) {
    for (int m = first; m <= last; ++m) table.push_back(reported(to_text(Period{2024, m}), 1.0));
  }
  return table;
}

RunFigures run_of(std::uint32_t seed, const std::vector<double>& tonnes) {
  RunFigures run{"run", 2020, seed, {}};
  for (const double t : tonnes) run.replications.push_back(year(1, 12, t));
  return run;
}

const FigureRow& wishes(const std::vector<FigureRow>& rows) {
  for (const FigureRow& row : rows) {
    if (row.key.metric == "rail_wishes") return row;
  }
  throw std::runtime_error("there is a row of wishes");
}

}  // namespace

TEST_CASE("differences are those of the seeds that both runs had, with the least, the mean and the greatest", "[analysis]") {
  // Seeds 1, 2, 3 and 2, 3, 4: seed 2 has 25 - 20 = 5, seed 3 has 40 - 30 = 10; the base of the pairs is (20 + 30) / 2 = 25.
  const auto rows = compare_runs({run_of(1, {10, 20, 30}), run_of(2, {25, 40, 91})});
  const FigureRow& row = wishes(rows);
  REQUIRE(row.runs.size() == 2);
  CHECK(row.runs[0].value == 20.0);
  CHECK_FALSE(row.runs[0].difference.has_value());
  CHECK(row.runs[1].value == 52.0);  // (25 + 40 + 91) / 3
  REQUIRE(row.runs[1].paired.has_value());
  CHECK(row.runs[1].paired->n == 2);
  CHECK((row.runs[1].paired->least == 5.0 && row.runs[1].paired->mean == 7.5 && row.runs[1].paired->greatest == 10.0));
  CHECK(row.runs[1].difference == 7.5);
  CHECK(row.runs[1].percent == 30.0);
}

TEST_CASE("runs without a seed in common differ by their means and have no differences by seed", "[analysis]") {
  const auto rows = compare_runs({run_of(1, {10, 20}), run_of(3, {30, 40})});
  const RunFigure& run = wishes(rows).runs[1];
  CHECK_FALSE(run.paired.has_value());
  CHECK(run.difference == 20.0);  // 35 - 15
  CHECK(pairs_of(run_of(2, {1}), run_of(3, {1})).empty());
  CHECK(pairs_of(run_of(3, {1}), run_of(3, {1})).size() == 1);
}

TEST_CASE("of three runs the one over other months has no difference, and all have their months", "[analysis]") {
  const RunFigures half{"half", 2020, 1, {year(1, 6, 100)}};
  const auto rows = compare_runs({run_of(1, {200}), half, run_of(1, {210})});
  const FigureRow& row = wishes(rows);
  CHECK(row.runs[1].value == 100.0);
  CHECK_FALSE(row.runs[1].difference.has_value());
  CHECK_FALSE(row.runs[1].percent.has_value());
  CHECK_FALSE(row.runs[1].paired.has_value());
  CHECK(row.runs[1].months == MonthsRun{1, 6});
  CHECK(row.runs[0].months == MonthsRun{});
  CHECK(row.runs[2].difference == 10.0);
  CHECK(row.runs[2].percent == 5.0);
  // The same six months are compared; six others are not.
  CHECK(wishes(compare_runs({half, {"other", 2020, 1, {year(1, 6, 110)}}})).runs[1].percent == 10.0);
  CHECK_FALSE(wishes(compare_runs({half, {"other", 2020, 1, {year(7, 12, 110)}}})).runs[1].difference.has_value());
}

TEST_CASE("a figure that only the base has, or that it has not, is no change: it is counted and leads nobody", "[analysis]") {
  RunFigures base = run_of(1, {200}), run = run_of(1, {200});
  base.replications[0].push_back(figure_of("old", "t", 5));
  run.replications[0].push_back(figure_of("new", "t", 7));
  const auto changed = by_size_of_change(compare_runs({base, run}));
  CHECK(changed.ranked.empty());
  CHECK(changed.only_in_some == 2);
  const auto rows = compare_runs({base, run});
  CHECK(std::count_if(rows.begin(), rows.end(), [](const FigureRow& row) { return !row.runs[1].difference; }) == 2);
  // of three runs one that can be compared is enough
  const auto three = by_size_of_change(compare_runs({base, run, [&] {
                                                       RunFigures other = run_of(1, {200});
                                                       other.replications[0].push_back(figure_of("old", "t", 6));
                                                       return other;
                                                     }()}));
  REQUIRE(three.ranked.size() == 1);
  CHECK(three.ranked[0].key.metric == "old");
  CHECK(three.only_in_some == 1);
}

TEST_CASE("twice next to nothing is no large change: a share of one point leads it", "[analysis]") {
  // 4.6e-07 t more than doubled, beside 1 t, the least scale; a share by one point of 100; 40 of 1,000 t (the largest of its metric).
  const auto one = [](double dust, double share, double tonnes, double all) {
    return RunFigures{"run",
                      2020,
                      1,
                      {{figure_of("exhaust", "t", dust), figure_of("a_share", "1", share), figure_of("goods", "t", tonnes, "a"),
                        figure_of("goods", "t", all, "b"), reported("2024", 12)}}};
  };
  const auto changed = by_size_of_change(compare_runs({one(4.6e-07, 0.50, 100, 1000), one(9.5e-07, 0.51, 140, 1000)})).ranked;
  REQUIRE(changed.size() == 3);
  CHECK(changed[0].key.firm == "a");          // 0.04
  CHECK(changed[1].key.metric == "a_share");  // 0.01
  CHECK(changed[2].key.metric == "exhaust");
  CHECK(changed[2].runs[1].percent.value() > 100.0);
}

TEST_CASE("what has no headline is measured by the city's headline of its unit, however small it is itself", "[analysis]") {
  const auto one = [](double effect, double wished) {
    MetricRow rail = figure_of("rail_tonnes", "t", 10000);
    rail.numerator_kind = "rail";
    rail.basis = "main_haul";
    rail.direction = "both";
    return RunFigures{
        "run",
        2020,
        1,
        {{rail, figure_of("rail_tonnes_volume_effect", "t", effect), figure_of("rail_wishes", "t", wished), reported("2024", 12)}}};
  };
  // 200 t more is twice the effect of 100 t and a fiftieth of 10,000 t by rail; 500 t of wishes are a twentieth.
  const auto changed = by_size_of_change(compare_runs({one(100, 9000), one(300, 9500)})).ranked;
  REQUIRE(changed.size() == 2);
  CHECK(changed[0].key.metric == "rail_wishes");
  CHECK(changed[1].runs[1].percent == 200.0);
}

TEST_CASE("how many months were run is no change of the city", "[analysis]") {
  const RunFigures half{"half", 2020, 1, {year(1, 6, 100)}}, whole{"whole", 2020, 1, {year(1, 12, 100)}};
  const auto rows = compare_runs({half, whole});
  CHECK(by_size_of_change(rows).ranked.empty());
  CHECK(by_size_of_change(rows).only_in_some == 0);
  for (const FigureRow& row : rows) CHECK_FALSE(row.runs[1].percent.has_value());
}

TEST_CASE("a pollutant is measured by its own headline of the base, not by that of another", "[analysis]") {
  const auto one = [](double nox, double co2) {
    MetricRow a = figure_of("exhaust", "t", nox), b = figure_of("exhaust", "t", co2);
    a.numerator_kind = "NOx";
    b.numerator_kind = "CO2_ttw";
    return RunFigures{"run", 2020, 1, {{a, b, reported("2024", 12)}}};
  };
  // NOx 10 of 100 t: 0.1; CO2 1,000 of 1,000,000 t: 0.001.
  const auto rows = compare_runs({one(100, 1e6), one(90, 1.001e6)});
  const auto changed = by_size_of_change(rows).ranked;
  REQUIRE(changed.size() == 2);
  CHECK(changed[0].key.numerator_kind == "NOx");
}

TEST_CASE("targets are compared by seed in their own unit, and a year run in part has months and no difference", "[analysis]") {
  World world = small_city::world();
  Target target =
      small_city::target(world, "tg", MetricKind::exhaust, {{"numerator_kind", "NOx"}}, Operator::at_most, 5, "t", make_date(2024, 12, 31));
  world.targets = Table<Target>(std::vector<Target>{target});
  world.emission_factors = Table<EmissionFactor>(std::vector<EmissionFactor>{{}});
  world.emission_factors.rows_for_loading()[0].pollutant = "NOx";
  const auto run = [](int last, std::vector<double> tonnes) {
    RunFigures figures{"run", 2020, 1, {}};
    for (const double t : tonnes) {
      MetricTable table = year(1, last, 1);
      table.front() = figure_of("exhaust", "t", t);
      table.front().numerator_kind = "NOx";
      figures.replications.push_back(table);
    }
    return figures;
  };
  const auto rows = compare_targets(world, {run(12, {10, 20}), run(12, {4, 18}), run(6, {3, 3})});
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].runs.size() == 3);
  CHECK(rows[0].runs[0].verdict.value == 15.0);
  CHECK(rows[0].runs[1].difference == -4.0);  // (4 - 10 + 18 - 20) / 2
  CHECK((rows[0].runs[1].paired->least == -6.0 && rows[0].runs[1].paired->greatest == -2.0));
  CHECK_FALSE(rows[0].runs[2].verdict.value.has_value());
  CHECK_FALSE(rows[0].runs[2].difference.has_value());
  CHECK(rows[0].runs[2].months == MonthsRun{1, 6});
  // Three seeds against one: the values are means of all, the difference is that of the first seed, 4 - 10.
  const auto uneven = compare_targets(world, {run(12, {10, 20, 30}), run(12, {4})});
  CHECK((uneven[0].runs[0].verdict.value == 20.0 && uneven[0].runs[0].verdict.n == 3));
  CHECK((uneven[0].runs[1].difference == -6.0 && uneven[0].runs[1].paired->n == 1));
}

TEST_CASE("growth has a difference only between runs from one base year", "[analysis]") {
  World world = small_city::world();
  const Scope growth{{"numerator_kind", "rail"}, {"denominator_kind", "base_year"}, {"basis", "main_haul"}};
  world.targets = Table<Target>(std::vector<Target>{
      small_city::target(world, "tg", MetricKind::rail_tonnes, growth, Operator::at_least, 0.1, "1", make_date(2024, 12, 31))});
  const auto run = [](int base_year, double grown) {
    MetricTable table = year(1, 12, 1);
    table.front() = figure_of("rail_tonnes", "1", grown);
    std::tie(table.front().numerator_kind, table.front().denominator_kind) = std::pair("rail", "base_year");
    std::tie(table.front().basis, table.front().direction) = std::pair("main_haul", "both");
    return RunFigures{"run", base_year, 1, {table}};
  };
  const auto rows = compare_targets(world, {run(2020, 0.10), run(2020, 0.25), run(2021, 0.25)});
  CHECK(*rows.at(0).runs[1].difference == Approx(0.15));
  CHECK(rows.at(0).runs[2].verdict.value == 0.25);
  CHECK_FALSE(rows.at(0).runs[2].difference.has_value());
}

TEST_CASE("what two runs are on in common is told by seed, and whether both are on nothing else", "[analysis]") {
  const auto told = [](const RunFigures& base, const RunFigures& run) {
    const CommonSeeds seeds = common_seeds(base, run);
    return std::tuple(seeds.n, seeds.first, seeds.last, seeds.all);
  };
  CHECK(told(run_of(1, {10, 20, 30}), run_of(1, {1, 2, 3})) == std::tuple(3, 1, 3, true));
  CHECK(told(run_of(1, {10, 20, 30}), run_of(2, {25})) == std::tuple(1, 2, 2, false));
  CHECK(told(run_of(2, {25}), run_of(1, {10, 20, 30})) == std::tuple(1, 2, 2, false));
  CHECK(told(run_of(1, {10, 20}), run_of(2, {20, 30})) == std::tuple(1, 2, 2, false));
  CHECK(std::get<0>(told(run_of(1, {10}), run_of(2, {20}))) == 0);
  CHECK_FALSE(std::get<3>(told(run_of(1, {10}), run_of(2, {20}))));
}

TEST_CASE("the comparison as CSV has one column a run, and of each run but the base what lies between and for which seeds", "[analysis]") {
  const auto named = [](std::string name, RunFigures run) {
    run.name = std::move(name);
    return run;
  };
  const auto csv_of = [](const std::vector<RunFigures>& runs) { return to_csv(std::vector<TargetRow>{}, compare_runs(runs), runs); };
  const std::string csv = csv_of({named("base", run_of(1, {200})), named("plan", run_of(1, {210}))});
  CHECK(csv.find(",period,unit,base,plan,plan_difference,plan_percent,plan_least,plan_greatest,plan_seeds,plan_common_seeds,"
                 "base_replications,base_months,plan_replications,plan_months\n") != std::string::npos);
  CHECK(csv.find("figure,,rail_wishes,,,,,,,,,,,,,,,2024,t,200,210,10,5,10,10,1,1..1,1,1..12,1,1..12\n") != std::string::npos);
  // Three seeds against one: means 20 and 25, but of seed 2 alone 25 - 20 = 5, 25 % of 20. One against three: of seed 3
  // alone 18 - 24 = -6, a quarter of 24, though the mean (10 + 30 + 18) / 3 lies only 4.7 below.
  CHECK(csv_of({named("three", run_of(1, {10, 20, 30})), named("one", run_of(2, {25}))}).find(",20,25,5,25,5,5,1,2..2,3,1..12,1,1..12\n") !=
        std::string::npos);
  CHECK(csv_of({named("one", run_of(3, {24})), named("three", run_of(1, {10, 30, 18}))}).find(",24,19.333333333333332,-6,-25,") !=
        std::string::npos);
  // No seed in common: the difference of the means, and no seeds that it covers.
  CHECK(csv_of({named("a", run_of(1, {10})), named("b", run_of(2, {15}))}).find(",10,15,5,50,,,,,1,1..12,1,1..12\n") != std::string::npos);
}

TEST_CASE("shares of the firms with a siding have a difference only where both runs have the same firms", "[analysis]") {
  const auto with = [](double value, const std::vector<std::string>& firms) {
    RunFigures run{"run", 2020, 1, {year(1, 12, 10)}};
    run.replications.front().push_back(figure_of("rail_share", "1", value, "*over_threshold_with_siding"));
    run.replications.front().push_back(figure_of("rail_share", "1", value, "*over_threshold"));
    run.with_siding[2024] = firms;
    return run;
  };
  const auto differs = [&](const std::vector<std::string>& firms, const std::string& set) {
    for (const FigureRow& row : compare_runs({with(0.5, {"a"}), with(0.75, firms)})) {
      if (row.key.firm == set) return row.runs[1].difference.has_value();
    }
    throw std::runtime_error("there is a row of the set");
  };
  CHECK(differs({"a"}, "*over_threshold_with_siding"));
  CHECK_FALSE(differs({"a", "b"}, "*over_threshold_with_siding"));
  CHECK(differs({"a", "b"}, "*over_threshold"));  // the list is the same in every run
}

}  // namespace compare_runs_test
