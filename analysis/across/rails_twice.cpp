#include "analysis/across/rails_twice.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::analysis::across {
namespace {

/// Places that a train passes, with the line on which it leaves each for the next: nothing where the network does not hold its way.
struct Stop {
  Id<Node> place;
  std::optional<Id<Line>> onward;
};
using Ride = std::vector<Stop>;

void append(Ride& way, const World& world, const Leg& leg, const rules::LegEnds& ends) {
  if (way.empty()) way.push_back({ends.from, leg.line});
  way.back().onward = leg.line;
  for (const rules::SectionUse& use : rules::sections_of_leg(world, leg, ends)) {
    const RailSection& section = world.rail_sections[Id<RailSection>{use.section}];
    way.push_back({use.forward ? section.to : section.from, leg.line});
  }
  if (way.back().place != ends.to) way.push_back({ends.to, leg.line});
}

/// The trains of a chain: consecutive rail legs are one.
std::vector<Ride> trains_of(const World& world, const Chain& chain) {
  std::vector<Ride> trains;
  const std::vector<rules::LegEnds> ends = rules::leg_ends(world, chain);
  bool on_rail = false;
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    const bool rail = chain.legs[i].mode == Mode::rail;
    if (rail && !on_rail) trains.emplace_back();
    if (rail) append(trains.back(), world, chain.legs[i], ends[i]);
    on_rail = rail;
  }
  return trains;
}

/// A line that both have, seen from the host.
struct SharedLine {
  const World& host;
  const World& guest;
  Id<Line> of_host;
  Id<Line> of_guest;

  [[nodiscard]] Kilometres apart(Id<Node> at_host, Id<Node> at_guest) const {
    return rules::straight_line(rules::degrees(host.nodes[at_host]), rules::degrees(guest.nodes[at_guest]));
  }
  [[nodiscard]] bool same(Id<Node> at_host, Id<Node> at_guest) const { return apart(at_host, at_guest) <= kSamePlace; }
  [[nodiscard]] bool is_station(Id<Node> at_guest) const {
    const std::vector<std::uint32_t>& sections = guest.lines[of_guest].sections;
    return std::any_of(sections.begin(), sections.end(), [this, at_guest](std::uint32_t s) {
      const RailSection& section = guest.rail_sections[Id<RailSection>{s}];
      return section.from == at_guest || section.to == at_guest;
    });
  }
  [[nodiscard]] bool guest_has(Id<Node> at_host) const {
    for (const Node& node : guest.nodes) {
      const Id<Node> id = guest.nodes.id_of(node);
      if (is_station(id) && same(at_host, id)) return true;
    }
    return false;
  }
};

/// Which way a train runs over a section, and where it was recognised.
struct Passing {
  bool forward = true;
  std::vector<Id<Node>> at;  ///< stations of the guest
};

std::optional<std::size_t> position(const SharedLine& line, const Ride& way, Id<Node> at_host) {
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (line.is_station(way[i].place) && line.same(at_host, way[i].place)) return i;
  }
  return std::nullopt;
}

/// Both ends are passed, and all the way between them on the line.
std::optional<Passing> passes_both(const SharedLine& line, const Ride& way, std::size_t from, std::size_t to) {
  for (std::size_t i = std::min(from, to); i < std::max(from, to); ++i) {
    if (way[i].onward != line.of_guest) return std::nullopt;
  }
  return Passing{from < to, {way[from].place, way[to].place}};
}

/// From a station the next place of the section and the next of the train lie the same way: the nearer one on the way to the farther one.
bool leads_over(const SharedLine& line, Id<Node> other_end, const Stop& station, const Stop& next) {
  const auto to_end = line.apart(other_end, station.place);
  const auto between = line.apart(other_end, next.place);
  const Kilometres to_next =
      rules::straight_line(rules::degrees(line.guest.nodes[station.place]), rules::degrees(line.guest.nodes[next.place]));
  return std::min(to_end, to_next) + between <= kDetour * std::max(to_end, to_next);
}

/// One end is passed, and the train comes from, or leads on over, the other one, which the guest's line does not have.
/// `leaves_forward`: a train that leaves the station over the section runs it from its first end.
std::optional<Passing> passes_one(const SharedLine& line, const Ride& way, std::size_t at, Id<Node> other_end) {
  const auto open = [&line](const Stop& stop) { return !stop.onward || *stop.onward == line.of_guest; };
  if (at + 1 < way.size() && open(way[at]) && leads_over(line, other_end, way[at], way[at + 1])) return Passing{true, {way[at].place}};
  if (at > 0 && open(way[at - 1]) && leads_over(line, other_end, way[at], way[at - 1])) return Passing{false, {way[at].place}};
  return std::nullopt;
}

std::optional<Passing> passing(const SharedLine& line, const Ride& way, const RailSection& section) {
  const auto from = position(line, way, section.from);
  const auto to = position(line, way, section.to);
  if (from && to) return passes_both(line, way, *from, *to);
  if (from && !line.guest_has(section.to)) return passes_one(line, way, *from, section.to);
  if (to && !line.guest_has(section.from)) {
    auto found = passes_one(line, way, *to, section.from);
    if (found) found->forward = !found->forward;
    return found;
  }
  return std::nullopt;
}

std::optional<Kilograms> train_load(const World& world, const Chain& chain) {
  for (const auto& siding : {rules::loading_siding(world, chain), rules::unloading_siding(world, chain)}) {
    if (siding && world.sidings[*siding].train_load.value > 0) return world.sidings[*siding].train_load;
  }
  return std::nullopt;
}

/// What the guest sends over one section in one direction.
struct Load {
  std::map<std::string, Tonnes> flows;
  Tonnes tonnes, without_load;
  double trains = 0.0;
  std::set<Id<Node>> stations;
};

void add(Load& load, const World& guest, const Chain& chain, Tonnes tonnes) {
  load.flows[guest.flows[chain.flow].id] += tonnes;
  load.tonnes += tonnes;
  if (const auto train = train_load(guest, chain))
    load.trains += tonnes / to_tonnes(*train);
  else
    load.without_load += tonnes;
}

double background(const World& host, const RailSection& section, const Span& span) {
  double sum = 0.0;
  int months = 0;
  for (Month month = month_of(span.from); month <= month_of(span.until - 1); month = month + 1, ++months)
    sum += rules::background_trains(host, section, month);
  return sum / months;
}

/// A chain of the guest that carries something by rail.
struct Guest {
  const Chain& chain;
  Tonnes tonnes;
  std::vector<Ride> trains;
};

std::vector<Guest> guests_of(const World& world, const Span& span, const std::set<std::string>& matched) {
  std::vector<Guest> guests;
  const std::vector<Tonnes> tonnes = flow_tonnes(world, span);
  for (const Chain& chain : world.chains) {
    const Tonnes carried = tonnes[chain.flow.index] * chain.base_share;
    if (carried.value <= 0.0 || !chain.has(Mode::rail) || matched.count(world.flows[chain.flow].id) > 0) continue;
    guests.push_back({chain, carried, trains_of(world, chain)});
  }
  return guests;
}

using Directions = std::array<Load, 2>;  ///< forward, backward

Directions loads_of(const SharedLine& line, const RailSection& section, const std::vector<Guest>& guests) {
  Directions loads;
  for (const Guest& guest : guests) {
    for (const Ride& way : guest.trains) {
      const auto found = passing(line, way, section);
      if (!found) continue;
      Load& load = loads[found->forward ? 0 : 1];
      add(load, line.guest, guest.chain, guest.tonnes);
      load.stations.insert(found->at.begin(), found->at.end());
      break;
    }
  }
  return loads;
}

RailsTwice described(const SharedLine& line, const RailSection& section, const Load& load, const Span& span) {
  RailsTwice twice;
  const Line& host_line = line.host.lines[line.of_host];
  twice.line = line_name(line.host, host_line);
  twice.line_id = host_line.id;
  twice.same_id = line.guest.lines[line.of_guest].id == host_line.id;
  twice.section = line.host.rail_sections.id_of(section);
  for (const auto& [flow, tonnes] : load.flows) twice.guests.rows.push_back(flow);
  twice.guests.tonnes = load.tonnes;
  twice.without_load = load.without_load;
  twice.trains_per_day = load.trains / span.days();
  twice.background_per_day = background(line.host, section, span);
  for (const Id<Node> station : load.stations) {
    twice.stations.push_back(line.guest.nodes[station].name_zh);
    twice.farthest = std::max(twice.farthest, std::min(line.apart(section.from, station), line.apart(section.to, station)));
  }
  return twice;
}

/// The section and direction with most tonnes of the guests, of those with a background.
std::optional<RailsTwice> most(const SharedLine& line, const std::vector<Guest>& guests, const Span& span) {
  std::optional<RailsTwice> found;
  for (const std::uint32_t s : line.host.lines[line.of_host].sections) {
    const RailSection& section = line.host.rail_sections[Id<RailSection>{s}];
    if (background(line.host, section, span) <= 0.0) continue;
    for (const Load& load : loads_of(line, section, guests)) {
      if (load.tonnes.value > 0.0 && (!found || found->guests.tonnes < load.tonnes)) found = described(line, section, load, span);
    }
  }
  return found;
}

}  // namespace

std::vector<RailsTwice> rails_twice(const City& host, const City& guest, const Span& span, const std::set<std::string>& matched) {
  std::vector<RailsTwice> found;
  const std::vector<Guest> guests = guests_of(*guest.world, span, matched);
  for (const Line& line : host.world->lines) {
    const std::string name = line_name(*host.world, line);
    for (const Line& other : guest.world->lines) {
      if (name.empty() || name != line_name(*guest.world, other)) continue;
      const SharedLine shared{*host.world, *guest.world, host.world->lines.id_of(line), guest.world->lines.id_of(other)};
      if (auto one = most(shared, guests, span)) found.push_back(std::move(*one));
    }
  }
  return found;
}

}  // namespace railshift::analysis::across
