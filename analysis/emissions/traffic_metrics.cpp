/// Kilometres of through traffic inside the rings, and exhaust. Inside links only: what lies beyond a gateway never counts.
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "analysis/emissions/inventory.hpp"
#include "analysis/metrics/families.hpp"
#include "analysis/metrics/standings.hpp"

namespace railshift::analysis {
namespace {

constexpr double kGramsPerTonne = 1e6;

/// Ring fields of rows: "" = all inside links, "1" = enclosed by one ring road or more, "2" = by both.
constexpr std::array<int, 3> kRings{0, 1, 2};
std::string ring_text(int ring) { return ring == 0 ? "" : std::to_string(ring); }

Standing through_standing(const World& world) {
  return weakest({standing_of(world.through), standing_of(world.outside_mix), standing_of(world.links)});
}

/// Every row that enters the exhaust of a source.
Standing standing_of_source(const World& world, EmissionSource source) {
  const Standing factors = standing_of(world.emission_factors);
  const Standing hauls = standing_of_hauls(world), fleet = standing_of_fleet(world);
  switch (source) {
    case EmissionSource::modelled_exhaust:
      return weakest({factors, hauls, fleet, standing_of(world.pools), standing_of_values(world, {"fault."})});
    case EmissionSource::counted_exhaust:
      return weakest({factors, hauls, fleet});
    case EmissionSource::other_exhaust:
      return weakest({factors, hauls, fleet, standing_of(world.pools), standing_of(world.mileage)});
    case EmissionSource::hired_exhaust:
      return weakest({factors, hauls, standing_of(world.pools), standing_of(world.outside_mix), standing_of_values(world, {"fault."})});
    case EmissionSource::through_exhaust:
      return weakest({factors, through_standing(world)});
    case EmissionSource::idling:
      return weakest({factors, standing_of_goods(world), fleet, standing_of(world.stations), standing_of_values(world, {"road.idle_"})});
    case EmissionSource::belt_drive:
      return weakest({standing_of_goods(world), standing_of_values(world, {"grid."})});
    case EmissionSource::rail_traction:
      return weakest({factors, standing_of_goods(world), standing_of(world.rail_sections),
                      standing_of_values(world, {"rail.gross_net", "rail.electric_", "rail.diesel_", "grid."})});
  }
  RAILSHIFT_EXPECTS(false, "a source rests on rows");
}

/// Years of which something is reported: a run without traffic has 0 km and 0 t, not nothing.
std::set<Period> years_of(const Gauge& gauge) {
  std::set<Period> years;
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) years.insert(year_period(m));
  return years;
}

std::set<std::string> counties_of_roads(const World& world) {
  std::set<std::string> counties;
  for (const Link& link : world.links) {
    if (!link.county.empty()) counties.insert(link.county);
  }
  return counties;
}

/// One scope of an exhaust row: pollutant, source, ring, standard, county; empty text = all.
using ExhaustKey = std::tuple<Period, std::string, std::string, int, std::string, std::string>;

struct Exhaust {
  double grams = 0.0;
  Standing standing = Standing::derived;
};

void put(std::map<ExhaustKey, Exhaust>& sums, const EmissionRow& row, Standing standing) {
  const auto add = [&](const std::string& source, int ring, const std::string& of_standard, const std::string& county) {
    Exhaust& sum = sums[{year_period(row.month), row.pollutant, source, ring, of_standard, county}];
    sum.grams += row.grams;
    sum.standing = combine(sum.standing, standing);
  };
  add(std::string(to_text(row.source)), 0, "", "");
  add("", 0, "", "");
  add("", 0, "", row.county.empty() ? kNoCounty : row.county);
  if (row.source != EmissionSource::rail_traction && row.source != EmissionSource::belt_drive)
    add("", 0, std::string(to_text(row.standard)), "");
  for (const int ring : kRings) {
    // Other work and idling have no road, and beyond the gateways there is no ring.
    if (ring > 0 && row.ring >= ring) add("", ring, "", "");
  }
}

/// 0 t of every pollutant that has factors, by source, ring, standard and county, before anything is added.
std::map<ExhaustKey, Exhaust> no_exhaust(const Gauge& gauge, const std::map<EmissionSource, Standing>& standings) {
  std::map<ExhaustKey, Exhaust> sums;
  std::set<std::string> counties = counties_of_roads(gauge.world()), pollutants;
  counties.insert({kNoCounty, kBeyond});
  for (const EmissionFactor& factor : gauge.world().emission_factors) pollutants.insert(factor.pollutant);
  for (const Period year : years_of(gauge)) {
    for (const std::string& pollutant : pollutants) {
      const auto add = [&](const std::string& source, int ring, const std::string& standard, const std::string& county, Standing standing) {
        sums.try_emplace(ExhaustKey{year, pollutant, source, ring, standard, county}, Exhaust{0.0, standing});
      };
      for (const int ring : kRings) add("", ring, "", "", Standing::derived);
      for (int s = 0; s < kStandards; ++s) add("", 0, std::string(to_text(static_cast<Standard>(s))), "", Standing::derived);
      for (const std::string& county : counties) add("", 0, "", county, Standing::derived);
      for (const EmissionSource source : kEmissionSources) add(std::string(to_text(source)), 0, "", "", standings.at(source));
    }
  }
  return sums;
}

}  // namespace

void add_through_km(const Gauge& gauge, MetricTable& table) {
  std::map<std::pair<Period, int>, std::int64_t> metres;
  std::map<std::pair<Period, std::string>, std::int64_t> of_county;
  const std::set<std::string> counties = counties_of_roads(gauge.world());
  for (const Period year : years_of(gauge)) {
    for (const int ring : kRings) metres[{year, ring}] = 0;
    for (const std::string& county : counties) of_county[{year, county}] = 0;
  }
  for (const ledger::TrafficRow& row : gauge.ledger().traffic) {
    if (!gauge.reported(row.month) || !row.inside || row.owner != Owner::through) continue;
    for (const int ring : kRings) {
      if (row.ring >= ring) metres[{year_period(row.month), ring}] += row.metres;
    }
    of_county[{year_period(row.month), row.county.empty() ? kNoCounty : row.county}] += row.metres;
  }
  const Standing standing = through_standing(gauge.world());
  for (const auto& [key, driven] : metres) {
    MetricRow row = gauge.row("through_km_inside", key.first, "km", kilometres_of(driven), standing);
    row.ring = ring_text(key.second);
    table.push_back(std::move(row));
  }
  for (const auto& [key, driven] : of_county) {
    MetricRow row = gauge.row("through_km_inside", key.first, "km", kilometres_of(driven), standing);
    row.county = key.second;
    table.push_back(std::move(row));
  }
}

void add_exhaust(const Gauge& gauge, MetricTable& table) {
  std::map<EmissionSource, Standing> standings;
  for (const EmissionSource source : kEmissionSources) standings[source] = standing_of_source(gauge.world(), source);
  std::map<ExhaustKey, Exhaust> sums = no_exhaust(gauge, standings);
  for (const EmissionRow& row : inventory(gauge.world(), gauge.ledger())) {
    if (gauge.reported(row.month)) put(sums, row, standings.at(row.source));
  }
  for (const auto& [key, sum] : sums) {
    const auto& [period, pollutant, source, ring, standard, county] = key;
    MetricRow row = gauge.row("exhaust", period, "t", sum.grams / kGramsPerTonne, sum.standing);
    row.numerator_kind = pollutant;
    row.basis = source;
    row.ring = ring_text(ring);
    row.standard = standard;
    row.county = county;
    table.push_back(std::move(row));
  }
}

}  // namespace railshift::analysis
