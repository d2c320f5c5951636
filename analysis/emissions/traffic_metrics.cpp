/// Kilometres of through traffic inside the rings, and exhaust. Inside links only: what lies beyond a gateway never counts.
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "analysis/emissions/inventory.hpp"
#include "analysis/metrics/families.hpp"

namespace railshift::analysis {
namespace {

constexpr double kGramsPerTonne = 1e6;

/// Ring fields of rows: "" = all inside links, "1" = enclosed by one ring road or more, "2" = by both.
constexpr std::array<int, 3> kRings{0, 1, 2};
std::string ring_text(int ring) { return ring == 0 ? "" : std::to_string(ring); }

Standing through_standing(const World& world) {
  Standing standing = Standing::derived;
  for (const Through& through : world.through) standing = combine(standing, through.provenance.standing);
  return standing;
}

Standing factor_standing(const World& world) {
  Standing standing = Standing::derived;
  for (const EmissionFactor& factor : world.emission_factors) standing = combine(standing, factor.provenance.standing);
  return standing;
}

/// One scope of an exhaust row: pollutant, source, ring, standard, county; empty text = all.
using ExhaustKey = std::tuple<Period, std::string, std::string, int, std::string, std::string>;

void put(std::map<ExhaustKey, double>& grams, const EmissionRow& row) {
  const Period year = year_period(row.month);
  const std::string standard = row.source == EmissionSource::rail_traction ? "" : std::string(to_text(row.standard));
  grams[{year, row.pollutant, std::string(to_text(row.source)), 0, "", ""}] += row.grams;
  grams[{year, row.pollutant, "", 0, "", ""}] += row.grams;
  grams[{year, row.pollutant, "", 0, "", row.county.empty() ? kNoCounty : row.county}] += row.grams;
  if (!standard.empty()) grams[{year, row.pollutant, "", 0, standard, ""}] += row.grams;
  for (const int ring : kRings) {
    // Other work and idling have no road, so a ring never counts them.
    if (ring > 0 && row.ring >= ring) grams[{year, row.pollutant, "", ring, "", ""}] += row.grams;
  }
}

}  // namespace

void add_through_km(const Gauge& gauge, MetricTable& table) {
  std::map<std::pair<Period, int>, std::int64_t> metres;
  std::map<std::pair<Period, std::string>, std::int64_t> of_county;
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) {
    // A month of which the ledger knows nothing about traffic has no row; a month with traffic, none of it through, has a 0.
    for (const int ring : kRings) metres[{year_period(m), ring}] += 0;
  }
  std::set<Period> seen;
  for (const ledger::TrafficRow& row : gauge.ledger().traffic) {
    if (!gauge.reported(row.month)) continue;
    seen.insert(year_period(row.month));
    if (!row.inside || row.owner != Owner::through) continue;
    for (const int ring : kRings) {
      if (row.ring >= ring) metres[{year_period(row.month), ring}] += row.metres;
    }
    of_county[{year_period(row.month), row.county.empty() ? kNoCounty : row.county}] += row.metres;
  }
  const Standing standing = through_standing(gauge.world());
  for (const auto& [key, driven] : metres) {
    if (!seen.contains(key.first)) continue;
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
  std::map<ExhaustKey, double> grams;
  for (const EmissionRow& row : inventory(gauge.world(), gauge.ledger())) {
    if (gauge.reported(row.month)) put(grams, row);
  }
  const Standing standing = factor_standing(gauge.world());
  for (const auto& [key, mass] : grams) {
    const auto& [period, pollutant, source, ring, standard, county] = key;
    MetricRow row = gauge.row("exhaust", period, "t", mass / kGramsPerTonne, standing);
    row.numerator_kind = pollutant;
    row.basis = source;
    row.ring = ring_text(ring);
    row.standard = standard;
    row.county = county;
    table.push_back(std::move(row));
  }
}

}  // namespace railshift::analysis
