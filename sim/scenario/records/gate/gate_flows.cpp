#include "sim/scenario/records/gate/gate_flows.hpp"

#include <algorithm>

#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/scenario/records/record_numbers.hpp"

namespace railshift::scenario {
namespace {

bool by_truck(const World& world, Id<Chain> chain, Direction direction) {
  return rules::gate_mode(world, world.chains[chain], direction == Direction::out) == Mode::truck;
}

/// Not a belt or pipe that nobody has opened by the end of the log.
bool may_be_used(const World& world, Id<Chain> id, Month last) {
  const Chain& chain = world.chains[id];
  if (!rules::is_new_way(chain)) return true;
  const auto opening = rules::way_opening(world, chain);
  return opening && opening->day < end_day(last);
}

/// A flow that can explain loads, and the side on which it passes.
struct Candidate {
  Id<Flow> flow;
  Direction direction = Direction::in;
};

std::vector<Candidate> candidates(const World& world, const LoadKey& key) {
  std::vector<Candidate> out;
  for (const Flow& flow : world.flows) {
    if (key.commodity && *key.commodity != flow.commodity) continue;
    const Id<Flow> id = world.flows.id_of(flow);
    for (const Direction direction : {Direction::in, Direction::out}) {
      const Id<Site> end = direction == Direction::out ? flow.origin : flow.destination;
      if (end != key.side.site || (key.side.direction && *key.side.direction != direction)) continue;
      const auto& chains = world.chains_of(id);
      if (std::any_of(chains.begin(), chains.end(), [&](Id<Chain> chain) { return by_truck(world, chain, direction); }))
        out.push_back({id, direction});
    }
  }
  return out;
}

Words words_of_key(const World& world, const LoadKey& key) {
  Words way{"进出", "at"};
  if (key.side.direction) way = *key.side.direction == Direction::in ? Words{"进厂", "in of"} : Words{"出厂", "out of"};
  const Words goods =
      key.commodity ? both("货类 {}", "{}", called(world.commodities[*key.commodity])) : Words{"未写货类", "no commodity named"};
  return both("{1}{0}的重车，{2}", "loaded trucks {0} {1} with {2}", way, called(world.sites[key.side.site]), goods);
}

GateCount total(const SeenFlow& seen) {
  GateCount sum;
  for (const auto& [month, count] : seen.by_month) sum.add(count);
  return sum;
}

using Sides = std::map<Direction, SeenFlow>;

SeenFlow better_side(const World& world, const Sides& sides, std::vector<Words>& notes) {
  if (sides.size() == 1) return sides.begin()->second;
  const SeenFlow& in = sides.at(Direction::in);
  const SeenFlow& out = sides.at(Direction::out);
  const SeenFlow& taken = !out.past_the_gate.empty() && in.past_the_gate.empty() ? in : out;
  const GateCount a = total(out);
  const GateCount b = total(in);
  notes.push_back(both("{0}：两端都有记录，{3}出厂 {1} 车 {2} 吨，{6}进厂 {4} 车 {5} 吨；以 {7}的门禁为准",
                       "{0}: seen at both ends, {1} loads and {2} t out of {3}, {4} loads and {5} t into {6}; the gate of {7} is taken",
                       world.flows[taken.flow].id, a.loaded, tonnes_text(a.kg), called(world.sites[out.side.site]), b.loaded,
                       tonnes_text(b.kg), called(world.sites[in.side.site]), called(world.sites[taken.side.site])));
  return taken;
}

}  // namespace

GateFlows gate_flows(const World& world, const GateTally& tally) {
  GateFlows out;
  std::map<Id<Flow>, Sides> seen;
  std::map<Id<Flow>, std::map<int, LineRanges>> doubts;
  for (const auto& [key, loads] : tally.loads) {
    const auto flows = candidates(world, key);
    if (flows.size() != 1) {
      std::string names;
      for (const Candidate& one : flows) names += (names.empty() ? "" : ", ") + world.flows[one.flow].id;
      const Words loaded = words_of_key(world, key);
      out.misfits.add(flows.empty() ? both("{}：情景中没有对应的货流", "{}: no flow of the scenario explains them", loaded)
                                    : both("{}：可能属于几条货流（{}）", "{}: several flows explain them ({})", loaded, names),
                      loads.lines);
      for (const Candidate& one : flows) {
        for (const auto& [month, count] : loads.by_month) doubts[one.flow].try_emplace(month.year(), loads.lines);
      }
      continue;
    }
    const auto [id, direction] = flows.front();
    const GateSide side{key.side.site, direction};
    SeenFlow& flow = seen[id].try_emplace(direction, SeenFlow{id, side, SideBy::log, {}, {}, {}}).first->second;
    if (!key.side.direction) flow.side_by = SideBy::goods;
    for (const auto& [month, count] : loads.by_month) flow.by_month[month].add(count);
  }
  for (auto& [id, sides] : seen) {
    for (auto& [direction, flow] : sides) {
      for (const Id<Chain> chain : world.chains_of(id)) {
        const bool passes = by_truck(world, chain, direction) || !may_be_used(world, chain, flow.by_month.rbegin()->first);
        if (!passes) flow.past_the_gate.push_back(world.chains[chain].id);
      }
    }
    out.seen.push_back(better_side(world, sides, out.notes));
    out.seen.back().doubts = doubts[id];
  }
  return out;
}

}  // namespace railshift::scenario
