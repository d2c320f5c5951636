#include "analysis/look/output/map.hpp"

#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/look/output/map_legend.hpp"
#include "analysis/writers/html/text.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis::look {
namespace {

/// A name as short as a map can bear: what stands before the first bracket.
std::string short_name(const std::string& name) {
  std::size_t end = std::min(name.find('('), name.find("（"));
  if (end == 0 || end == std::string::npos) return name;
  while (end > 0 && name[end - 1] == ' ') --end;
  return name.substr(0, end);
}

class Map {
 public:
  Map(const Scribe& s) : s_(s), world_(s.world()), canvas_(places()), labels_(Canvas::kWidth, canvas_.height()) {
    weigh();
    for (const double t : link_tonnes_) width_.most = std::max(width_.most, t);
    for (const SectionRow& row : s.look().railway.sections) section_tonnes_[row.section] += row.tonnes.base.value;
    for (const auto& [id, t] : section_tonnes_) width_.most = std::max(width_.most, t);
  }

  std::string svg() {
    const double height = canvas_.height() + kLegendHeight;
    std::string out = fmt::format(
        "<figure><svg class=\"map\" role=\"img\" viewBox=\"0 0 {0:.0f} {1:.0f}\" xmlns=\"http://www.w3.org/2000/svg\"><title>{2}</title>"
        "<defs><clipPath id=\"paper\"><rect width=\"{0:.0f}\" height=\"{3:.0f}\"/></clipPath></defs><g clip-path=\"url(#paper)\">\n",
        Canvas::kWidth, height, writers::html::escape(s_.say("路网和货流图", "Network and flows")), canvas_.height());
    out += rings() + roads() + road_flows() + rails() + straight_flows() + sites() + gateways();
    return out + "</g>\n" + legend(s_, canvas_, width_) + "</svg></figure>\n";
  }

 private:
  [[nodiscard]] std::vector<Degrees> places() const {
    std::vector<Degrees> all;
    for (const Link& link : world_.links) {
      all.push_back(degrees(world_.nodes[link.from]));
      all.push_back(degrees(world_.nodes[link.to]));
    }
    for (const Site& site : world_.sites) {
      if (!site.outside()) all.push_back({site.lon, site.lat});
    }
    return all;
  }

  /// Tonnes of the base year on every link, over straight lines (belts, pipes, truck legs without a road), and at every site.
  void weigh() {
    link_tonnes_.assign(world_.links.size(), 0.0);
    site_tonnes_.assign(world_.sites.size(), 0.0);
    for (const TruckRun& run : s_.look().runs) {
      const Chain& chain = world_.chains[run.chain];
      const double t = run.loads.base * to_tonnes(world_.flows[chain.flow].payload).value;
      for (const Id<Link> link : run.links) link_tonnes_[link.index] += t;
      if (run.links.empty() && run.no_road.base) add_straight(chain, run.position, kRoadFlow, t);
    }
    for (const Chain& chain : world_.chains) {
      const double t = s_.look().masses.tonnes(chain.flow, When::base).value * chain.base_share;
      for (std::size_t i = 0; i < chain.legs.size(); ++i) {
        if (chain.legs[i].mode == Mode::belt || chain.legs[i].mode == Mode::pipe) add_straight(chain, i, kOtherFlow, t);
      }
    }
    for (const Flow& flow : world_.flows) {
      const double t = s_.look().masses.tonnes(world_.flows.id_of(flow), When::base).value;
      site_tonnes_[flow.origin.index] += t;
      site_tonnes_[flow.destination.index] += t;
    }
  }
  void add_straight(const Chain& chain, std::size_t position, std::string_view colour, double t) {
    const Flow& flow = world_.flows[chain.flow];
    const rules::LegEnds ends = rules::leg_ends(world_, chain)[position];
    const auto place = [&](Id<Node> node, Id<Site> site) {
      const Site& own = world_.sites[site];
      return own.node == node && !own.outside() ? Degrees{own.lon, own.lat} : degrees(world_.nodes[node]);
    };
    straight_.push_back({place(ends.from, flow.origin), place(ends.to, flow.destination), colour, t});
  }

  [[nodiscard]] std::string line(Degrees a, Degrees b, const std::string& style, const std::string& title = "") const {
    const Point p = canvas_.at(a);
    const Point q = canvas_.at(b);
    const std::string tip = title.empty() ? "" : "<title>" + writers::html::escape(title) + "</title>";
    return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}>{}</line>\n", p.x, p.y, q.x, q.y, style, tip);
  }
  [[nodiscard]] std::string link_line(const Link& link, const std::string& style, const std::string& title = "") const {
    return line(degrees(world_.nodes[link.from]), degrees(world_.nodes[link.to]), style, title);
  }

  /// Ring roads: those that a diversion waits for, and those that call themselves so.
  [[nodiscard]] std::set<std::string> ring_roads() const {
    std::set<std::string> roads;
    for (const Measure& measure : world_.measures) {
      if (const auto* diversion = policy::as<ThroughDiversion>(measure)) roads.insert(diversion->when_opens);
    }
    for (const Link& link : world_.links) {
      if (link.name_zh.find("环") != std::string::npos) roads.insert(link.road);
    }
    return roads;
  }
  [[nodiscard]] std::string rings() const {
    const std::set<std::string> roads = ring_roads();
    std::string out;
    for (const Link& link : world_.links) {
      if (!roads.contains(link.road)) continue;
      out += link_line(link, fmt::format("stroke=\"{}\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-opacity=\"0.55\"", kRing),
                       link.name_zh);
    }
    return out;
  }
  [[nodiscard]] std::string roads() const {
    std::string out;
    for (const Link& link : world_.links) {
      const bool later = link.opens && *link.opens > world_.settings.start;
      const double w = link.road_class == RoadClass::motorway ? 1.8 : link.road_class == RoadClass::trunk ? 1.3 : 0.8;
      out += link_line(link, fmt::format("stroke=\"#888\" stroke-width=\"{:.1f}\"{}", w, later ? " stroke-dasharray=\"6 4\"" : ""),
                       link.name_zh);
    }
    return out;
  }
  [[nodiscard]] std::string road_flows() const {
    std::string out;
    for (const Link& link : world_.links) {
      const double t = link_tonnes_[world_.links.id_of(link).index];
      if (t <= 0.0) continue;
      out += link_line(link, flow_style(kRoadFlow, t), fmt::format("{} {}", link.name_zh, yearly(s_, t)));
    }
    return out;
  }
  [[nodiscard]] std::string rails() const {
    std::string out;
    for (const auto& [id, t] : section_tonnes_) {
      const RailSection& section = world_.rail_sections[id];
      const Degrees a = degrees(world_.nodes[section.from]);
      const Degrees b = degrees(world_.nodes[section.to]);
      const std::string title = fmt::format("{} {}", section.name_zh, yearly(s_, t));
      if (t > 0.0) out += line(a, b, flow_style(kRailFlow, t), title);
      out += line(a, b, "stroke=\"#111\" stroke-width=\"2.4\"", title) +
             line(a, b, "stroke=\"#fff\" stroke-width=\"1.2\" stroke-dasharray=\"7 7\"", title);
    }
    return out;
  }
  [[nodiscard]] std::string straight_flows() const {
    std::string out;
    for (const Straight& f : straight_) {
      if (f.tonnes <= 0.0) continue;
      out += line(f.from, f.to, flow_style(f.colour, f.tonnes) + " stroke-dasharray=\"3 3\"", yearly(s_, f.tonnes));
    }
    return out;
  }
  [[nodiscard]] std::string flow_style(std::string_view colour, double t) const {
    return fmt::format("stroke=\"{}\" stroke-width=\"{:.1f}\" stroke-opacity=\"0.6\" stroke-linecap=\"round\"", colour, width_.of(t));
  }

  /// Markers first, then names from the heaviest site on, as far as there is room.
  [[nodiscard]] std::string sites() {
    std::vector<Id<Site>> order;
    for (const Site& site : world_.sites) {
      if (!site.outside()) order.push_back(world_.sites.id_of(site));
    }
    std::stable_sort(order.begin(), order.end(), [this](Id<Site> a, Id<Site> b) { return site_tonnes_[a.index] > site_tonnes_[b.index]; });
    std::string markers;
    std::string names;
    const auto place = [this](Id<Site> id) { return canvas_.at({world_.sites[id].lon, world_.sites[id].lat}); };
    for (const Id<Site> id : order) {
      const Site& site = world_.sites[id];
      labels_.keep_free(place(id), 5.0);
      markers +=
          line({site.lon, site.lat}, degrees(world_.nodes[site.node]), "stroke=\"#333\" stroke-width=\"0.7\" stroke-dasharray=\"2 2\"");
      markers += fmt::format("<g>{}<title>{}</title></g>\n", marker(site.kind, place(id)),
                             writers::html::escape(fmt::format("{} {}", s_.say(name_of(world_, id)), yearly(s_, site_tonnes_[id.index]))));
    }
    for (const Id<Site> id : order) {
      const std::string name = short_name(s_.say(name_of(world_, id)));
      if (const auto at = labels_.place(place(id), name)) names += text_on_map(*at, name);
    }
    return markers + names;
  }
  [[nodiscard]] std::string gateways() {
    std::string out;
    for (const Node& node : world_.nodes) {
      if (node.type != NodeType::gateway) continue;
      const Point p = canvas_.at(degrees(node));
      out += gateway_sign(p);
      const std::string name = short_name(node.name_zh.empty() ? node.id : node.name_zh);
      if (const auto at = labels_.place(p, name)) out += text_on_map(*at, name, " font-style=\"italic\"");
    }
    return out;
  }

  struct Straight {
    Degrees from, to;
    std::string_view colour;
    double tonnes;
  };
  const Scribe& s_;
  const World& world_;
  Canvas canvas_;
  Labels labels_;
  FlowWidth width_;
  std::vector<double> link_tonnes_, site_tonnes_;
  std::map<Id<RailSection>, double> section_tonnes_;
  std::vector<Straight> straight_;
};

}  // namespace

std::string map(const World& world, const Look& look, Language language) {
  const Scribe s(world, look, language);
  return Map(s).svg();
}

}  // namespace railshift::analysis::look
