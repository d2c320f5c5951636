#include "sim/rules/goods/firm_classes.hpp"

#include <algorithm>

#include "sim/core/contains.hpp"
#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::rules {
namespace {

std::vector<Id<Measure>> upgrades_in_order(const World& world, std::optional<Id<Measure>> without) {
  std::vector<Id<Measure>> found;
  for (const Measure& measure : world.measures) {
    const Id<Measure> id = world.measures.id_of(measure);
    if (policy::as<ClassUpgrade>(measure) != nullptr && id != without) found.push_back(id);
  }
  std::sort(found.begin(), found.end(), [&](Id<Measure> a, Id<Measure> b) {
    const Measure &first = world.measures[a], &second = world.measures[b];
    return first.from != second.from ? first.from < second.from : policy::goes_first(first, second);
  });
  return found;
}

bool obeys_upgrade(const World& world, std::uint32_t seed, const Measure& measure, Id<Firm> firm) {
  const double u = draw_uniform(seed, Purpose::obedience, hash_text(measure.id + '/' + world.firms[firm].id), 0);
  return u < policy::as<ClassUpgrade>(measure)->obedience;
}

FirmClass class_on(const Dated<FirmClass>& classes, Date day) { return classes.on(day).value_or(FirmClass::unrated); }

bool asks_for(const ClassUpgrade& upgrade, FirmClass before) {
  return upgrade.from_classes.empty() || contains(upgrade.from_classes, before);
}

/// At least a class from a day on.
Dated<FirmClass> raised(const Dated<FirmClass>& classes, Date from, FirmClass least) {
  const auto better = [least](FirmClass c) { return is_better(least, c) ? least : c; };
  Dated<FirmClass> out;
  for (const auto& [day, stated] : classes.steps()) out.from(day, day < from ? stated : better(stated));
  out.from(from, better(class_on(classes, from)));
  return out;
}

}  // namespace

FirmClass FirmClasses::on(Id<Firm> firm, Date day) const {
  return firm.index < of_firm_.size() ? class_on(of_firm_[firm.index], day) : FirmClass::unrated;
}

std::vector<Date> FirmClasses::days(Id<Firm> firm) const {
  std::vector<Date> days;
  if (firm.index >= of_firm_.size()) return days;
  for (const auto& [day, stated] : of_firm_[firm.index].steps()) days.push_back(day);
  return days;
}

FirmClasses firm_classes(const World& world, std::uint32_t seed, std::optional<Id<Measure>> without) {
  std::vector<Dated<FirmClass>> of_firm;
  for (const Firm& firm : world.firms) of_firm.push_back(firm.classes);
  for (const Id<Measure> id : upgrades_in_order(world, without)) {
    const Measure& measure = world.measures[id];
    const auto& upgrade = *policy::as<ClassUpgrade>(measure);
    for (const Id<Firm> firm : upgrade.firms) {
      Dated<FirmClass>& classes = of_firm[firm.index];
      if (asks_for(upgrade, class_on(classes, measure.from)) && obeys_upgrade(world, seed, measure, firm))
        classes = raised(classes, measure.from, upgrade.to_class);
    }
  }
  return FirmClasses(std::move(of_firm));
}

Upgraded upgraded(const World& world, std::uint32_t seed, Id<Measure> upgrade, const FirmClasses& before) {
  const Measure& measure = world.measures[upgrade];
  const auto& kind = *policy::as<ClassUpgrade>(measure);
  Upgraded found;
  for (const Id<Firm> firm : kind.firms) {
    if (!asks_for(kind, before.on(firm, measure.from))) continue;
    found.firms.push_back(firm);
    found.obeys.push_back(obeys_upgrade(world, seed, measure, firm));
  }
  return found;
}

}  // namespace railshift::rules
