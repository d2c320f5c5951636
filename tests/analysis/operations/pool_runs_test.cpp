/// What a pool ran empty for what it carried, and when that is remarkable.
#include <catch2/catch.hpp>

#include "analysis/operations/operations.hpp"
#include "analysis/operations/pool_runs.hpp"
#include "tests/analysis/audit_fixture.hpp"

using namespace railshift;
using namespace railshift::analysis;

namespace {

EmptyRunning of(double empty_km) { return empty_running(PoolRuns{"p", 1000.0, empty_km, 0.0}); }

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
