#include "sim/rules/prices/class_effects.hpp"

#include <algorithm>
#include <iterator>

#include "sim/core/contains.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/rail/bound_sums.hpp"

namespace railshift::rules {
namespace {

/// A measure that tells firms by their class.
struct Asking {
  Id<Measure> measure;
  const Whom* whom;
  std::optional<std::vector<Id<Firm>>> listed;  ///< firms over its threshold, if it has one
};

std::vector<Asking> asking(const World& world) {
  std::vector<Asking> found;
  for (const Measure& measure : world.measures) {
    const Whom* whom = policy::whom_of(measure);
    if (whom == nullptr || whom->firm_classes.empty()) continue;
    found.push_back({world.measures.id_of(measure), whom, bound_by_threshold(world, measure)});
  }
  return found;
}

/// The classes with and without one upgrade.
struct Classes {
  const FirmClasses& with;
  const FirmClasses& without;
};

std::vector<Date> days_of(const Classes& classes, Id<Firm> firm) {
  std::vector<Date> days = classes.with.days(firm);
  const std::vector<Date> more = classes.without.days(firm);
  days.insert(days.end(), more.begin(), more.end());
  return days;
}

Turns told_by(const World& world, const std::vector<Asking>& measures, const Classes& classes, Id<Firm> firm) {
  std::vector<Date> days = days_of(classes, firm);
  for (const Asking& asks : measures) {
    days.push_back(world.measures[asks.measure].from);
    const std::vector<Date> own = Addressed(world, *asks.whom, classes.with).days(firm);
    days.insert(days.end(), own.begin(), own.end());
  }
  return Turns::of(std::move(days), [&](Date day) {
    return std::any_of(measures.begin(), measures.end(), [&](const Asking& asks) {
      if (world.measures[asks.measure].from > day || (asks.listed && !contains(*asks.listed, firm))) return false;
      return Addressed(world, *asks.whom, classes.with).firm(firm, day) != Addressed(world, *asks.whom, classes.without).firm(firm, day);
    });
  });
}

}  // namespace

std::vector<UpgradeRoll> upgrade_rolls(const World& world, std::uint32_t seed) {
  std::vector<UpgradeRoll> rolls;
  const bool any =
      std::any_of(world.measures.begin(), world.measures.end(), [](const Measure& m) { return policy::as<ClassUpgrade>(m) != nullptr; });
  if (!any) return rolls;
  const std::vector<Asking> measures = asking(world);
  const FirmClasses with = firm_classes(world, seed);
  for (const Measure& measure : world.measures) {
    if (policy::as<ClassUpgrade>(measure) == nullptr) continue;
    const Id<Measure> id = world.measures.id_of(measure);
    const FirmClasses without = firm_classes(world, seed, id);
    Upgraded found = upgraded(world, seed, id, without);
    UpgradeRoll roll{id, std::move(found.firms), std::move(found.obeys), {}, {}};
    for (const Id<Firm> firm : roll.firms) {
      const Classes classes{with, without};
      roll.raised.push_back(
          Turns::of(days_of(classes, firm), [&](Date day) { return is_better(with.on(firm, day), without.on(firm, day)); }));
      roll.told.push_back(told_by(world, measures, classes, firm));
    }
    rolls.push_back(std::move(roll));
  }
  return rolls;
}

policy::Effect class_effect(const UpgradeRoll& roll, Month month) {
  const Date day = first_day(month);
  const auto told = std::count_if(roll.told.begin(), roll.told.end(), [day](const Turns& turns) { return turns.on(day); });
  return {roll.measure, policy::EffectKind::bound_otherwise, std::ssize(roll.firms), told, told};
}

policy::Binding class_binding(const UpgradeRoll& roll, Month month) {
  const Date day = first_day(month);
  const auto any = [day](const std::vector<Turns>& all) {
    return std::any_of(all.begin(), all.end(), [day](const Turns& turns) { return turns.on(day); });
  };
  policy::Binding binding{roll.measure, policy::Followed::not_asked, false};
  if (any(roll.told))
    binding.followed = policy::Followed::yes;
  else if (any(roll.raised))
    binding.followed = policy::Followed::no_way;
  else if (!roll.firms.empty() && !contains(roll.obeys, true))
    binding.followed = policy::Followed::nobody_obeys;
  return binding;
}

}  // namespace railshift::rules
