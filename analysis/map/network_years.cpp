#include "analysis/map/network_years.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "sim/core/contract.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::analysis {
namespace {

/// Months of the ledger by year. Every month has rows of flows, whatever was driven.
std::map<int, std::vector<Month>> months_run(const ledger::Ledger& ledger) {
  std::set<Month> months;
  for (const ledger::FlowRow& row : ledger.flows) months.insert(row.month);
  for (const ledger::LinkRow& row : ledger.links) months.insert(row.month);
  std::map<int, std::vector<Month>> by_year;
  for (const Month month : months) by_year[month.year()].push_back(month);
  return by_year;
}

int days_of(const std::vector<Month>& months) {
  int days = 0;
  for (const Month month : months) days += days_in(month);
  return days;
}

/// One entry a thing and year, by year, then thing.
template <class Entry, class Thing>
std::vector<Entry> empty_years(const Table<Thing>& things, const std::map<int, std::vector<Month>>& years, Id<Thing> Entry::*of) {
  std::vector<Entry> entries;
  for (const auto& [year, months] : years) {
    for (const Thing& thing : things) {
      Entry& entry = entries.emplace_back();
      entry.*of = things.id_of(thing);
      entry.year = year;
      entry.months = static_cast<int>(months.size());
      entry.days = days_of(months);
    }
  }
  return entries;
}

/// Where the entries of a year begin.
std::map<int, std::size_t> first_of_year(const std::map<int, std::vector<Month>>& years, std::size_t things) {
  std::map<int, std::size_t> first;
  std::size_t at = 0;
  for (const auto& [year, months] : years) {
    first[year] = at;
    at += things;
  }
  return first;
}

/// Sections on which a chain's trains take a path: none of a chain without a siding inside.
std::vector<std::vector<rules::SectionUse>> booked_sections(const World& world) {
  std::vector<std::vector<rules::SectionUse>> all;
  for (const Chain& chain : world.chains) {
    const bool booked = rules::loading_siding(world, chain) || rules::unloading_siding(world, chain);
    all.push_back(booked ? rules::sections_of(world, chain) : std::vector<rules::SectionUse>{});
  }
  return all;
}

double mean_background(const World& world, const RailSection& section, const std::vector<Month>& months) {
  double trains = 0.0;
  for (const Month month : months) trains += rules::background_trains(world, section, month) * days_in(month);
  return trains / days_of(months);
}

}  // namespace

int standard_group(Standard standard) {
  switch (standard) {
    case Standard::china0:
    case Standard::china1:
    case Standard::china2:
    case Standard::china3:
      return 0;
    case Standard::china4:
      return 1;
    case Standard::china5:
      return 2;
    case Standard::china6:
      return 3;
    case Standard::zero_exhaust:
      return 4;
  }
  broken_promise("standard", "a standard is one of its list", __FILE__, __LINE__);
}

std::vector<LinkYear> link_years(const World& world, const ledger::Ledger& ledger) {
  const auto years = months_run(ledger);
  std::vector<LinkYear> entries = empty_years(world.links, years, &LinkYear::link);
  const auto first = first_of_year(years, world.links.size());
  for (const ledger::LinkRow& row : ledger.links) {
    LinkYear& entry = entries[first.at(row.month.year()) + row.link.index];
    const AccessClass access = AccessClass::from_index(row.access_class);
    entry.vehicles += row.vehicles;
    if (row.loaded) entry.loaded += row.vehicles;
    entry.by_owner[static_cast<std::size_t>(row.owner)] += row.vehicles;
    entry.by_standard[static_cast<std::size_t>(standard_group(access.standard))] += row.vehicles;
    if (is_new_energy(access.powertrain)) entry.new_energy += row.vehicles;
  }
  return entries;
}

double SectionYear::load(const RailSection& of) const {
  if (of.slots_per_day == 0 || days == 0) return 0.0;
  const double own = static_cast<double>(std::max(forward.trains, backward.trains)) / days;
  return (own + background_per_day) / of.slots_per_day;
}

std::vector<SectionYear> section_years(const World& world, const ledger::Ledger& ledger) {
  const auto years = months_run(ledger);
  std::vector<SectionYear> entries = empty_years(world.rail_sections, years, &SectionYear::section);
  for (SectionYear& entry : entries)
    entry.background_per_day = mean_background(world, world.rail_sections[entry.section], years.at(entry.year));
  const auto first = first_of_year(years, world.rail_sections.size());
  const auto booked = booked_sections(world);
  for (const ledger::RailRow& row : ledger.rail) {
    for (const rules::SectionUse& use : booked[row.chain.index]) {
      SectionYear& entry = entries[first.at(row.month.year()) + use.section];
      SectionUseYear& direction = use.forward ? entry.forward : entry.backward;
      direction.trains += row.trains_departed;
      direction.kg += row.departed_kg;
    }
  }
  return entries;
}

}  // namespace railshift::analysis
