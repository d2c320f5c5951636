#include "analysis/chains/rail_network.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::analysis {
namespace {

/// How a station was reached.
struct Reached {
  double km = 0.0;
  int sections = 0;
  std::optional<Id<Node>> from;
  std::uint32_t section = 0;
};

}  // namespace

RailNetwork::RailNetwork(const World& world, Month month) : world_(world) {
  for (const RailSection& section : world.rail_sections) {
    if (rules::free_slots(world, section, month) < 1) continue;
    const std::uint32_t index = world.rail_sections.id_of(section).index;
    hops_[section.from].push_back({section.to, index});
    hops_[section.to].push_back({section.from, index});
  }
}

std::optional<RailWay> RailNetwork::way(Id<Node> from, Id<Node> to) const {
  std::map<Id<Node>, Reached> reached{{from, {}}};
  std::set<std::tuple<double, int, Id<Node>>> open{{0.0, 0, from}};
  while (!open.empty()) {
    const auto [km, sections, here] = *open.begin();
    open.erase(open.begin());
    if (here == to) break;
    const auto hops = hops_.find(here);
    if (hops == hops_.end()) continue;
    for (const Hop& hop : hops->second) {
      const double far = km + world_.rail_sections[Id<RailSection>{hop.section}].length.value;
      const auto known = reached.find(hop.to);
      if (known != reached.end() && std::tie(known->second.km, known->second.sections) <= std::make_tuple(far, sections + 1)) continue;
      if (known != reached.end()) open.erase({known->second.km, known->second.sections, hop.to});
      reached[hop.to] = {far, sections + 1, here, hop.section};
      open.emplace(far, sections + 1, hop.to);
    }
  }
  const auto end = reached.find(to);
  if (end == reached.end()) return std::nullopt;
  RailWay way{{}, Kilometres{end->second.km}};
  for (Id<Node> at = to; at != from; at = *reached.at(at).from) {
    const Reached& step = reached.at(at);
    way.stretches.push_back({world_.rail_sections[Id<RailSection>{step.section}].line, *step.from, at});
  }
  std::reverse(way.stretches.begin(), way.stretches.end());
  return way;
}

}  // namespace railshift::analysis
