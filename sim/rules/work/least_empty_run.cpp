#include "sim/rules/work/least_empty_run.hpp"

#include <map>
#include <utility>

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

namespace railshift::rules {
namespace {

using HaulGraph = lemon::StaticDigraph;
using Simplex = lemon::NetworkSimplex<HaulGraph, std::int64_t, std::int64_t>;

/// Trucks left over at a place (more unloaded than loaded there), or missing if negative. A truck that takes its next load where it
/// unloaded drives nothing, so only the difference travels.
std::map<std::uint16_t, std::int64_t> balances(const std::vector<Hauls>& hauls) {
  std::map<std::uint16_t, std::int64_t> left;
  for (const Hauls& h : hauls) {
    left[h.to] += h.loads;
    left[h.from] -= h.loads;
  }
  return left;
}

struct Problem {
  std::vector<std::int64_t> supply;       ///< by node: places with trucks left over, then places without
  std::vector<std::pair<int, int>> arcs;  ///< in order of their first node, as StaticDigraph asks
  std::vector<std::int64_t> metres;       ///< by arc
};

Problem problem_of(const std::vector<Hauls>& hauls, const EmptyMetres& metres) {
  std::vector<std::uint16_t> over, under;
  Problem problem;
  std::vector<std::int64_t> missing;
  for (const auto& [place, left] : balances(hauls)) {
    if (left == 0) continue;
    (left > 0 ? over : under).push_back(place);
    (left > 0 ? problem.supply : missing).push_back(left);
  }
  problem.supply.insert(problem.supply.end(), missing.begin(), missing.end());
  for (std::size_t i = 0; i < over.size(); ++i) {
    for (std::size_t j = 0; j < under.size(); ++j) {
      const auto far = metres(over[i], under[j]);
      if (!far) continue;
      problem.arcs.emplace_back(static_cast<int>(i), static_cast<int>(over.size() + j));
      problem.metres.push_back(*far);
    }
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
