#include "analysis/look/figures/trucks.hpp"

#include <algorithm>

#include "sim/model/truck_segment.hpp"
#include "sim/rules/work/pool_of_flow.hpp"
#include "sim/rules/work/pool_size.hpp"

namespace railshift::analysis::look {
namespace {

const Flow& flow_of(const World& world, const TruckRun& run) { return world.flows[world.chains[run.chain].flow]; }

std::int64_t registered_in(const World& world, Id<Segment> segment) {
  std::int64_t count = 0;
  for (const RegisterRow& row : world.register_rows) {
    if (row.segment == segment && row.owner == Owner::local) count += row.count;
  }
  return count;
}

/// Pools take their trucks from the register one after the other.
void take_from_register(const World& world, std::vector<PoolRow>& rows) {
  std::vector<std::int64_t> left;
  for (const Segment& segment : world.segments) left.push_back(registered_in(world, world.segments.id_of(segment)));
  for (PoolRow& row : rows) {
    const Pool& pool = world.pools[row.pool];
    std::int64_t& stock = left[segment_of(world, pool.truck_class).index];
    row.registered = stock;
    const std::int64_t taken = std::min(stock, row.size);
    stock -= taken;
    row.working = pool.trucks ? row.size : taken;
  }
}

}  // namespace

std::vector<PoolRow> pool_rows(const World& world, const std::vector<TruckRun>& runs) {
  std::vector<PoolRow> rows(world.pools.size());
  for (const TruckRun& run : runs) {
    const Flow& flow = flow_of(world, run);
    if (world.truck_classes[flow.truck_class].simulate == Simulate::count) continue;
    const auto pool = rules::pool_of_flow(world, world.flows.id_of(flow));
    if (!pool) continue;
    for (const When when : kWhens) {
      rows[pool->index].truck_hours.at(when) += run.cycle() * run.loads.at(when);
      rows[pool->index].km.at(when) += (run.km + run.empty_km) * run.loads.at(when);
    }
  }
  for (std::uint32_t p = 0; p < rows.size(); ++p) {
    PoolRow& row = rows[p];
    row.pool = Id<Pool>{p};
    const Pool& pool = world.pools[row.pool];
    for (const When when : kWhens) row.needed.at(when) = rules::trucks_needed(world, pool, row.truck_hours.at(when));
    row.size = rules::pool_size(world, pool, row.truck_hours.base);
  }
  take_from_register(world, rows);
  return rows;
}

std::vector<CountedRow> counted_rows(const World& world, const std::vector<TruckRun>& runs) {
  std::vector<CountedRow> rows(world.truck_classes.size());
  for (const TruckRun& run : runs) {
    CountedRow& row = rows[flow_of(world, run).truck_class.index];
    for (const When when : kWhens) {
      row.trips_a_day.at(when) += run.loads.at(when) / kDaysAYear;
      row.km.at(when) += (run.km + run.empty_km) * run.loads.at(when);
    }
  }
  for (std::uint32_t c = 0; c < rows.size(); ++c) {
    rows[c].truck_class = Id<TruckClass>{c};
    rows[c].registered = registered_in(world, segment_of(world, rows[c].truck_class));
  }
  std::erase_if(rows, [&](const CountedRow& row) {
    return world.truck_classes[row.truck_class].simulate != Simulate::count || row.trips_a_day.base + row.trips_a_day.last <= 0.0;
  });
  return rows;
}

}  // namespace railshift::analysis::look
