/// The quick twin of small cities whose figures are worked by hand.
#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "analysis/audit/audit.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "tests/support/small_scenario.hpp"

namespace twin_of_hand_cities_test {

using namespace railshift;

namespace {

World world_of(const scenario::Files& files) {
  scenario::Loaded loaded = scenario::load(files, {});
  for (const Problem& problem : loaded.problems.sorted()) UNSCOPED_INFO(to_string(problem));
  REQUIRE(loaded.world.has_value());
  return std::move(*loaded.world);
}

}  // namespace

TEST_CASE("the twin of the mine, the plant and the market breaks no conservation law", "[months]") {
  const World world = world_of(test::small_scenario());
  const engine::RunResult run = engine::run_by_months(world, {});
  const analysis::AuditResult result = analysis::audit(world, run.ledger);
  for (const analysis::Breach& b : result.breaches)
    UNSCOPED_INFO(b.table << " " << b.month << " " << b.key << ": " << b.identity << " " << b.residual);
  CHECK(result.breaches.empty());
  CHECK(run.statistics.loads > 0);
  CHECK(run.statistics.events == 0);
}

TEST_CASE("the twin offers what the mine digs: the plant's coal first, the rest to the two buyers outside", "[months]") {
  // 1,000,000 t are mined, 400,000 burnt; of the rest three quarters go to one buyer and a quarter to the other
  const World world = world_of(test::small_scenario());
  std::map<std::string, double> offered;
  for (const ledger::FlowRow& row : engine::run_by_months(world, {}).ledger.flows) {
    if (row.month.year() == 2020) offered[world.flows[row.flow].id] += static_cast<double>(row.offered_kg) / 1000.0;
  }
  CHECK(offered.at("fl-plant") == Approx(400'000.0).margin(64.0));
  CHECK(offered.at("fl-market") == Approx(450'000.0).margin(60.0));
  CHECK(offered.at("fl-market2") == Approx(150'000.0).margin(64.0));
}

TEST_CASE("what the twin does not deliver waits, is under way, or was refused by nobody", "[months]") {
  const World world = world_of(test::small_scenario());
  const engine::RunResult run = engine::run_by_months(world, {});
  std::int64_t offered = 0, delivered = 0, left = 0;
  Month last = run.ledger.flows.back().month;
  std::int64_t open = 0;
  const Month first = run.ledger.flows.front().month;
  for (const ledger::FlowRow& row : run.ledger.flows) {
    offered += row.offered_kg;
    delivered += row.delivered_kg;
    CHECK(row.refused_kg == 0);
    if (row.month == first) open += row.in_transit_open_kg + row.waiting_open_kg;
    if (row.month == last) left += row.in_transit_close_kg + row.waiting_close_kg;
  }
  CHECK(offered + open == delivered + left);
  CHECK(delivered > offered * 9 / 10);
}

}  // namespace twin_of_hand_cities_test
