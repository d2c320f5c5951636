#include "sim/rules/rail/chain_service.hpp"

#include <algorithm>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/goods/site_activity.hpp"
#include "sim/rules/rail/siding_openings.hpp"

namespace railshift::rules {
namespace {

/// First and last rail leg of a chain, by position.
struct RailSpan {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::optional<RailSpan> rail_span(const Chain& chain) {
  std::optional<RailSpan> span;
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    if (chain.legs[i].mode != Mode::rail) continue;
    if (!span) span = RailSpan{i, i};
    span->last = i;
  }
  return span;
}

/// The siding of a site at a station: how the other end of a movement is found when its leg names one siding only.
std::optional<Id<Siding>> siding_at(const World& world, Id<Site> site, Id<Node> station) {
  for (const Siding& siding : world.sidings) {
    if (siding.site == site && siding.station == station) return world.sidings.id_of(siding);
  }
  return std::nullopt;
}

/// Whether the siding named on a chain's only rail leg is the one where the train is unloaded.
enum class NamedEnd { loading, unloading };
NamedEnd named_end(const World& world, const Chain& chain, const Siding& siding, const LegEnds& ends) {
  const Flow& flow = world.flows[chain.flow];
  if (siding.site == flow.origin) return NamedEnd::loading;
  if (siding.site == flow.destination) return NamedEnd::unloading;
  if (siding.station == ends.from) return NamedEnd::loading;
  if (siding.station == ends.to) return NamedEnd::unloading;
  return world.sites[flow.origin].outside() ? NamedEnd::unloading : NamedEnd::loading;
}

struct TrainEnds {
  std::optional<Id<Siding>> loads;
  std::optional<Id<Siding>> unloads;
};

TrainEnds train_ends(const World& world, const Chain& chain) {
  const auto span = rail_span(chain);
  if (!span) return {};
  const std::vector<LegEnds> ends = leg_ends(world, chain);
  TrainEnds found;
  const auto& first = chain.legs[span->first].siding;
  if (span->first < span->last) {
    found = {first, chain.legs[span->last].siding};
  } else if (first) {
    const bool unloads = named_end(world, chain, world.sidings[*first], ends[span->first]) == NamedEnd::unloading;
    (unloads ? found.unloads : found.loads) = first;
  }
  // A movement that begins (ends) the chain stands at the site itself: its siding need not be named.
  const Flow& flow = world.flows[chain.flow];
  if (!found.loads && span->first == 0) found.loads = siding_at(world, flow.origin, ends.front().from);
  if (!found.unloads && span->last + 1 == chain.legs.size()) found.unloads = siding_at(world, flow.destination, ends.back().to);
  return found;
}

bool siding_open(const World& world, Id<Siding> siding, Date day) {
  const auto since = siding_in_service(world, siding);
  return since && *since <= day;
}

}  // namespace

std::vector<LegEnds> leg_ends(const GoodsWorld& world, const Chain& chain) {
  const Flow& flow = world.flows[chain.flow];
  std::vector<LegEnds> ends;
  Id<Node> here = world.sites[flow.origin].node;
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    const Leg& leg = chain.legs[i];
    const Id<Node> from = leg.from_node.value_or(here);
    here = world.sites[flow.destination].node;
    if (i + 1 < chain.legs.size()) here = chain.legs[i + 1].from_node.value_or(here);
    here = leg.to_node.value_or(here);
    ends.push_back({from, here});
  }
  return ends;
}

std::optional<Date> siding_in_service(const World& world, Id<Siding> siding) {
  const auto opening = siding_opening(world, siding);
  return opening ? std::optional(opening->day) : std::nullopt;
}

std::optional<Id<Siding>> loading_siding(const World& world, const Chain& chain) { return train_ends(world, chain).loads; }

std::optional<Id<Siding>> unloading_siding(const World& world, const Chain& chain) { return train_ends(world, chain).unloads; }

bool chain_open(const World& world, const Chain& chain, Month month) {
  const Flow& flow = world.flows[chain.flow];
  if (open_share(world, flow.origin, month) <= 0.0 || open_share(world, flow.destination, month) <= 0.0) return false;
  const Date day = first_day(month);
  if (is_new_way(chain)) {
    const auto opening = way_opening(world, chain);
    if (!opening || opening->day > day) return false;
  }
  const TrainEnds train = train_ends(world, chain);
  if (train.loads && !siding_open(world, *train.loads, day)) return false;
  if (train.unloads && !siding_open(world, *train.unloads, day)) return false;
  return std::all_of(chain.legs.begin(), chain.legs.end(),
                     [&](const Leg& leg) { return !leg.siding || siding_open(world, *leg.siding, day); });
}

Mode gate_mode(const World& world, const Chain& chain, bool at_origin) {
  const Flow& flow = world.flows[chain.flow];
  const Mode mode = at_origin ? chain.legs.front().mode : chain.legs.back().mode;
  if (mode != Mode::truck && mode != Mode::rail) return mode;
  const TrainEnds train = train_ends(world, chain);
  const auto siding = at_origin ? train.loads : train.unloads;
  if (!siding) return mode;
  const Siding& end = world.sidings[*siding];
  if (end.ends_at == SidingEnd::yard) return Mode::truck;
  // Trucks between the works and its own siding inside the fence do not pass the gate; those to a neighbour's siding do.
  return mode == Mode::rail || end.site == (at_origin ? flow.origin : flow.destination) ? Mode::rail : Mode::truck;
}

ChainClass chain_class(const World& world, const Chain& chain) {
  switch (chain.main_mode()) {
    case Mode::truck:
      return ChainClass::road;
    case Mode::belt:
    case Mode::pipe:
      return ChainClass::belt_pipe;
    case Mode::rail:
      break;
  }
  const Flow& flow = world.flows[chain.flow];
  const bool road_at_origin = !world.sites[flow.origin].outside() && gate_mode(world, chain, true) == Mode::truck;
  const bool road_at_destination = !world.sites[flow.destination].outside() && gate_mode(world, chain, false) == Mode::truck;
  return road_at_origin || road_at_destination ? ChainClass::rail_yard : ChainClass::rail_siding;
}

std::string_view to_text(ChainClass access) {
  switch (access) {
    case ChainClass::road:
      return "road";
    case ChainClass::rail_siding:
      return "rail_siding";
    case ChainClass::rail_yard:
      return "rail_yard";
    case ChainClass::belt_pipe:
      return "belt_pipe";
  }
  broken_promise("access", "an access class is one of its list", __FILE__, __LINE__);
}

std::vector<SectionUse> sections_of_leg(const World& world, const Leg& leg, const LegEnds& ends) {
  if (leg.mode != Mode::rail || !leg.line) return {};
  return line_path(world, world.lines[*leg.line], ends);
}

std::vector<SectionUse> sections_of(const World& world, const Chain& chain) {
  const std::vector<LegEnds> ends = leg_ends(world, chain);
  std::vector<SectionUse> used;
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    const auto path = sections_of_leg(world, chain.legs[i], ends[i]);
    used.insert(used.end(), path.begin(), path.end());
  }
  return used;
}

}  // namespace railshift::rules
