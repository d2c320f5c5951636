#include "analysis/map/place_layers.hpp"

#include <optional>

#include <fmt/format.h>

#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

using ledger::CellKind;
using ledger::Feature;
using ledger::LayerCell;
using ledger::LayerColumn;
using ledger::SpatialLayer;

constexpr const char* kTonnes = "t";

LayerCell day_cell(const std::optional<Date>& day) { return day ? LayerCell(to_string(*day)) : LayerCell(); }
LayerCell tonnes_cell(std::int64_t kg) { return tonnes_from(kg); }

/// What left and reached a place in the last year, kg.
struct Masses {
  std::int64_t sent = 0, received = 0, sent_rail = 0, received_rail = 0;
};
struct LastYear {
  int year = 0;
  std::vector<Masses> sites;          ///< by index
  std::vector<std::int64_t> sidings;  ///< loaded and unloaded
};

LastYear last_year_of(const MapRun& run) {
  const World& world = *run.world;
  LastYear last{0, std::vector<Masses>(world.sites.size()), std::vector<std::int64_t>(world.sidings.size(), 0)};
  for (const ledger::ChainRow& row : run.ledger->chains) last.year = std::max(last.year, row.month.year());
  for (const ledger::ChainRow& row : run.ledger->chains) {
    if (row.month.year() != last.year) continue;
    const Chain& chain = world.chains[row.chain];
    const Flow& flow = world.flows[chain.flow];
    Masses &from = last.sites[flow.origin.index], &to = last.sites[flow.destination.index];
    from.sent += row.delivered_kg;
    to.received += row.delivered_kg;
    if (chain.main_mode() != Mode::rail) continue;
    from.sent_rail += row.delivered_kg;
    to.received_rail += row.delivered_kg;
    for (const auto& siding : {rules::loading_siding(world, chain), rules::unloading_siding(world, chain)}) {
      if (siding) last.sidings[siding->index] += row.delivered_kg;
    }
  }
  return last;
}

LayerColumn id_column(const char* zh, const char* en) { return {"id", CellKind::text, "", {zh, en}}; }
LayerColumn name_column() { return {"name_zh", CellKind::text, "", {"名称", "name"}}; }
LayerColumn year_column() { return {"year", CellKind::integer, "", {"吨数所属年份", "year of the tonnes"}}; }
LayerColumn tonnes_column(const char* name, const char* zh, const char* en) { return {name, CellKind::number, kTonnes, {zh, en}}; }

/// One sign for all of a layer, with names beside them.
ledger::LayerStyle one_sign(const Words& label, const std::string& sign, const std::string& colour, double size) {
  return {{{label, "", true, {{label, "", colour, size, sign}}}}, "name_zh"};
}

SpatialLayer site_layer(const MapRun& run, const LastYear& last) {
  const World& world = *run.world;
  SpatialLayer layer;
  layer.name = "map_sites";
  layer.title = {"厂区、矿区、片区", "Sites"};
  layer.columns = {id_column("场所代码", "id of the site"),
                   name_column(),
                   {"name_en", CellKind::text, "", {"英文名称", "name in English"}},
                   {"firm", CellKind::text, "", {"企业", "firm"}},
                   {"kind", CellKind::text, "", {"类别", "kind"}},
                   {"county", CellKind::text, "", {"县区代码，区外为空", "code of the county, empty outside"}},
                   {"opens", CellKind::text, "", {"投产日，空为一直有", "first day; empty: always"}},
                   {"closes", CellKind::text, "", {"关停日，空为不关", "first day without activity; empty: never"}},
                   year_column(),
                   tonnes_column("sent_t", "发出并送达", "sent and delivered"),
                   tonnes_column("sent_rail_t", "其中铁路", "of them by rail"),
                   tonnes_column("received_t", "收到", "received"),
                   tonnes_column("received_rail_t", "其中铁路", "of them by rail")};
  for (const Site& site : world.sites) {
    const Masses& mass = last.sites[world.sites.id_of(site).index];
    layer.features.push_back({{{site.lon, site.lat}},
                              {site.id, site.name_zh, site.name_en, world.firms[site.firm].name_zh, std::string(to_text(site.kind)),
                               site.county, day_cell(site.opens), day_cell(site.closes), std::int64_t{last.year}, tonnes_cell(mass.sent),
                               tonnes_cell(mass.sent_rail), tonnes_cell(mass.received), tonnes_cell(mass.received_rail)}});
  }
  const std::string external = fmt::format("\"kind\" = '{}'", to_text(SiteKind::external));
  layer.style = {{{{"场所", "Sites"},
                   "",
                   true,
                   {{{"区内", "inside"}, "NOT (" + external + ")", "60,60,60", 2.6, "square"},
                    {{"区外", "outside"}, external, "150,150,150", 2.6, "square"}}}},
                 "name_zh"};
  return layer;
}

SpatialLayer siding_layer(const MapRun& run, const LastYear& last) {
  const World& world = *run.world;
  SpatialLayer layer;
  layer.name = "map_sidings";
  layer.title = {"铁路专用线和货场", "Sidings and yards"};
  layer.columns = {id_column("专用线代码", "id of the siding"),
                   name_column(),
                   {"site", CellKind::text, "", {"所属场所，公用货场为空", "site; empty: a public yard"}},
                   {"station", CellKind::text, "", {"接轨站", "railway station"}},
                   {"ends_at", CellKind::text, "", {"fence 到厂，yard 货场（须短驳）", "fence: inside the works; yard: a truck leg"}},
                   {"in_service", CellKind::text, "", {"本次运行的投用日，空为不投用", "first day in service in this run; empty: never"}},
                   {"capacity_t_per_day", CellKind::number, "t/day", {"能力", "capacity"}},
                   {"tracks", CellKind::integer, "", {"可同时作业列数", "trains at a time"}},
                   year_column(),
                   tonnes_column("tonnes_t", "装卸合计", "loaded and unloaded")};
  for (const Siding& siding : world.sidings) {
    const Id<Siding> id = world.sidings.id_of(siding);
    const Node& station = world.nodes[siding.station];
    layer.features.push_back(
        {{{station.lon, station.lat}},
         {siding.id, siding.name_zh, siding.site ? LayerCell(world.sites[*siding.site].name_zh) : LayerCell(), station.name_zh,
          std::string(siding.ends_at == SidingEnd::fence ? "fence" : "yard"), day_cell(rules::siding_in_service(world, id)),
          siding.capacity.value, std::int64_t{siding.tracks}, std::int64_t{last.year}, tonnes_cell(last.sidings[id.index])}});
  }
  layer.style = {{{{"专用线", "Sidings"},
                   "",
                   true,
                   {{{"投用", "in service"}, "\"in_service\" IS NOT NULL", "0,110,60", 3.2, "triangle"},
                    {{"未投用", "never in service"}, "\"in_service\" IS NULL", "170,170,170", 3.2, "triangle"}}}},
                 "name_zh"};
  return layer;
}

SpatialLayer station_layer(const World& world) {
  SpatialLayer layer;
  layer.name = "map_stations";
  layer.title = {"作业点（门禁、地磅、装卸、维修），画在所属场所", "Gates, weighbridges, bays: drawn at their sites"};
  layer.columns = {id_column("作业点代码", "id of the station"),
                   {"name_zh", CellKind::text, "", {"所属场所", "site"}},
                   {"kind", CellKind::text, "", {"类别", "kind"}},
                   {"servers", CellKind::integer, "", {"服务台数", "servers"}},
                   {"order", CellKind::integer, "", {"货车经过的顺序", "sequence in which trucks pass"}}};
  for (const Station& station : world.stations) {
    const Site& site = world.sites[station.site];
    layer.features.push_back(
        {{{site.lon, site.lat}},
         {station.id, site.name_zh, std::string(to_text(station.kind)), std::int64_t{station.servers}, std::int64_t{station.order}}});
  }
  layer.style = one_sign({"作业点", "Stations"}, "circle", "200,120,0", 1.6);
  layer.style.label_column.clear();
  return layer;
}

SpatialLayer node_layer(const World& world, NodeType type) {
  const bool gateway = type == NodeType::gateway;
  SpatialLayer layer;
  layer.name = gateway ? "map_gateways" : "map_rail_stations";
  layer.title = gateway ? Words{"门户（通往区外）", "Gateways to the outside"} : Words{"铁路车站", "Railway stations"};
  layer.columns = {
      id_column("节点代码", "id of the node"), name_column(), {"county", CellKind::text, "", {"县区代码", "code of the county"}}};
  for (const Node& node : world.nodes) {
    if (node.type == type) layer.features.push_back({{{node.lon, node.lat}}, {node.id, node.name_zh, node.county}});
  }
  layer.style =
      gateway ? one_sign({"门户", "Gateways"}, "diamond", "120,0,120", 3.6) : one_sign({"车站", "Stations"}, "pentagon", "0,90,160", 2.8);
  return layer;
}

}  // namespace

std::vector<SpatialLayer> place_layers(const MapRun& run) {
  const LastYear last = last_year_of(run);
  return {site_layer(run, last), siding_layer(run, last), station_layer(*run.world), node_layer(*run.world, NodeType::station),
          node_layer(*run.world, NodeType::gateway)};
}

}  // namespace railshift::analysis
