#include "sim/scenario/check/check_chains.hpp"

#include <set>

#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

using LegPointer = const ReadRow<LegRow>*;

/// Stations that the sections of one line join, by line.
class RailMap {
 public:
  explicit RailMap(const World& world) {
    for (const RailSection& section : world.rail_sections) {
      joined_[section.line.index].emplace_back(section.from.index, section.to.index);
      stations_.insert(section.from.index);
      stations_.insert(section.to.index);
    }
  }
  [[nodiscard]] bool has_station(Id<Node> node) const { return stations_.count(node.index) > 0; }
  [[nodiscard]] bool connects(Id<Line> line, Id<Node> from, Id<Node> to) const {
    const auto at = joined_.find(line.index);
    if (at == joined_.end()) return false;
    std::set<std::uint32_t> reached{from.index};
    for (std::size_t before = 0; before != reached.size();) {
      before = reached.size();
      for (const auto& [a, b] : at->second) {
        if (reached.count(a) > 0) reached.insert(b);
        if (reached.count(b) > 0) reached.insert(a);
      }
    }
    return reached.count(to.index) > 0;
  }

 private:
  std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> joined_;
  std::set<std::uint32_t> stations_;
};

class ChainCheck {
 public:
  ChainCheck(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder), table_(s.raw.at("legs")), rails_(s.world) {
    std::set<std::string> unsound_flows;
    for (const ReadRow<FlowRow>& read : s.rows.flows) {
      if (!read.sound) unsound_flows.insert(read.raw->id);
    }
    const RawTable& chains = s.raw.at("chains");
    for (const ReadRow<Chain>& read : s.rows.chains) {
      if (!read.sound || unsound_flows.count(chains.cell(*read.raw, "flow_id").text) > 0) unsound_.insert(read.raw->id);
    }
    for (const ReadRow<LegRow>& read : s.rows.legs) {
      if (!read.sound) unsound_.insert(read.row.chain);
      by_chain_[read.row.chain].push_back(&read);
    }
  }

  void run() {
    for (auto& [chain, legs] : by_chain_) {
      std::sort(legs.begin(), legs.end(), [](LegPointer a, LegPointer b) { return a->row.seq < b->row.seq; });
      for (LegPointer leg : legs) {
        if (leg->sound && leg->row.mode == Mode::rail) check_rail(*leg);
        if (leg->sound && leg->row.off_network) check_off_network(*leg);
        if (leg->sound && leg->row.trucks != LegTrucks::any) check_trucks(*leg);
      }
      const auto id = s_.world.chains.find(chain);
      const bool known = id && unsound_.count(chain) == 0 && s_.world.chains[*id].flow.index < s_.world.flows.size();
      if (known) check_connection(s_.world.flows[s_.world.chains[*id].flow], legs);
    }
    for (const ReadRow<Chain>& read : s_.rows.chains) {
      if (s_.raw.at("legs").readable && by_chain_.count(read.raw->id) == 0) {
        decoder_.problem(
            s_.raw.at("chains").cell(*read.raw, "chain_id").place, both("运输链“{}”没有运输段", "chain \"{}\" has no legs", read.raw->id),
            {"一条运输链至少有一个运输段", "a chain has one leg or more"}, {"在 legs.csv 补上它的运输段", "add its legs to legs.csv"});
      }
    }
    for (const ReadRow<Chain>& read : s_.rows.chains) {
      const auto legs = by_chain_.find(read.raw->id);
      if (read.sound && read.row.box && legs != by_chain_.end()) check_box(read, legs->second);
    }
    for (const ReadRow<Siding>& read : s_.rows.sidings) {
      if (read.sound) check_siding(read);
    }
  }

 private:
  void wrong(const ReadRow<LegRow>& leg, const char* column, const Words& rule, const Words& accept) {
    decoder_.problem(table_.cell(*leg.raw, column).place, shown(table_, *leg.raw, column), rule, accept);
  }

  /// What only trucks that are simulated one by one can be asked for.
  void check_trucks(const ReadRow<LegRow>& leg) {
    if (leg.row.mode != Mode::truck)
      return wrong(leg, "trucks", {"只有汽车运输段才有车辆要求", "only truck legs take trucks"}, {"留空", "leave it empty"});
    const auto id = s_.world.chains.find(leg.row.chain);
    if (!id || s_.world.chains[*id].flow.index >= s_.world.flows.size()) return;
    const Id<TruckClass> truck_class = s_.world.flows[s_.world.chains[*id].flow].truck_class;
    if (truck_class.index >= s_.world.truck_classes.size() || s_.world.truck_classes[truck_class].simulate == Simulate::individual) return;
    wrong(leg, "trucks", {"货流的车型按月计数，派车时无从挑选", "the trucks of the flow are counted by the month: nobody picks one"},
          {"留空，或给货流用逐车模拟的车型", "leave it empty, or give the flow a class that is simulated as individuals"});
  }

  void check_box(const ReadRow<Chain>& read, const std::vector<LegPointer>& legs) {
    const bool rail = std::any_of(legs.begin(), legs.end(), [](LegPointer leg) { return leg->row.mode == Mode::rail; });
    if (rail) return;
    const RawTable& chains = s_.raw.at("chains");
    decoder_.problem(chains.cell(*read.raw, "box_t").place, both("运输链“{}”没有铁路运输段", "chain \"{}\" has no rail leg", read.raw->id),
                     {"敞顶箱随列车走", "open-top boxes go by train"}, {"留空", "leave it empty"});
  }

  void check_off_network(const ReadRow<LegRow>& leg) {
    if (leg.row.mode != Mode::truck)
      wrong(leg, "off_network_km", {"只有汽车运输段才分网内和网外道路", "only trucks know roads of the network and others"},
            {"留空", "leave it empty"});
    else if (leg.row.km && *leg.row.off_network > *leg.row.km)
      wrong(leg, "off_network_km", both("该运输段全长 {:g} 公里", "the leg has {:g} km in all", leg.row.km->value),
            {"写不大于 km（里程）的数", "write no more than km"});
  }

  void check_rail(const ReadRow<LegRow>& leg) {
    const LegRow& row = leg.row;
    const bool stated = row.km && row.hours;
    if (!row.from_node || !row.to_node || (!row.line && !stated)) {
      const char* column = !row.from_node ? "from_node" : !row.to_node ? "to_node" : "line_id";
      wrong(leg, column,
            {"铁路运输段要写两端的车站；没有写里程和时间时，还要写铁路线",
             "a rail leg names both stations, and its line unless km and hours are given"},
            {"写上代码", "write the id"});
      return;
    }
    if (!stated && !rails_.connects(*row.line, *row.from_node, *row.to_node)) {
      wrong(leg, row.km ? "hours" : "km",
            both("铁路线“{}”没有区段连通 {} 和 {}，里程和时间必填",
                 "no sections of line \"{}\" connect {} and {}, so km and hours are needed", text(leg, "line_id"), text(leg, "from_node"),
                 text(leg, "to_node")),
            {"写上 km（里程）和 hours（时间），或在 network/rail_sections.csv 补上区段",
             "write km and hours, or add the sections to network/rail_sections.csv"});
    }
    if (row.siding && row.siding->index < s_.world.sidings.size()) {
      const Id<Node> station = s_.world.sidings[*row.siding].station;
      if (station != *row.from_node && station != *row.to_node) {
        wrong(leg, "siding_id",
              both("专用线的接轨站是 {}，该运输段从 {} 到 {}", "the siding's station is {}, the leg runs from {} to {}", node_id(station),
                   text(leg, "from_node"), text(leg, "to_node")),
              {"让该运输段以专用线的接轨站为起点或终点", "start or end the leg at the siding's station"});
      }
    }
  }

  /// Walks the chain from the origin to the destination.
  void check_connection(const Flow& flow, const std::vector<LegPointer>& legs) {
    std::optional<Id<Node>> at;  // nothing: at the origin
    for (std::size_t i = 0; i < legs.size(); ++i) {
      const LegRow& row = legs[i]->row;
      const bool starts_here = !row.from_node || (at ? *row.from_node == *at : at_site(flow.origin, *row.from_node, row));
      if (!starts_here) {
        wrong(*legs[i], "from_node",
              at ? both("上一运输段到 {} 为止", "the leg before ends at {}", node_id(*at))
                 : both("货流从厂区“{}”出发", "the flow starts at site \"{}\"", s_.world.sites[flow.origin].id),
              {"运输段要首尾相接：从货物所在处起", "legs of a chain connect: start where the chain stands"});
        return;
      }
      const bool last = i + 1 == legs.size();
      if (!row.to_node && !last) {
        wrong(*legs[i], "to_node", {"只有最后一段可以不写终点（即货流终点）", "only the last leg may leave its end open (the destination)"},
              {"写上下一段起点的节点", "name the node where the next leg starts"});
        return;
      }
      if (row.to_node && last && !at_site(flow.destination, *row.to_node, row)) {
        wrong(*legs[i], "to_node", both("货流到厂区“{}”为止", "the flow ends at site \"{}\"", s_.world.sites[flow.destination].id),
              {"让最后一段到货流终点为止，或补一段到终点", "end the last leg at the destination, or add a leg to it"});
      }
      if (row.to_node) at = row.to_node;
    }
  }

  /// Whether a place is a site's own: its road node, the station of a siding that reaches its fence, or, outside, wherever rail ends.
  [[nodiscard]] bool at_site(Id<Site> id, Id<Node> node, const Leg& leg) const {
    if (id.index >= s_.world.sites.size()) return true;
    const Site& site = s_.world.sites[id];
    if (site.node == node || (site.outside() && leg.mode == Mode::rail)) return true;
    for (const Siding& siding : s_.world.sidings) {
      const bool shared = !siding.site && siding.ends_at == SidingEnd::fence && leg.siding == s_.world.sidings.id_of(siding);
      if ((siding.site == id || shared) && siding.station == node) return true;
    }
    return false;
  }

  /// A siding needs a line: its station is on a section, or a leg that calls there says how far it is.
  void check_siding(const ReadRow<Siding>& read) {
    const Id<Node> station = read.row.station;
    if (rails_.has_station(station)) return;
    for (const ReadRow<LegRow>& leg : s_.rows.legs) {
      const bool calls = leg.row.mode == Mode::rail && (leg.row.from_node == station || leg.row.to_node == station);
      if (leg.sound && calls && leg.row.km && leg.row.hours) return;
    }
    const RawTable& table = s_.raw.at("sidings");
    if (!s_.raw.at("rail_sections").readable) return;
    decoder_.problem(
        table.cell(*read.raw, "station_node").place,
        both("专用线“{}”的 {} 写的是“{}”", "{1} of siding \"{0}\" is \"{2}\"", read.raw->id, column_words(table, "station_node"),
             table.cell(*read.raw, "station_node").text),
        {"专用线要通铁路：接轨站是某个铁路区段的端点，或有写明里程和时间的铁路运输段在此停靠",
         "a siding has a line: its station is a node of a rail section, or a rail leg with km and hours calls there"},
        {"写 network/rail_sections.csv 中的车站，或补上区段", "name a station of network/rail_sections.csv, or add the section"});
  }

  [[nodiscard]] std::string text(const ReadRow<LegRow>& leg, const char* column) const { return table_.cell(*leg.raw, column).text; }
  [[nodiscard]] std::string node_id(Id<Node> node) const { return node.index < s_.world.nodes.size() ? s_.world.nodes[node].id : ""; }

  const Sources& s_;
  Decoder& decoder_;
  const RawTable& table_;
  RailMap rails_;
  std::map<std::string, std::vector<LegPointer>> by_chain_;
  std::set<std::string> unsound_;
};

}  // namespace

void check_chains(const Sources& s, Decoder& decoder) { ChainCheck(s, decoder).run(); }

}  // namespace railshift::scenario
