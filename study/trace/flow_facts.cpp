#include "study/trace/flow_facts.hpp"

#include <algorithm>

#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::study::trace {
namespace {

/// Metrics whose goods are bulk goods without dangerous ones.
bool counts_bulk_alone(const analysis::MetricRow& row) {
  return row.metric == "rail_share" || row.metric == "firms_at_or_above" || row.metric == "firms_passing" || row.metric == "clean_ok" ||
         row.metric == "rail_wishes" || row.denominator_kind == "bulk";
}

/// Firms whose gates the figure counts; nothing for the city.
std::optional<std::set<Id<Firm>>> firms_of(const Question& q) {
  if (q.row.firm.empty()) return std::nullopt;
  if (const auto one = q.world.firms.find(q.row.firm)) return std::set<Id<Firm>>{*one};
  const auto listed =
      q.row.firm == analysis::kListedWithSiding ? analysis::listed_with_siding(q.world, q.last().year()) : rules::listed_firms(q.world);
  return std::set<Id<Firm>>(listed.begin(), listed.end());
}

bool in_scope(const Question& q, const Flow& flow, const std::optional<std::set<Id<Firm>>>& firms) {
  const World& w = q.world;
  const Commodity& goods = w.commodities[flow.commodity];
  const Site &from = w.sites[flow.origin], &to = w.sites[flow.destination];
  if (counts_bulk_alone(q.row) && (!goods.bulk || goods.dangerous)) return false;
  if (!q.row.commodity.empty() && goods.id != q.row.commodity) return false;
  // Of a city as a whole or of a county: goods that begin there go out, goods that end there come in.
  const auto counts = [&](const Site& end, const char* other_way) {
    if (q.row.direction == other_way) return false;
    return q.row.county.empty() ? !end.outside() : end.county == q.row.county;
  };
  if (!firms) return counts(from, "in") || counts(to, "out");
  return (q.row.direction != "in" && firms->contains(from.firm)) || (q.row.direction != "out" && firms->contains(to.firm));
}

/// By rail as the figure sees it: at the gate of the firm, else by the main haul.
bool by_rail(const Question& q, const Chain& chain, const std::optional<std::set<Id<Firm>>>& firms) {
  if (q.row.basis != "gate" || !firms) return chain.main_mode() == Mode::rail;
  const Flow& flow = q.world.flows[chain.flow];
  const bool at_origin = firms->contains(q.world.sites[flow.origin].firm);
  return rules::gate_mode(q.world, chain, at_origin) == Mode::rail;
}

std::int64_t train_load(const World& world, const Chain& chain) {
  for (const auto& siding : {rules::loading_siding(world, chain), rules::unloading_siding(world, chain)}) {
    if (siding && world.sidings[*siding].train_load.value > 0) return world.sidings[*siding].train_load.value;
  }
  return 0;
}

/// What flows share, as texts.
std::set<std::string> shared_by(const World& world, Id<Flow> id) {
  const Flow& flow = world.flows[id];
  std::set<std::string> things{"site " + world.sites[flow.origin].id, "site " + world.sites[flow.destination].id,
                               "trucks " + world.truck_classes[flow.truck_class].id};
  for (const Id<Siding> siding : sidings_of(world, id)) things.insert("siding " + world.sidings[siding].id);
  for (const std::uint32_t section : sections_of_flow(world, id)) things.insert("section " + std::to_string(section));
  return things;
}

}  // namespace

std::vector<FlowFacts> flow_facts(const Question& q) {
  const auto firms = firms_of(q);
  const rules::FlowRates rates = rules::flow_rates(q.world, q.first());
  std::vector<FlowFacts> facts(q.world.flows.size());
  for (const Flow& flow : q.world.flows) {
    FlowFacts& fact = facts[q.world.flows.id_of(flow).index];
    fact.in_scope = in_scope(q, flow, firms);
    fact.t_per_year = rates.of_flow[q.world.flows.id_of(flow).index].value;
  }
  for (const ledger::ChainRow& row : q.ledger.chains) {
    if (!q.holds(row.month)) continue;
    const Chain& chain = q.world.chains[row.chain];
    FlowFacts& fact = facts[chain.flow.index];
    fact.kg += row.delivered_kg;
    if (by_rail(q, chain, firms)) fact.rail_kg += row.delivered_kg;
    if (chain.main_mode() != Mode::rail) continue;
    fact.refused = fact.refused || row.accepted_kg < row.requested_kg;
    const std::int64_t load = train_load(q.world, chain);
    if (load > 0 && (fact.train_kg == 0 || load < fact.train_kg)) fact.train_kg = load;
  }
  return facts;
}

std::set<Id<Flow>> connected_flows(const Question& q, const std::vector<FlowFacts>& facts) {
  std::set<Id<Flow>> found;
  std::set<std::string> things;
  for (const Flow& flow : q.world.flows) {
    const Id<Flow> id = q.world.flows.id_of(flow);
    if (facts[id.index].in_scope) found.insert(id);
  }
  for (const Id<Flow> id : found) things.merge(shared_by(q.world, id));
  for (bool grown = true; grown;) {
    grown = false;
    for (const Flow& flow : q.world.flows) {
      const Id<Flow> id = q.world.flows.id_of(flow);
      if (found.contains(id)) continue;
      std::set<std::string> own = shared_by(q.world, id);
      if (std::none_of(own.begin(), own.end(), [&](const std::string& thing) { return things.contains(thing); })) continue;
      found.insert(id);
      things.merge(own);
      grown = true;
    }
  }
  return found;
}

std::set<Id<Siding>> sidings_of(const World& world, Id<Flow> flow) {
  std::set<Id<Siding>> sidings;
  for (const Id<Chain> id : world.chains_of(flow)) {
    const Chain& chain = world.chains[id];
    for (const auto& siding : {rules::loading_siding(world, chain), rules::unloading_siding(world, chain)}) {
      if (siding) sidings.insert(*siding);
    }
    for (const Leg& leg : chain.legs) {
      if (leg.siding) sidings.insert(*leg.siding);
    }
  }
  return sidings;
}

std::set<std::uint32_t> sections_of_flow(const World& world, Id<Flow> flow) {
  std::set<std::uint32_t> sections;
  for (const Id<Chain> id : world.chains_of(flow)) {
    for (const rules::SectionUse& use : rules::sections_of(world, world.chains[id])) sections.insert(use.section);
  }
  return sections;
}

}  // namespace railshift::study::trace
