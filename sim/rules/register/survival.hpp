#pragma once
/// Natural ends of trucks from a table by age, so that a month of a register costs one draw and one look-up a truck.
#include <array>
#include <cmath>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/register_world.hpp"

namespace railshift::rules {

/// Mean Gregorian year; ages in years are days divided by this.
inline constexpr double kDaysPerYear = 365.25;

/// Probability that a truck of this age (years, at month start) ends in the month given that it lives: 1 - S(a+1/12)/S(a); 1 from max_age
/// on.
[[nodiscard]] double monthly_end(const SurvivalCurve& curve, double age_years);
/// The row of a vehicle type and powertrain, else the row of the type for all others. Broken promise without one.
[[nodiscard]] const SurvivalCurve& curve_of(const RegisterWorld& world, VehicleType type, Powertrain powertrain);

/// monthly_end of every vehicle type and powertrain at whole months of age, linear between.
class HazardTable {
 public:
  /// Types without any survival row may not be asked for.
  explicit HazardTable(const RegisterWorld& world);

  struct Curve {
    std::vector<double> of_month;  ///< hazard at ages of 0, 1, 2 ... months, one beyond the compulsory age
    double compulsory_days = 0.0;
    /// The first day on which a truck is as old as the compulsory age.
    [[nodiscard]] Date compulsory_day(Date registered) const { return registered + static_cast<int>(std::ceil(compulsory_days - 1e-9)); }
    /// Only below the compulsory age.
    [[nodiscard]] double hazard(int age_days) const;
  };
  [[nodiscard]] const Curve& of(VehicleType type, Powertrain powertrain) const;

 private:
  std::array<std::array<Curve, kPowertrains>, kVehicleTypes> curves_;
};

}  // namespace railshift::rules
