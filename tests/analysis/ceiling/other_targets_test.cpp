// Ceilings of targets that are no rail share: floors, growth, stations, clean transport, goods under way.
#include <catch2/catch.hpp>

#include "analysis/ceiling/verdict_ceilings.hpp"
#include "analysis/words/ceiling_words.hpp"
#include "tests/analysis/ceiling/ceiling_city.hpp"

namespace other_targets_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// Firms a and b send 310 t each in January; the yard of a takes 8 t a day, 248 t, that of b all.
World two_firms() {
  return ceiling_city::world({{"a", "b"}, {{"ya", 8.0}, {"yb", 1000.0}}, {{"fa", "a", 310.0, "ya"}, {"fb", "b", 310.0, "yb"}}});
}

TargetCeiling asked(World w, const Target& target) {
  ceiling_city::set_targets(w, {target});
  const Ceilings ceilings = ceilings_of(w);
  REQUIRE(ceilings.targets.size() == 1);
  return ceilings.targets.front();
}

}  // namespace

TEST_CASE("a target that wants little has a floor", "[analysis]") {
  const World w = two_firms();
  Target target = ceiling_city::target(w, "t", MetricKind::tonnes_by_chain, {{"numerator_kind", "truck"}}, 50.0);
  target.op = Operator::at_most;
  target.unit = "t";
  const TargetCeiling floor = asked(w, target);
  CHECK(floor.least);
  // No tonne need go by road; with the yard of 248 t 62 of 620 t must.
  CHECK(*floor.chains == Approx(0.0).margin(1e-6));
  CHECK(*floor.capacity == Approx(62.0));
}

TEST_CASE("the floor beside a verdict leaves out what a run may leave behind or have under way when the year ends", "[analysis]") {
  // All 620 t are of January: nothing is under way in December. 1 % of 620 t may be left: 62 - 6.2 = 55.8 t must go by road.
  const World w = two_firms();
  Target target = ceiling_city::target(w, "t", MetricKind::tonnes_by_chain, {{"numerator_kind", "truck"}}, 50.0);
  target.op = Operator::at_most;
  target.unit = "t";
  CHECK(*asked(w, target).capacity_bound == Approx(55.8));
  CHECK(*asked(w, target).chains_bound == Approx(0.0).margin(1e-6));
  // Flow fb has no road: 310 of 620 t go by rail at least. Of the share both sides lose what is left: 303.8 of 613.8 t.
  const World rail_only =
      ceiling_city::world({{"a", "b"}, {{"ya", 8.0}, {"yb", 1000.0}}, {{"fa", "a", 310.0, "ya"}, {"fb", "b", 310.0, "yb", false}}});
  Target share = ceiling_city::target(rail_only, "t", MetricKind::rail_share, {{"basis", "main_haul"}}, 0.5);
  share.op = Operator::at_most;
  const TargetCeiling floor = asked(rail_only, share);
  CHECK(*floor.capacity == Approx(0.5));
  CHECK(*floor.capacity_bound == Approx(303.8 / 613.8));
  CHECK(*floor.chains_bound == Approx(303.8 / 613.8));
}

TEST_CASE("a target is capped in the year that its figure is judged by, and one of a month is not", "[analysis]") {
  const World w = two_firms();
  Target target = ceiling_city::target(w, "t", MetricKind::rail_share, {{"basis", "main_haul"}, {"period", "2021"}}, 0.5);
  target.due = make_date(2025, 12, 31);
  const TargetCeiling ceiling = asked(w, target);
  CHECK(ceiling.year == 2021);
  CHECK(*ceiling.capacity == Approx(558.0 / 620.0));
  target.scope["period"] = "2021-01";
  CHECK_FALSE(question_of(w, target).has_value());
}

TEST_CASE("growth is held against the base year at base shares", "[analysis]") {
  World w = two_firms();
  w.settings.start = make_date(2020, 1, 1);
  w.settings.base_year = 2020;
  Target target = ceiling_city::target(w, "t", MetricKind::rail_tonnes,
                                       {{"numerator_kind", "rail"}, {"denominator_kind", "base_year"}, {"basis", "main_haul"}}, 0.1);
  target.unit = "1";
  // Base shares of a half: 310 of 620 t. All by rail: +100 %; 248 + 310 = 558 t: +80 %.
  CHECK(*asked(w, target).chains == Approx(1.0));
  CHECK(*asked(w, target).capacity == Approx(0.8));
}

TEST_CASE("growth is held against the tonnes that the runs carried in the base year, as its metric is", "[analysis]") {
  World w = two_firms();
  w.settings.start = make_date(2020, 1, 1);
  w.settings.base_year = 2020;
  Target target = ceiling_city::target(w, "t", MetricKind::rail_tonnes,
                                       {{"numerator_kind", "rail"}, {"denominator_kind", "base_year"}, {"basis", "main_haul"}}, 0.1);
  target.unit = "1";
  ceiling_city::set_targets(w, {target});
  const auto run = [&](double base) {
    MetricRow row;
    row.metric = "rail_tonnes";
    row.numerator_kind = "rail";
    row.denominator_kind = "base_year";
    row.basis = "main_haul";
    row.direction = "both";
    row.period = to_text(due_period(target));
    row.unit = "1";
    row.denominator = base;
    return MetricTable{row};
  };
  // 558 of 279 t: +100 %, where base shares would have 310 t and +80 %
  CHECK(*ceilings_of(w, base_tonnes_of(w, {run(279.0)})).targets.front().capacity == Approx(1.0));
  // Two seeds, 200 and 300 t: the mean of 558/200 - 1 = 1.79 and 558/300 - 1 = 0.86 is 1.325, which 240 t give.
  CHECK(base_tonnes_of(w, {run(200.0), run(300.0)}).at("t") == Approx(240.0));
  CHECK(*ceilings_of(w, base_tonnes_of(w, {run(200.0), run(300.0)})).targets.front().capacity == Approx(1.325));
  CHECK(base_tonnes_of(w, {run(200.0), {}}).empty());
}

TEST_CASE("a solver that fails costs the ceiling and nothing else, and that is said", "[analysis]") {
  // a yard of 1e25 t a day: no solver takes such a number
  World w = ceiling_city::world({{"a", "b"}, {{"ya", 8.0}, {"yb", 1e25}}, {{"fa", "a", 310.0, "ya"}, {"fb", "b", 310.0, "yb"}}});
  Target target = ceiling_city::target(w, "t", MetricKind::rail_tonnes, {{"numerator_kind", "rail"}, {"basis", "main_haul"}}, 100.0);
  target.unit = "t";
  ceiling_city::set_targets(w, {target});
  std::vector<Verdict> verdicts(1);
  verdicts.front().target = "t";
  const Ceilings ceilings = add_ceilings(w, verdicts);
  CHECK(ceilings.targets.empty());
  CHECK(ceilings.failed == std::vector<std::string>{"t"});
  CHECK_FALSE(verdicts.front().ceiling.has_value());
  CHECK(ceiling_text(ceilings, Language::en) == "The solver gave no sound answer, so there is no ceiling: t\n");
  CHECK(ceiling_text(ceilings, Language::zh) == "求解器未给出可靠结果，没有上限：t\n");
}

TEST_CASE("tonnes of stations count where the train is loaded, in the county or the prefecture that is named", "[analysis]") {
  const World w = two_firms();
  const auto at = [&](const std::string& county, const std::string& direction) {
    Target target = ceiling_city::target(w, "t", MetricKind::rail_station_tonnes, {{"direction", direction}, {"county", county}}, 1.0);
    target.unit = "t";
    return *asked(w, target).capacity;
  };
  CHECK(at("140100", "out") == Approx(558.0));
  CHECK(at("1401", "out") == Approx(558.0));
  CHECK(at("140200", "out") == Approx(0.0).margin(1e-6));
  CHECK(at("140100", "in") == Approx(0.0).margin(1e-6));
}

TEST_CASE("clean transport has what rail, belts and pipes carry, and no ceiling for trucks", "[analysis]") {
  World w = two_firms();
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::clean_share, {}, 0.6)});
  Verdict verdict;
  verdict.target = "t";
  std::vector<Verdict> verdicts{verdict};
  const Ceilings ceilings = add_ceilings(w, verdicts);
  CHECK(*ceilings.of("t")->capacity == Approx(558.0 / 620.0));
  CHECK_FALSE(verdicts[0].ceiling);  // chains do not say how many trucks are clean
  CHECK_FALSE(verdicts[0].ceiling_capacity);
}

TEST_CASE("entries of trucks are no question to the chain table", "[analysis]") {
  const World w = two_firms();
  CHECK(question_of(w, ceiling_city::target(w, "t", MetricKind::clean_share, {{"basis", "tonnes"}}, 0.6)));
  CHECK_FALSE(question_of(w, ceiling_city::target(w, "t", MetricKind::clean_share, {{"basis", "entries"}}, 0.6)));
}

TEST_CASE("goods that have no way but a siding wait for it from the run's beginning, and count in the year in which it opens",
          "[analysis]") {
  // 310 t in each January, of 2020 and 2021; the yard of 1,000 t a day opens on 1 January 2021 and there is no road.
  World w = ceiling_city::world({{"a"}, {{"ya", 1000.0, make_date(2021, 1, 1)}}, {{"fa", "a", 310.0, "ya", false}}});
  w.settings.start = make_date(2020, 1, 1);
  const Target target = ceiling_city::target(w, "t", MetricKind::rail_tonnes, {{"basis", "main_haul"}}, 400.0);
  const TargetCeiling ceiling = asked(w, target);
  CHECK(*ceiling.chains == Approx(310.0));  // the year's own goods
  CHECK(*ceiling.capacity == Approx(310.0));
  CHECK(*ceiling.chains_bound == Approx(620.0));
  CHECK(*ceiling.capacity_bound == Approx(620.0));
  // With a road nothing waits.
  World road = ceiling_city::world({{"a"}, {{"ya", 1000.0, make_date(2021, 1, 1)}}, {{"fa", "a", 310.0, "ya", true}}});
  road.settings.start = make_date(2020, 1, 1);
  CHECK(*asked(road, target).capacity_bound == Approx(310.0));
}

TEST_CASE("what waits is carried as capacity allows", "[analysis]") {
  // As above with a yard of 1 t a day: 365 t of 620.
  World w = ceiling_city::world({{"a"}, {{"ya", 1.0, make_date(2021, 1, 1)}}, {{"fa", "a", 310.0, "ya", false}}});
  w.settings.start = make_date(2020, 1, 1);
  const Target target = ceiling_city::target(w, "t", MetricKind::rail_tonnes, {{"basis", "main_haul"}}, 400.0);
  CHECK(*asked(w, target).capacity == Approx(310.0));
  CHECK(*asked(w, target).capacity_bound == Approx(365.0));
}

TEST_CASE("what is under way at New Year is in the bound of a verdict and not in the figure of the year's goods", "[analysis]") {
  // All months alike: 620 t of each flow a year in twelfths. A year before runs too: under way on each rail chain a train of 10 t and three
  // of December's 31 days of 620 / 12 t.
  World w = ceiling_city::world({{"a"}, {{"ya", 1.0}}, {{"fa", "a", 620.0, "ya"}}});
  for (double& share : w.profiles.rows_for_loading()[0].years[0].share) share = 1.0 / 12.0;
  w.settings.start = make_date(2020, 1, 1);
  const Target target = ceiling_city::target(w, "t", MetricKind::rail_tonnes, {{"basis", "main_haul"}}, 400.0);
  const TargetCeiling ceiling = asked(w, target);
  const double under_way = 10.0 + 620.0 / 12.0 * 3.0 / 31.0;
  CHECK(*ceiling.capacity == Approx(365.0));
  CHECK(*ceiling.capacity_bound == Approx(365.0 + under_way));
  CHECK(*ceiling.chains == Approx(620.0).epsilon(1e-5));  // months are whole kilograms
  CHECK(*ceiling.chains_bound == Approx(620.0 + under_way).epsilon(1e-5));
  w.settings.start = make_date(2021, 1, 1);
  CHECK(*asked(w, target).capacity_bound == Approx(365.0));
}

}  // namespace other_targets_test
