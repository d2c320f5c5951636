#include "sim/rules/prices/price_rolls.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/prices/admissions.hpp"
#include "sim/rules/prices/class_effects.hpp"
#include "sim/rules/prices/new_sites.hpp"
#include "sim/rules/roads/haul_class.hpp"
#include "sim/rules/work/access.hpp"

namespace railshift::rules {
namespace {

/// When the gates of every firm let in National VI and new-energy trucks only, by one floor or another.
std::vector<Turns> clean_gates(const World& world, std::uint32_t seed) {
  std::vector<std::vector<Turns>> of_floors;
  for (const Measure& measure : world.measures) {
    const GateFloor* floor = policy::floor_of(measure);
    if (floor != nullptr && floor->floor >= Standard::china6) of_floors.push_back(floor_kept(world, seed, measure));
  }
  std::vector<Turns> clean;
  for (std::size_t firm = 0; firm < world.firms.size(); ++firm) {
    std::vector<Date> days;
    for (const auto& kept : of_floors) days.insert(days.end(), kept[firm].days().begin(), kept[firm].days().end());
    clean.push_back(Turns::of(std::move(days), [&](Date day) {
      return std::any_of(of_floors.begin(), of_floors.end(), [&](const auto& kept) { return kept[firm].on(day); });
    }));
  }
  return clean;
}

void add_clean_gates(const World& world, std::uint32_t seed, std::vector<DutyRoll>& rolls) {
  std::optional<std::vector<Turns>> gates;
  for (DutyRoll& roll : rolls) {
    if (policy::as<RailDuty>(world.measures[roll.measure])->clean_trucks == CleanTrucks::no) continue;
    if (!gates) gates = clean_gates(world, seed);
    for (const Id<Firm> firm : roll.firms) roll.clean.push_back((*gates)[firm.index]);
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

/// Of every preference and tariff that does not mean everybody.
std::vector<MeantFlows> meant_flows(const World& world, const FirmClasses& classes) {
  std::vector<MeantFlows> rolls;
  for (const Measure& measure : world.measures) {
    if (policy::as<DistancePreference>(measure) == nullptr && policy::as<Tariff>(measure) == nullptr) continue;
    const Whom& whom = *policy::whom_of(measure);
    if (whom.firms.empty() && !policy::narrows(whom)) continue;
    const Addressed addressed(world, whom, classes);
    MeantFlows roll{world.measures.id_of(measure), {}};
    for (const Flow& flow : world.flows) roll.flows.push_back(addressed.turns(flow));
    rolls.push_back(std::move(roll));
  }
  return rolls;
}

}  // namespace

PriceRolls price_rolls(const World& world, std::uint32_t seed) {
  const FirmClasses classes = firm_classes(world, seed);
  PriceRolls rolls{duty_rolls(world, classes), new_site_rolls(world, classes), admission_rolls(world, seed),
                   road_lengths(world),        meant_flows(world, classes),    upgrade_rolls(world, seed)};
  add_clean_gates(world, seed, rolls.duties);
  return rolls;
}

}  // namespace railshift::rules
