#pragma once
/// Grams for a unit of activity, by pollutant; nothing where no factor is known.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "analysis/emissions/activity.hpp"

namespace railshift::analysis {

class EmissionFactors {
 public:
  explicit EmissionFactors(const World& world);
  /// Every pollutant of the factor table, in text order.
  [[nodiscard]] const std::vector<std::string>& pollutants() const { return pollutants_; }
  /// Grams a kilometre (exhaust), an hour (idling), a gross tonne-kilometre (rail).
  [[nodiscard]] std::optional<double> grams(const ActivityKey& activity, std::string_view pollutant) const;

 private:
  [[nodiscard]] std::optional<double> exhaust(const ActivityKey& activity, std::string_view pollutant) const;
  [[nodiscard]] std::optional<double> idling(const ActivityKey& activity, std::string_view pollutant) const;
  [[nodiscard]] std::optional<double> rail(const ActivityKey& activity, std::string_view pollutant) const;
  /// How much more a truck in this fault state emits than the mean of its class: m / (1 + sum of p (m - 1)).
  [[nodiscard]] double fault_factor(const EmissionClass& vehicle, std::string_view pollutant, Date day) const;
  /// Well-to-wheel over tank-to-wheel of diesel fuel, from the factors of heavy diesel trucks; nothing if the table has no such pair.
  [[nodiscard]] std::optional<double> well_to_wheel() const;

  using Cell = std::tuple<VehicleType, Powertrain, Standard, std::string>;
  const World* world_;
  std::map<Cell, const EmissionFactor*, std::less<>> factors_;
  std::vector<std::string> pollutants_;
};

}  // namespace railshift::analysis
