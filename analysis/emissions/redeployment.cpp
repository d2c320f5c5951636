#include "analysis/emissions/redeployment.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/gauge.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/work/access.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::analysis {
namespace {

using Haul = std::tuple<Month, Id<Flow>, std::uint8_t>;

/// What a floor binds in a year: hauls whose leg a gate rule watched, of flows with an end where this floor stands.
struct Bound {
  const Measure* measure = nullptr;
  AccessMask admits;
  std::set<Haul> hauls;
  std::set<Month> months;
  std::set<std::uint32_t> segments;
};

bool stands_at(const rules::GateRule& gate, Id<Measure> measure) {
  return std::any_of(gate.floors.begin(), gate.floors.end(), [&](const rules::FloorAtGate& f) { return f.measure == measure; });
}

bool runs_alone(const World& world, Id<Flow> flow) {
  return world.truck_classes[world.flows[flow].truck_class].simulate == Simulate::individual;
}

Bound bound_by(const RunView& plan, Id<Measure> measure, int year) {
  const World& world = *plan.world;
  Bound bound;
  bound.measure = &world.measures[measure];
  bound.admits = rules::mask_of_floor(policy::floor_of(*bound.measure)->floor);
  std::map<Month, std::array<std::vector<rules::GateRule>, 2>> gates;  // of the first day and of the last
  for (const ledger::ServiceRow& row : plan.ledger->service) {
    if (!row.loaded || row.month.year() != year || row.compliance == ledger::Compliance::no_rule) continue;
    auto& of_month = gates[row.month];
    if (of_month[0].empty())
      of_month = {rules::gate_rules(world, world.settings.seed, first_day(row.month)),
                  rules::gate_rules(world, world.settings.seed, end_day(row.month) - 1)};
    const Flow& flow = world.flows[row.flow];
    const bool stands = std::any_of(of_month.begin(), of_month.end(), [&](const std::vector<rules::GateRule>& of_day) {
      return stands_at(of_day[flow.origin.index], measure) || stands_at(of_day[flow.destination.index], measure);
    });
    if (!stands) continue;
    bound.hauls.insert({row.month, row.flow, row.leg});
    bound.months.insert(row.month);
    bound.segments.insert(rules::segment_of_flow(world, row.flow).index);
  }
  return bound;
}

void carry(Haulage& haulage, const ledger::ServiceRow& row, const Bound& bound) {
  const bool clean = bound.admits.admits(EmissionClass::from_index(row.vehicle).access);
  const double tonnes = tonnes_of(row.kg);
  if (row.owner == Owner::local)
    (clean ? haulage.clean_t : haulage.refused_t) += tonnes;
  else
    (clean ? haulage.hired_clean_t : haulage.hired_refused_t) += tonnes;
}

FloorSide side_of(const RunView& run, const Bound& bound) {
  FloorSide side;
  for (const ledger::ServiceRow& row : run.ledger->service) {
    if (!row.loaded || !bound.months.contains(row.month) || !runs_alone(*run.world, row.flow)) continue;
    if (bound.hauls.contains({row.month, row.flow, row.leg}))
      carry(side.gates, row, bound);
    else if (bound.segments.contains(rules::segment_of_flow(*run.world, row.flow).index))
      carry(side.elsewhere, row, bound);
  }
  for (const ledger::RegisterFoldRow& row : run.ledger->registers) {
    if (!bound.months.contains(row.month) || !bound.segments.contains(row.tally.segment.index)) continue;
    side.all_truck_months += static_cast<double>(row.tally.open);
    if (bound.admits.admits(row.tally.access)) side.clean_truck_months += static_cast<double>(row.tally.open);
  }
  for (const TruckBookRow& row : truck_book(*run.world, *run.ledger, bound.months)) {
    if (!bound.segments.contains(row.segment.index)) continue;
    (bound.admits.admits(row.access) ? side.other_clean_km : side.other_refused_km) += kilometres_of(row.other);
  }
  return side;
}

std::int64_t redirected(const ledger::Ledger& ledger, const std::string& measure, int year) {
  std::int64_t loads = 0;
  for (const ledger::EffectRow& row : ledger.effects) {
    if (row.measure == measure && row.month.year() == year && row.effect == to_text(policy::EffectKind::loads_redirected))
      loads += row.acted;
  }
  return loads;
}

/// How much more of the hauls clean trucks carry than in the baseline, less what their share of the stock grew by.
std::optional<double> gain(const FloorSide& baseline, const FloorSide& plan, Haulage FloorSide::*hauls) {
  const Haulage &before = baseline.*hauls, &after = plan.*hauls;
  if (before.local_t() <= 0.0 || after.local_t() <= 0.0 || baseline.all_truck_months <= 0.0 || plan.all_truck_months <= 0.0)
    return std::nullopt;
  const double bought = plan.clean_truck_months / plan.all_truck_months - baseline.clean_truck_months / baseline.all_truck_months;
  return after.local_t() * (after.clean_t / after.local_t() - before.clean_t / before.local_t() - bought);
}

}  // namespace

std::optional<double> Redeployment::clean_in_t() const { return gain(baseline, plan, &FloorSide::gates); }

std::optional<double> Redeployment::refused_out_t() const {
  const auto clean = gain(baseline, plan, &FloorSide::elsewhere);
  if (!clean) return std::nullopt;
  return -*clean;
}

std::vector<Redeployment> redeployments(const RunView& baseline, const RunView& plan, int year) {
  std::vector<Redeployment> rows;
  for (const Measure& measure : plan.world->measures) {
    if (policy::floor_of(measure) == nullptr) continue;
    const Bound bound = bound_by(plan, plan.world->measures.id_of(measure), year);
    if (bound.hauls.empty()) continue;
    rows.push_back({measure.id, side_of(baseline, bound), side_of(plan, bound), redirected(*plan.ledger, measure.id, year)});
  }
  return rows;
}

}  // namespace railshift::analysis
