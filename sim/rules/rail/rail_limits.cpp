#include "sim/rules/rail/rail_limits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "sim/rules/belts/fixed_ways.hpp"
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

double handling_kg(const World& world, Id<Siding> siding, Month month) {
  return std::floor(world.sidings[siding].capacity.value * 1000.0 * service_days(world, siding, month));
}

/// What the loading tracks can turn over; a siding that states no train load or time has no such limit.
double track_kg(const World& world, Id<Siding> id, Month month) {
  const Siding& siding = world.sidings[id];
  if (siding.train_hours.value <= 0.0 || siding.train_load.value <= 0) return kUnlimited;
  const double trains_per_day = static_cast<double>(siding.tracks) * kHoursPerDay / siding.train_hours.value;
  return std::floor(trains_per_day * static_cast<double>(siding.train_load.value) * service_days(world, id, month));
}

/// Layout of the limit list: two a siding, then two a section.
std::size_t siding_limit(Id<Siding> siding) { return std::size_t{2} * siding.index; }
std::size_t track_limit(Id<Siding> siding) { return std::size_t{2} * siding.index + 1; }
std::size_t section_limit(const World& world, const SectionUse& use) {
  return 2 * (world.sidings.size() + use.section) + (use.forward ? 0 : 1);
}

std::vector<RailLimit> capacities_of(const World& world, Month month) {
  std::vector<RailLimit> limits;
  for (const Siding& siding : world.sidings) {
    const Id<Siding> id = world.sidings.id_of(siding);
    const LimitKind kind = siding.ends_at == SidingEnd::fence ? LimitKind::siding : LimitKind::yard;
    limits.push_back({"siding:" + siding.id, kind, handling_kg(world, id, month)});
    limits.push_back({"tracks:" + siding.id, kind, track_kg(world, id, month)});
  }
  for (const RailSection& section : world.rail_sections) {
    const double slots = static_cast<double>(free_slots(world, section, month));
    for (const char* direction : {":forward", ":backward"}) {
      limits.push_back({"section:" + section.id + direction, LimitKind::line, slots});
    }
  }
  return limits;
}

/// Uses of one rail chain; a limit met twice (a line travelled there and back) counts twice.
std::vector<LimitUse> uses_of(const World& world, const Chain& chain, std::vector<RailLimit>& limits) {
  std::vector<LimitUse> uses;
  std::optional<Kilograms> load;
  for (const auto& siding : {loading_siding(world, chain), unloading_siding(world, chain)}) {
    if (!siding) continue;
    uses.push_back({siding_limit(*siding), 1.0});
    uses.push_back({track_limit(*siding), 1.0});
    if (!load && world.sidings[*siding].train_load.value > 0) load = world.sidings[*siding].train_load;
  }
  if (load) {
    for (const SectionUse& use : sections_of(world, chain)) {
      const std::size_t limit = section_limit(world, use);
      uses.push_back({limit, 1.0 / static_cast<double>(load->value)});
      limits[limit].kg_per_unit = std::max(limits[limit].kg_per_unit, static_cast<double>(load->value));
    }
  }
  for (const LimitUse& use : uses) limits[use.limit].used = true;
  return uses;
}

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

std::vector<double> RailLimits::capacities() const {
  std::vector<double> all;
  all.reserve(limits.size());
  for (const RailLimit& limit : limits) all.push_back(limit.capacity);
  return all;
}

RailLimits rail_limits(const World& world, Month month) {
  RailLimits all{capacities_of(world, month), {}};
  all.of_chain.reserve(world.chains.size());
  WayLimits ways(world, month);
  for (const Chain& chain : world.chains) {
    if (is_new_way(chain))
      all.of_chain.push_back({{ways.of(chain, all.limits), 1.0}});
    else
      all.of_chain.push_back(chain.main_mode() == Mode::rail ? uses_of(world, chain, all.limits) : std::vector<LimitUse>{});
  }
  return all;
}

Kilograms siding_capacity(const World& world, Id<Siding> siding, Month month) {
  return Kilograms{static_cast<std::int64_t>(std::min(handling_kg(world, siding, month), track_kg(world, siding, month)))};
}

double background_trains(const ValueWorld& world, const RailSection& section, Month month) {
  return section.background_per_day.on(std::max(first_day(month), world.settings.start)).value_or(0.0);
}

std::int64_t free_slots(const ValueWorld& world, const RailSection& section, Month month) {
  const double background = background_trains(world, section, month);
  const double free_per_day = std::max(0.0, static_cast<double>(section.slots_per_day) - background);
  return static_cast<std::int64_t>(std::floor(free_per_day * static_cast<double>(days_in(month))));
}

}  // namespace railshift::rules
