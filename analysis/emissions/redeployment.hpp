#pragma once
/// 清洁车辆调配 - redeployment: what a gate floor moves between the gates that it binds and the work beside them, plan against baseline.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Tonnes of a set of hauls by who carried them; a truck is clean here if the floor admits it.
struct Haulage {
  double clean_t = 0.0;        ///< local trucks that the floor admits
  double refused_t = 0.0;      ///< local trucks that it does not (hauls of firms that do not obey, or before the floor)
  double hired_clean_t = 0.0;  ///< outside trucks
  double hired_refused_t = 0.0;
  [[nodiscard]] double local_t() const { return clean_t + refused_t; }
};

/// One side of the comparison.
struct FloorSide {
  Haulage gates;                    ///< hauls that pass a gate which the plan binds by this floor, same months, on both sides
  Haulage elsewhere;                ///< the other modelled hauls of the same segments in those months
  double clean_truck_months = 0.0;  ///< registered trucks of these segments that the floor admits, by the stock at each month's start
  double all_truck_months = 0.0;
  double other_clean_km = 0.0;  ///< other work of these segments in those months (truck_book.hpp)
  double other_refused_km = 0.0;
};

/// One floor in one year. Precondition of a figure: both sides carried something by local trucks.
struct Redeployment {
  std::string measure;
  FloorSide baseline, plan;
  std::int64_t loads_redirected = 0;  ///< effect of the measure in the plan's run, this year
  /// Tonnes at the gates that clean trucks carry beyond what the same gates saw in the baseline and what purchases changed in the stock:
  /// they came from other hauls and other work. As many tonnes left the trucks that the floor refuses.
  [[nodiscard]] std::optional<double> clean_in_t() const;
  /// The same on the other modelled hauls of the segments: tonnes that refused trucks carry there in the place of clean ones.
  [[nodiscard]] std::optional<double> refused_out_t() const;
};

/// What one run left.
struct RunView {
  const World* world;
  const ledger::Ledger* ledger;
};
/// Every gate floor of the plan that bound a haul in the year, in the order of measures. Counted trips ignore floors and are left out.
[[nodiscard]] std::vector<Redeployment> redeployments(const RunView& baseline, const RunView& plan, int year);

}  // namespace railshift::analysis
