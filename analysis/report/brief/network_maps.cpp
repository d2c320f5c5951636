#include "analysis/report/brief/network_maps.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/judge/headlines.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis::report {
namespace {

using document::Map;
using document::MapLayer;
using document::MapLine;
using document::MapPoint;

/// A map shows no more digits than this.
double rounded(double value) { return std::round(value * 10.0) / 10.0; }

bool is_year(const std::string& period) { return period.size() == 4; }

std::array<double, 2> place_of(const Node& node) { return {node.lon, node.lat}; }

std::vector<MapLine> road_lines(const World& world) {
  std::vector<MapLine> lines;
  for (const Link& link : world.links)
    lines.push_back({link.id, link.name_zh, "road", {place_of(world.nodes[link.from]), place_of(world.nodes[link.to])}});
  return lines;
}

std::vector<MapLine> rail_lines(const World& world) {
  std::vector<MapLine> lines;
  for (const RailSection& section : world.rail_sections)
    lines.push_back({section.id, section.name_zh, "rail", {place_of(world.nodes[section.from]), place_of(world.nodes[section.to])}});
  return lines;
}

void add_gateways(const World& world, std::vector<MapPoint>& points) {
  for (const Node& node : world.nodes) {
    if (node.type == NodeType::gateway) points.push_back({node.id, node.name_zh, "gateway", node.lon, node.lat});
  }
}

/// Inside industrial works of listed firms, by the index of their firm.
struct ListedWorks {
  std::vector<MapPoint> points;
  std::vector<Id<Firm>> firms;
};
ListedWorks listed_works(const Page& page) {
  ListedWorks works;
  const std::vector<Id<Firm>> listed = listed_firms(page.world());
  for (const Site& site : page.world().sites) {
    if (site.outside() || !is_industrial(site.kind) || !std::binary_search(listed.begin(), listed.end(), site.firm)) continue;
    works.points.push_back({site.id, page.site_name(page.world().sites.id_of(site)), "listed_site", site.lon, site.lat});
    works.firms.push_back(site.firm);
  }
  return works;
}

/// Years in which a target is due: their months can be chosen.
std::set<std::string> due_years(const Page& page) {
  std::set<std::string> years;
  for (const Verdict& v : page.input().verdicts) years.insert(due_year(v));
  return years;
}

MapLayer layer_of(const LoadTable& loads, const std::set<std::string>& with_months, double scale) {
  MapLayer layer;
  std::vector<std::size_t> taken;
  for (std::size_t p = 0; p < loads.periods.size(); ++p) {
    if (!is_year(loads.periods[p]) && !with_months.contains(loads.periods[p].substr(0, 4))) continue;
    taken.push_back(p);
    layer.periods.push_back(loads.periods[p]);
  }
  for (const auto& row : loads.rows) {
    auto& values = layer.values.emplace_back();
    for (const std::size_t p : taken) values.push_back(row[p] ? std::optional(rounded(*row[p] * scale)) : std::nullopt);
  }
  return layer;
}

MapLayer named(MapLayer layer, const std::string& id, const std::string& title, const std::string& unit) {
  layer.id = id;
  layer.title = title;
  layer.unit = unit;
  layer.of = "lines";
  return layer;
}

constexpr double kPercentOfShare = 100.0;

}  // namespace

Map flow_map(Page& page, const std::string& id, MapExtent extent) {
  const World& world = page.world();
  Map map{id, page.word("map.title"), listed_works(page).points, road_lines(world), {}, page.word("map.note")};
  add_gateways(world, map.points);
  const LoadTable plan = trucks_on_links(world, *page.plan().ledger);
  const LoadTable baseline = trucks_on_links(world, *page.baseline()->ledger);
  const std::string unit = page.word("map.trucks_per_day");
  const std::set<std::string> months = extent == MapExtent::months ? due_years(page) : std::set<std::string>{};
  MapLayer change = named(layer_of(difference(plan, baseline), months, 1.0), "change", page.word("map.change"), unit);
  change.difference = true;
  map.layers.push_back(std::move(change));
  if (extent == MapExtent::months) map.layers.push_back(named(layer_of(plan, months, 1.0), "plan", page.word("map.plan"), unit));
  return map;
}

Map rail_map(Page& page, const std::string& id) {
  const World& world = page.world();
  Map map{id, page.word("map.rail.title"), {}, rail_lines(world), {}, page.word("map.note")};
  for (const Siding& siding : world.sidings) {
    const Node& station = world.nodes[siding.station];
    const bool fence = siding.ends_at == SidingEnd::fence && siding.site;
    const double lon = fence ? world.sites[*siding.site].lon : station.lon;
    const double lat = fence ? world.sites[*siding.site].lat : station.lat;
    map.points.push_back({siding.id, siding.name_zh, siding.ends_at == SidingEnd::fence ? "siding" : "yard", lon, lat});
  }
  const ledger::Ledger& run = *page.plan().ledger;
  map.layers.push_back(
      named(layer_of(tonnes_on_sections(world, run), due_years(page), 1.0), "sections", page.word("map.rail"), page.word("map.t_per_day")));
  MapLayer sidings = named(layer_of(siding_loads(world, run), due_years(page), kPercentOfShare), "sidings", page.word("map.sidings"), "%");
  sidings.of = "points";
  map.layers.push_back(std::move(sidings));
  return map;
}

Map firm_map(Page& page, const std::string& id) {
  const World& world = page.world();
  ListedWorks works = listed_works(page);
  Map map{id, page.word("map.firms.title"), std::move(works.points), road_lines(world), {}, page.word("map.note")};
  const LoadTable shares = firm_rail_shares(world, *page.plan().metrics, load_periods(world, *page.plan().ledger));
  const MapLayer by_firm = layer_of(shares, {}, kPercentOfShare);
  MapLayer layer = named({}, "firms", page.word("map.firms"), "%");
  layer.of = "points";
  layer.periods = by_firm.periods;
  for (const Id<Firm> firm : works.firms) layer.values.push_back(by_firm.values[firm.index]);
  map.layers.push_back(std::move(layer));
  return map;
}

}  // namespace railshift::analysis::report
