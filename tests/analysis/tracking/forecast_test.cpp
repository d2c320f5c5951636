/// Forecasts of the small city, worked by hand: the run sends 100,000 t a month by rail and 50,000 t by road from the mine in 2021; what
/// was counted goes from January to June.
#include <catch2/catch.hpp>

#include "analysis/tracking/paced_ledger.hpp"
#include "analysis/tracking/tracking_csv.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/tracking/counted_city.hpp"

namespace forecast_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace counted_city;

TEST_CASE("at the counted pace of four fifths the year ends at four fifths, and what is missing is needed a month", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_tonnes(world, 1'200'000)});
  const Tracking found = tracked(world, {run_of(world, 100'000, 50'000)}, {at_gate(world, Mode::rail, 80'000)});
  const TargetForecast& f = found.targets.at(0);
  CHECK(f.tracked == Tracked::observed);  // rail tonnes are made of rail alone
  CHECK(f.counted_share == 1.0);
  CHECK(*f.plan == Approx(1'200'000));
  CHECK(*f.to_date == Approx(480'000));
  CHECK(*f.forecast == Approx(960'000));
  CHECK(f.months_left == 6);
  CHECK(*f.needed == Approx(120'000));  // (1,200,000 - 480,000) / 6
  CHECK(*f.pace == Approx(80'000));
  CHECK(f.per_month_unit == "t");
  CHECK_FALSE(f.chance);
  CHECK_FALSE(f.interval);
}

TEST_CASE("a quarter asks for what the runs have of the year by then, not for a quarter of it", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_tonnes(world, 600'000)});
  ledger::Ledger run = run_of(world, 100'000, 50'000);
  // A yard that opens in October: 300,000 t in the last quarter alone, twice a third of it before: 100,000 a quarter.
  for (ledger::ChainRow& row : run.chains) {
    if (row.chain == small_city::id(world.chains, "out-rail") && row.month < kJanuary + 9) row.delivered_kg = 100'000'000 / 3;
  }
  const Tracking found = tracked(world, {run}, {at_gate(world, Mode::rail, 20'000)});
  const TargetForecast& f = found.targets.at(0);
  REQUIRE(f.quarters.size() == 4);
  // 100,000 of 600,000 by March, 300,000 by September
  CHECK(*quarter(f, "2021-Q1").asked == Approx(100'000).epsilon(1e-6));
  CHECK(*quarter(f, "2021-Q1").reached == Approx(60'000));
  CHECK(*quarter(f, "2021-Q1").ahead(Operator::at_least) == Approx(-40'000).epsilon(1e-5));
  CHECK(quarter(f, "2021-Q2").state == ProgressState::counted);
  CHECK(quarter(f, "2021-Q3").state == ProgressState::forecast);
  // at 0.6 of the run: 120,000 counted, 60,000 to come
  CHECK(*quarter(f, "2021-Q3").reached == Approx(180'000).epsilon(1e-6));
  CHECK(*quarter(f, "2021-Q4").asked == 600'000);
  CHECK(*quarter(f, "2021-Q4").reached == Approx(360'000).epsilon(1e-6));
}

TEST_CASE("a share takes counted goods by rail and by road, and says how much of both was counted", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_share(world)});
  const std::vector<ledger::Ledger> runs{run_of(world, 100'000, 50'000)};
  const Tracking whole = tracked(world, runs, {at_gate(world, Mode::rail, 80'000), at_gate(world, Mode::truck, 70'000)});
  const TargetForecast& f = whole.targets.at(0);
  CHECK(f.tracked == Tracked::observed);
  CHECK(*f.plan == Approx(2.0 / 3.0));
  CHECK(*f.forecast == Approx(80.0 / 150.0));
  // 0.7 of 1.8 Mt are 1.26 Mt; 0.48 came, so that 0.78 of the 0.9 Mt to come must go by rail
  CHECK(*f.needed == Approx(0.78 / 0.9));
  CHECK(*f.pace == Approx(80.0 / 150.0));
  const Tracking part = tracked(world, runs, {at_gate(world, Mode::rail, 80'000)});
  CHECK(part.targets.at(0).tracked == Tracked::partly);
  CHECK(part.targets.at(0).counted_share == Approx(2.0 / 3.0));
  CHECK(*part.targets.at(0).forecast == Approx(80.0 / 130.0));
}

TEST_CASE("a target of which nothing was counted says so, and what would tell it", "[analysis]") {
  World world = small_city::world();
  aim(world,
      {rail_share(world),
       small_city::target(world, "tg-stock", MetricKind::register_stock, {}, Operator::at_most, 10, "trucks", make_date(2021, 12, 31)),
       small_city::target(world, "tg-later", MetricKind::rail_tonnes, {}, Operator::at_least, 10, "t", make_date(2024, 12, 31)),
       small_city::target(world, "tg-through", MetricKind::through_km_inside, {}, Operator::at_most, 10, "km", make_date(2021, 12, 31))});
  ledger::Ledger run = run_of(world, 100'000, 50'000);
  for (int m = 0; m < 12; ++m) run.registers.push_back(small_city::stock(world, kJanuary + m, "slag", small_city::kDiesel4, 20, 0));
  const Tracking found = tracked(world, {run}, {of_trucks(world, ObservedKind::cancelled, months(0.0))});
  std::map<std::string, const TargetForecast*> by_id;
  for (const TargetForecast& f : found.targets) by_id[f.asked.target] = &f;
  CHECK(by_id.at("tg-share")->tracked == Tracked::no_observation);
  CHECK(files_of(by_id.at("tg-share")->made_of) == "rail.csv, gate.csv");
  CHECK(by_id.at("tg-later")->tracked == Tracked::no_figure);
  for (const char* target : {"tg-share", "tg-later", "tg-through"}) {
    CHECK_FALSE(by_id.at(target)->forecast);
    CHECK(by_id.at(target)->quarters.empty());
  }
}

TEST_CASE("a stock stands where it was counted and falls on at the pace of its fall", "[analysis]") {
  World world = small_city::world();
  aim(world, {small_city::target(world, "tg-stock", MetricKind::register_stock, {{"standard", "<=china4"}}, Operator::at_most, 50, "trucks",
                                 make_date(2021, 12, 31))});
  ledger::Ledger run;
  for (int m = 0; m < 12; ++m) run.registers.push_back(small_city::stock(world, kJanuary + m, "slag", small_city::kDiesel4, 95 - 5 * m, 0));
  // 98 in January, 2 fewer each month: 88 in June, 10 fewer where the run has 25 fewer: pace 0.4
  const Tracking found = tracked(world, {run}, {of_trucks(world, ObservedKind::stock, months(98.0, -2.0))});
  const TargetForecast& f = found.targets.at(0);
  CHECK(f.tracked == Tracked::observed);
  CHECK(*f.to_date == 88.0);
  CHECK(*f.forecast == 76.0);  // 88 - 0.4 x 30
  CHECK(*f.needed == Approx(-38.0 / 6.0));
  CHECK(*f.pace == Approx(-2.0));
  // asked in September: 50 + (55 - 40); forecast 88 - 0.4 x 15
  CHECK(*quarter(f, "2021-Q3").asked == 65.0);
  CHECK(*quarter(f, "2021-Q3").reached == 82.0);
}

TEST_CASE("a frozen base loses what was counted, then at the pace, and never more than itself", "[analysis]") {
  World world = small_city::world();
  FrozenBaseOrder order;
  order.segment = small_city::id(world.segments, "slag");
  order.standard = Standard::china4;
  order.base_date = make_date(2020, 12, 31);
  world.measures = Table<Measure>(std::vector<Measure>{small_city::measure("ms-slag", make_date(2021, 1, 1), order)});
  aim(world, {small_city::target(world, "tg-slag", MetricKind::retired_share, {{"segment", "slag"}, {"standard", "china4"}},
                                 Operator::at_least, 0.6, "1", make_date(2021, 12, 31))});
  ledger::Ledger run;
  for (int m = 0; m < 12; ++m) {
    ledger::RegisterFoldRow row = small_city::stock(world, kJanuary + m, "slag", small_city::kDiesel4, std::max(0, 90 - 10 * m), 0);
    row.tally.open = std::max(0, 100 - 10 * m);
    row.tally.left[0] = m < 10 ? 10 : 0;
    run.registers.push_back(row);
    run.frozen_bases.push_back({kJanuary + m, {"ms-slag", 100, std::min(100, 10 * (m + 1)), std::min(100, 10 * (m + 1))}});
  }
  // 5 a month of 10: 30 by June; the run loses 10 a month up to October, at half the pace 20 more
  const Tracking half = tracked(world, {run}, {of_trucks(world, ObservedKind::cancelled, months(5.0))});
  CHECK(half.targets.at(0).tracked == Tracked::observed);
  CHECK(*half.targets.at(0).to_date == Approx(0.3));
  CHECK(*half.targets.at(0).forecast == Approx(0.5));
  CHECK(*half.targets.at(0).needed == Approx(0.05));
  const Tracking twice = tracked(world, {run}, {of_trucks(world, ObservedKind::cancelled, months(20.0))});
  CHECK(*twice.targets.at(0).forecast == Approx(1.0));
}

TEST_CASE("a chance counts every run, a failed one as not met, and is said only where inputs varied", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_tonnes(world, 1'000'000)});
  // counted 80,000; runs carry it on in full: 960,000 in each but for their own last half year
  ledger::Ledger more = run_of(world, 80'000, 50'000), less = more, failed;
  for (ledger::ChainRow& row : more.chains) {
    if (kJune < row.month && row.chain == small_city::id(world.chains, "out-rail")) row.delivered_kg = 100'000'000;
  }
  const std::vector<ledger::Ledger> runs{more, less, failed};
  const TargetForecast f = tracked(world, runs, {at_gate(world, Mode::rail, 80'000)}, true).targets.at(0);
  CHECK(f.ends.size() == 3);
  CHECK(*f.ends[0] == Approx(1'080'000));
  CHECK(*f.ends[1] == Approx(960'000));
  CHECK_FALSE(f.ends[2]);
  CHECK(*f.met == 1);
  CHECK(f.chance->low == Approx(statistics::wilson(1, 3, 0.95).low));
  CHECK_FALSE(tracked(world, runs, {at_gate(world, Mode::rail, 80'000)}, false).targets.at(0).chance);
}

TEST_CASE("goods that a run does not carry are shared out among the chains that would", "[analysis]") {
  const World world = small_city::world();
  const std::vector<ObservedSeries> series{at_gate(world, Mode::rail, 30'000)};
  Problems problems;
  const CountedRows counted = counted_rows(world, series, problems);
  REQUIRE(problems.empty());
  const ledger::Ledger paced = paced_ledger(series, counted, {{1.0}}, run_of(world, 0, 50'000));
  const auto rail = simulated_months(series, counted, paced);
  CHECK(rail[0].at(kJune) == 30'000.0);
  CHECK(rail[0].at(kJune + 1) == 0.0);
}

TEST_CASE("a gate keeps its total: what its trains are counted with elsewhere is taken off first", "[analysis]") {
  const World world = small_city::world();
  ledger::Ledger run;  // 30,000 t to the yard and on by train, 50,000 t by road, all trucks at the gate of the mine
  run.chains = {small_city::delivered(world, kJune, "out-yard", 30'000), small_city::delivered(world, kJune, "out-road", 50'000)};
  ledger::RailRow train;
  train.month = kJune;
  train.chain = small_city::id(world.chains, "out-yard");
  train.departed_kg = train.arrived_kg = 30'000'000;
  run.rail = {train};
  ObservedSeries yard;
  yard.kind = ObservedKind::rail;
  yard.id = "rail/yard/out";
  yard.siding = small_city::id(world.sidings, "yard");
  yard.months = {{kJune, 40'000.0}};
  ObservedSeries gate = at_gate(world, Mode::truck, 0.0);
  gate.months = {{kJune, 75'000.0}};
  const std::vector<ObservedSeries> series{yard, gate};
  Problems problems;
  const CountedRows counted = counted_rows(world, series, problems);
  REQUIRE(problems.empty());
  const ledger::Ledger paced = paced_ledger(series, counted, {{1.0, 1.0}}, run);
  CHECK(paced.rail[0].departed_kg == 40'000'000);
  CHECK(paced.chains[0].delivered_kg == 40'000'000);
  CHECK(paced.chains[1].delivered_kg == 35'000'000);  // 75,000 - 40,000
}

TEST_CASE("offices answer for main targets, each of several for the same one", "[analysis]") {
  TargetForecast f;
  f.offices = "市交通局、市发改委；市生态环境局";
  f.asked.op = Operator::at_least;
  f.quarters = {{kJanuary + 2, 100.0, 90.0, ProgressState::counted, true}, {kJanuary + 5, 200.0, 210.0, ProgressState::forecast, false}};
  TargetForecast reading = f;
  reading.asked.reading_of = "tg-main";
  const auto rows = office_quarters({f, reading});
  REQUIRE(rows.size() == 6);
  for (const OfficeQuarter& row : rows) {
    CHECK(row.targets == 1);
    CHECK(row.behind == (row.end == kJanuary + 2 ? 1 : 0));
    CHECK(row.state == (row.end == kJanuary + 2 ? ProgressState::counted : ProgressState::forecast));
  }
  CHECK(rows[0].office != rows[2].office);
  // another target of the office of which a part was counted: so is what the office has
  f.quarters[0].state = ProgressState::counted_in_part;
  TargetForecast whole = reading;
  whole.asked.reading_of = "";
  CHECK(office_quarters({f, whole})[0].state == ProgressState::counted_in_part);
  CHECK(offices_csv({f, whole}).find("2021-Q1,counted_in_part,2,2") != std::string::npos);
  CHECK(progress_csv({f}).find(",counted_in_part") != std::string::npos);
}

}  // namespace forecast_test
