/// Orders on a frozen base: the stock of one day, the steps that take it, and who has left it by which reading.
#include "sim/rules/register/frozen_base.hpp"

#include <catch2/catch.hpp>
#include <optional>

#include "sim/policy/kinds.hpp"
#include "tests/rules/register_fixture.hpp"

namespace frozen_base_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

FrozenBaseOrder frozen(double obedience) {
  FrozenBaseOrder order;
  order.segment = slag;
  order.standard = Standard::china4;
  order.base_date = make_date(2022, 12, 31);
  order.steps = {{make_date(2023, 12, 31), 0.3}, {make_date(2024, 12, 31), 0.6}};
  order.obedience = obedience;
  return order;
}

std::int64_t left_by(const RegisterMonth& month, LeaveCause cause) {
  std::int64_t n = 0;
  for (const RegisterTally& t : month.tallies) n += t.left[static_cast<std::size_t>(cause)];
  return n;
}

}  // namespace

TEST_CASE("a base date of 31 December is the stock at the start of January", "[rules]") {
  CHECK(snapshot_month(make_date(2022, 12, 31)) == make_month(2023, 1));
  CHECK(snapshot_month(make_date(2022, 12, 30)) == make_month(2022, 12));
  CHECK(snapshot_month(make_date(2023, 1, 1)) == make_month(2023, 1));
}

TEST_CASE("cumulative steps take a frozen base of ten in drawn rank, three in the first year and three in the second", "[rules]") {
  // From 1 January 2023: ranks 0, 1, 2 after 365/3, 2 x 365/3 and 365 days counted from 31 December 2022: days 122, 244, 365 of 2023.
  const FrozenBaseOrder order = frozen(1.0);
  const Date from = make_date(2023, 1, 1);
  CHECK(frozen_removal(order, from, 10, 0) == make_date(2023, 5, 2));  // day 122
  CHECK(frozen_removal(order, from, 10, 1) == make_date(2023, 9, 1));  // day 244
  CHECK(frozen_removal(order, from, 10, 2) == make_date(2023, 12, 31));
  CHECK(frozen_removal(order, from, 10, 3) == make_date(2024, 5, 1));  // 31 December 2023 + 122
  CHECK(frozen_removal(order, from, 10, 5) == make_date(2024, 12, 31));
  CHECK_FALSE(frozen_removal(order, from, 10, 6).has_value());
  // Obedience one half: 1.5 -> 2 and 3 trucks.
  CHECK(frozen_removal(frozen(0.5), from, 10, 1) == make_date(2023, 12, 31));
  CHECK(frozen_removal(frozen(0.5), from, 10, 2) == make_date(2024, 12, 31));
  CHECK_FALSE(frozen_removal(frozen(0.5), from, 10, 3).has_value());
  CHECK_FALSE(frozen_removal(frozen(0.0), from, 10, 0).has_value());
}

TEST_CASE("a frozen base shrinks to its steps and trucks beyond the last step stay", "[rules]") {
  World w = fixture::world({row("s4", slag, Standard::china4, 2015, 100), row("f4", freight, Standard::china4, 2015, 10),
                            row("s5", slag, Standard::china5, 2018, 10)});
  w.measures = Table<Measure>({measure("iv-slag", make_date(2023, 1, 1), make_date(2024, 12, 31), frozen(1.0)), sells_china6()});
  Run run(w);
  CHECK(run.until(make_date(2023, 1, 1)).frozen.empty());
  const RegisterMonth december = run.until(make_date(2024, 1, 1));
  REQUIRE(december.frozen.size() == 1);
  CHECK(december.frozen[0].measure == "iv-slag");
  CHECK(december.frozen[0].base == 100);
  CHECK(december.frozen[0].left_total == 30);
  CHECK(run.present(slag, Standard::china4) == 70);
  CHECK(run.until(make_date(2025, 1, 1)).frozen[0].left_total == 60);
  CHECK(run.until(make_date(2026, 1, 1)).frozen[0].left_total == 60);
  CHECK(run.present(freight, Standard::china4) == 10);
  CHECK(run.present(slag, Standard::china5) == 10);
}

TEST_CASE("a frozen base can be of one powertrain alone", "[rules]") {
  RegisterRow gas = row("g4", slag, Standard::china4, 2015, 7);
  gas.powertrain = Powertrain::gas;
  const World w = fixture::world({row("s4", slag, Standard::china4, 2015, 10), gas});
  const Register reg = initial_register(w, 5);
  const auto size = [&](std::optional<Powertrain> powertrain) {
    FrozenBaseOrder order = frozen(1.0);
    order.powertrain = powertrain;
    return take_snapshot(w, measure("iv", make_date(2023, 1, 1), make_date(2024, 12, 31), order), order, 5, reg).slots.size();
  };
  CHECK(size({}) == 17);
  CHECK(size(Powertrain::diesel) == 10);
  CHECK(size(Powertrain::gas) == 7);
}

TEST_CASE("a second order on the same base counts what the first one removed", "[rules]") {
  // 30 of 100 by the first order in 2023, 60 of 100 by the second in 2024: 60 in all, not 30 + 60 % of the rest.
  World w = fixture::world({row("s4", slag, Standard::china4, 2015, 100)});
  FrozenBaseOrder first = frozen(1.0);
  first.steps = {{make_date(2023, 12, 31), 0.3}};
  FrozenBaseOrder second = frozen(1.0);
  second.steps = {{make_date(2024, 12, 31), 0.6}};
  w.measures = Table<Measure>({measure("history", make_date(2023, 1, 1), make_date(2023, 12, 31), first),
                               measure("plan", make_date(2024, 3, 1), make_date(2024, 12, 31), second), sells_china6()});
  Run run(w);
  CHECK(run.until(make_date(2024, 3, 1)).frozen.size() == 1);  // the plan's tally begins with its from
  CHECK(run.present(slag, Standard::china4) == 70);
  const RegisterMonth december = run.until(make_date(2025, 1, 1));
  REQUIRE(december.frozen.size() == 2);
  CHECK(december.frozen[1].measure == "plan");
  CHECK(december.frozen[1].base == 100);
  CHECK(december.frozen[1].left_total == 60);
  CHECK(december.frozen[1].left_by_order == 60);  // those of the first order too: they left by an order on this base
}

TEST_CASE("trucks of a frozen base that die naturally count as left and are not ordered again", "[rules]") {
  World w = fixture::world({row("s4", slag, Standard::china4, 2012, 1000)});
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 10.0, 3.0, 30.0)});
  w.measures = Table<Measure>({measure("iv-slag", make_date(2023, 1, 1), make_date(2024, 12, 31), frozen(1.0)), sells_china6()});
  Run run(w);
  std::int64_t ordered = 0;
  std::int64_t base = 0;
  std::int64_t left = 0;
  std::int64_t by_order = 0;
  while (run.next < make_month(2025, 1)) {
    const RegisterMonth month = advance_register(w, run.seed, run.next, run.reg, run.book);
    run.next = run.next + 1;
    ordered += left_by(month, LeaveCause::frozen_base_order);
    if (month.frozen.empty()) continue;
    base = month.frozen[0].base;
    left = month.frozen[0].left_total;
    by_order = month.frozen[0].left_by_order;
  }
  CHECK(base > 600);
  CHECK(base < 1000);                    // 2022 took its share before the snapshot
  CHECK(left > base * 6 / 10);           // the ordered ranks and those beyond who died
  CHECK(ordered < base * 6 / 10 - 100);  // ranks that died before their day were never ordered
  CHECK(ordered > 0);
  CHECK(by_order == ordered);  // the other reading of the same base
}

TEST_CASE("of a frozen base of ten the order counts its three and two that died outside its ranks count in the other reading", "[rules]") {
  // 30 % of ten by the end of 2023: ranks 0, 1, 2. Two trucks of the ranks from 3 on are 15 years old on 1 July 2023 and end by age.
  World w = fixture::world({row("s4", slag, Standard::china4, 2015, 10)});
  FrozenBaseOrder order = frozen(1.0);
  order.steps = {{make_date(2023, 12, 31), 0.3}};
  const Measure thirty = measure("iv-slag", make_date(2023, 1, 1), make_date(2023, 12, 31), order);
  w.measures = Table<Measure>({thirty, sells_china6()});
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 1e6, 3.0, 15.0)});
  Run run(w);
  const FrozenBase base = take_snapshot(w, thirty, order, run.seed, run.reg);
  for (const std::size_t rank : {3U, 7U}) run.reg.trucks[base.slots[rank]].registered = make_date(2008, 7, 1).days;
  const RegisterMonth june = run.until(make_date(2023, 7, 1));
  CHECK(june.frozen[0].left_total == 1);  // rank 0 on 2 May
  const RegisterMonth december = run.until(make_date(2024, 1, 1));
  CHECK(december.frozen[0].base == 10);
  CHECK(december.frozen[0].left_total == 5);
  CHECK(december.frozen[0].left_by_order == 3);
}

}  // namespace frozen_base_test
