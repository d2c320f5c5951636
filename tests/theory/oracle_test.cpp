// The engine against a second, plain event loop (tests/support/event_loop.hpp): the same runs, in the same order, to the tick.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include <unistd.h>

#include "sim/engine/run.hpp"
#include "sim/ensemble/isolated.hpp"
#include "tests/support/event_loop.hpp"
#include "tests/theory/theory_case.hpp"

namespace oracle_test {

using namespace railshift;

namespace {

/// January of a theory case, from the first tick on, as the engine lives it: in a process of its own, read back from a file.
std::vector<test::EndedRun> by_engine(const World& world, std::uint32_t seed, engine::Kernel kernel) {
  const auto path = std::filesystem::temp_directory_path() / ("railshift-oracle-" + std::to_string(getpid()));
  const ensemble::Task task{"oracle", [&](ensemble::Self&) {
                              std::ofstream file(path);
                              engine::Replication replication;
                              replication.seed = seed;
                              replication.kernel = kernel;
                              replication.until = first_day(month_of(world.settings.start) + 1);
                              replication.on_trips = [&](Month, std::span<const ledger::LegRecord> records, const RouteBook&) {
                                for (const ledger::LegRecord& record : records) {
                                  const ledger::LegFacts facts = ledger::unpack(record);
                                  file << facts.end << ' ' << facts.loaded << ' ' << facts.wait << '\n';
                                }
                              };
                              (void)engine::run(world, replication);
                              return 0;
                            }};
  const auto result = ensemble::run_tasks({task}, 1, [](double) { return true; }).front();
  INFO(result.message.en);
  REQUIRE(result.code == 0);
  std::vector<test::EndedRun> runs;
  std::ifstream file(path);
  for (test::EndedRun run; file >> run.end >> run.loaded >> run.wait;) runs.push_back(run);
  std::filesystem::remove(path);
  return runs;
}

/// At one tick several trucks may end their runs; which of them is named first says nothing.
void sort_within_ticks(std::vector<test::EndedRun>& runs) {
  std::stable_sort(runs.begin(), runs.end(),
                   [](const auto& a, const auto& b) { return std::tie(a.end, a.loaded, a.wait) < std::tie(b.end, b.loaded, b.wait); });
}

void check_against_event_loop(const std::string& name, std::uint32_t seed) {
  const World world = theory::world_of(name, {{"scenario.warmup_months", "0"}, {"scenario.end", "2021-02-01"}});
  auto plain = test::first_month_by_event_loop(world, seed);
  auto ahead = by_engine(world, seed, engine::Kernel::ahead);
  CHECK(ahead == by_engine(world, seed, engine::Kernel::step));
  REQUIRE(ahead.size() > 100);
  CHECK(std::is_sorted(ahead.begin(), ahead.end(), [](const auto& a, const auto& b) { return a.end < b.end; }));
  sort_within_ticks(plain);
  sort_within_ticks(ahead);
  REQUIRE(plain.size() == ahead.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    INFO(name << " run " << i << " ends " << plain[i].end << " or " << ahead[i].end);
    REQUIRE(plain[i] == ahead[i]);
  }
}

}  // namespace

TEST_CASE("shuttles without chance end the same runs at the same ticks in a plain event loop", "[theory]") {
  check_against_event_loop("shuttle", 1);
}
TEST_CASE("a closed fleet over three stations likewise, whatever the seed", "[theory]") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) check_against_event_loop("closed-3", seed);
}
TEST_CASE("a closed fleet through stations in series that are entered in one event likewise", "[theory]") {
  for (const std::uint32_t seed : {1U, 5U}) check_against_event_loop("closed-series", seed);
}
TEST_CASE("Poisson loads over a weighbridge with re-weighing, two bays and a tip likewise", "[theory]") {
  for (const std::uint32_t seed : {1U, 7U}) check_against_event_loop("jackson", seed);
}
TEST_CASE("measured service times likewise", "[theory]") { check_against_event_loop("mg1-measured", 4); }

}  // namespace oracle_test
