#include "sim/rules/work/least_empty_run.hpp"

#include <map>
#include <utility>

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

namespace railshift::rules {
namespace {

using HaulGraph = lemon::StaticDigraph;
using Simplex = lemon::NetworkSimplex<HaulGraph, std::int64_t, std::int64_t>;

struct Problem {
  std::vector<std::int64_t> supply;       ///< by node: places where trucks are unloaded, then places where they are loaded
  std::vector<std::pair<int, int>> arcs;  ///< in order of their first node, as StaticDigraph asks
  std::vector<std::int64_t> metres;       ///< by arc
};

/// Every place where loads end against every place where loads begin, itself among them. Netting both at a place first would let no truck
/// go on from there while another comes, which is shorter where a stated length is shorter than the way round.
Problem problem_of(const std::vector<Hauls>& hauls, const EmptyMetres& metres) {
  std::map<std::uint16_t, std::int64_t> unloaded, loaded;
  for (const Hauls& h : hauls) {
    if (h.loads == 0) continue;
    unloaded[h.to] += h.loads;
    loaded[h.from] += h.loads;
  }
  Problem problem;
  for (const auto& [place, loads] : unloaded) problem.supply.push_back(loads);
  for (const auto& [place, loads] : loaded) problem.supply.push_back(-loads);
  int from = 0;
  for (const auto& [end, unused] : unloaded) {
    int to = static_cast<int>(unloaded.size());
    for (const auto& [begin, also_unused] : loaded) {
      const auto far = end == begin ? std::optional<std::int64_t>(0) : metres(end, begin);
      if (far) {
        problem.arcs.emplace_back(from, to);
        problem.metres.push_back(*far);
      }
      ++to;
    }
    ++from;
  }
  return problem;
}

}  // namespace

std::optional<std::int64_t> least_empty_metres(const std::vector<Hauls>& hauls, const EmptyMetres& metres) {
  const Problem problem = problem_of(hauls, metres);
  if (problem.supply.empty()) return 0;
  HaulGraph graph;
  graph.build(static_cast<int>(problem.supply.size()), problem.arcs.begin(), problem.arcs.end());
  HaulGraph::ArcMap<std::int64_t> cost(graph);
  HaulGraph::NodeMap<std::int64_t> supply(graph);
  for (std::size_t a = 0; a < problem.metres.size(); ++a) cost[graph.arc(static_cast<int>(a))] = problem.metres[a];
  for (std::size_t n = 0; n < problem.supply.size(); ++n) supply[graph.node(static_cast<int>(n))] = problem.supply[n];
  Simplex simplex(graph);
  simplex.costMap(cost).supplyMap(supply);
  if (simplex.run() != Simplex::OPTIMAL) return std::nullopt;
  return simplex.totalCost<std::int64_t>();
}

}  // namespace railshift::rules
