#include "sim/rules/prices/price_rolls.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"
#include "sim/rules/prices/admissions.hpp"
#include "sim/rules/prices/new_sites.hpp"
#include "sim/rules/roads/haul_class.hpp"
#include "sim/rules/work/access.hpp"

namespace railshift::rules {
namespace {

/// The day from which the gates of every firm let in National VI and new-energy trucks only; nothing: they do not.
std::vector<std::optional<Date>> clean_gates(const World& world, std::uint32_t seed) {
  std::vector<std::optional<Date>> from(world.firms.size());
  for (const Measure& measure : world.measures) {
    const auto* floor = policy::as<GateFloor>(measure);
    if (floor == nullptr || floor->floor < Standard::china6) continue;
    for (const Id<Firm> firm : floor_keepers(world, seed, measure)) {
      std::optional<Date>& day = from[firm.index];
      day = day ? std::min(*day, measure.from) : measure.from;
    }
  }
  return from;
}

void add_clean_gates(const World& world, std::uint32_t seed, std::vector<DutyRoll>& rolls) {
  std::optional<std::vector<std::optional<Date>>> gates;
  for (DutyRoll& roll : rolls) {
    if (policy::as<RailDuty>(world.measures[roll.measure])->clean_trucks == CleanTrucks::no) continue;
    if (!gates) gates = clean_gates(world, seed);
    for (const Id<Firm> firm : roll.firms) roll.clean_from.push_back((*gates)[firm.index]);
  }
}

template <class Kind>
bool has_kind(const World& world) {
  return std::any_of(world.measures.begin(), world.measures.end(), [](const Measure& m) { return policy::as<Kind>(m) != nullptr; });
}

std::vector<std::optional<Kilometres>> road_lengths(const World& world) {
  if (!has_kind<DistancePreference>(world)) return {};
  const BaseYearRoads roads(world);
  std::vector<std::optional<Kilometres>> km;
  for (const Flow& flow : world.flows) km.push_back(roads.between(flow.origin, flow.destination));
  return km;
}

}  // namespace

PriceRolls price_rolls(const World& world, std::uint32_t seed) {
  PriceRolls rolls{duty_rolls(world), new_site_rolls(world), admission_rolls(world, seed), road_lengths(world)};
  add_clean_gates(world, seed, rolls.duties);
  return rolls;
}

}  // namespace railshift::rules
