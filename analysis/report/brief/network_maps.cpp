#include "analysis/report/brief/network_maps.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis::report {
namespace {

using document::From;
using document::LayerFrom;
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

/// Rows that hold nothing but 0 are left empty: most links carry no truck in most scenarios, and a page has them by month.
MapLayer layer_of(const LoadTable& loads, MapExtent extent, double scale) {
  MapLayer layer;
  std::vector<std::size_t> taken;
  for (std::size_t p = 0; p < loads.periods.size(); ++p) {
    if (!is_year(loads.periods[p]) && extent == MapExtent::years) continue;
    taken.push_back(p);
    layer.periods.push_back(loads.periods[p]);
  }
  for (const auto& row : loads.rows) {
    auto& values = layer.values.emplace_back();
    if (std::none_of(taken.begin(), taken.end(), [&](std::size_t p) { return row[p].value_or(0.0) != 0.0; })) continue;
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

constexpr const char* kOf = "{id}";
constexpr const char* kWhen = "{period}";

/// Passages of a month over its days.
From links_of_month(const Side& side, std::string formula) {
  return {side.folder + "run.gpkg/links_view", {{"link", kOf}, {"month", kWhen}}, "vehicles", std::move(formula), {}};
}

MapLayer trucks_of_run(const Page& page, const LoadTable& trucks, MapExtent extent) {
  const bool alone = page.baseline() == nullptr;
  MapLayer layer = named(layer_of(trucks, extent, 1.0), "plan", page.word(alone ? "map.run" : "map.plan"), page.word("map.trucks_per_day"));
  const Side& run = page.plan();
  layer.from = {run.of,
                1,
                "derived(assumed)",
                {run.folder + "run.gpkg/map_links", {{"link", kOf}, {"year", kWhen}}, "per_day", "", {}},
                links_of_month(run, "sum / days of the month")};
  return layer;
}

/// What trains of a run did: figures of sections and sidings are made of all of its rows in the period.
LayerFrom from_trains(const Page& page, const std::string& formula) {
  const Side& run = page.plan();
  const std::string file = run.folder + "run.gpkg/rail_view";
  return {run.of, 1, "derived(assumed)", {file, {}, "", formula, {}}, {file, {{"month", kWhen}}, "", formula, {}}};
}

/// A run on several seeds has the rows of all of them; maps show the first.
std::string first_replication(const MetricTable& metrics) { return metrics.empty() ? "" : std::to_string(metrics.front().replication); }

constexpr double kPercentOfShare = 100.0;

}  // namespace

Map flow_map(Page& page, const std::string& id, MapExtent extent) {
  const World& world = page.world();
  const Side* before = page.baseline();
  Map map{id,
          page.word(before == nullptr ? "map.run.title" : "map.title"),
          listed_works(page).points,
          road_lines(world),
          {},
          page.word("map.note")};
  add_gateways(world, map.points);
  const LoadTable plan = trucks_on_links(world, *page.plan().ledger);
  if (before != nullptr) {
    const LoadTable difference = analysis::difference(plan, trucks_on_links(world, *before->ledger));
    MapLayer change = named(layer_of(difference, extent, 1.0), "change", page.word("map.change"), page.word("map.trucks_per_day"));
    change.difference = true;
    change.from = {page.plan().of,
                   1,
                   "derived(assumed)",
                   {"map.gpkg/map_links_difference", {{"link", kOf}, {"year", kWhen}}, "difference", "", {}},
                   links_of_month(page.plan(), "sum / days of the month, less the same of " + before->folder + "run.gpkg/links_view")};
    map.layers.push_back(std::move(change));
  }
  if (before == nullptr || extent == MapExtent::months) map.layers.push_back(trucks_of_run(page, plan, extent));
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
  MapLayer sections = named(layer_of(tonnes_on_sections(world, run), MapExtent::months, 1.0), "sections", page.word("map.rail"),
                            page.word("map.t_per_day"));
  sections.from = from_trains(page, "departed_kg of chains over the section / 1000 / days of the period");
  MapLayer sidings =
      named(layer_of(siding_loads(world, run), MapExtent::months, kPercentOfShare), "sidings", page.word("map.sidings"), "%");
  sidings.of = "points";
  sidings.from = from_trains(page, "departed_kg of chains that load there + arrived_kg of those that unload / capacity of days in service");
  map.layers = {std::move(sections), std::move(sidings)};
  return map;
}

Map firm_map(Page& page, const std::string& id) {
  const World& world = page.world();
  ListedWorks works = listed_works(page);
  Map map{id, page.word("map.firms.title"), std::move(works.points), road_lines(world), {}, page.word("map.note")};
  const LoadTable shares = firm_rail_shares(world, *page.plan().metrics, load_periods(world, *page.plan().ledger));
  const MapLayer by_firm = layer_of(shares, MapExtent::years, kPercentOfShare);
  MapLayer layer = named({}, "firms", page.word("map.firms"), "%");
  layer.of = "points";
  layer.periods = by_firm.periods;
  std::map<std::string, std::string> key{
      {"metric", "rail_share"}, {"period", kWhen}, {"replication", first_replication(*page.plan().metrics)}};
  for (const TextColumn& column : scope_columns()) key[std::string(column.name)] = "";
  for (const auto& [field, cell] : full_scope(MetricKind::rail_share, {{"firm", kOf}})) key[field] = cell;
  layer.from = {page.plan().of, 1, "derived(assumed)", {page.plan().folder + "metrics.csv", key, "value", "", {}}, {}};
  for (const Id<Firm> firm : works.firms) {
    layer.values.push_back(by_firm.values[firm.index]);
    layer.keys.push_back(world.firms[firm].id);
  }
  map.layers.push_back(std::move(layer));
  return map;
}

}  // namespace railshift::analysis::report
