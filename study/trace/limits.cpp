#include "study/trace/limits.hpp"

#include "sim/core/both.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::study::trace {
namespace {

/// Flows of the figure that use a siding.
struct SidingUse {
  bool in_scope = false;
  bool refused = false;  ///< at a siding or yard
};

/// Flows of which a tonne was refused at a siding or yard in the period.
std::set<Id<Flow>> refused_at_sidings(const Question& q) {
  std::set<Id<Flow>> flows;
  for (const ledger::ReasonRow& row : q.ledger.reasons) {
    const bool siding = row.reason == Reason::not_accepted_siding || row.reason == Reason::not_accepted_yard;
    if (siding && row.kg > 0 && q.holds(row.month)) flows.insert(row.flow);
  }
  return flows;
}

/// Handling is the smaller of handling and tracks.
bool handling_binds(const World& world, Id<Siding> id, Month month) {
  const Siding& siding = world.sidings[id];
  if (siding.train_hours.value <= 0.0 || siding.train_load.value <= 0) return true;
  const double by_tracks = siding.tracks * 24.0 / siding.train_hours.value * static_cast<double>(siding.train_load.value) / 1000.0;
  return rules::siding_capacity(world, id, month).value > 0 && siding.capacity.value < by_tracks;
}

bool sums_rail(const analysis::MetricRow& row) {
  return (row.metric == "rail_tonnes" && row.denominator_kind.empty()) || (row.metric == "rail_share" && row.numerator_kind == "rail");
}

double days_of(const Question& q) { return static_cast<double>(end_day(q.last()) - first_day(q.first())); }

Act act_of_capacity(const Question& q, const SidingUse& use, Id<Siding> id) {
  if (!use.in_scope) return Act::waits;
  if (!use.refused) return Act::room;
  if (!sums_rail(q.row) || !q.row.haul_class.empty() || !handling_binds(q.world, id, q.last())) return Act::enters;
  const Siding& siding = q.world.sidings[id];
  return 0.1 * siding.capacity.value * days_of(q) * 1000.0 < static_cast<double>(siding.train_load.value) ? Act::whole_loads : Act::moves;
}

}  // namespace

void add_limits(const Question& q, const std::vector<FlowFacts>& facts, const std::set<Id<Flow>>& flows, std::vector<Pick>& picks) {
  const World& w = q.world;
  const std::set<Id<Flow>> refused = refused_at_sidings(q);
  std::map<Id<Siding>, SidingUse> sidings;
  std::set<std::uint32_t> sections;
  for (const Id<Flow> flow : flows) {
    for (const Id<Siding> siding : sidings_of(w, flow)) {
      SidingUse& use = sidings[siding];
      use.in_scope = use.in_scope || facts[flow.index].in_scope;
      use.refused = use.refused || (facts[flow.index].in_scope && refused.contains(flow));
    }
    sections.merge(sections_of_flow(w, flow));
  }
  for (const auto& [id, use] : sidings) {
    const std::string& name = w.sidings[id].id;
    const Words path = both("专用线 {}", "siding {}", name);
    picks.push_back({"sidings",
                     "siding_id",
                     {name},
                     {"t_per_day"},
                     act_of_capacity(q, use, id),
                     path,
                     0.1 * w.sidings[id].capacity.value * days_of(q)});
    picks.push_back({"sidings", "siding_id", {name}, {"tracks", "train_hours"}, use.in_scope ? Act::room : Act::waits, path});
    picks.push_back({"sidings", "siding_id", {name}, {"train_t", "drayage_km"}, use.in_scope ? Act::whole_loads : Act::waits, path});
  }
  for (const std::uint32_t section : sections) {
    const std::string& name = w.rail_sections[Id<RailSection>{section}].id;
    const Words path = both("铁路区间 {}", "section {}", name);
    picks.push_back({"rail_sections", "section_id", {name}, {"slots_per_day"}, Act::room, path});
    picks.push_back({"rail_sections", "section_id", {name}, {"km", "kmh"}, Act::choice, path});
    picks.push_back({"rail_background", "section_id", {name}, {"trains_per_day"}, Act::room, path});
  }
}

}  // namespace railshift::study::trace
