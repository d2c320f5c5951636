#include "sim/rules/work/access.hpp"

#include <algorithm>
#include <string>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
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

bool speaks_of_all_gates(const World& world, const Addressed& addressed, Id<Firm> firm, Date day) {
  return std::all_of(world.sites.begin(), world.sites.end(),
                     [&](const Site& site) { return site.firm != firm || site.outside() || addressed.site(world.sites.id_of(site), day); });
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

std::vector<Turns> floor_kept(const World& world, std::uint32_t seed, const Measure& measure) {
  const auto& floor = *policy::as<GateFloor>(measure);
  const std::vector<Stance> of_firm = stances(world, seed, measure, floor);
  const FirmClasses classes = firm_classes(world, seed);
  const Addressed addressed(world, floor, classes);
  std::vector<Turns> kept(of_firm.size());
  for (std::uint32_t i = 0; i < of_firm.size(); ++i) {
    if (of_firm[i] != Stance::obeys) continue;
    const Id<Firm> firm{i};
    std::vector<Date> days = addressed.days(firm);
    days.push_back(measure.from);
    kept[i] = Turns::of(std::move(days), [&](Date day) { return day >= measure.from && speaks_of_all_gates(world, addressed, firm, day); });
  }
  return kept;
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
  const FirmClasses classes = firm_classes(world, seed);
  for (const Measure& measure : world.measures) {
    const auto* floor = policy::as<GateFloor>(measure);
    if (floor == nullptr || measure.from > first_day(month)) continue;
    const std::vector<Stance> of_firm = stances(world, seed, measure, *floor);
    const AccessMask mask = mask_of_floor(floor->floor);
    const Addressed addressed(world, *floor, classes);
    std::size_t i = 0;
    for (const Site& site : world.sites) {
      if (!site.outside() && addressed.site(world.sites.id_of(site), first_day(month)))
        apply(rules[i], of_firm[site.firm.index], world.measures.id_of(measure), mask);
      ++i;
    }
  }
  return rules;
}

}  // namespace railshift::rules
