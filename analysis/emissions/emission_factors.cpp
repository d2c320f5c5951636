#include "analysis/emissions/emission_factors.hpp"

#include <functional>
#include <set>

#include "sim/rules/register/faults.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kNox = "NOx";
constexpr std::string_view kPm25 = "PM2.5";
constexpr std::string_view kCo2TankToWheel = "CO2_ttw";
constexpr std::string_view kCo2WellToWheel = "CO2_wtw";
constexpr double kGramsPerKilogram = 1000.0;
constexpr double kPer10kGrossTonneKm = 1e-4;

}  // namespace

EmissionFactors::EmissionFactors(const World& world) : world_(&world) {
  std::set<std::string> pollutants;
  for (const EmissionFactor& f : world.emission_factors) {
    factors_.emplace(Cell{f.vehicle_type, f.powertrain, f.standard, f.pollutant}, &f);
    pollutants.insert(f.pollutant);
  }
  pollutants_.assign(pollutants.begin(), pollutants.end());
}

std::optional<double> EmissionFactors::grams(const ActivityKey& activity, std::string_view pollutant) const {
  switch (activity.source) {
    case EmissionSource::modelled_exhaust:
    case EmissionSource::counted_exhaust:
    case EmissionSource::other_exhaust:
    case EmissionSource::hired_exhaust:
    case EmissionSource::through_exhaust:
      return exhaust(activity, pollutant);
    case EmissionSource::idling:
      return idling(activity, pollutant);
    case EmissionSource::rail_traction:
      return rail(activity, pollutant);
    case EmissionSource::belt_drive:  // no exhaust at the belt; the grid's CO2 is well-to-wheel
      return pollutant == kCo2WellToWheel ? world_->parameter("grid.co2_kg_per_kwh", first_day(activity.month)) * kGramsPerKilogram : 0.0;
  }
  RAILSHIFT_EXPECTS(false, "a source has factors");
}

std::optional<double> EmissionFactors::exhaust(const ActivityKey& activity, std::string_view pollutant) const {
  const EmissionClass vehicle = EmissionClass::from_index(activity.vehicle);
  const auto found = factors_.find(Cell{vehicle.type, vehicle.access.powertrain, vehicle.access.standard, std::string(pollutant)});
  if (found == factors_.end()) return std::nullopt;
  const EmissionFactor& factor = *found->second;
  const double fault = activity.counted ? 1.0 : fault_factor(vehicle, pollutant, first_day(activity.month));
  switch (activity.load) {
    case LoadState::loaded:
      return factor.loaded.value * fault;
    case LoadState::empty:
      return factor.empty.value * fault;
    case LoadState::mixed:
      return (factor.loaded.value + factor.empty.value) / 2.0 * fault;
  }
  RAILSHIFT_EXPECTS(false, "a load state has a factor");
}

double EmissionFactors::fault_factor(const EmissionClass& vehicle, std::string_view pollutant, Date day) const {
  if (pollutant != kNox || !rules::can_be_faulty(vehicle.access)) return 1.0;
  const double tampered = world_->parameter("fault.tampered_factor", day);
  const double no_urea = world_->parameter("fault.no_urea_factor", day);
  const double mean = 1.0 + world_->parameter("fault.tampered_share", day) * (tampered - 1.0) +
                      world_->parameter("fault.no_urea_share", day) * (no_urea - 1.0);
  switch (vehicle.fault) {
    case Fault::sound:
      return 1.0 / mean;
    case Fault::tampered:
      return tampered / mean;
    case Fault::no_urea:
      return no_urea / mean;
  }
  RAILSHIFT_EXPECTS(false, "a fault state has a factor");
}

std::optional<double> EmissionFactors::well_to_wheel() const {
  const auto tank = factors_.find(Cell{VehicleType::heavy, Powertrain::diesel, Standard::china5, std::string(kCo2TankToWheel)});
  const auto well = factors_.find(Cell{VehicleType::heavy, Powertrain::diesel, Standard::china5, std::string(kCo2WellToWheel)});
  if (tank == factors_.end() || well == factors_.end() || tank->second->loaded.value <= 0.0) return std::nullopt;
  return well->second->loaded.value / tank->second->loaded.value;
}

/// Stated for heavy diesel trucks; taken for every truck that burns fuel.
std::optional<double> EmissionFactors::idling(const ActivityKey& activity, std::string_view pollutant) const {
  const Date day = first_day(activity.month);
  if (pollutant == kNox) return world_->parameter("road.idle_nox_g_per_h", day);
  if (pollutant == kPm25) return world_->parameter("road.idle_pm25_g_per_h", day);
  if (pollutant == kCo2TankToWheel) return world_->parameter("road.idle_co2_g_per_h", day);
  if (pollutant != kCo2WellToWheel) return std::nullopt;
  const auto ratio = well_to_wheel();
  if (!ratio) return std::nullopt;
  return world_->parameter("road.idle_co2_g_per_h", day) * *ratio;
}

std::optional<double> EmissionFactors::rail(const ActivityKey& activity, std::string_view pollutant) const {
  const Date day = first_day(activity.month);
  if (EmissionClass::from_index(activity.vehicle).access.powertrain == Powertrain::electric) {
    if (pollutant != kCo2WellToWheel) return 0.0;  // no exhaust on the line; the grid's CO2 is well-to-wheel
    return world_->parameter("rail.electric_kwh_per_10kgtkm", day) * kPer10kGrossTonneKm * world_->parameter("grid.co2_kg_per_kwh", day) *
           kGramsPerKilogram;
  }
  const double fuel_kg = world_->parameter("rail.diesel_kg_per_10kgtkm", day) * kPer10kGrossTonneKm;
  if (pollutant == kNox) return fuel_kg * world_->parameter("rail.diesel_nox_g_per_kg", day);
  if (pollutant == kPm25) return fuel_kg * world_->parameter("rail.diesel_pm25_g_per_kg", day);
  const double co2 = fuel_kg * world_->parameter("rail.diesel_co2_kg_per_kg", day) * kGramsPerKilogram;
  if (pollutant == kCo2TankToWheel) return co2;
  if (pollutant != kCo2WellToWheel) return std::nullopt;
  const auto ratio = well_to_wheel();
  if (!ratio) return std::nullopt;
  return co2 * *ratio;
}

}  // namespace railshift::analysis
