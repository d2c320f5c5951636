#include "analysis/across/roads_twice.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "sim/rules/roads/through_rates.hpp"

namespace railshift::analysis::across {
namespace {

/// Two gateways that are one crossing.
struct Crossing {
  Id<Node> a, b;
  Kilometres apart;
  std::vector<std::string> roads;
};

std::optional<Crossing> crossing(const World& a, const Node& of_a, const World& b, const Node& of_b) {
  if (of_a.type != NodeType::gateway || of_b.type != NodeType::gateway) return std::nullopt;
  const Kilometres apart = rules::straight_line(rules::degrees(of_a), rules::degrees(of_b));
  if (apart > kSameRoad) return std::nullopt;
  Crossing found{a.nodes.id_of(of_a), b.nodes.id_of(of_b), apart, {}};
  const std::vector<std::string> others = roads_of(of_b.name_zh);
  for (const std::string& road : roads_of(of_a.name_zh)) {
    if (std::find(others.begin(), others.end(), road) != others.end()) found.roads.push_back(road);
  }
  return found.roads.empty() && apart > kSamePlace ? std::nullopt : std::optional(std::move(found));
}

std::vector<Crossing> crossings(const World& a, const World& b) {
  std::vector<Crossing> found;
  for (const Node& of_a : a.nodes) {
    for (const Node& of_b : b.nodes) {
      if (auto one = crossing(a, of_a, b, of_b)) found.push_back(std::move(*one));
    }
  }
  return found;
}

/// What leaves or enters a city at a gateway: by gateway, truck class.
struct Traffic {
  Counted through, flows;
};
using ByClass = std::map<std::string, Traffic>;
struct Border {
  std::map<Id<Node>, ByClass> out, in;
};

Tonnes through_tonnes(const World& world, const Through& row, const Span& span) {
  const auto trips = rules::through_trips(row, rules::Haul::loaded, span.from, span.until);
  return static_cast<double>(trips) * to_tonnes(world.truck_classes[row.truck_class].payload);
}

double share_by_truck(const World& world, Id<Flow> flow) {
  double share = 0.0;
  for (const Id<Chain> chain : world.chains_of(flow)) {
    if (world.chains[chain].main_mode() == Mode::truck) share += world.chains[chain].base_share;
  }
  return share;
}

void add(Counted& counted, const std::string& row, Tonnes tonnes) {
  if (tonnes.value <= 0.0) return;
  counted.rows.push_back(row);
  counted.tonnes += tonnes;
}

Border border_of(const World& world, const World& other, const Span& span) {
  Border border;
  for (const Through& row : world.through) {
    const Tonnes tonnes = through_tonnes(world, row, span);
    const std::string& truck_class = world.truck_classes[row.truck_class].id;
    add(border.out[row.gateway_out][truck_class].through, row.id, tonnes);
    add(border.in[row.gateway_in][truck_class].through, row.id, tonnes);
  }
  const std::vector<Tonnes> tonnes = flow_tonnes(world, span);
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    const Site& origin = world.sites[flow.origin];
    const Site& destination = world.sites[flow.destination];
    if (origin.outside() == destination.outside()) continue;
    const Site& outside = origin.outside() ? origin : destination;
    if (stands_for(outside, other)) continue;
    auto& side = origin.outside() ? border.in : border.out;
    add(side[outside.node][world.truck_classes[flow.truck_class].id].flows, flow.id, tonnes[id.index] * share_by_truck(world, id));
  }
  return border;
}

/// What leaves the one and enters the other at a crossing, class by class.
struct Meeting {
  const Crossing& at;
  Course course;
};
void add_met(std::vector<RoadsTwice>& found, const Meeting& meeting, const ByClass& of_a, const ByClass& of_b) {
  for (const auto& [truck_class, a] : of_a) {
    const auto b = of_b.find(truck_class);
    if (b == of_b.end()) continue;
    RoadsTwice twice{meeting.course,   truck_class, meeting.at.a,      meeting.at.b, meeting.at.apart,
                     meeting.at.roads, a.through,   b->second.through, a.flows,      b->second.flows};
    if (twice.at_most().value > 0.0) found.push_back(std::move(twice));
  }
}

/// The mean of the places inside.
rules::Degrees middle(const World& world) {
  rules::Degrees sum;
  int places = 0;
  for (const Site& site : world.sites) {
    if (site.outside()) continue;
    sum.lon += site.lon;
    sum.lat += site.lat;
    ++places;
  }
  return places == 0 ? sum : rules::Degrees{sum.lon / places, sum.lat / places};
}

/// Seen from the gateway the middles of the two cities lie more than a right angle apart: who leaves the one there does enter the other.
bool lies_between(rules::Degrees gateway, const World& a, const World& b) {
  const rules::Degrees of_a = middle(a);
  const rules::Degrees of_b = middle(b);
  const double to_a = rules::straight_line(gateway, of_a).value;
  const double to_b = rules::straight_line(gateway, of_b).value;
  const double across = rules::straight_line(of_a, of_b).value;
  return across * across > to_a * to_a + to_b * to_b;
}

const ByClass& at(const std::map<Id<Node>, ByClass>& side, Id<Node> gateway) {
  static const ByClass nothing;
  const auto found = side.find(gateway);
  return found == side.end() ? nothing : found->second;
}

const Crossing* between(const std::vector<Crossing>& all, Id<Node> a, Id<Node> b) {
  const auto found = std::find_if(all.begin(), all.end(), [a, b](const Crossing& c) { return c.a == a && c.b == b; });
  return found == all.end() ? nullptr : &*found;
}

/// Rows of both cities that come in and go out at the same places.
struct SameRows {
  const Crossing* in = nullptr;
  const Crossing* out = nullptr;
  std::set<Id<Through>> a, b;
};
Counted counted(const World& world, const std::set<Id<Through>>& rows, const Span& span) {
  Counted sum;
  for (const Id<Through> row : rows) add(sum, world.through[row].id, through_tonnes(world, world.through[row], span));
  return sum;
}

/// The two networks hold the same road.
std::vector<RoadsTwice> same_rows(const World& a, const World& b, const Span& span, const std::vector<Crossing>& all) {
  std::map<std::tuple<const Crossing*, const Crossing*, std::string>, SameRows> groups;
  for (const Through& one : a.through) {
    for (const Through& other : b.through) {
      const std::string& truck_class = a.truck_classes[one.truck_class].id;
      const Crossing* in = between(all, one.gateway_in, other.gateway_in);
      const Crossing* out = between(all, one.gateway_out, other.gateway_out);
      if (in == nullptr || out == nullptr || truck_class != b.truck_classes[other.truck_class].id) continue;
      SameRows& same = groups.try_emplace({in, out, truck_class}, SameRows{in, out, {}, {}}).first->second;
      same.a.insert(a.through.id_of(one));
      same.b.insert(b.through.id_of(other));
    }
  }
  std::vector<RoadsTwice> found;
  for (const auto& [key, same] : groups) {
    RoadsTwice twice{Course::both,
                     std::get<2>(key),
                     same.in->a,
                     same.in->b,
                     std::max(same.in->apart, same.out->apart),
                     same.in->roads,
                     counted(a, same.a, span),
                     counted(b, same.b, span),
                     {},
                     {}};
    if (twice.at_most().value > 0.0) found.push_back(std::move(twice));
  }
  return found;
}

}  // namespace

Tonnes RoadsTwice::at_most() const {
  return std::min({through_a.tonnes + flows_a.tonnes, through_b.tonnes + flows_b.tonnes, through_a.tonnes + through_b.tonnes});
}

std::vector<RoadsTwice> roads_twice(const City& a, const City& b, const Span& span) {
  const std::vector<Crossing> all = crossings(*a.world, *b.world);
  const Border of_a = border_of(*a.world, *b.world, span);
  const Border of_b = border_of(*b.world, *a.world, span);
  std::vector<RoadsTwice> found;
  for (const Crossing& one : all) {
    if (!lies_between(rules::degrees(a.world->nodes[one.a]), *a.world, *b.world)) continue;
    add_met(found, {one, Course::onward}, at(of_a.out, one.a), at(of_b.in, one.b));
    add_met(found, {one, Course::back}, at(of_a.in, one.a), at(of_b.out, one.b));
  }
  for (RoadsTwice& twice : same_rows(*a.world, *b.world, span, all)) found.push_back(std::move(twice));
  return found;
}

}  // namespace railshift::analysis::across
