#include "sim/rules/roads/alternatives.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "sim/rules/roads/link_route.hpp"

namespace railshift::rules {
namespace {

/// What a used link costs in the next search; 1.5 finds a bypass up to half as long again without detours on every side street.
constexpr double kPenalty = 1.5;
/// Searches an alternative: a path may come up again until its links are dear enough.
constexpr int kSearchesPerRoute = 10;
/// Three hundred years: dear enough, and the sum over all links of a path stays a number where the only road is searched a hundred times.
constexpr double kDearestMilliseconds = 1e13;

LinkPath sorted(LinkPath path) {
  std::sort(path.begin(), path.end());
  return path;
}

std::vector<LinkPath> penalty_paths(const RoadWorld& world, const RoadGraph& graph, const AlternativeSearch& wanted) {
  std::vector<std::int64_t> weights;
  for (const Link& link : world.links) weights.push_back(graph.milliseconds(world.links.id_of(link)));
  std::vector<LinkPath> found;
  std::set<LinkPath> known;
  for (int search = 0; search < wanted.count * kSearchesPerRoute && static_cast<int>(found.size()) < wanted.count; ++search) {
    const auto path = graph.least(wanted.from, wanted.to, weights);
    if (!path || path->empty()) break;
    if (known.insert(sorted(*path)).second) found.push_back(*path);
    for (const Id<Link> link : *path) {
      const double dearer = std::min(static_cast<double>(weights[link.index]) * kPenalty, kDearestMilliseconds);
      weights[link.index] = static_cast<std::int64_t>(std::llround(dearer));
    }
  }
  return found;
}

double path_size(const RoadWorld& world, const LinkPath& path, const std::vector<LinkPath>& all) {
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

std::int64_t milliseconds(const RoadGraph& graph, const LinkPath& path) {
  std::int64_t sum = 0;
  for (const Id<Link> link : path) sum += graph.milliseconds(link);
  return sum;
}

bool enters(const RoadWorld& world, const LinkPath& path, int ring) {
  return ring > 0 && std::any_of(path.begin(), path.end(), [&](Id<Link> link) { return world.links[link].ring >= ring; });
}

}  // namespace

std::vector<AlternativeRoute> alternative_routes(const RoadWorld& world, const RoadGraph& graph, const AlternativeSearch& search) {
  std::vector<LinkPath> paths = penalty_paths(world, graph, search);
  std::stable_sort(paths.begin(), paths.end(),
                   [&](const LinkPath& a, const LinkPath& b) { return milliseconds(graph, a) < milliseconds(graph, b); });
  std::vector<AlternativeRoute> routes;
  for (const LinkPath& path : paths) {
    routes.push_back({route_over(world, path), path_size(world, path, paths), enters(world, path, search.ring)});
  }
  return routes;
}

}  // namespace railshift::rules
