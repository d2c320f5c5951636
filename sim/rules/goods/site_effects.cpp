#include "sim/rules/goods/site_effects.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::rules {
namespace {

using Masses = std::vector<std::int64_t>;  // kg by flow index

Masses masses_of(const World& world, Month month, const Ignored& ignored) {
  const FlowRates rates = flow_rates(world, month, ignored);
  Masses kg;
  for (const Flow& flow : world.flows) kg.push_back(month_mass(world, rates, world.flows.id_of(flow), month).value);
  return kg;
}

std::int64_t difference(const Masses& a, const Masses& b) {
  std::int64_t kg = 0;
  for (std::size_t i = 0; i < a.size(); ++i) kg += std::abs(a[i] - b[i]);
  return kg;
}

/// Of flows that begin or end at the site, and of others that the measure changes because they take the place of these or lose theirs to
/// them.
std::int64_t looked_at(const World& world, Id<Site> site, const std::array<const Masses*, 4>& cases) {
  std::int64_t kg = 0;
  for (const Flow& flow : world.flows) {
    const std::size_t i = world.flows.id_of(flow).index;
    const auto [all, without, with, before] = cases;
    const bool changed = (*all)[i] != (*without)[i] || (*with)[i] != (*before)[i];
    if (changed || flow.origin == site || flow.destination == site) kg += std::max({(*all)[i], (*without)[i], (*with)[i], (*before)[i]});
  }
  return kg;
}

}  // namespace

std::vector<policy::Effect> site_effects(const World& world, Month month) {
  std::vector<Id<Measure>> in_order;
  for (const Measure& measure : world.measures) {
    if (policy::as<SiteChange>(measure) != nullptr) in_order.push_back(world.measures.id_of(measure));
  }
  if (in_order.empty()) return {};
  std::sort(in_order.begin(), in_order.end(),
            [&](Id<Measure> a, Id<Measure> b) { return policy::goes_first(world.measures[a], world.measures[b]); });
  const Masses all = masses_of(world, month, {});
  Masses before = masses_of(world, month, in_order);
  std::vector<policy::Effect> effects;
  for (std::size_t k = 0; k < in_order.size(); ++k) {
    const Measure& measure = world.measures[in_order[k]];
    if (measure.from >= end_day(month)) continue;
    const Masses with = masses_of(world, month, {in_order.begin() + static_cast<std::ptrdiff_t>(k) + 1, in_order.end()});
    const Masses without = masses_of(world, month, {in_order[k]});
    const std::int64_t acted = difference(with, before);
    const Id<Site> site = policy::as<SiteChange>(measure)->site;
    effects.push_back({in_order[k], policy::EffectKind::flows_changed, looked_at(world, site, {&all, &without, &with, &before}), acted,
                       std::min(acted, difference(all, without))});
    before = with;
  }
  return effects;
}

}  // namespace railshift::rules
