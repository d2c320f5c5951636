#include "sim/scenario/records/gate/gate_tally.hpp"

#include <fmt/format.h>

#include "sim/core/csv.hpp"

namespace railshift::scenario {

void GateCount::add(const Passage& passage) {
  ++trucks;
  if (passage.cargo == Cargo::empty) return;
  ++loaded;
  kg += passage.kg.value_or(0);
  if (!passage.kg) ++unweighed;
}

void GateCount::add(const GateCount& other) {
  trucks += other.trucks;
  loaded += other.loaded;
  kg += other.kg;
  unweighed += other.unweighed;
}

void GateTally::add(const Passage& p) {
  const Month month = month_of(p.day);
  const GateSide side{p.site, p.direction};
  ++passages;
  counts[{month, side, p.standard}].add(p);
  days[p.site].insert(p.day);
  if (p.owner == Owner::hired && p.vehicle_type && p.powertrain && p.standard)
    ++hired[{month.year(), *p.vehicle_type, *p.standard, *p.powertrain}];
  if (p.cargo == Cargo::empty) return;
  Loads& of_key = loads[{side, p.commodity}];
  of_key.by_month[month].add(p);
  of_key.lines.add(p.line);
}

std::vector<Month> GateTally::gaps(Id<Site> site, int year) const {
  std::vector<Month> out;
  const auto seen = days.find(site);
  for (int m = 1; m <= 12; ++m) {
    const Month month = make_month(year, m);
    const auto first = seen == days.end() ? std::set<Date>::const_iterator{} : seen->second.lower_bound(first_day(month));
    if (seen == days.end() || first == seen->second.end() || *first >= end_day(month)) out.push_back(month);
  }
  return out;
}

std::vector<Month> GateTally::partial(Id<Site> site, int year) const {
  std::vector<Month> out;
  const auto seen = days.find(site);
  if (seen == days.end() || coverage == Coverage::whole) return out;
  for (const Month month : partial_months(seen->second)) {
    if (month.year() == year) out.push_back(month);
  }
  return out;
}

std::set<int> GateTally::years(Id<Site> site) const {
  std::set<int> out;
  const auto seen = days.find(site);
  if (seen == days.end()) return out;
  for (const Date day : seen->second) out.insert(year_of(day));
  return out;
}

std::string counts_csv(const World& world, const GateTally& tally) {
  std::map<std::tuple<int, GateSide, std::optional<Standard>>, GateCount> years;
  for (const auto& [key, count] : tally.counts) years[{key.month.year(), key.side, key.standard}].add(count);
  std::string csv = "year,site,direction,standard,trucks,loaded,tonnes,unweighed\n";
  for (const auto& [key, count] : years) {
    const auto& [year, side, standard] = key;
    csv += fmt::format("{},{},{},{},{},{},{}.{:03},{}\n", year, csv_result_cell(world.sites[side.site].id), to_text(side.direction),
                       standard ? railshift::to_text(*standard) : "", count.trucks, count.loaded, count.kg / 1000, count.kg % 1000,
                       count.unweighed);
  }
  return csv;
}

}  // namespace railshift::scenario
