#include "sim/rules/rail/line_path.hpp"

#include <map>

namespace railshift::rules {
namespace {

using Paths = std::map<Id<Node>, std::vector<SectionUse>>;

/// Where the sections at a station lead that was not reached yet; the ways there are added.
std::vector<Id<Node>> step(const RailWorld& world, const Line& line, Id<Node> here, Paths& reached) {
  std::vector<Id<Node>> next;
  for (const std::uint32_t s : line.sections) {
    const RailSection& section = world.rail_sections[Id<RailSection>{s}];
    if (section.from != here && section.to != here) continue;
    const bool forward = section.from == here;
    const Id<Node> there = forward ? section.to : section.from;
    if (reached.contains(there)) continue;
    std::vector<SectionUse> path = reached.at(here);
    path.push_back({s, forward});
    reached.emplace(there, std::move(path));
    next.push_back(there);
  }
  return next;
}

}  // namespace

std::vector<SectionUse> line_path(const RailWorld& world, const Line& line, const LegEnds& ends) {
  Paths reached{{ends.from, {}}};
  std::vector<Id<Node>> frontier{ends.from};
  while (!frontier.empty() && !reached.contains(ends.to)) {
    std::vector<Id<Node>> next;
    for (const Id<Node> here : frontier) {
      const std::vector<Id<Node>> found = step(world, line, here, reached);
      next.insert(next.end(), found.begin(), found.end());
    }
    frontier = std::move(next);
  }
  const auto found = reached.find(ends.to);
  return found == reached.end() ? std::vector<SectionUse>{} : found->second;
}

}  // namespace railshift::rules
