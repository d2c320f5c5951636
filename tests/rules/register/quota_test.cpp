#include "sim/rules/register/quota.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/rules/register_fixture.hpp"

namespace quota_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

const Date quota_from = make_date(2023, 1, 1);

StockQuota quota(double obedience) { return {{}, {slag}, {{make_date(2023, 12, 31), 0.2}, {make_date(2024, 12, 31), 0.4}}, obedience}; }

World quota_world(double obedience, int electric = 0) {
  std::vector<RegisterRow> rows{row("s5", slag, Standard::china5, 2018, 1000 - electric), row("f5", freight, Standard::china5, 2018, 300)};
  RegisterRow clean = row("s-e", slag, Standard::zero_exhaust, 2020, electric);
  clean.powertrain = Powertrain::electric;
  rows.push_back(clean);
  World w = fixture::world(rows);
  w.measures = Table<Measure>({measure("quota", quota_from, make_date(2024, 12, 31), quota(obedience))});
  return w;
}

}  // namespace

TEST_CASE("a step of a quota starts on the day after the one before, and what is ordered a delivery lag before its end arrives by its due",
          "[rules]") {
  const StockQuota q = quota(1.0);
  const QuotaStep first = quota_step(q, 0, quota_from, 45);
  CHECK(first.start == quota_from);
  CHECK(first.reached == make_date(2023, 11, 17));  // 16 November + 45 days = 31 December
  CHECK(first.end == make_date(2024, 1, 1));
  const QuotaStep second = quota_step(q, 1, quota_from, 45);
  CHECK(second.start == make_date(2024, 1, 1));
  CHECK(second.reached == make_date(2024, 11, 17));
  CHECK(second.end > make_date(9999, 1, 1));  // the last level holds for ever
  // No lag: until the due day itself. A lag longer than the step: at once. A step that was due before the order began: never in force.
  CHECK(quota_step(q, 0, quota_from, 0).reached == make_date(2024, 1, 1));
  CHECK(quota_step(q, 0, quota_from, 400).reached == quota_from + 1);
  const QuotaStep past = quota_step(q, 0, make_date(2024, 3, 1), 45);
  CHECK(past.start == past.end);
  CHECK(quota_step(q, 1, make_date(2024, 3, 1), 45).start == make_date(2024, 3, 1));
}

TEST_CASE("obedience closes its share of the gap between the stock of the first day and the level", "[rules]") {
  const auto aim = [](double share, double obedience) { return quota_aim(quota(obedience), {"quota", 0, quota_from, share, 0}); };
  CHECK(aim(0.18, 0.8) == Approx(0.196));  // 18 % there, 20 % asked: 0.18 + 0.8 x 0.02
  CHECK(aim(0.18, 1.0) == Approx(0.2));
  CHECK(aim(0.18, 0.0) == Approx(0.18));
  CHECK(aim(0.0, 0.8) == Approx(0.16));
  CHECK(aim(0.2, 0.8) == Approx(0.2));
  CHECK(aim(0.5, 0.8) == Approx(0.2));  // more is there than asked: what is asked
}

TEST_CASE("the path of a quota is straight from the stock of the first day to its aim and flat after it", "[rules]") {
  // Lag 30: reached on 2 December 2023, 335 days after the from. 67 days are a fifth of it.
  const StockQuota q = quota(0.8);
  const QuotaStep step = quota_step(q, 0, quota_from, 30);
  const QuotaStart start{"quota", 0, quota_from, 0.18, 0};
  CHECK(quota_path(q, start, step, quota_from) == Approx(0.18));
  CHECK(quota_path(q, start, step, quota_from + 67) == Approx(0.18 + 0.016 / 5));
  CHECK(quota_path(q, start, step, make_date(2023, 12, 1)) < 0.196 - 1e-5);
  CHECK(quota_path(q, start, step, make_date(2023, 12, 2)) == Approx(0.196));
  CHECK(quota_path(q, start, step, make_date(2023, 12, 31)) == Approx(0.196));
  const QuotaStart above{"quota", 0, quota_from, 0.5, 0};
  CHECK(quota_path(q, above, step, quota_from + 1) == Approx(0.2));
}

TEST_CASE("a stock of 18 % that is asked for 20 % and obeyed by eight in ten ends the step at 19.6 %", "[rules]") {
  const World w = quota_world(0.8, 180);
  Run run(w);
  run.until(quota_from);
  CHECK(run.new_energy(slag) == 180);
  run.until(make_date(2023, 7, 1));
  CHECK(run.new_energy(slag) > 180);
  CHECK(run.new_energy(slag) < 196);
  run.until(make_date(2024, 1, 1));
  CHECK(run.new_energy(slag) == 196);
  // The next step finds 196 of 1,000 and asks for 400: 196 + 0.8 x 204 = 359.2, rounded up.
  run.until(make_date(2025, 1, 1));
  CHECK(run.new_energy(slag) == 360);
  run.until(make_date(2026, 1, 1));
  CHECK(run.new_energy(slag) == 360);
}

TEST_CASE("a quota that owners obey is met at 24:00 of the day it is due, whatever the delivery lag, in its own segment only", "[rules]") {
  for (const double lag : {0.0, 30.0, 45.0, 120.0}) {
    INFO(lag);
    World w = quota_world(1.0);
    for (Parameter& p : w.parameters.rows_for_loading()) {
      if (p.id == "register.delivery_lag") p = parameter("register.delivery_lag", lag);
    }
    Run run(w);
    run.until(quota_from);
    CHECK(run.new_energy(slag) == 0);
    run.until(make_date(2023, 12, 1));
    CHECK(run.new_energy(slag) > 0);
    CHECK(run.new_energy(slag) < 200);
    run.until(make_date(2024, 1, 1));
    CHECK(run.new_energy(slag) == 200);
    for (const RegisteredTruck& t : run.reg.trucks) CHECK(t.registered <= make_date(2023, 12, 31).days);
    run.until(make_date(2025, 1, 1));
    CHECK(run.new_energy(slag) == 400);
    run.until(make_date(2026, 1, 1));
    CHECK(run.new_energy(slag) == 400);
    CHECK(run.new_energy(freight) == 0);
  }
}

TEST_CASE("a quota that is due inside a month has its last truck registered by that day", "[rules]") {
  // Lag 30, due 15 December 2023: the last order is given on 15 November.
  World w = quota_world(1.0);
  StockQuota once = quota(1.0);
  once.steps = {{make_date(2023, 12, 15), 0.2}};
  w.measures = Table<Measure>({measure("quota", quota_from, make_date(2023, 12, 15), once)});
  Run run(w);
  run.until(make_date(2024, 2, 1));
  int last = 0;
  for (const RegisteredTruck& t : run.reg.trucks) last = std::max(last, t.registered);
  CHECK(run.new_energy(slag) == 200);
  CHECK(Date{last} <= make_date(2023, 12, 15));
  CHECK(Date{last} > make_date(2023, 12, 1));
}

TEST_CASE("new-energy trucks that are there already count first", "[rules]") {
  // 150 of 1,000 are electric: from 0.15 to 0.2 in 335 days. On order by 31 July 0.15 + 0.05 x 212 / 335 = 0.1816 -> 182, all delivered
  // within 30 days; by 31 August 0.1863 -> 187.
  const World w = quota_world(1.0, 150);
  Run run(w);
  run.until(make_date(2023, 9, 1));
  CHECK(run.new_energy(slag) >= 182);
  CHECK(run.new_energy(slag) <= 187);
  run.until(make_date(2024, 1, 1));
  CHECK(run.new_energy(slag) == 200);
  run.until(make_date(2025, 1, 1));
  CHECK(run.new_energy(slag) == 400);
}

TEST_CASE("the new-energy stock never falls when obedience to a quota rises", "[rules]") {
  // 0.5: 100, then 100 + 0.5 x 300 = 250. 0.9: 180, then 180 + 0.9 x 220 = 378.
  int before = -1;
  for (const auto& [obedience, trucks] : {std::pair{0.0, 0}, std::pair{0.5, 250}, std::pair{0.9, 378}, std::pair{1.0, 400}}) {
    const World w = quota_world(obedience);
    Run run(w);
    run.until(make_date(2025, 1, 1));
    CHECK(run.new_energy(slag) == trucks);
    CHECK(run.new_energy(slag) > before);
    before = run.new_energy(slag);
  }
}

TEST_CASE("a quota on the whole stock that nine in ten obey leaves the tenth as it is", "[rules]") {
  World w = quota_world(0.9);
  StockQuota whole = quota(0.9);
  whole.steps = {{make_date(2023, 12, 31), 1.0}};
  w.measures = Table<Measure>({measure("quota", quota_from, make_date(2023, 12, 31), whole)});
  Run run(w);
  run.until(make_date(2024, 1, 1));
  CHECK(run.new_energy(slag) == 900);
  run.until(make_date(2026, 1, 1));
  CHECK(run.new_energy(slag) == 900);
}

TEST_CASE("trucks that fall out of a quota after its last step are made good by obedient owners who buy anyway", "[rules]") {
  // Trucks live two years on average and without an order nobody buys electric: at full obedience the level holds for two years more.
  World w = quota_world(1.0);
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 2.0, 1.0, 15.0)});
  Run run(w);
  run.until(make_date(2025, 1, 1));
  for (Month m = make_month(2025, 1); m < make_month(2026, 1); m = m + 1) {
    run.until(end_day(m));
    int clean = 0;  // there or on order
    for (const RegisteredTruck& t : run.reg.trucks) clean += t.segment == slag && is_new_energy(t.vehicle.access.powertrain) ? 1 : 0;
    CHECK(clean >= 400);
  }
}

TEST_CASE("a quota can speak of one use alone", "[rules]") {
  World w = quota_world(1.0);
  w.segments.rows_for_loading()[freight.index].use = Use::other;
  StockQuota operating = quota(1.0);
  operating.segments = {};
  operating.uses = {Use::operating};
  w.measures = Table<Measure>({measure("quota", quota_from, make_date(2024, 12, 31), operating)});
  Run run(w);
  run.until(make_date(2024, 1, 1));
  CHECK(run.new_energy(slag) == 200);
  CHECK(run.new_energy(freight) == 0);
}

TEST_CASE("a quota can speak of the trucks of one county alone, and a rule on new trucks too", "[rules]") {
  StockQuota half{{}, {slag}, {{make_date(2023, 12, 31), 0.5}}, 1.0};
  half.counties = {"140301"};
  RegisterRow east = row("east", slag, Standard::china5, 2018, 40), west = row("west", slag, Standard::china5, 2018, 40);
  east.county = "140301";
  west.county = "140302";
  World w = fixture::world({east, west});
  w.measures = Table<Measure>({measure("quota", quota_from, make_date(2023, 12, 31), half)});
  Register reg = initial_register(w, 1);
  RegisterBook book;
  for (Month m = month_of(quota_from); m <= make_month(2023, 12); m = m + 1) (void)advance_register(w, 1, m, reg, book);
  const auto clean = [&reg](const std::string& row) {
    return std::count_if(reg.trucks.begin(), reg.trucks.end(), [&](const RegisteredTruck& t) {
      return t.row_hash == hash_text(row) && is_new_energy(t.vehicle.access.powertrain);
    });
  };
  CHECK(clean("east") == 20);
  CHECK(clean("west") == 0);
  NewOnly rule;
  rule.counties = {"140302"};
  w.measures = Table<Measure>({measure("rule", quota_from, quota_from, rule)});
  const Showroom showroom(w, 1);
  const auto bought_by = [&](const std::string& row) {
    return showroom.bought({hash_text(row), 0, 1, slag, VehicleType::heavy, quota_from}).decided_by.has_value();
  };
  CHECK_FALSE(bought_by("east"));
  CHECK(bought_by("west"));
}

TEST_CASE("a quota with an obedience of zero equals no quota at all, truck by truck", "[rules]") {
  World ignored = quota_world(0.0);
  World absent = quota_world(0.0);
  const auto mortal = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 10.0, 3.0, 15.0)});
  ignored.survival = mortal;
  absent.survival = mortal;
  absent.measures = Table<Measure>();
  Run a(ignored);
  Run b(absent);
  a.until(make_date(2026, 1, 1));
  b.until(make_date(2026, 1, 1));
  REQUIRE(a.reg.trucks.size() == b.reg.trucks.size());
  int replaced = 0;
  for (std::size_t i = 0; i < a.reg.trucks.size(); ++i) {
    REQUIRE(a.reg.trucks[i].generation == b.reg.trucks[i].generation);
    REQUIRE(a.reg.trucks[i].registered == b.reg.trucks[i].registered);
    REQUIRE(a.reg.trucks[i].vehicle == b.reg.trucks[i].vehicle);
    replaced += a.reg.trucks[i].generation;
  }
  CHECK(replaced > 100);
}

TEST_CASE("runs with and without a quota agree on every truck until its from", "[rules]") {
  World with = quota_world(1.0);
  with.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 10.0, 3.0, 15.0)});
  World without = with;
  without.measures = Table<Measure>();
  Run a(with);
  Run b(without);
  a.until(quota_from);
  b.until(quota_from);
  for (std::size_t i = 0; i < a.reg.trucks.size(); ++i) {
    REQUIRE(a.reg.trucks[i].vehicle == b.reg.trucks[i].vehicle);
    REQUIRE(a.reg.trucks[i].registered == b.reg.trucks[i].registered);
  }
  // Freight is no part of the quota: equal for ever.
  a.until(make_date(2026, 1, 1));
  b.until(make_date(2026, 1, 1));
  for (std::size_t i = 0; i < a.reg.trucks.size(); ++i) {
    if (a.reg.trucks[i].segment == freight) REQUIRE(a.reg.trucks[i].registered == b.reg.trucks[i].registered);
  }
}

TEST_CASE("owners who buy anyway meet a quota before anyone scraps early", "[rules]") {
  // A mean life of two years at any age: 41 of 1000 end each month, far more than the 18 that the quota and its own losses need.
  World w = quota_world(1.0);
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 2.0, 1.0, 15.0)});
  Run run(w);
  std::int64_t early = 0;
  std::int64_t natural = 0;
  while (run.next < make_month(2024, 1)) {
    const RegisterMonth month = advance_register(w, run.seed, run.next, run.reg, run.book);
    run.next = run.next + 1;
    for (const RegisterTally& t : month.tallies) {
      if (t.segment != slag) continue;
      early += t.left[static_cast<std::size_t>(LeaveCause::stock_quota)];
      natural += t.left[static_cast<std::size_t>(LeaveCause::aged)];
    }
  }
  CHECK(natural > 400);
  CHECK(early == 0);
  CHECK(run.new_energy(slag) >= 180);
}

TEST_CASE("ordered joins are those that would have bought something else", "[rules]") {
  // One truck in three of the segment's purchases is electric anyway: about two thirds of the joins under the quota are ordered.
  World w = quota_world(1.0);
  w.purchase_shares = Table<PurchaseShare>({share("s-2022", slag, 2022, Powertrain::electric, 1.0 / 3.0)});
  Run run(w);
  std::int64_t joined = 0;
  std::int64_t ordered = 0;
  while (run.next < make_month(2025, 1)) {
    const RegisterMonth month = advance_register(w, run.seed, run.next, run.reg, run.book);
    run.next = run.next + 1;
    for (const RegisterTally& t : month.tallies) joined += t.joined;
    for (const RegisterTally& t : month.tallies) ordered += t.ordered_joined;
  }
  CHECK(joined == 400);
  CHECK(ordered == Approx(400.0 * 2.0 / 3.0).margin(3.29 * 9.43));  // sqrt(400 x 1/3 x 2/3) = 9.43
}

}  // namespace quota_test
