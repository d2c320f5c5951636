#include "sim/rules/work/access.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/rail/duty.hpp"
#include "sim/rules/rail/siding_access.hpp"

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

/// The first day on which a firm is no longer in the state that a measure asks; nothing if it always is, or none is asked.
std::optional<Date> leaves_state(const World& world, const Measure& measure, Id<Firm> firm) {
  const auto* rule = policy::as<StateRule>(measure);
  return rule == nullptr ? std::nullopt : siding_service(world, firm).since();
}

bool in_state(const World& world, const Measure& measure, Id<Firm> firm, Date day) {
  const auto leaves = leaves_state(world, measure, firm);
  return !leaves || day < *leaves;
}

/// Whether a measure speaks of a gate on a day.
bool speaks_of(const World& world, const Measure& measure, const Addressed& addressed, const Site& site, Date day) {
  return !site.outside() && measure.from <= day && addressed.site(world.sites.id_of(site), day) && in_state(world, measure, site.firm, day);
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

bool speaks_of_all_gates(const World& world, const Measure& measure, const Addressed& addressed, Id<Firm> firm, Date day) {
  return std::all_of(world.sites.begin(), world.sites.end(), [&](const Site& site) {
    return site.firm != firm || site.outside() || speaks_of(world, measure, addressed, site, day);
  });
}

/// Days on which a floor may begin or cease to speak of a gate of a firm.
std::vector<Date> days_of(const World& world, const Measure& measure, const Addressed& addressed, Id<Firm> firm) {
  std::vector<Date> days = addressed.days(firm);
  days.push_back(measure.from);
  if (const auto leaves = leaves_state(world, measure, firm)) days.push_back(*leaves);
  return days;
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
  const GateFloor& floor = *policy::floor_of(measure);
  const std::vector<Stance> of_firm = stances(world, seed, measure, floor);
  const FirmClasses classes = firm_classes(world, seed);
  const Addressed addressed(world, floor, classes);
  std::vector<Turns> kept(of_firm.size());
  for (std::uint32_t i = 0; i < of_firm.size(); ++i) {
    if (of_firm[i] != Stance::obeys) continue;
    const Id<Firm> firm{i};
    kept[i] = Turns::of(days_of(world, measure, addressed, firm),
                        [&](Date day) { return speaks_of_all_gates(world, measure, addressed, firm, day); });
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

std::vector<GateRule> gate_rules(const World& world, std::uint32_t seed, Date day) {
  std::vector<GateRule> rules(world.sites.size());
  const FirmClasses classes = firm_classes(world, seed);
  for (const Measure& measure : world.measures) {
    const GateFloor* floor = policy::floor_of(measure);
    if (floor == nullptr || measure.from > day) continue;
    const std::vector<Stance> of_firm = stances(world, seed, measure, *floor);
    const AccessMask mask = mask_of_floor(floor->floor);
    const Addressed addressed(world, *floor, classes);
    std::size_t i = 0;
    for (const Site& site : world.sites) {
      if (speaks_of(world, measure, addressed, site, day)) apply(rules[i], of_firm[site.firm.index], world.measures.id_of(measure), mask);
      ++i;
    }
  }
  return rules;
}

std::vector<Date> gate_days(const World& world, std::uint32_t seed, Month month) {
  std::set<Date> days;
  const FirmClasses classes = firm_classes(world, seed);
  for (const Measure& measure : world.measures) {
    const GateFloor* floor = policy::floor_of(measure);
    if (floor == nullptr || measure.from >= end_day(month)) continue;
    const Addressed addressed(world, *floor, classes);
    for (const Firm& firm : world.firms) {
      for (const Date day : days_of(world, measure, addressed, world.firms.id_of(firm))) days.insert(day);
    }
  }
  std::vector<Date> turns;
  if (days.upper_bound(first_day(month)) == days.lower_bound(end_day(month))) return turns;
  std::vector<GateRule> before = gate_rules(world, seed, first_day(month));
  for (auto day = days.upper_bound(first_day(month)); day != days.end() && *day < end_day(month); ++day) {
    std::vector<GateRule> now = gate_rules(world, seed, *day);
    if (now != before) turns.push_back(*day);
    before = std::move(now);
  }
  return turns;
}

std::vector<GateRule> gate_rules_of_month(const World& world, std::uint32_t seed, Month month) {
  return gate_rules(world, seed, first_day(month) + days_in(month) / 2);
}

}  // namespace railshift::rules
