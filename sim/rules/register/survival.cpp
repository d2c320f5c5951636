#include "sim/rules/register/survival.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::rules {
namespace {

constexpr double kMonth = 1.0 / 12.0;

/// 1 - S(a + 1/12) / S(a) without the compulsory end.
double natural_end(const SurvivalCurve& curve, double age_years) {
  const double age = std::max(0.0, age_years);
  const double before = std::pow(age / curve.life_years, curve.shape);
  const double after = std::pow((age + kMonth) / curve.life_years, curve.shape);
  return 1.0 - std::exp(before - after);
}

const SurvivalCurve* find_curve(const RegisterWorld& world, VehicleType type, Powertrain powertrain) {
  const SurvivalCurve* general = nullptr;
  for (const SurvivalCurve& curve : world.survival) {
    if (curve.vehicle_type != type) continue;
    if (curve.powertrain == powertrain) return &curve;
    if (!curve.powertrain) general = &curve;
  }
  return general;
}

HazardTable::Curve tabulate(const SurvivalCurve& curve) {
  HazardTable::Curve table;
  table.compulsory_days = curve.max_age_years * kDaysPerYear;
  const int months = static_cast<int>(std::ceil(curve.max_age_years * 12.0)) + 1;
  for (int m = 0; m <= months; ++m) table.of_month.push_back(natural_end(curve, m * kMonth));
  return table;
}

}  // namespace

double monthly_end(const SurvivalCurve& curve, double age_years) {
  return age_years >= curve.max_age_years ? 1.0 : natural_end(curve, age_years);
}

const SurvivalCurve& curve_of(const RegisterWorld& world, VehicleType type, Powertrain powertrain) {
  const SurvivalCurve* curve = find_curve(world, type, powertrain);
  RAILSHIFT_EXPECTS(curve != nullptr, "every vehicle type in use has a survival row");
  return *curve;
}

HazardTable::HazardTable(const RegisterWorld& world) {
  for (int t = 0; t < kVehicleTypes; ++t) {
    for (int p = 0; p < kPowertrains; ++p) {
      const SurvivalCurve* curve = find_curve(world, static_cast<VehicleType>(t), static_cast<Powertrain>(p));
      if (curve != nullptr) curves_[static_cast<std::size_t>(t)][static_cast<std::size_t>(p)] = tabulate(*curve);
    }
  }
}

double HazardTable::Curve::hazard(int age_days) const {
  const double months = std::max(0, age_days) * (12.0 / kDaysPerYear);
  const auto below = static_cast<std::size_t>(months);
  const double part = months - static_cast<double>(below);
  return of_month[below] + part * (of_month[below + 1] - of_month[below]);
}

const HazardTable::Curve& HazardTable::of(VehicleType type, Powertrain powertrain) const {
  const Curve& curve = curves_[static_cast<std::size_t>(type)][static_cast<std::size_t>(powertrain)];
  RAILSHIFT_EXPECTS(!curve.of_month.empty(), "every vehicle type in use has a survival row");
  return curve;
}

}  // namespace railshift::rules
