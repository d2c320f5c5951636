// The rail share of one year by the gates of each firm: reads a scenario, runs it to the end of the year in this process, prints what was
// measured.
//   share SCENARIO YEAR
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "analysis/metrics/metrics.hpp"
#include "sim/engine/run.hpp"
#include "sim/scenario/load/load.hpp"

using namespace railshift;

namespace {

/// One row a firm: all goods through its gates in both directions, rail over rail and road.
bool wanted(const analysis::MetricRow& row, const std::string& year) {
  return row.metric == "rail_share" && row.basis == "gate" && row.numerator_kind == "rail" && row.denominator_kind == "rail_road" &&
         row.direction == "both" && row.commodity.empty() && !row.firm.empty() && row.period == year;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: share SCENARIO YEAR\n", stderr);
    return 2;
  }
  const std::string year = argv[2];
  const scenario::Loaded loaded = scenario::load(std::filesystem::path(argv[1]), scenario::LoadRequest{});
  for (const Problem& problem : loaded.problems.sorted()) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
  if (!loaded.world) return 2;
  const World& world = *loaded.world;

  engine::Replication replication;
  replication.seed = world.settings.seed;
  replication.until = first_day(make_month(std::atoi(year.c_str()) + 1, 1));
  const engine::RunResult result = engine::run(world, replication);

  for (const analysis::MetricRow& row : analysis::measure(world, result.ledger, {world.settings.id, "plan", "", 1})) {
    if (wanted(row, year)) std::printf("%s %.4f\n", row.firm.c_str(), row.value);
  }
  return 0;
}
