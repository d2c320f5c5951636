#include "study/trace/goods_graph.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/both.hpp"
#include "study/trace/flow_facts.hpp"
#include "study/trace/limits.hpp"
#include "study/trace/measure_picks.hpp"

namespace railshift::study::trace {
namespace {

constexpr double kTenth = 0.1;
constexpr double kKilogramsOfTonne = 1000.0;

/// One flow on its way to the figure.
struct Traced {
  const Question& q;
  const std::vector<FlowFacts>& facts;
  Id<Flow> id;
  [[nodiscard]] const World& world() const { return q.world; }
  [[nodiscard]] const Flow& flow() const { return q.world.flows[id]; }
  [[nodiscard]] const FlowFacts& fact() const { return facts[id.index]; }
};

Words flow_path(const Traced& t) { return both("货流 {}", "flow {}", t.flow().id); }

bool of_a_sum_of_rail(const analysis::MetricRow& row) { return row.metric == "rail_tonnes" && row.denominator_kind.empty(); }
bool of_a_share_by_mode(const analysis::MetricRow& row) {
  return row.metric == "rail_share" && (row.basis == "gate" || row.basis == "main_haul") && row.numerator_kind == "rail";
}

/// Money: what is paid for the goods stands in the figure itself.
bool is_of_prices(const analysis::MetricRow& row) { return row.metric.starts_with("transport_") || row.metric == "hire_cost"; }

/// What `tonnes` more of a flow in a year do.
Act act_of_mass(const Traced& t, double tonnes) {
  const FlowFacts& fact = t.fact();
  if (!fact.in_scope) return Act::waits;
  // Which of its chains have the haul is not looked up.
  if (fact.kg == 0 || !t.q.row.haul_class.empty()) return Act::enters;
  const double rail = static_cast<double>(fact.rail_kg) / static_cast<double>(fact.kg);
  if (of_a_sum_of_rail(t.q.row)) {
    if (fact.rail_kg == 0 || fact.refused) return fact.refused ? Act::full : Act::enters;
    return tonnes * kKilogramsOfTonne * rail < static_cast<double>(fact.train_kg) ? Act::whole_loads : Act::moves;
  }
  if (!of_a_share_by_mode(t.q.row)) return Act::enters;
  if (tonnes * kKilogramsOfTonne < static_cast<double>(std::max(fact.train_kg, t.flow().payload.value))) return Act::whole_loads;
  // Goods that a full limit keeps from the railway add to the denominator alone.
  if (fact.refused || std::abs(rail - t.q.row.value) > kTenth) return Act::moves;
  return Act::alike;
}

bool feeds_origin(FlowRule rule) { return rule == FlowRule::push || rule == FlowRule::rest_out; }
bool is_rest(FlowRule rule) { return rule == FlowRule::rest_out || rule == FlowRule::rest_in; }

/// Whether a row of a process makes or takes what the flow carries.
bool concerns(const World& world, const Flow& flow, const ProcessIo& io) {
  const Commodity& goods = world.commodities[flow.commodity];
  return io.commodity == goods.id || (!goods.need_group.empty() && io.commodity == goods.need_group);
}

/// The balance from which the flow takes its tonnes: processes of one end and their rows of this commodity.
void add_balance(const Traced& t, std::vector<Pick>& picks) {
  const World& w = t.world();
  const Flow& flow = t.flow();
  if (flow.rule == FlowRule::fixed) return;
  const Id<Site> site = feeds_origin(flow.rule) ? flow.origin : flow.destination;
  const Words path = both("{} → 场所 {} 的平衡", "{} -> balance of site {}", flow_path(t), w.sites[site].id);
  for (const Process& process : w.processes) {
    if (process.site != site) continue;
    bool touches = false;
    for (const ProcessIo& io : process.io) {
      if (!concerns(w, flow, io)) continue;
      touches = true;
      const bool main = feeds_origin(flow.rule) == (io.role != IoRole::in);
      const double rate = io.t_per_t.on(first_day(t.q.first())).value_or(0.0) * process.activity.in_year(t.q.first().year()).value;
      const double share = is_rest(flow.rule) ? 1.0 : flow.share_or_t.on(first_day(t.q.first())).value_or(0.0);
      Pick pick{"process_io", "process_id", {process.id}, {"t_per_t"}, main ? act_of_mass(t, kTenth * rate * share) : Act::enters, path};
      pick.weight = kTenth * rate * share;
      pick.also = {{"commodity", {io.commodity}}, {"role", {io.role == IoRole::in ? "in" : io.role == IoRole::out ? "out" : "loss"}}};
      picks.push_back(pick);
    }
    if (touches) picks.push_back({"processes", "process_id", {process.id}, {"t_per_year"}, Act::enters, path});
  }
  // What other flows take of the same balance is not left for a rest.
  if (!is_rest(flow.rule)) return;
  for (const Flow& other : w.flows) {
    const bool same_end = feeds_origin(flow.rule) ? other.origin == flow.origin : other.destination == flow.destination;
    if (same_end && other.id != flow.id)
      picks.push_back({"flows", "flow_id", {other.id}, {"share_or_t"}, t.fact().in_scope ? Act::enters : Act::waits, path});
  }
}

void add_mass(const Traced& t, std::vector<Pick>& picks) {
  const World& w = t.world();
  const Flow& flow = t.flow();
  picks.push_back({"flows",
                   "flow_id",
                   {flow.id},
                   {"share_or_t"},
                   act_of_mass(t, kTenth * t.fact().t_per_year),
                   flow_path(t),
                   kTenth * t.fact().t_per_year});
  picks.push_back(
      {"flows", "flow_id", {flow.id}, {"payload_t", "priority"}, t.fact().in_scope ? Act::whole_loads : Act::waits, flow_path(t)});
  picks.push_back({"profiles",
                   "profile_id",
                   {w.profiles[flow.profile].id},
                   {"m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12"},
                   t.fact().in_scope ? Act::enters : Act::waits,
                   both("{} → 月分布", "{} -> months", flow_path(t))});
  add_balance(t, picks);
}

/// What a chain costs, and base shares: they act where the flow can choose.
void add_choice(const Traced& t, std::vector<Pick>& picks) {
  const World& w = t.world();
  const Flow& flow = t.flow();
  const bool chooses = w.chains_of(t.id).size() > 1;
  const Act act = t.fact().in_scope && chooses ? Act::choice : Act::waits;
  const Act paid = t.fact().in_scope && is_of_prices(t.q.row) ? Act::enters : act;
  const Words path = both("{} → 运输链", "{} -> chains", flow_path(t));
  std::set<std::string> chains;
  for (const Id<Chain> id : w.chains_of(t.id)) chains.insert(w.chains[id].id);
  picks.push_back({"chains", "chain_id", chains, {"base_share"}, act, path});
  picks.push_back({"legs", "chain_id", chains, {"km", "yuan_per_t"}, paid, path});
  picks.push_back({"legs", "chain_id", chains, {"hours", "off_network_km"}, act, path});
  picks.push_back({"rail_tariffs",
                   "rail_class",
                   {w.commodities[flow.commodity].rail_class},
                   {},
                   paid,
                   both("{} → 铁路运价", "{} -> rail tariff", path)});
  picks.push_back({"road_rates", "", {}, {}, paid, both("{} → 公路运价", "{} -> road rates", path)});
  for (const Id<Site> site : {flow.origin, flow.destination})
    picks.push_back({"sites",
                     "site_id",
                     {w.sites[site].id},
                     {"outer_km", "outer_h"},
                     act,
                     both("{} → 场所 {}", "{} -> site {}", flow_path(t), w.sites[site].id)});
}

/// Trucks, bays and what else makes goods late.
void add_trucks(const Traced& t, std::vector<Pick>& picks) {
  const World& w = t.world();
  const Flow& flow = t.flow();
  const TruckClass& trucks = w.truck_classes[flow.truck_class];
  const Words path = both("{} → 车辆类别 {}", "{} -> truck class {}", flow_path(t), trucks.id);
  picks.push_back({"truck_classes", "truck_class_id", {trucks.id}, {"payload_t"}, t.fact().in_scope ? Act::whole_loads : Act::waits, path});
  picks.push_back({"pools", "truck_class", {trucks.id}, {}, Act::waits, path});
  for (const Id<Site> site : {flow.origin, flow.destination}) {
    const std::set<std::string> id{w.sites[site].id};
    for (const char* table : {"stations_service", "stockyards", "closures"})
      picks.push_back({table, "site_id", id, {}, Act::waits, both("{} → 作业点", "{} -> stations", flow_path(t))});
    picks.push_back(
        {"sites", "site_id", id, {"work_from_h", "work_to_h"}, Act::waits, both("{} → 作业时间", "{} -> working hours", flow_path(t))});
  }
  const std::string segment = w.segments[trucks.segment].id;
  picks.push_back({"register", "segment_id", {segment}, {"count"}, Act::waits, path});
  picks.push_back({"purchase_shares", "segment_id", {segment}, {"share"}, Act::waits, path});
  picks.push_back({"survival", "vehicle_type", {std::string(to_text(trucks.vehicle_type))}, {}, Act::waits, path});
  picks.push_back({"outside_mix", "vehicle_type", {std::string(to_text(trucks.vehicle_type))}, {"share"}, Act::waits, path});
}

/// Values that only exhaust or the verdict reads.
bool acts_on_goods(const std::string& name) {
  static constexpr const char* kOthers[] = {"fault.",         "grid.",        "verdict.",      "road.idle_",
                                            "rail.electric_", "rail.diesel_", "rail.gross_net"};
  return std::none_of(std::begin(kOthers), std::end(kOthers), [&](const char* other) { return name.starts_with(other); });
}

Act act_of_value(const Question& q, const std::string& name) {
  if (is_of_prices(q.row) && name.ends_with("price_factor")) return Act::enters;
  if (name.starts_with("scope.")) return Act::crossing;
  const bool chosen = name.starts_with("choice.") || name.ends_with("price_factor") || name == "rail.added_delay" ||
                      name == "road.stated_speed" || name == "road.local_speed";
  return chosen ? Act::choice : Act::waits;
}

void add_values(const Question& q, std::vector<Pick>& picks) {
  for (const Parameter& value : q.world.parameters) {
    if (acts_on_goods(value.id))
      picks.push_back({"values", "name", {value.id}, {"value"}, act_of_value(q, value.id), {"参数", "parameter"}});
  }
}

/// Road links: every way may be chosen; what is driven on takes time and money.
void add_roads(std::vector<Pick>& picks) {
  picks.push_back({"link", "", {}, {"length", "free_speed"}, Act::choice, {"路网 → 公路里程和时间", "network -> km and hours by road"}});
}

}  // namespace

std::vector<Pick> goods_picks(const Question& q) {
  const std::vector<FlowFacts> facts = flow_facts(q);
  std::vector<Pick> picks;
  const std::set<Id<Flow>> flows = connected_flows(q, facts);
  for (const Id<Flow> id : flows) {
    const Traced traced{q, facts, id};
    add_mass(traced, picks);
    add_choice(traced, picks);
    add_trucks(traced, picks);
  }
  if (flows.empty()) return picks;
  add_limits(q, facts, flows, picks);
  add_roads(picks);
  add_values(q, picks);
  for (Pick& pick : goods_measures(q, flows)) picks.push_back(std::move(pick));
  return picks;
}

}  // namespace railshift::study::trace
