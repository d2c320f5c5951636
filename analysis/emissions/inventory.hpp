#pragma once
/// 排放清单 - inventory: cells x factors after the run. Zero activity is zero emission; the parts sum to the total.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Registered local trucks are the first three: loads of flows that run as individuals, monthly counts, and work that no flow states.
enum class EmissionSource : std::uint8_t {
  modelled_exhaust,
  counted_exhaust,
  other_exhaust,
  hired_exhaust,
  through_exhaust,
  idling,
  rail_traction,
  belt_drive  ///< of belts and pipes that measures open; of others the draw is not known
};
inline constexpr std::array kEmissionSources{
    EmissionSource::modelled_exhaust, EmissionSource::counted_exhaust, EmissionSource::other_exhaust, EmissionSource::hired_exhaust,
    EmissionSource::through_exhaust,  EmissionSource::idling,          EmissionSource::rail_traction, EmissionSource::belt_drive};
[[nodiscard]] std::string_view to_text(EmissionSource s);
/// Whether trucks that are registered here emit it.
[[nodiscard]] constexpr bool is_local(EmissionSource s) {
  return s == EmissionSource::modelled_exhaust || s == EmissionSource::counted_exhaust || s == EmissionSource::other_exhaust;
}

struct EmissionRow {
  Month month;
  EmissionSource source = EmissionSource::modelled_exhaust;
  std::string pollutant;
  std::string county;
  int ring = 0;
  Standard standard = Standard::china5;
  Powertrain powertrain = Powertrain::diesel;
  double grams = 0.0;
};

/// Exhaust of the traffic fold: local trucks wherever they drive (county kBeyond and no ring beyond the gateways), others inside the study
/// area; of the other work of registered local trucks (truck_book.hpp; it has no route, so no county and no ring); idling in queues inside;
/// rail traction (electric trains: CO2 of the grid). One book: the sources sum to the city's total.
/// A fleet-mean factor f already contains its faulty trucks: the sound factor is f / (1 + sum of p (m - 1)), a faulty one m times that
/// (design.md section 2); faults touch the NOx of diesel trucks from China IV on. Trips that are counted and not drawn as individuals, and
/// other work, have no fault state and take the mean factor. Rows are in key order.
[[nodiscard]] std::vector<EmissionRow> inventory(const World& world, const ledger::Ledger& ledger);

/// Activity for which no factor exists: it emits nothing in `inventory`, so it must be told.
struct MissingFactor {
  EmissionSource source = EmissionSource::modelled_exhaust;
  VehicleType vehicle_type = VehicleType::heavy;
  Standard standard = Standard::china5;
  Powertrain powertrain = Powertrain::diesel;
  std::string pollutant;
  double amount = 0.0;  ///< how much activity has no factor
  std::string unit;     ///< km | h | gross t km
};
/// In key order; empty when every active cell has a factor for every pollutant that the factor table knows.
[[nodiscard]] std::vector<MissingFactor> missing_factors(const World& world, const ledger::Ledger& ledger);

}  // namespace railshift::analysis
