#pragma once
/// Part of the world: the register (车管所) on the first day, and how it turns over.
#include <optional>
#include <string>

#include "sim/core/ids.hpp"
#include "sim/core/standing.hpp"
#include "sim/core/units.hpp"
#include "sim/model/operations.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift {

/// Conditional survival of trucks: S(age) = exp(-(age/life)^shape), compulsory end at max_age.
struct SurvivalCurve {
  std::string id;
  VehicleType vehicle_type = VehicleType::heavy;
  std::optional<Powertrain> powertrain;  ///< absent: all others
  double life_years = 10.0;
  double shape = 3.0;
  double max_age_years = 15.0;
  Provenance provenance;
  friend bool operator==(const SurvivalCurve&, const SurvivalCurve&) = default;
};

/// Share of a powertrain in new registrations of a segment without any order, by year.
struct PurchaseShare {
  std::string id;
  Id<Segment> segment;
  int year = 0;
  Powertrain powertrain = Powertrain::electric;
  double share = 0.0;  ///< the rest is diesel (gasoline for mini)
  Provenance provenance;
  friend bool operator==(const PurchaseShare&, const PurchaseShare&) = default;
};

/// Yearly kilometres of registered trucks, with what they drive for modelled flows.
struct Mileage {
  std::string id;
  VehicleType vehicle_type = VehicleType::heavy;
  Kilometres new_truck_per_year;
  double decay_per_year = 0.0;  ///< km(age) = new x exp(-decay x age)
  Provenance provenance;
  friend bool operator==(const Mileage&, const Mileage&) = default;
};

/// Segments, registered trucks, survival, purchases, kilometres of a year.
struct RegisterWorld {
  Table<Segment> segments;
  Table<RegisterRow> register_rows;
  Table<SurvivalCurve> survival;
  Table<PurchaseShare> purchase_shares;
  Table<Mileage> mileage;
  friend bool operator==(const RegisterWorld&, const RegisterWorld&) = default;
};

}  // namespace railshift
