#include "sim/rules/rail/rail_limits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/capacity/capacity_steps.hpp"
#include "sim/rules/capacity/precedence.hpp"
#include "sim/rules/capacity/station_work.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

constexpr double kHoursPerDay = 24.0;
constexpr double kUnlimited = std::numeric_limits<double>::infinity();

/// Days of the month on which a siding is in service.
double service_days(const World& world, Id<Siding> siding, Month month) {
  const auto since = siding_in_service(world, siding);
  if (!since) return 0.0;
  return static_cast<double>(std::max(0, end_day(month) - std::max(*since, first_day(month))));
}

/// Sum over the days in service, each less the hours in which a window closes the siding.
template <class OfDay>
double over_days(const World& world, const CapacitySteps& steps, Id<Siding> siding, Month month, OfDay of_day) {
  const auto since = siding_in_service(world, siding);
  double sum = 0.0;
  for (Date day = first_day(month); since && day < end_day(month); day = day + 1) {
    const SidingDay at = steps.on(siding, day);
    if (day >= *since) sum += of_day(at) * (1.0 - at.closed_h / kHoursPerDay);
  }
  return std::floor(sum);
}

double handling_kg(const World& world, const CapacitySteps& steps, Id<Siding> siding, Month month) {
  if (steps.touch(siding)) return over_days(world, steps, siding, month, [](const SidingDay& day) { return day.t_per_day * 1000.0; });
  return std::floor(world.sidings[siding].capacity.value * 1000.0 * service_days(world, siding, month));
}

/// What the loading tracks can turn over; a siding that states no train load or time has no such limit.
double track_kg(const World& world, const CapacitySteps& steps, Id<Siding> id, Month month) {
  const Siding& siding = world.sidings[id];
  if (siding.train_hours.value <= 0.0 || siding.train_load.value <= 0) return kUnlimited;
  const auto load = static_cast<double>(siding.train_load.value);
  if (steps.touch(id))
    return over_days(world, steps, id, month,
                     [&](const SidingDay& day) { return day.tracks * kHoursPerDay / siding.train_hours.value * load; });
  const double trains_per_day = static_cast<double>(siding.tracks) * kHoursPerDay / siding.train_hours.value;
  return std::floor(trains_per_day * load * service_days(world, id, month));
}

/// Day by day where a measure changes the paths.
std::int64_t free_slots(const CapacitySteps& steps, const RailSection& section, Id<RailSection> id, double background, Month month) {
  if (!steps.touch(id)) {
    const double free_per_day = std::max(0.0, static_cast<double>(section.slots_per_day) - background);
    return static_cast<std::int64_t>(std::floor(free_per_day * static_cast<double>(days_in(month))));
  }
  std::int64_t free = 0;
  for (Date day = first_day(month); day < end_day(month); day = day + 1)
    free += free_on(steps.on(id, day), background_parts(background), day.days);
  return free;
}

/// Layout of the limit list: two a siding, then two a section (section_limit), then those that only some have.
std::size_t siding_limit(Id<Siding> siding) { return std::size_t{2} * siding.index; }
std::size_t track_limit(Id<Siding> siding) { return std::size_t{2} * siding.index + 1; }

std::vector<RailLimit> capacities_of(const World& world, Month month, std::optional<Id<Measure>> without) {
  const CapacitySteps steps(world, month, without);
  const bool ranked = precedence(world, month, without).background.has_value();
  std::vector<RailLimit> limits;
  for (const Siding& siding : world.sidings) {
    const Id<Siding> id = world.sidings.id_of(siding);
    const LimitKind kind = siding.ends_at == SidingEnd::fence ? LimitKind::siding : LimitKind::yard;
    limits.push_back({"siding:" + siding.id, kind, handling_kg(world, steps, id, month)});
    limits.push_back({"tracks:" + siding.id, kind, track_kg(world, steps, id, month)});
  }
  for (const RailSection& section : world.rail_sections) {
    const double background = ranked ? 0.0 : background_trains(world, section, month);
    const auto slots = static_cast<double>(free_slots(steps, section, world.rail_sections.id_of(section), background, month));
    for (const char* direction : {":forward", ":backward"}) {
      limits.push_back({"section:" + section.id + direction, LimitKind::line, slots});
    }
  }
  return limits;
}

/// Limits that only some sidings and stations have, behind the others: by siding or node, their places.
struct OwnLimits {
  std::map<Id<Siding>, std::size_t> wagons;
  std::map<Id<Siding>, std::size_t> unloading;
  std::map<Id<Node>, std::size_t> exchanges;
};

OwnLimits add_own_limits(const World& world, Month month, std::vector<RailLimit>& limits) {
  OwnLimits own;
  for (const Siding& siding : world.sidings) {
    const Id<Siding> id = world.sidings.id_of(siding);
    const LimitKind kind = siding.ends_at == SidingEnd::fence ? LimitKind::siding : LimitKind::yard;
    const double days = service_days(world, id, month);
    const auto load = static_cast<double>(siding.train_load.value);
    if (const auto trains = loads_by_wagons(siding, days)) {
      own.wagons[id] = limits.size();
      limits.push_back({"wagons:" + siding.id, kind, std::floor(*trains * load)});
    }
    if (siding.unload_tracks > 0 && unloading_hours(siding).value > 0.0) {
      own.unloading[id] = limits.size();
      const double trains = siding.unload_tracks * kHoursPerDay / unloading_hours(siding).value * days;
      limits.push_back({"unloading:" + siding.id, kind, std::floor(trains * load)});
    }
  }
  for (const Node& node : world.nodes) {
    if (node.trains_per_day == 0) continue;
    own.exchanges[world.nodes.id_of(node)] = limits.size();
    limits.push_back({"exchange:" + node.id, LimitKind::line, static_cast<double>(node.trains_per_day) * days_in(month)});
  }
  return own;
}

/// The uses of rail chains.
class ChainUses {
 public:
  ChainUses(const World& world, const OwnLimits& own, std::vector<RailLimit>& limits) : world_(world), own_(own), limits_(limits) {}

  /// Uses of one chain, and its train load; a limit met twice (a line travelled there and back) counts twice.
  std::vector<LimitUse> of(const Chain& chain, std::optional<Kilograms>& load) {
    uses_.clear();
    if (const auto siding = loading_siding(world_, chain)) load_at(*siding, load);
    if (const auto siding = unloading_siding(world_, chain)) unload_at(*siding, load);
    if (load) run_over(sections_of(world_, chain), load->value);
    for (const LimitUse& use : uses_) limits_[use.limit].used = true;
    return std::move(uses_);
  }

 private:
  void note_load(Id<Siding> siding, std::optional<Kilograms>& load) const {
    if (!load && world_.sidings[siding].train_load.value > 0) load = world_.sidings[siding].train_load;
  }
  void load_at(Id<Siding> siding, std::optional<Kilograms>& load) {
    uses_.push_back({siding_limit(siding), 1.0});
    uses_.push_back({track_limit(siding), 1.0});
    if (const auto wagons = own_.wagons.find(siding); wagons != own_.wagons.end()) uses_.push_back({wagons->second, 1.0});
    note_load(siding, load);
  }
  /// Unloading takes the time of the common tracks that it takes, or tracks of its own.
  void unload_at(Id<Siding> id, std::optional<Kilograms>& load) {
    const Siding& siding = world_.sidings[id];
    uses_.push_back({siding_limit(id), 1.0});
    const auto own = own_.unloading.find(id);
    const bool other_time = siding.train_hours.value > 0.0 && siding.unload_hours.value > 0.0;
    if (own != own_.unloading.end())
      uses_.push_back({own->second, 1.0});
    else
      uses_.push_back({track_limit(id), other_time ? siding.unload_hours.value / siding.train_hours.value : 1.0});
    note_load(id, load);
  }
  void run_over(const std::vector<SectionUse>& sections, std::int64_t load) {
    for (const SectionUse& use : sections) {
      const RailSection& section = world_.rail_sections[Id<RailSection>{use.section}];
      const std::size_t limit = section_limit(world_, use);
      const auto kg_a_path = static_cast<double>(load * trains_a_path(section, load));
      pass(use.forward ? section.from : section.to, load);
      uses_.push_back({limit, 1.0 / kg_a_path});
      limits_[limit].kg_per_unit = std::max(limits_[limit].kg_per_unit, kg_a_path);
    }
    if (sections.empty()) return;
    const RailSection& last = world_.rail_sections[Id<RailSection>{sections.back().section}];
    pass(sections.back().forward ? last.to : last.from, load);
  }
  void pass(Id<Node> station, std::int64_t load) {
    const auto exchange = own_.exchanges.find(station);
    if (exchange == own_.exchanges.end()) return;
    uses_.push_back({exchange->second, 1.0 / static_cast<double>(load)});
    limits_[exchange->second].kg_per_unit = std::max(limits_[exchange->second].kg_per_unit, static_cast<double>(load));
  }

  const World& world_;
  const OwnLimits& own_;
  std::vector<RailLimit>& limits_;
  std::vector<LimitUse> uses_;
};

/// Limits of belts and pipes stand behind those of the railway, one a pair of sites and mode, in the order of their chains.
class WayLimits {
 public:
  WayLimits(const World& world, Month month) : world_(world), month_(month) {}
  std::size_t of(const Chain& chain, std::vector<RailLimit>& limits) {
    const auto [at, added] = by_name_.try_emplace(way_limit(world_, chain), limits.size());
    if (added) limits.push_back({at->first, LimitKind::belt, static_cast<double>(way_capacity(world_, chain, month_).value), 1.0, true});
    return at->second;
  }

 private:
  const World& world_;
  Month month_;
  std::map<std::string, std::size_t> by_name_;
};

}  // namespace

std::size_t section_limit(const RailWorld& world, const SectionUse& use) {
  return 2 * (world.sidings.size() + use.section) + (use.forward ? 0 : 1);
}

std::vector<double> RailLimits::capacities() const {
  std::vector<double> all;
  all.reserve(limits.size());
  for (const RailLimit& limit : limits) all.push_back(limit.capacity);
  return all;
}

RailLimits rail_limits(const World& world, Month month, std::optional<Id<Measure>> without) {
  RailLimits all{capacities_of(world, month, without), {}, {}};
  const OwnLimits own = add_own_limits(world, month, all.limits);
  ChainUses uses(world, own, all.limits);
  all.of_chain.reserve(world.chains.size());
  WayLimits ways(world, month);
  for (const Chain& chain : world.chains) {
    std::optional<Kilograms> load;
    if (is_new_way(chain))
      all.of_chain.push_back({{ways.of(chain, all.limits), 1.0}});
    else
      all.of_chain.push_back(chain.main_mode() == Mode::rail ? uses.of(chain, load) : std::vector<LimitUse>{});
    all.train_load.push_back(load ? load->value : 0);
  }
  return all;
}

Kilograms siding_capacity(const World& world, Id<Siding> siding, Month month) {
  const CapacitySteps steps(world, month);
  return Kilograms{static_cast<std::int64_t>(std::min(handling_kg(world, steps, siding, month), track_kg(world, steps, siding, month)))};
}

double background_trains(const ValueWorld& world, const RailSection& section, Month month) {
  return section.background_per_day.on(std::max(first_day(month), world.settings.start)).value_or(0.0);
}

std::int64_t free_slots(const World& world, const RailSection& section, Month month) {
  return free_slots(CapacitySteps(world, month), section, world.rail_sections.id_of(section), background_trains(world, section, month),
                    month);
}

}  // namespace railshift::rules
