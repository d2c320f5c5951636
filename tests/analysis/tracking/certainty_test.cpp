/// What a tracked plan may claim: intervals, what is settled, what is needed, how much was counted, and figures that add up.
#include <catch2/catch.hpp>

#include "analysis/words/tracking/tracking_words.hpp"
#include "tests/analysis/tracking/counted_city.hpp"

namespace certainty_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace counted_city;

namespace {

/// Runs that differ by their rail tonnes of the second half year.
std::vector<ledger::Ledger> parting(const World& world, int count) {
  std::vector<ledger::Ledger> runs;
  for (int i = 0; i < count; ++i) {
    ledger::Ledger run = run_of(world, 100'000, 50'000);
    for (ledger::ChainRow& row : run.chains) {
      if (kJune < row.month && row.chain == small_city::id(world.chains, "out-rail")) row.delivered_kg += 7'000'000 * ((3 * i) % 5);
    }
    runs.push_back(run);
  }
  return runs;
}

TargetForecast only(const Tracking& tracking) {
  REQUIRE(tracking.targets.size() == 1);
  return tracking.targets[0];
}

}  // namespace

TEST_CASE("two counted months give a forecast without interval and chance, three give both", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_tonnes(world, 1'000'000)});
  const auto runs = parting(world, 3);
  const TargetForecast two = only(tracked(world, runs, {at_gate(world, Mode::rail, 90'000, 2)}, true, kJanuary + 1));
  CHECK(two.short_series);
  CHECK(two.forecast);
  CHECK_FALSE(two.interval);
  CHECK_FALSE(two.chance);
  CHECK_FALSE(two.met);
  CHECK(chance_text(two, Language::en) == "—");
  const TargetForecast three = only(tracked(world, runs, {at_gate(world, Mode::rail, 90'000, 3)}, true, kJanuary + 2));
  CHECK_FALSE(three.short_series);
  CHECK(three.interval);
  CHECK(three.chance);
  // a short series of goods that the target is not made of takes nothing from it
  const TargetForecast other =
      only(tracked(world, runs, {at_gate(world, Mode::rail, 90'000, 3), at_gate(world, Mode::truck, 50'000, 2)}, true, kJanuary + 2));
  CHECK(other.chance);
}

TEST_CASE("a quarter in which a series ended before is counted in part, the one before it in full", "[analysis]") {
  World world = small_city::world();
  aim(world, {rail_tonnes(world, 1'000'000)});
  const TargetForecast f = only(tracked(world, {run_of(world, 100'000, 50'000)}, {at_gate(world, Mode::rail, 90'000, 3)}));
  CHECK(f.tracked == Tracked::partly);
  CHECK(f.counted_share == Approx(0.5));
  CHECK(quarter(f, "2021-Q1").state == ProgressState::counted);
  CHECK(quarter(f, "2021-Q2").state == ProgressState::counted_in_part);
  CHECK(quarter(f, "2021-Q3").state == ProgressState::forecast);
}

TEST_CASE("what came and what comes a month add up to the forecast, and the last quarter is the forecast", "[analysis]") {
  World world = small_city::world();
  const auto stock = small_city::target(world, "tg-stock", MetricKind::register_stock, {{"standard", "<=china4"}}, Operator::at_most, 50,
                                        "trucks", make_date(2021, 12, 31));
  aim(world, {rail_tonnes(world, 1'000'000), stock});
  for (const int count : {1, 4, 5, 23}) {
    INFO(count << " runs");
    auto runs = parting(world, count);
    for (int i = 0; i < count; ++i) runs[i].registers = falling_stock(world, 4 + i % 3).registers;
    const Tracking found =
        tracked(world, runs, {at_gate(world, Mode::rail, 90'000), of_trucks(world, ObservedKind::stock, months(98.0, -3.0))}, true);
    REQUIRE(found.targets.size() == 2);
    for (const TargetForecast& f : found.targets) {
      INFO(f.asked.target);
      CHECK(*f.to_date + f.months_left * *f.pace == Approx(*f.forecast));
      CHECK(*quarter(f, "2021-Q4").reached == *f.forecast);
      CHECK(*quarter(f, "2021-Q2").reached == *f.to_date);
      std::vector<double> ends;
      for (const auto& end : f.ends) ends.push_back(*end);
      std::sort(ends.begin(), ends.end());
      CHECK(*f.forecast == ends[(ends.size() - 1) / 2]);
    }
  }
}

TEST_CASE("what was counted to the end is met or missed, without a chance, what was counted in part has one", "[analysis]") {
  World world = small_city::world();
  const Month december = kJanuary + 11;
  const auto runs = parting(world, 3);
  const auto at = [&](double asked) {
    aim(world, {rail_tonnes(world, asked)});
    return only(tracked(world, runs, {at_gate(world, Mode::rail, 90'000, 12)}, true, december));
  };
  const TargetForecast met = at(1'080'000), missed = at(1'080'001);
  CHECK(met.settled == std::optional(true));
  CHECK(missed.settled == std::optional(false));
  CHECK(chance_text(met, Language::en) == "met, counted in full");
  CHECK(chance_text(missed, Language::zh) == "未达到，全部已观测");
  CHECK_FALSE(met.chance);
  CHECK_FALSE(met.interval);
  CHECK_FALSE(met.needed);
  aim(world, {rail_share(world)});
  const TargetForecast part = only(tracked(world, runs, {at_gate(world, Mode::rail, 90'000, 12)}, true, december));
  CHECK_FALSE(part.settled);
  CHECK(part.chance);
}

TEST_CASE("no quarter asks a share for more than the year does, whatever the proportion says", "[analysis]") {
  World world = small_city::world();
  // two thirds by rail up to June, 20 of 150 after it: 0.4 of the year
  ledger::Ledger run = run_of(world, 100'000, 50'000);
  for (ledger::ChainRow& row : run.chains) {
    if (kJune < row.month) row.delivered_kg = row.chain == small_city::id(world.chains, "out-rail") ? 20'000'000 : 130'000'000;
  }
  const auto asked = [&](double share, Operator op) {
    Target target = rail_share(world, share);
    target.op = op;
    aim(world, {target});
    return *quarter(only(tracked(world, {run}, {at_gate(world, Mode::rail, 80'000)})), "2021-Q1").asked;
  };
  CHECK(asked(0.5, Operator::at_least) == 0.5);  // in proportion 0.5 x 0.667 / 0.4 = 0.83
  CHECK(asked(0.7, Operator::at_least) == 0.7);  // 1.17
  CHECK(asked(0.5, Operator::at_most) == Approx(0.5 * (2.0 / 3.0) / 0.4));
  CHECK(asked(0.7, Operator::at_most) == 1.0);  // more than all is nothing
  // the other way round, one third and then 130 of 150: 0.6 of the year
  for (ledger::ChainRow& row : run.chains) {
    const bool by_rail = row.chain == small_city::id(world.chains, "out-rail");
    if (kJune < row.month)
      row.delivered_kg = by_rail ? 130'000'000 : 20'000'000;
    else
      row.delivered_kg = by_rail ? 50'000'000 : 100'000'000;
  }
  CHECK(asked(0.5, Operator::at_least) == Approx(0.5 * (1.0 / 3.0) / 0.6));
  CHECK(asked(0.5, Operator::at_most) == 0.5);
}

TEST_CASE("a plan that is counted as it runs is behind in no quarter, whatever its figures round to", "[analysis]") {
  World world = small_city::world();
  for (int i = 1; i <= 40; ++i) {
    const std::int64_t rail = 1'013 * i;
    const ledger::Ledger run = run_of(world, rail, 7'919);
    const auto total = static_cast<double>(rail + 7'919);
    aim(world, {rail_share(world, static_cast<double>(rail) / total)});
    const TargetForecast f = only(tracked(world, {run}, {at_gate(world, Mode::rail, static_cast<double>(rail))}));
    for (const QuarterProgress& q : f.quarters) {
      CHECK_FALSE(q.behind);
      CHECK(*q.ahead(Operator::at_least) == 0.0);
    }
  }
  // a tonne is no dust
  aim(world, {rail_tonnes(world, 1'200'000)});
  const ledger::Ledger run = run_of(world, 100'000, 50'000);
  CHECK(quarter(only(tracked(world, {run}, {at_gate(world, Mode::rail, 99'999)})), "2021-Q1").behind);
  CHECK_FALSE(quarter(only(tracked(world, {run}, {at_gate(world, Mode::rail, 100'000)})), "2021-Q1").behind);
  // within the tolerance of the target it holds
  Target tolerant = rail_tonnes(world, 1'200'000);
  tolerant.tolerance = 3.0;
  aim(world, {tolerant});
  CHECK_FALSE(quarter(only(tracked(world, {run}, {at_gate(world, Mode::rail, 99'999)})), "2021-Q1").behind);
}

TEST_CASE("what is needed a month says when nothing is, and when nothing can reach it", "[analysis]") {
  World world = small_city::world();
  const std::vector<ledger::Ledger> runs{run_of(world, 100'000, 50'000)};
  const auto f = [&](Target target, double rail_t) {
    aim(world, {std::move(target)});
    return only(tracked(world, runs, {at_gate(world, Mode::rail, rail_t), at_gate(world, Mode::truck, 50'000)}));
  };
  CHECK(needed_text(f(rail_tonnes(world, 1'200'000), 80'000), Language::en) == "120,000 t");
  CHECK(f(rail_tonnes(world, 480'000), 80'000).needed_is == Needed::met_already);
  CHECK(needed_text(f(rail_tonnes(world, 400'000), 80'000), Language::en) == "none, met already");
  CHECK(f(rail_tonnes(world, 480'001), 80'000).needed_is == Needed::amount);
  // of 0.6 Mt so far 0.3 by rail; 1.2 Mt in the year: 0.75 of it asks for all that comes, 0.8 for 1.1 of it
  CHECK(f(rail_share(world, 0.75), 50'000).needed_is == Needed::amount);
  const TargetForecast beyond = f(rail_share(world, 0.8), 50'000);
  CHECK(beyond.needed_is == Needed::out_of_reach);
  CHECK(needed_text(beyond, Language::en) == "110.00%, out of reach");
  CHECK(needed_text(beyond, Language::zh) == "110.00%，达不到");
  Target at_most = rail_tonnes(world, 479'999);
  at_most.op = Operator::at_most;
  CHECK(needed_text(f(at_most, 80'000), Language::en) == "exceeded, out of reach");
  at_most.value = 600'000;
  CHECK(needed_text(f(at_most, 80'000), Language::en) == "20,000 t");
}

}  // namespace certainty_test
