#include "sim/rules/work/access.hpp"

#include <algorithm>
#include <string>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::rules {
namespace {

enum class Stance { unbound, ignores, obeys };

/// What each firm makes of one floor, by firm index.
std::vector<Stance> stances(const World& world, std::uint32_t seed, const Measure& measure, const GateFloor& floor) {
  std::vector<Stance> of_firm(world.firms.size(), Stance::unbound);
  const std::vector<Id<Firm>> bound = floor.firms.empty() ? bound_firms(world, floor.threshold, floor.firms, measure.from) : floor.firms;
  for (const Id<Firm> firm : bound) {
    const std::string key = measure.id + '/' + world.firms[firm].id;
    const double u = draw_uniform(seed, Purpose::obedience, hash_text(key), 0);
    of_firm[firm.index] = u < floor.obedience ? Stance::obeys : Stance::ignores;
  }
  return of_firm;
}

void apply(GateRule& rule, Stance stance, Id<Measure> measure, AccessMask mask) {
  if (stance == Stance::unbound) return;
  rule.floors.push_back({measure, mask, stance == Stance::obeys});
  rule.bound = true;
  rule.lawful = rule.lawful & mask;
  if (stance == Stance::obeys)
    rule.enforced = rule.enforced & mask;
  else
    rule.obeys = false;
}

}  // namespace

AccessMask mask_of_floor(Standard floor) {
  AccessMask mask{0};
  for (int s = 0; s < kStandards; ++s) {
    for (int p = 0; p < kPowertrains; ++p) {
      const AccessClass c{static_cast<Standard>(s), static_cast<Powertrain>(p)};
      if (c.standard >= floor || is_new_energy(c.powertrain)) mask.bits |= std::uint64_t{1} << c.index();
    }
  }
  return mask;
}

std::vector<Id<Firm>> floor_keepers(const World& world, std::uint32_t seed, const Measure& measure) {
  const std::vector<Stance> of_firm = stances(world, seed, measure, *policy::as<GateFloor>(measure));
  std::vector<Id<Firm>> keepers;
  for (std::uint32_t i = 0; i < of_firm.size(); ++i) {
    if (of_firm[i] == Stance::obeys) keepers.push_back(Id<Firm>{i});
  }
  return keepers;
}

AccessMask mask_of_leg(LegTrucks trucks) {
  switch (trucks) {
    case LegTrucks::any:
      break;
    case LegTrucks::china6:
      return mask_of_floor(Standard::china6);
    case LegTrucks::new_energy: {
      AccessMask mask{0};
      for (int s = 0; s < kStandards; ++s) {
        for (int p = 0; p < kPowertrains; ++p) {
          const AccessClass c{static_cast<Standard>(s), static_cast<Powertrain>(p)};
          if (is_new_energy(c.powertrain)) mask.bits |= std::uint64_t{1} << c.index();
        }
      }
      return mask;
    }
  }
  return {};
}

std::vector<GateRule> gate_rules(const World& world, std::uint32_t seed, Month month) {
  std::vector<GateRule> rules(world.sites.size());
  for (const Measure& measure : world.measures) {
    const auto* floor = policy::as<GateFloor>(measure);
    if (floor == nullptr || measure.from > first_day(month)) continue;
    const std::vector<Stance> of_firm = stances(world, seed, measure, *floor);
    const AccessMask mask = mask_of_floor(floor->floor);
    std::size_t i = 0;
    for (const Site& site : world.sites) {
      if (!site.outside()) apply(rules[i], of_firm[site.firm.index], world.measures.id_of(measure), mask);
      ++i;
    }
  }
  return rules;
}

}  // namespace railshift::rules
