#include "sim/rules/register/quota.hpp"

#include <catch2/catch.hpp>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/rules/register_fixture.hpp"

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

const Date quota_from = make_date(2023, 1, 1);

StockQuota quota(double obedience) { return {{slag}, {{make_date(2023, 12, 31), 0.2}, {make_date(2024, 12, 31), 0.4}}, obedience}; }

World quota_world(double obedience, int electric = 0) {
  std::vector<RegisterRow> rows{row("s5", slag, Standard::china5, 2018, 1000 - electric), row("f5", freight, Standard::china5, 2018, 300)};
  RegisterRow clean = row("s-e", slag, Standard::zero_exhaust, 2020, electric);
  clean.powertrain = Powertrain::electric;
  rows.push_back(clean);
  World w = fixture::world(rows);
  w.measures = Table<Measure>({measure("quota", quota_from, make_date(2024, 12, 31), quota(obedience))});
  return w;
}

PurchaseShare share(const std::string& id, Id<Segment> segment, int year, Powertrain powertrain, double value) {
  PurchaseShare s;
  s.id = id;
  s.segment = segment;
  s.year = year;
  s.powertrain = powertrain;
  s.share = value;
  return s;
}

}  // namespace

TEST_CASE("the level of a quota rises linearly from its from to each step and stays", "[rules]") {
  // No lead: the first step is reached at the end of 31 December 2023, 365 days after the from.
  const StockQuota q = quota(1.0);
  CHECK(quota_level(q, quota_from, 0, make_date(2022, 12, 31)) == 0.0);
  CHECK(quota_level(q, quota_from, 0, quota_from) == 0.0);
  CHECK(quota_level(q, quota_from, 0, quota_from + 73) == Approx(0.2 * 73.0 / 365.0));
  CHECK(quota_level(q, quota_from, 0, make_date(2024, 1, 1)) == 0.2);
  CHECK(quota_level(q, quota_from, 0, make_date(2024, 1, 1) + 183) == Approx(0.3));  // half of the 366 days of 2024
  CHECK(quota_level(q, quota_from, 0, make_date(2025, 1, 1)) == 0.4);
  CHECK(quota_level(q, quota_from, 0, make_date(2030, 1, 1)) == 0.4);
  // A lead of 30 days reaches the step 30 days earlier, not before.
  CHECK(quota_level(q, quota_from, 30, make_date(2023, 12, 2)) == 0.2);
  CHECK(quota_level(q, quota_from, 30, make_date(2023, 12, 1)) < 0.2);
}

TEST_CASE("a quota that owners obey is met on the day it is due, in its own segment only", "[rules]") {
  const World w = quota_world(1.0);
  Run run(w);
  run.until(quota_from);
  CHECK(run.new_energy(slag) == 0);
  run.until(make_date(2023, 7, 1));
  CHECK(run.new_energy(slag) > 0);
  CHECK(run.new_energy(slag) < 200);
  // From 2 December on owners order for the second step: at most a few of those are there by New Year.
  run.until(make_date(2024, 1, 1));
  CHECK(run.new_energy(slag) >= 200);
  CHECK(run.new_energy(slag) <= 205);
  run.until(make_date(2025, 1, 1));
  CHECK(run.new_energy(slag) == 400);
  run.until(make_date(2026, 1, 1));
  CHECK(run.new_energy(slag) == 400);
  CHECK(run.new_energy(freight) == 0);
}

TEST_CASE("new-energy trucks that are there already count first", "[rules]") {
  // 150 of 1000 are electric: the first step needs 50 more, the second 200 more.
  const World w = quota_world(1.0, 150);
  Run run(w);
  run.until(make_date(2023, 9, 1));  // level x 1000 = 0.2 x 243/335 x 1000 = 145.1: nothing to do yet
  CHECK(run.new_energy(slag) == 150);
  run.until(make_date(2024, 1, 1));
  CHECK(run.new_energy(slag) >= 200);
  CHECK(run.new_energy(slag) <= 205);
  run.until(make_date(2025, 1, 1));
  CHECK(run.new_energy(slag) == 400);
}

TEST_CASE("the new-energy stock never falls when obedience to a quota rises", "[rules]") {
  int before = -1;
  for (const double obedience : {0.0, 0.5, 0.9, 1.0}) {
    const World w = quota_world(obedience);
    Run run(w);
    run.until(make_date(2025, 1, 1));
    CHECK(run.new_energy(slag) == static_cast<int>(400.0 * obedience + 0.5));
    CHECK(run.new_energy(slag) > before);
    before = run.new_energy(slag);
  }
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

TEST_CASE("with new-only, trucks registered from its from on are new-energy if the owner obeys", "[rules]") {
  // Every truck goes within a year; National V before, electric or National V after.
  const auto electric_share = [](double obedience, Date from) {
    World w = fixture::world({row("s5", slag, Standard::china5, 2018, 1000), row("f5", freight, Standard::china5, 2018, 200)}, 0.0);
    RetireOrder all;
    all.up_to = Standard::china5;
    w.measures = Table<Measure>({measure("all", make_date(2022, 1, 1), make_date(2022, 12, 31), all),
                                 measure("new", from, from, NewOnly{{slag}, obedience}), sells_china6()});
    Run run(w);
    run.until(make_date(2022, 7, 1));
    const int half = run.new_energy(slag);
    run.until(make_date(2023, 1, 1));
    CHECK(run.new_energy(freight) == 0);
    return std::pair{half, run.new_energy(slag)};
  };
  CHECK(electric_share(1.0, make_date(2022, 1, 1)).second == 1000);
  const auto [before, after] = electric_share(1.0, make_date(2022, 7, 1));
  CHECK(before == 0);
  CHECK(after == Approx(1000.0 * 184.0 / 365.0).margin(3.29 * 15.8));
  CHECK(electric_share(0.0, make_date(2022, 1, 1)).second == 0);
  CHECK(electric_share(0.5, make_date(2022, 1, 1)).second == Approx(500.0).margin(3.29 * 15.8));
  CHECK(electric_share(0.5, make_date(2022, 1, 1)).second <= electric_share(0.9, make_date(2022, 1, 1)).second);
}

TEST_CASE("an ordered buyer chooses among the new-energy powertrains of his segment", "[rules]") {
  World w = fixture::world({});
  w.purchase_shares =
      Table<PurchaseShare>({share("a", slag, 2022, Powertrain::methanol, 0.1), share("b", slag, 2022, Powertrain::electric, 0.3),
                            share("c", slag, 2022, Powertrain::gas, 0.5)});
  const Showroom showroom(w, 5);
  Buyer buyer;
  buyer.row_hash = hash_text("s5");
  buyer.segment = slag;
  buyer.delivery = make_date(2023, 5, 1);  // 2022 is the last year with a row
  int methanol = 0;
  int diesel = 0;
  for (buyer.ordinal = 0; buyer.ordinal < 4000; ++buyer.ordinal) {
    const Powertrain p = showroom.new_energy(buyer);
    CHECK(is_new_energy(p));
    methanol += p == Powertrain::methanol ? 1 : 0;
    diesel += showroom.natural(buyer) == Powertrain::diesel ? 1 : 0;
  }
  CHECK(methanol == Approx(1000.0).margin(3.29 * 27.4));  // 0.1 of 0.4; sqrt(4000 x 1/4 x 3/4) = 27.4
  CHECK(diesel == Approx(400.0).margin(3.29 * 19.0));     // the rest of 0.9; sqrt(4000 x 0.09) = 19.0
  buyer.segment = freight;
  CHECK(showroom.new_energy(buyer) == Powertrain::electric);
  CHECK(showroom.natural(buyer) == Powertrain::diesel);
  buyer.type = VehicleType::mini;
  CHECK(showroom.natural(buyer) == Powertrain::gasoline);
}
