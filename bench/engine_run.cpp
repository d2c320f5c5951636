#include "bench/engine_run.hpp"

#include "bench/allocations.hpp"
#include "bench/scenario_folder.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "sim/engine/run.hpp"
#include "sim/rules/rail/calibration.hpp"
#include "sim/rules/roads/road_distances.hpp"

namespace railshift::bench {
namespace {

template <class Row>
void add_table(Figures& figures, const std::vector<Row>& rows) {
  figures.rows += static_cast<std::int64_t>(rows.size());
  figures.ledger_bytes += static_cast<std::int64_t>(rows.size() * sizeof(Row));
}

void add_tables(Figures& figures, const ledger::Ledger& ledger) {
  add_table(figures, ledger.service);
  add_table(figures, ledger.traffic);
  add_table(figures, ledger.links);
  add_table(figures, ledger.stations);
  add_table(figures, ledger.waits);
  add_table(figures, ledger.stocks);
  add_table(figures, ledger.rail);
  add_table(figures, ledger.chains);
  add_table(figures, ledger.reasons);
  add_table(figures, ledger.flows);
  add_table(figures, ledger.registers);
  add_table(figures, ledger.frozen_bases);
  add_table(figures, ledger.pools);
  add_table(figures, ledger.journal);
}

}  // namespace

void add_service(Figures& figures, const std::vector<ledger::ServiceRow>& rows) {
  for (const ledger::ServiceRow& row : rows) {
    figures.trips += row.trips;
    figures.metres += row.metres;
    figures.wait_hours += hours_from_ticks(row.wait_ticks);
    if (!row.loaded) continue;
    figures.loads += row.trips;
    figures.kg += row.kg;
  }
}

namespace {

using Run = engine::RunResult (*)(const World& world, const engine::Replication& replication);

engine::RunResult settle_and_run(const World& world, const engine::Replication& asked) {
  const rules::BaseState state = engine::settle_by_months(world);
  const rules::RoadMap roads(world, rules::regime_on(world, make_date(world.settings.base_year, 1, 1)));
  const rules::BaseYear base{state, rules::calibrate(world, rules::road_distances(world, roads), state)};
  engine::Replication replication = asked;
  replication.seed = world.settings.seed;
  replication.base = &base;
  return engine::run_by_months(world, replication);
}

Figures measure(const std::filesystem::path& folder, Run run) {
  const World world = load_world(folder);
  const std::int64_t before = allocations();
  const double start = cpu_seconds();
  const engine::RunResult result = run(world, {});
  Figures figures;
  figures.cpu_seconds = cpu_seconds() - start;
  figures.allocations = allocations() - before;
  figures.events = result.statistics.events;
  figures.months = month_of(world.settings.end) - month_of(world.settings.start);
  add_service(figures, result.ledger.service);
  add_tables(figures, result.ledger);
  return figures;
}

}  // namespace

Figures run_engine(const std::filesystem::path& folder) { return measure(folder, &engine::run); }

Figures run_months(const std::filesystem::path& folder) { return measure(folder, &engine::run_by_months); }

Figures settle_and_run_months(const std::filesystem::path& folder) { return measure(folder, &settle_and_run); }

}  // namespace railshift::bench
