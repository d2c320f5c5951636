#include "analysis/emissions/inventory.hpp"

#include <map>
#include <tuple>

#include "analysis/emissions/activity.hpp"
#include "analysis/emissions/emission_factors.hpp"

namespace railshift::analysis {
namespace {

using RowKey = std::tuple<Month, EmissionSource, std::string, std::string, int, Standard, Powertrain>;
using GapKey = std::tuple<EmissionSource, VehicleType, Standard, Powertrain, std::string>;

std::string_view unit_of(EmissionSource source) {
  switch (source) {
    case EmissionSource::modelled_exhaust:
    case EmissionSource::counted_exhaust:
    case EmissionSource::other_exhaust:
    case EmissionSource::hired_exhaust:
    case EmissionSource::through_exhaust:
      return "km";
    case EmissionSource::idling:
      return "h";
    case EmissionSource::rail_traction:
      return "gross t km";
    case EmissionSource::belt_drive:
      return "kWh";
  }
  RAILSHIFT_EXPECTS(false, "a source has a unit of activity");
}

}  // namespace

std::string_view to_text(EmissionSource s) {
  switch (s) {
    case EmissionSource::modelled_exhaust:
      return "modelled_exhaust";
    case EmissionSource::counted_exhaust:
      return "counted_exhaust";
    case EmissionSource::other_exhaust:
      return "other_exhaust";
    case EmissionSource::hired_exhaust:
      return "hired_exhaust";
    case EmissionSource::through_exhaust:
      return "through_exhaust";
    case EmissionSource::idling:
      return "idling";
    case EmissionSource::rail_traction:
      return "rail_traction";
    case EmissionSource::belt_drive:
      return "belt_drive";
  }
  RAILSHIFT_EXPECTS(false, "a source has a word");
}

std::vector<EmissionRow> inventory(const World& world, const ledger::Ledger& ledger) {
  const EmissionFactors factors(world);
  if (factors.pollutants().empty()) return {};
  std::map<RowKey, double> grams;
  for (const auto& [key, amount] : activities(world, ledger)) {
    const AccessClass access = EmissionClass::from_index(key.vehicle).access;
    for (const std::string& pollutant : factors.pollutants()) {
      const auto factor = factors.grams(key, pollutant);
      if (!factor) continue;
      grams[{key.month, key.source, pollutant, key.county, key.ring, access.standard, access.powertrain}] += amount * *factor;
    }
  }
  std::vector<EmissionRow> rows;
  rows.reserve(grams.size());
  for (const auto& [key, mass] : grams) {
    const auto& [month, source, pollutant, county, ring, standard, powertrain] = key;
    rows.push_back({month, source, pollutant, county, ring, standard, powertrain, mass});
  }
  return rows;
}

std::vector<MissingFactor> missing_factors(const World& world, const ledger::Ledger& ledger) {
  const EmissionFactors factors(world);
  std::map<GapKey, double> gaps;
  for (const auto& [key, amount] : activities(world, ledger)) {
    const EmissionClass vehicle = EmissionClass::from_index(key.vehicle);
    for (const std::string& pollutant : factors.pollutants()) {
      if (factors.grams(key, pollutant)) continue;
      gaps[{key.source, vehicle.type, vehicle.access.standard, vehicle.access.powertrain, pollutant}] += amount;
    }
  }
  std::vector<MissingFactor> rows;
  for (const auto& [key, amount] : gaps) {
    const auto& [source, type, standard, powertrain, pollutant] = key;
    rows.push_back({source, type, standard, powertrain, pollutant, amount, std::string(unit_of(source))});
  }
  return rows;
}

}  // namespace railshift::analysis
