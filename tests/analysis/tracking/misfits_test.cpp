/// Counted months that a run cannot hold, and counts that contradict each other: numbers worked by hand.
#include <catch2/catch.hpp>

#include "analysis/tracking/paced_ledger.hpp"
#include "analysis/words/tracking/tracking_words.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/tracking/counted_city.hpp"

namespace misfits_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace counted_city;

namespace {

/// What series say of a ledger in which they have taken the place of simulated months, at these paces.
SeriesMonths measured_again(const World& world, const std::vector<ObservedSeries>& series, const ledger::Ledger& run,
                            const std::vector<double>& paces) {
  Problems problems;
  const CountedRows counted = counted_rows(world, series, problems);
  REQUIRE(problems.empty());
  return simulated_months(series, counted, paced_ledger(series, counted, {paces}, run));
}

/// 95, 90 ... slag trucks of China IV at the end of a month of the paced ledger.
std::int64_t stock_at(const ledger::Ledger& ledger, Month month) {
  std::int64_t sum = 0;
  for (const ledger::RegisterFoldRow& row : ledger.registers) sum += row.month == month ? row.tally.close : 0;
  return sum;
}

}  // namespace

TEST_CASE("trains that were counted before the siding opens in the runs are lost, and --set of its opening day is named", "[analysis]") {
  World world = small_city::world();
  SidingOpens opens;
  opens.siding = small_city::id(world.sidings, "yard");
  world.measures = Table<Measure>(std::vector<Measure>{small_city::measure("ms-yard", make_date(2021, 4, 1), opens)});
  aim(world, {rail_tonnes(world, 1'000'000)});
  ledger::Ledger run = run_of(world, 100'000, 50'000);
  for (int m = 3; m < 12; ++m) run.rail.push_back(train(world, kJanuary + m, "out-yard", 0));  // open, and no train goes
  const auto counted = [&](int first, double t) {
    std::map<Month, double> some;
    for (int m = first; m < 6; ++m) some[kJanuary + m] = t;
    return std::vector<ObservedSeries>{at_siding(world, "yard", some)};
  };
  const Tracking lost = tracked(world, {run, run}, counted(1, 1'500.0));
  REQUIRE(lost.lost.size() == 1);
  CHECK(lost.lost[0].first == kJanuary + 1);
  CHECK(lost.lost[0].last == kJanuary + 2);
  CHECK(lost.lost[0].counted == 3'000.0);
  CHECK(lost.lost[0].runs == 2);
  CHECK(lost.targets.empty());
  CHECK(
      lost_words(world, counted(1, 1'500.0)[0], lost.lost[0], 2).en ==
      "rail/yard/out: 2021-02 to 2021-03 counted 3,000 t, but 2 of 2 runs have no such train to put them on; if the siding is in service, "
      "write --set measure.ms-yard.in_service=2021-02-01 (measure ms-yard has the opening day); if not, look at these months again");
  // from the opening on, and of nothing before it, all is well
  CHECK(tracked(world, {run, run}, counted(3, 1'500.0)).lost.empty());
  CHECK(tracked(world, {run, run}, counted(1, 0.0)).lost.empty());
}

TEST_CASE("a run of several that has no trains in a counted month is enough to lose it", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_tonnes(world, 1'000'000)});
  const ledger::Ledger none = run_of(world, 100'000, 50'000);
  ledger::Ledger some = none;
  for (int m = 0; m < 12; ++m) some.rail.push_back(train(world, kJanuary + m, "out-yard", 1'000));
  const Tracking found = tracked(world, {some, none}, {at_siding(world, "yard", months(1'500.0))});
  REQUIRE(found.lost.size() == 1);
  CHECK(found.lost[0].runs == 1);
  const Words said = lost_words(world, at_siding(world, "yard", months(1'500.0)), found.lost[0], 2);
  CHECK(said.en.find("1 of 2 runs") != std::string::npos);
  CHECK(said.zh.find("2 次模拟中有 1 次") != std::string::npos);
  CHECK(said.en.find("chains.csv") != std::string::npos);  // no measure opens it
}

TEST_CASE("counted trains of a month in which the run sends none go to chains that have trains, and to no other", "[analysis]") {
  const World world = small_city::world();
  ledger::Ledger run;
  for (const char* chain : {"out-yard", "out-rail"}) run.chains.push_back(small_city::delivered(world, kJune, chain, 0));
  run.rail = {train(world, kJune, "out-yard", 0)};
  ObservedSeries station = at_siding(world, "yard", {{kJune, 30'000.0}});
  station.siding.reset();
  station.station = small_city::id(world.nodes, "station");
  Problems problems;
  const CountedRows counted = counted_rows(world, {station}, problems);
  const ledger::Ledger paced = paced_ledger({station}, counted, {{1.0}}, run);
  CHECK(paced.rail[0].departed_kg == 30'000'000);
  CHECK(paced.chains[0].delivered_kg == 30'000'000);
  CHECK(paced.chains[1].delivered_kg == 0);
}

TEST_CASE("trucks of a class that the run never has are lost, of one that it has in other months they stand", "[analysis]") {
  World world = small_city::world();
  aim(world,
      {small_city::target(world, "tg-stock", MetricKind::register_stock, {}, Operator::at_most, 50, "trucks", make_date(2021, 12, 31))});
  ObservedSeries hydrogen = of_trucks(world, ObservedKind::stock, months(2.0));
  hydrogen.standard.reset();
  hydrogen.powertrain = Powertrain::hydrogen;
  const Tracking found = tracked(world, {falling_stock(world)}, {hydrogen});
  REQUIRE(found.lost.size() == 1);
  CHECK(found.lost[0].counted == 2.0);
  const Words said = lost_words(world, hydrogen, found.lost[0], 1);
  CHECK(said.en.find("2021-01 to 2021-06 counted 2 trucks, but 1 of 1 runs have no such truck") != std::string::npos);
  CHECK(said.en.find("look at standard and powertrain") != std::string::npos);
  // none of them counted is none lost
  hydrogen.months = months(0.0);
  CHECK(tracked(world, {falling_stock(world)}, {hydrogen}).lost.empty());

  // The run's last truck leaves in March; two were counted up to June, and nothing changes after that.
  ledger::Ledger gone = falling_stock(world);
  std::erase_if(gone.registers, [](const auto& row) { return kJanuary + 2 < row.month; });
  gone.registers.push_back(small_city::stock(world, kJanuary + 11, "freight", small_city::kDiesel5, 1, 0));
  for (int m = 3; m < 11; ++m) gone.registers.push_back(small_city::stock(world, kJanuary + m, "freight", small_city::kDiesel5, 1, 0));
  const ObservedSeries two = of_trucks(world, ObservedKind::stock, months(2.0));
  Problems problems;
  const CountedRows counted = counted_rows(world, {two}, problems);
  const ledger::Ledger paced = paced_ledger({two}, counted, {{1.0}}, gone);
  CHECK(stock_at(paced, kJune) == 3);  // and the freight truck
  CHECK(stock_at(paced, kJanuary + 8) == 3);
}

TEST_CASE("where register and cancellations are both counted the stock has one pace, its own", "[analysis]") {
  World world = small_city::world();
  aim(world, {small_city::target(world, "tg-stock", MetricKind::register_stock, {{"standard", "<=china4"}}, Operator::at_most, 50, "trucks",
                                 make_date(2021, 12, 31))});
  const std::vector<ledger::Ledger> runs{falling_stock(world)};
  // 98 in January, 2 fewer each month: 10 fewer where the run has 25 fewer, 0.4; 2 a month cancelled of 5: 0.4
  const ObservedSeries stock = of_trucks(world, ObservedKind::stock, months(98.0, -2.0));
  const ObservedSeries left = of_trucks(world, ObservedKind::cancelled, months(2.0));
  CHECK(*tracked(world, runs, {stock}).targets.at(0).forecast == 76.0);  // 88 - 0.4 x 30
  CHECK(*tracked(world, runs, {left, stock}).targets.at(0).forecast == 76.0);
  // cancellations alone: 95 + 3 a month fewer than in the run, then 0.4 x 5 leave a month: 40 + 6 x 3 + 6 x 3
  CHECK(*tracked(world, runs, {left}).targets.at(0).forecast == 76.0);
  // Register up to March alone (94), 3 a month cancelled up to June: they leave, then 4 of the 10 of the run is the register's pace.
  ObservedSeries early = stock;
  early.months = months(98.0, -2.0, 3);
  const Tracking both = tracked(world, runs, {of_trucks(world, ObservedKind::cancelled, months(3.0)), early});
  CHECK(*both.targets.at(0).to_date == 85.0);
  CHECK(*both.targets.at(0).forecast == 73.0);  // 85 - 6 x 0.4 x 5
}

TEST_CASE("a month that one place did not count is told by the next that did", "[analysis]") {
  const World world = small_city::world();
  ledger::Ledger run;
  for (int m = 0; m < 12; ++m) {
    run.chains.push_back(small_city::delivered(world, kJanuary + m, "out-rail", 10'000));
    run.rail.push_back(train(world, kJanuary + m, "out-rail", 10'000));
  }
  // The siding counts from March on, the gate from January to June.
  std::map<Month, double> late;
  for (int m = 2; m < 6; ++m) late[kJanuary + m] = 6'000.0;
  const std::vector<ObservedSeries> series{at_siding(world, "fence", late), at_gate(world, Mode::rail, 7'000.0)};
  const SeriesMonths again = measured_again(world, series, run, {0.5, 0.9});
  CHECK(again[1].at(kJanuary + 1) == 7'000.0);
  CHECK(again[1].at(kJanuary + 2) == 6'000.0);
  CHECK(again[0].at(kJune) == 6'000.0);
  CHECK(again[1].at(kJune + 1) == 5'000.0);  // trains before gates, at the pace of trains
  // The siding counts up to February alone: what the gate counted comes before a pace.
  std::map<Month, double> early{{kJanuary, 6'000.0}, {kJanuary + 1, 6'000.0}};
  const SeriesMonths then = measured_again(world, {at_siding(world, "fence", early), series[1]}, run, {0.5, 0.9});
  CHECK(then[1].at(kJanuary + 1) == 6'000.0);
  CHECK(then[1].at(kJanuary + 2) == 7'000.0);
  CHECK(then[1].at(kJune + 1) == 5'000.0);
}

TEST_CASE("counts of the same goods that differ are said month by month, and those within a thousandth are not", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_tonnes(world, 1'000'000)});
  ledger::Ledger run = run_of(world, 10'000, 50'000);
  for (int m = 0; m < 12; ++m) run.rail.push_back(train(world, kJanuary + m, "out-rail", 10'000));
  const auto against = [&](double gate_t) {
    return tracked(world, {run}, {at_siding(world, "fence", months(6'000.0)), at_gate(world, Mode::rail, gate_t)}).conflicts;
  };
  CHECK(against(6'000.0).empty());
  CHECK(against(6'006.0).empty());
  const auto found = against(6'007.0);
  REQUIRE(found.size() == 6);
  CHECK(found[0].series == 1);
  CHECK(found[0].counted == 6'007.0);
  CHECK(found[0].taken == 6'000.0);
  const auto said = conflict_words({at_siding(world, "fence", {}), at_gate(world, Mode::rail, 0.0)}, against(100.0));
  REQUIRE(said.size() == 1);
  CHECK(said[0].en.starts_with("gate/mine/rail: 2021-01 to 2021-06 counted 600 t, while other counts of the same goods make it 36,000 t"));
}

TEST_CASE("a register that falls by more than was cancelled is said, one that falls by less has new trucks", "[analysis]") {
  const World world = small_city::world();
  const auto against = [&](double left) {
    return count_conflicts(
        {of_trucks(world, ObservedKind::stock, months(98.0, -2.0)), of_trucks(world, ObservedKind::cancelled, months(left))},
        SeriesMonths(2));
  };
  CHECK(against(2.0).empty());
  CHECK(against(3.0).empty());
  const auto found = against(1.0);
  REQUIRE(found.size() == 5);  // of January nobody knows the month before
  const auto said = conflict_words({of_trucks(world, ObservedKind::stock, {}), of_trucks(world, ObservedKind::cancelled, {})}, found);
  CHECK(said.at(0).en.starts_with(
      "register/slag: 2021-02 to 2021-06 fell by 10 trucks, while 5 trucks were counted as cancelled from the same stock"));
}

TEST_CASE("two series of the same goods and a series of goods that nobody sends are told at their first row", "[analysis]") {
  const World world = small_city::world();
  ObservedSeries all = at_gate(world, Mode::rail, 1.0), coal = all, belt = at_gate(world, Mode::pipe, 1.0);
  coal.id = "gate/mine/rail/coal";
  coal.commodity = small_city::id(world.commodities, "coal");
  coal.place = {"gate.csv", 9, 1};
  belt.place = {"gate.csv", 12, 1};
  Problems problems;
  static_cast<void>(counted_rows(world, {all, coal, belt}, problems));
  const auto told = problems.sorted();
  REQUIRE(told.size() == 2);
  CHECK(to_string(told[0]).starts_with("gate.csv:9:1: gate/mine/rail/coal counts what gate/mine/rail counts"));
  CHECK(to_string(told[1]).starts_with("gate.csv:12:1:"));
}

}  // namespace misfits_test
