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
  months[p.site].insert(month);
  if (p.owner == Owner::hired && p.vehicle_type && p.powertrain) ++hired[{month.year(), *p.vehicle_type, p.standard, *p.powertrain}];
  if (p.cargo == Cargo::empty) return;
  Loads& of_key = loads[{side, p.commodity}];
  of_key.by_month[month].add(p);
  of_key.lines.add(p.line);
}

std::vector<Month> GateTally::gaps(Id<Site> site, int year) const {
  std::vector<Month> out;
  const auto seen = months.find(site);
  for (int m = 1; m <= 12; ++m) {
    if (seen == months.end() || seen->second.count(make_month(year, m)) == 0) out.push_back(make_month(year, m));
  }
  return out;
}

std::set<int> GateTally::years(Id<Site> site) const {
  std::set<int> out;
  const auto seen = months.find(site);
  if (seen == months.end()) return out;
  for (const Month month : seen->second) out.insert(month.year());
  return out;
}

std::string counts_csv(const World& world, const GateTally& tally) {
  std::map<std::tuple<int, GateSide, Standard>, GateCount> years;
  for (const auto& [key, count] : tally.counts) years[{key.month.year(), key.side, key.standard}].add(count);
  std::string csv = "year,site,direction,standard,trucks,loaded,tonnes,unweighed\n";
  for (const auto& [key, count] : years) {
    const auto& [year, side, standard] = key;
    csv += fmt::format("{},{},{},{},{},{},{}.{:03},{}\n", year, csv_cell(world.sites[side.site].id), to_text(side.direction),
                       railshift::to_text(standard), count.trucks, count.loaded, count.kg / 1000, count.kg % 1000, count.unweighed);
  }
  return csv;
}

}  // namespace railshift::scenario
