#include "sim/rules/rail/siding_openings.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"

namespace railshift::rules {
namespace {

bool opens_before(const World& world, const Opening& a, const Opening& b) {
  if (a.day != b.day || !a.by || !b.by) return a.day < b.day;
  return policy::goes_first(world.measures[*a.by], world.measures[*b.by]);
}

}  // namespace

std::optional<Opening> siding_opening(const World& world, Id<Siding> siding, std::optional<Id<Measure>> without) {
  std::optional<Opening> first;
  if (const auto own = world.sidings[siding].in_service) first = Opening{*own, std::nullopt};
  for (const Measure& measure : world.measures) {
    const auto* opens = policy::as<SidingOpens>(measure);
    const Id<Measure> id = world.measures.id_of(measure);
    if (opens == nullptr || opens->siding != siding || id == without) continue;
    // Nothing that a measure does happens before its `from`.
    const Opening other{std::max(measure.from, opens->in_service), id};
    if (!first || opens_before(world, other, *first)) first = other;
  }
  return first;
}

std::vector<policy::Effect> siding_effects(const World& world, Month month, const std::vector<std::int64_t>& kg_through) {
  std::vector<policy::Effect> effects;
  for (const Measure& measure : world.measures) {
    const auto* opens = policy::as<SidingOpens>(measure);
    if (opens == nullptr || measure.from >= end_day(month)) continue;
    const Id<Measure> id = world.measures.id_of(measure);
    const auto opening = siding_opening(world, opens->siding);
    const auto otherwise = siding_opening(world, opens->siding, id);
    policy::Effect effect{id, policy::EffectKind::siding_used, kg_through[opens->siding.index], 0, 0};
    if (opening && opening->by == id) effect.acted = effect.in_scope;
    if (!otherwise || otherwise->day > first_day(month)) effect.changed = effect.acted;
    effects.push_back(effect);
  }
  return effects;
}

}  // namespace railshift::rules
