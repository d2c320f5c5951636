#include "sim/rules/roads/road_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>
#include <cmath>
#include <functional>
#include <limits>

namespace railshift::rules {
namespace {

constexpr std::uint32_t kNoArc = std::numeric_limits<std::uint32_t>::max();

struct Arc {
  std::uint32_t from;
  std::uint32_t to;
  std::uint32_t link;
};
struct ArcNumber {
  std::uint32_t arc = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, ArcNumber>;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

/// Notes the arc by which each node was last reached on a better path.
class LastArc : public boost::default_dijkstra_visitor {
 public:
  explicit LastArc(std::vector<std::uint32_t>& tree) : tree_(&tree) {}
  void edge_relaxed(const Edge& edge, const Graph& graph) { (*tree_)[boost::target(edge, graph)] = graph[edge].arc; }

 private:
  std::vector<std::uint32_t>* tree_;
};

}  // namespace

struct RoadGraph::Net {
  Net(const RoadWorld& world, const std::vector<bool>& open, int avoid_ring) : graph(world.nodes.size()) {
    std::uint32_t index = 0;
    for (const Link& link : world.links) {
      const bool avoided = avoid_ring > 0 && link.ring >= avoid_ring;
      if (open[index] && !avoided) {
        add({link.from.index, link.to.index, index});
        if (!link.directed) add({link.to.index, link.from.index, index});
      }
      ++index;
    }
  }
  void add(Arc arc) {
    boost::add_edge(arc.from, arc.to, ArcNumber{static_cast<std::uint32_t>(arcs.size())}, graph);
    arcs.push_back(arc);
  }
  [[nodiscard]] Tree tree(Id<Node> from, const std::vector<std::int64_t>& weights) const {
    Tree last(boost::num_vertices(graph), kNoArc);
    std::vector<std::int64_t> distance(boost::num_vertices(graph));
    std::vector<boost::default_color_type> colours(boost::num_vertices(graph));
    const auto index = boost::get(boost::vertex_index, graph);
    const auto weight = [this, &weights](const Edge& edge) { return weights[arcs[graph[edge].arc].link]; };
    boost::dijkstra_shortest_paths(
        graph, from.index, boost::dummy_property_map(), boost::make_iterator_property_map(distance.begin(), index),
        boost::make_function_property_map<Edge>(weight), index, std::less<>(), std::plus<>(), std::numeric_limits<std::int64_t>::max(),
        std::int64_t{0}, LastArc(last), boost::make_iterator_property_map(colours.begin(), index));
    return last;
  }
  [[nodiscard]] std::optional<LinkPath> path(const Tree& last, Id<Node> from, Id<Node> to) const {
    LinkPath links;
    for (std::uint32_t here = to.index; here != from.index; here = arcs[last[here]].from) {
      if (last[here] == kNoArc) return std::nullopt;
      links.push_back(Id<Link>{arcs[last[here]].link});
    }
    std::reverse(links.begin(), links.end());
    return links;
  }
  Graph graph;
  std::vector<Arc> arcs;
};

RoadGraph::RoadGraph(const RoadWorld& world, std::vector<bool> open) : world_(&world), open_(std::move(open)) {
  for (const Link& link : world.links) {
    const Hours time = link.length / link.free_speed;
    milliseconds_.push_back(std::max<std::int64_t>(1, std::llround(time.value * 3.6e6)));
  }
}
RoadGraph::~RoadGraph() = default;
RoadGraph::RoadGraph(RoadGraph&&) noexcept = default;
RoadGraph& RoadGraph::operator=(RoadGraph&&) noexcept = default;

const RoadGraph::Net& RoadGraph::net(int avoid_ring) const {
  std::unique_ptr<Net>& kept = nets_[avoid_ring];
  if (!kept) kept = std::make_unique<Net>(*world_, open_, avoid_ring);
  return *kept;
}

std::optional<LinkPath> RoadGraph::quickest(Id<Node> from, Id<Node> to, int avoid_ring) const {
  const Net& roads = net(avoid_ring);
  Tree& kept = trees_[{from, avoid_ring}];
  if (kept.empty()) kept = roads.tree(from, milliseconds_);
  return roads.path(kept, from, to);
}

std::optional<LinkPath> RoadGraph::least(Id<Node> from, Id<Node> to, const std::vector<std::int64_t>& weights) const {
  const Net& roads = net(0);
  return roads.path(roads.tree(from, weights), from, to);
}

}  // namespace railshift::rules
