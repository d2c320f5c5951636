/// What a pool ran empty for what it carried, and when that is remarkable.
#include <catch2/catch.hpp>

#include "analysis/operations/operations.hpp"
#include "analysis/operations/pool_runs.hpp"
#include "tests/analysis/audit_fixture.hpp"

namespace pool_runs_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

EmptyRunning of(double empty_km) { return empty_running(PoolRuns{"p", 1000.0, empty_km, 0.0}); }

/// One flow, carried by the one pool.
World one_pool() {
  World world;
  world.truck_classes = Table<TruckClass>({TruckClass{}});
  Pool pool;
  pool.id = "p";
  world.pools = Table<Pool>({pool});
  Flow flow;
  flow.id = "f";
  world.flows = Table<Flow>({flow});
  world.index();
  return world;
}

}  // namespace

TEST_CASE("more than 1.1 empty kilometres a loaded one are much, fewer than 0.5 little, the bounds themselves usual", "[analysis]") {
  CHECK(of(1100.0) == EmptyRunning::usual);
  CHECK(of(1100.1) == EmptyRunning::much);
  CHECK(of(500.0) == EmptyRunning::usual);
  CHECK(of(499.9) == EmptyRunning::little);
}

TEST_CASE("kilometres of a pool are those of its flows, both owners, over the whole run", "[analysis]") {
  const World world = audit_fixture::world();
  ledger::Ledger ledger = audit_fixture::balanced();
  std::int64_t loaded = 0, empty = 0;
  for (const ledger::ServiceRow& row : ledger.service) {
    if (world.flows[row.flow].truck_class != world.pools[Id<Pool>{0}].truck_class) continue;
    (row.loaded ? loaded : empty) += row.metres;
  }
  REQUIRE(loaded > 0);
  ledger.pools.front().least_empty_metres = 7'000;
  const std::vector<PoolRuns> runs = pool_runs(world, ledger);
  REQUIRE_FALSE(runs.empty());
  CHECK(runs.front().pool == world.pools[Id<Pool>{0}].id);
  CHECK(runs.front().loaded_km == Approx(static_cast<double>(loaded) / 1e3));
  CHECK(runs.front().empty_km == Approx(static_cast<double>(empty) / 1e3));
  CHECK(runs.front().least_empty_km == Approx(7.0));
}

TEST_CASE("hours of trucks stand over the loads of the period, waits apart from the service, and are 0 without a load", "[analysis]") {
  // January 2023: two trucks for 31 days, 10 loads: 20 h empty, 15 h at the origin of them 5 waiting, 30 h loaded, 12 h at the
  // destination of them 2 waiting, 4 h under repair; half a load waits at any time, one truck is idle a quarter of the time.
  const World world = one_pool();
  ledger::Ledger ledger;
  ledger::PoolRow row;
  row.month = make_month(2023, 1);
  row.pool = Id<Pool>{0};
  const Tick month = 31 * kTicksPerDay;
  row.present_ticks = 2 * month;
  row.idle_ticks = month / 4;
  row.loads_waiting_ticks = month / 2;
  row.empty_ticks = 20 * kTicksPerHour;
  row.origin_ticks = 15 * kTicksPerHour;
  row.origin_wait_ticks = 5 * kTicksPerHour;
  row.loaded_ticks = 30 * kTicksPerHour;
  row.destination_ticks = 12 * kTicksPerHour;
  row.destination_wait_ticks = 2 * kTicksPerHour;
  row.repair_ticks = 4 * kTicksPerHour;
  ledger.pools = {row};
  const PoolFigures none = pool_figures(world, ledger).at(0);
  CHECK((none.loads == 0 && none.empty_h == 0.0 && none.loaded_h == 0.0 && none.repair_h == 0.0));
  CHECK(none.trucks == Approx(2.0));

  ledger::ServiceRow loads;
  loads.month = row.month;
  loads.flow = Id<Flow>{0};
  loads.loaded = true;
  loads.leg = 1;
  loads.trips = 10;
  loads.metres = 600'000;
  ledger.service = {loads};
  const PoolFigures f = pool_figures(world, ledger).at(0);
  CHECK(f.period == "2023");
  CHECK(f.loads == 10);
  CHECK(f.idle_trucks == Approx(0.25));
  CHECK(f.loads_waiting.value() == Approx(0.5));
  CHECK_FALSE(f.p95_load_wait_h.has_value());
  CHECK(f.empty_h == Approx(2.0));
  CHECK(f.origin_wait_h == Approx(0.5));
  CHECK(f.load_h == Approx(1.0));
  CHECK(f.loaded_h == Approx(3.0));
  CHECK(f.destination_wait_h == Approx(0.2));
  CHECK(f.unload_h == Approx(1.0));
  CHECK(f.repair_h == Approx(0.4));
  CHECK(f.loaded_km == Approx(600.0));
}

TEST_CASE("a pool's least empty run stands in the row of all its trucks beside what all of them ran, never beside those of one owner",
          "[analysis]") {
  // Local trucks run 60 km empty for 100 loaded, hired ones 30 for 40: 90 for 140. Their loads leave 70 to run: more than the local ones
  // ran, less than all did.
  const World world = one_pool();
  ledger::Ledger ledger;
  ledger::PoolRow local;
  local.month = make_month(2023, 1);
  local.present_ticks = 2 * 31 * kTicksPerDay;
  local.least_empty_metres = 70'000;
  ledger::PoolRow hired = local;
  hired.owner = Owner::hired;
  hired.present_ticks = 31 * kTicksPerDay;
  hired.least_empty_metres = 0;
  ledger.pools = {local, hired};
  const auto ran = [](Owner owner, bool loaded, std::int64_t km) {
    ledger::ServiceRow row;
    row.month = make_month(2023, 1);
    row.owner = owner;
    row.loaded = loaded;
    row.trips = 1;
    row.metres = km * 1000;
    return row;
  };
  ledger.service = {ran(Owner::local, true, 100), ran(Owner::local, false, 60), ran(Owner::hired, true, 40), ran(Owner::hired, false, 30)};
  const std::vector<PoolFigures> rows = pool_figures(world, ledger);
  REQUIRE(rows.size() == 9);  // month, year and whole run of all, local and hired
  for (const PoolFigures& f : rows) CHECK(f.least_empty_km.has_value() == !f.owner.has_value());
  const PoolFigures& all = rows.at(0);
  CHECK_FALSE(all.owner);
  CHECK((all.loaded_km == 140.0 && all.empty_km == 90.0 && all.least_empty_km == 70.0));
  CHECK((all.trucks == Approx(3.0) && all.loads == 2));
  CHECK((rows.at(3).owner == Owner::local && rows.at(3).empty_km == 60.0 && rows.at(3).trucks == Approx(2.0)));
  CHECK((rows.at(6).owner == Owner::hired && rows.at(6).empty_km == 30.0 && rows.at(6).trucks == Approx(1.0)));
  CHECK(pool_runs(world, ledger) == std::vector<PoolRuns>{{"p", 140.0, 90.0, 70.0}});
}

TEST_CASE("a run that notes no waits of loads leaves their figures empty, one in which no load waited says 0", "[analysis]") {
  const World world = one_pool();
  ledger::Ledger ledger;
  ledger::PoolRow row;
  row.month = make_month(2023, 1);
  row.present_ticks = 31 * kTicksPerDay;
  ledger.pools = {row};
  const PoolFigures estimate = pool_figures(world, ledger).at(0);
  CHECK_FALSE(estimate.loads_waiting.has_value());
  CHECK_FALSE(estimate.p95_load_wait_h.has_value());
  ledger.load_waits = {{row.month, Id<Pool>{0}, 0, 5}};
  const PoolFigures simulated = pool_figures(world, ledger).at(0);
  CHECK(simulated.loads_waiting == 0.0);
  CHECK(simulated.p95_load_wait_h.has_value());
}

}  // namespace pool_runs_test
