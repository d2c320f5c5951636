/// Alternative routes of through traffic: link-penalty search and path-size terms.
#include <algorithm>
#include <cmath>
#include <set>

#include "sim/rules/road_routes.hpp"

namespace railshift::rules {
namespace {

/// What a used link costs in the next search; 1.5 finds a bypass up to half as long again without detours on every side street.
constexpr double kPenalty = 1.5;
/// Searches an alternative: a path may come up again until its links are dear enough.
constexpr int kSearchesPerRoute = 10;

LinkPath sorted(LinkPath path) {
  std::sort(path.begin(), path.end());
  return path;
}

std::vector<LinkPath> penalty_paths(const World& world, const RoadGraph& graph, Id<Node> from, Id<Node> to, int count) {
  std::vector<std::int64_t> weights;
  for (const Link& link : world.links) weights.push_back(graph.milliseconds(world.links.id_of(link)));
  std::vector<LinkPath> found;
  std::set<LinkPath> known;
  for (int search = 0; search < count * kSearchesPerRoute && static_cast<int>(found.size()) < count; ++search) {
    const auto path = graph.least(from, to, weights);
    if (!path || path->empty()) break;
    if (known.insert(sorted(*path)).second) found.push_back(*path);
    for (const Id<Link> link : *path) {
      weights[link.index] = static_cast<std::int64_t>(std::llround(static_cast<double>(weights[link.index]) * kPenalty));
    }
  }
  return found;
}

double path_size(const World& world, const LinkPath& path, const std::vector<LinkPath>& all) {
  Kilometres whole;
  for (const Id<Link> link : path) whole += world.links[link].length;
  double size = 0.0;
  for (const Id<Link> link : path) {
    const auto uses =
        std::count_if(all.begin(), all.end(), [&](const LinkPath& p) { return std::find(p.begin(), p.end(), link) != p.end(); });
    size += world.links[link].length / whole / static_cast<double>(uses);
  }
  return size;
}

}  // namespace

const std::vector<RoadMap::Alternative>& RoadMap::alternatives(Id<Node> from, Id<Node> to, int count, int ring) const {
  const auto [at, added] =
      alternatives_.try_emplace({from.index, to.index, static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(ring)});
  std::vector<Alternative>& kept = at->second;
  if (!added) return kept;
  std::vector<LinkPath> paths = penalty_paths(*world_, graph_, from, to, count);
  const auto time = [this](const LinkPath& path) {
    std::int64_t sum = 0;
    for (const Id<Link> link : path) sum += graph_.milliseconds(link);
    return sum;
  };
  std::stable_sort(paths.begin(), paths.end(), [&](const LinkPath& a, const LinkPath& b) { return time(a) < time(b); });
  for (const LinkPath& path : paths) {
    const bool enters = ring > 0 && std::any_of(path.begin(), path.end(), [&](Id<Link> link) { return world_->links[link].ring >= ring; });
    kept.push_back({route_of(path), path_size(*world_, path, paths), enters});
  }
  return kept;
}

}  // namespace railshift::rules
