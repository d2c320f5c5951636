#include "sim/scenario/tables/tables_network.hpp"

namespace railshift::scenario {

TableOf<Node> node_table() {
  return make_table<Node>({"node", Folder::network, "节点", "road nodes and rail stations (GMNS)", {"node_id"}, "", {}},
                          {
                              field(&Node::id, id("node_id", "代码", "id")),
                              field(&Node::name_zh, text("name_zh", "中文名", "name").optional()),
                              field(&Node::lon, number("x_coord", "经度", "longitude").in("degree").between(-180, 180)),
                              field(&Node::lat, number("y_coord", "纬度", "latitude").in("degree").between(-90, 90)),
                              field(&Node::type, word("node_type", "类别", "kind of node")),
                              field(&Node::county, text("county", "县区代码", "county code; empty outside the study area").optional()),
                              field(&Node::trains_per_day, integer("trains_per_day", "日通过列车",
                                                                   "trains a day that a station passes on or exchanges, both directions; "
                                                                   "empty = not limited")
                                                               .between(0, 1000)
                                                               .if_given()),
                          });
}

TableOf<Link> link_table() {
  return make_table<Link>(
      {"link", Folder::network, "路段", "road links (GMNS)", {"link_id"}, "", {}},
      with_provenance<Link>({
          field(&Link::id, id("link_id", "代码", "id")),
          field(&Link::name_zh, text("name_zh", "中文名", "name").optional()),
          field(&Link::road, id("road", "所属道路", "road; measures name roads, not links")),
          field(&Link::from, ref("from_node_id", "起点", "node")),
          field(&Link::to, ref("to_node_id", "终点", "node")),
          field(&Link::directed, make_info(FieldType::zero_one, "directed", "是否单向", "1 = one way")),
          field(&Link::length, number("length", "长度", "length").in("km").between(0.001, 2000)),
          field(&Link::lanes, integer("lanes", "车道数", "lanes per direction").between(1, 12)),
          field(&Link::capacity_pcu_h, number("capacity", "通行能力", "capacity per direction").in("pcu/h").between(0, 50000)),
          field(&Link::free_speed, number("free_speed", "车速", "speed of trucks").in("km/h").between(1, 130)),
          field(&Link::road_class, word("facility_type", "道路等级", "road class")),
          field(&Link::county, text("county", "县区代码", "county code; empty outside the study area").optional()),
          field(&Link::ring,
                integer("ring", "环内层数", "ring roads that enclose the link: 0 none, 1 the outer, 2 also the inner").between(0, 2)),
          field(&Link::opens, date("opens", "通车日", "first open day; empty = from the start").optional()),
          field(&Link::closes, date("closes", "封闭日", "first closed day; empty = never").optional()),
          field(&Link::tolled, yes_no("tolled", "是否收费", "tolled")),
      }));
}

TableOf<RailSection> rail_sections_table() {
  using T = RailSection;
  return make_table<T>(
      {"rail_sections", Folder::network, "铁路区段", "sections of rail lines; the lines are the values of line_id", {"section_id"}, "", {}},
      with_provenance<T>({
          field(&T::id, id("section_id", "代码", "id")),
          field(&T::name_zh, text("name_zh", "中文名", "name").optional()),
          field(&T::line, id("line_id", "铁路线", "line").into("lines")),
          field(&T::seq, integer("seq", "序号", "order on the line").between(0, 1000)),
          field(&T::from, ref("from_node", "起点站", "node")),
          field(&T::to, ref("to_node", "终点站", "node")),
          field(&T::slots_per_day, integer("slots_per_day", "日运行线", "path slots a day and direction").between(0, 300).with_range()),
          field(&T::length, number("km", "里程", "length").in("km").between(0.001, 5000)),
          field(&T::speed, number("kmh", "速度", "running speed of freight trains").in("km/h").between(1, 200)),
          field(&T::traction, word("traction", "牵引", "traction")),
          field(&T::path_load, tonnes("train_t", "列车净载", "trains are joined up to this net load on one path; empty = a train a path")
                                   .between(0, 25000)
                                   .if_given()),
          field(&T::single_track,
                yes_no("single_track", "是否单线", "single track: trains of the two directions meet at its ends; empty = no").if_given()),
      }));
}

TableOf<BackgroundRow> rail_background_table() {
  using T = BackgroundRow;
  return make_table<T>(
      {"rail_background", Folder::network, "背景列车", "trains that are not of the modelled flows", {"background_id"}, "", {}},
      with_provenance<T>({
          field(&T::id, id("background_id", "代码", "id")),
          field(&T::section, ref("section_id", "区段", "section").into("rail_sections")),
          field(&T::valid_from, date("valid_from", "起始日", "first day of the value")),
          field(&T::trains_per_day,
                number("trains_per_day", "日列车数", "trains a day and direction").in("1/d").between(0, 300).with_range()),
          field(&T::yields,
                share("yields", "让路比例", "share of them that are freight and give way to trains of the flows; empty = 0").if_given()),
      }));
}

TableOf<Siding> sidings_table() {
  using T = Siding;
  return make_table<T>(
      {"sidings", Folder::tables, "铁路专用线和货场", "sidings and public yards", {"siding_id"}, "", {}},
      with_provenance<T>({
          field(&T::id, id("siding_id", "代码", "id")),
          field(&T::name_zh, text("name_zh", "中文名", "name")),
          field(&T::site, ref("site_id", "厂区", "site it belongs to; empty = public yard").optional()),
          field(&T::station, ref("station_node", "接轨站", "node where it meets the line")),
          field(&T::built, date("built", "建成日", "day it was finished").optional()),
          field(&T::in_service, date("in_service", "投用日", "first day of service; empty = only a measure opens it").optional()),
          field(&T::capacity, tonnes("t_per_day", "日能力", "loaded plus unloaded").in("t/d").between(0, 1e6).with_range()),
          field(&T::tracks, integer("tracks", "装卸线", "trains at the same time").between(1, 50)),
          field(&T::ends_at, word("ends_at", "终点", "fence: rail reaches the gate; yard: a truck leg at the gate")),
          field(&T::drayage, number("drayage_km", "短驳里程", "truck leg at the gate").in("km").between(0, 500).optional()),
          field(&T::train_load, tonnes("train_t", "列车净载", "net load of one train").between(1, 25000)),
          field(&T::train_hours, number("train_hours", "装卸时间", "time of one train on a track").in("h").between(0, 240)),
          field(&T::unload_hours,
                number("unload_hours", "卸车时间", "time of unloading one train; empty = train_hours").in("h").between(0, 240).if_given()),
          field(&T::unload_tracks,
                integer("unload_tracks", "卸车线", "tracks for unloading alone; empty = trains load and unload on tracks")
                    .between(0, 50)
                    .if_given()),
          field(&T::wagons,
                integer("wagons", "配车数", "wagons that are given to it for loading; empty = not limited").between(0, 100000).if_given()),
          field(&T::wagon_load, tonnes("wagon_t", "车辆净载", "net load of one wagon; with wagons").between(0, 200).if_given()),
          field(&T::turn_days, number("turn_days", "车辆周转时间", "from loading until a wagon can be loaded again; with wagons")
                                   .in("d")
                                   .between(0, 60)
                                   .if_given()),
      }));
}

}  // namespace railshift::scenario
