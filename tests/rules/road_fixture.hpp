#pragma once
/// A city between two gateways, drawn in code (km at km/h):
///
///   gw-a --12@60-- x --10@50-- c --10@50-- y --12@60-- gw-b      x-c and c-y lie inside ring 1
///                  x ------- 36@60 ------- y                     "east", outside the ring
///                  x ------- 30@100 ------ y                     "nw2", outside the ring, opens 2024-12-09
///
/// Minutes: through the city 12 + 12 + 12 + 12 = 48, east 12 + 36 + 12 = 60, nw2 12 + 18 + 12 = 42.
#include <string>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::rules::fixture {

inline const Date nw2_opens = make_date(2024, 12, 9);

inline Parameter road_parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2000, 1, 1), value);
  return p;
}

inline Node road_node(const std::string& id, NodeType type, double lon) {
  Node n;
  n.id = id;
  n.type = type;
  n.lon = lon;
  n.lat = 0.0;
  n.county = "140105";
  return n;
}

/// Nodes are named, then resolved: the table sorts by id.
inline Link road_link(const Table<Node>& nodes, const std::string& id, const std::string& from, const std::string& to, double km,
                      double kmh) {
  Link l;
  l.id = id;
  l.road = id;
  l.from = *nodes.find(from);
  l.to = *nodes.find(to);
  l.length = Kilometres{km};
  l.free_speed = KilometresPerHour{kmh};
  l.county = "140105";
  return l;
}

inline Site road_site(const World& w, const std::string& id, SiteKind kind, const std::string& node, double outer_km, double outer_h) {
  Site s;
  s.id = id;
  s.kind = kind;
  s.county = kind == SiteKind::external ? "" : "140106";
  s.node = *w.nodes.find(node);
  s.outer_km = Kilometres{outer_km};
  s.outer_h = Hours{outer_h};
  s.lon = w.nodes[s.node].lon;
  return s;
}

inline World road_world() {
  World w;
  w.settings.start = make_date(2024, 1, 1);
  w.parameters = Table<Parameter>({road_parameter("road.stated_speed", 50.0), road_parameter("road.local_speed", 30.0)});
  w.nodes = Table<Node>({road_node("gw-a", NodeType::gateway, 0.0), road_node("x", NodeType::junction, 0.1),
                         road_node("c", NodeType::junction, 0.2), road_node("y", NodeType::junction, 0.3),
                         road_node("gw-b", NodeType::gateway, 0.4), road_node("island", NodeType::junction, 1.2)});
  std::vector<Link> links{road_link(w.nodes, "a-in", "gw-a", "x", 12, 60), road_link(w.nodes, "b-out", "y", "gw-b", 12, 60),
                          road_link(w.nodes, "city-1", "x", "c", 10, 50),  road_link(w.nodes, "city-2", "c", "y", 10, 50),
                          road_link(w.nodes, "east", "x", "y", 36, 60),    road_link(w.nodes, "nw2", "x", "y", 30, 100)};
  links[2].ring = links[3].ring = 1;
  links[4].road_class = RoadClass::primary;
  links[5].road_class = RoadClass::motorway;
  links[5].opens = nw2_opens;
  w.links = Table<Link>(links);
  w.sites = Table<Site>({road_site(w, "e-1", SiteKind::external, "gw-a", 100, 2), road_site(w, "e-2", SiteKind::external, "gw-a", 50, 1),
                         road_site(w, "works", SiteKind::steel_works, "c", 3, 0), road_site(w, "plant", SiteKind::power_plant, "c", 0, 0),
                         road_site(w, "z-far", SiteKind::mine, "island", 0, 0)});
  return w;
}

inline Id<Site> site(const World& w, const std::string& id) { return *w.sites.find(id); }
inline Id<Node> node(const World& w, const std::string& id) { return *w.nodes.find(id); }

}  // namespace railshift::rules::fixture
