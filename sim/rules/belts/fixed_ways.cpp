#include "sim/rules/belts/fixed_ways.hpp"

#include <algorithm>
#include <cmath>

#include "sim/policy/kinds.hpp"

namespace railshift::rules {
namespace {

bool is_fixed(const Chain& chain) { return chain.main_mode() == Mode::belt || chain.main_mode() == Mode::pipe; }

/// What a measure says of a belt or pipe, whichever of the two kinds it is.
struct SaidOfWay {
  Id<Site> origin;
  Id<Site> destination;
  Mode mode = Mode::belt;
  Date in_service;
  double t_per_day = 0.0;
  double kwh_per_t_km = 0.0;
  int ramp_months = 0;
  double first_share = 1.0;
};

template <Mode mode>
std::optional<SaidOfWay> said_in(const Measure& measure) {
  const auto* way = policy::as<FixedWayOpens<mode>>(measure);
  if (way == nullptr) return std::nullopt;
  return SaidOfWay{way->origin,      way->destination, mode, std::max(measure.from, way->in_service), way->t_per_day, way->kwh_per_t_km,
                   way->ramp_months, way->first_share};
}
std::optional<SaidOfWay> said_of_way(const Measure& measure) {
  const auto belt = said_in<Mode::belt>(measure);
  return belt ? belt : said_in<Mode::pipe>(measure);
}

bool speaks_of_chain(const World& world, const SaidOfWay& said, const Chain& chain) {
  const Flow& flow = world.flows[chain.flow];
  return is_new_way(chain) && chain.main_mode() == said.mode && flow.origin == said.origin && flow.destination == said.destination;
}

}  // namespace

bool keeps_base_share(const Chain& chain) { return is_fixed(chain) && chain.base_share > 0.0; }

bool is_new_way(const Chain& chain) { return is_fixed(chain) && chain.base_share <= 0.0; }

std::optional<WayOpening> way_opening(const World& world, const Chain& chain, std::optional<Id<Measure>> without) {
  std::optional<WayOpening> first;
  if (!is_new_way(chain)) return first;
  for (const Measure& measure : world.measures) {
    const Id<Measure> id = world.measures.id_of(measure);
    const auto said = said_of_way(measure);
    if (!said || id == without || !speaks_of_chain(world, *said, chain)) continue;
    const bool earlier = !first || said->in_service < first->day ||
                         (said->in_service == first->day && policy::goes_first(measure, world.measures[first->by]));
    if (earlier) first = WayOpening{said->in_service, id, said->ramp_months, said->first_share, said->kwh_per_t_km};
  }
  return first;
}

Kilograms way_capacity(const World& world, const Chain& chain, Month month) {
  double kg = 0.0;
  for (const Measure& measure : world.measures) {
    const auto said = said_of_way(measure);
    if (!said || !speaks_of_chain(world, *said, chain)) continue;
    const int days = std::max(0, end_day(month) - std::max(said->in_service, first_day(month)));
    kg += std::floor(said->t_per_day * 1000.0 * days);
  }
  return Kilograms{static_cast<std::int64_t>(kg)};
}

std::string way_limit(const World& world, const Chain& chain) {
  const Flow& flow = world.flows[chain.flow];
  return std::string(to_text(chain.main_mode())) + ":" + world.sites[flow.origin].id + ":" + world.sites[flow.destination].id;
}

std::vector<policy::Effect> way_effects(const World& world, Month month, const std::vector<std::int64_t>& kg_carried) {
  std::vector<policy::Effect> effects;
  for (const Measure& measure : world.measures) {
    const auto said = said_of_way(measure);
    if (!said || measure.from >= end_day(month)) continue;
    const Id<Measure> id = world.measures.id_of(measure);
    policy::Effect effect{id, policy::EffectKind::belt_used, 0, 0, 0};
    for (const Chain& chain : world.chains) {
      if (!speaks_of_chain(world, *said, chain)) continue;
      const std::int64_t kg = kg_carried[world.chains.id_of(chain).index];
      effect.in_scope += kg;
      if (way_opening(world, chain)->by != id) continue;
      effect.acted += kg;
      const auto otherwise = way_opening(world, chain, id);
      if (!otherwise || otherwise->day > first_day(month)) effect.changed += kg;
    }
    effects.push_back(effect);
  }
  return effects;
}

}  // namespace railshift::rules
