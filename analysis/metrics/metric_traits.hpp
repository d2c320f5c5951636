#pragma once
/// What kind of quantity each metric is: the one place in which a new one says it.
#include "sim/core/contract.hpp"
#include "sim/model/target.hpp"

namespace railshift::analysis {

struct MetricTraits {
  bool stock = false;  ///< a number of a day; everything else adds up over a year
  bool sums_carried =
      false;  ///< sums what was carried, so that goods left behind are missing from it: tonnes, their shares, exhaust of the haul
  bool splits_modes = false;  ///< is decided by how goods are divided among modes, which base shares state in the base year
};

[[nodiscard]] inline MetricTraits traits_of(MetricKind metric) {
  switch (metric) {
    case MetricKind::rail_share:
    case MetricKind::rail_tonnes:
    case MetricKind::clean_share:
    case MetricKind::tonnes_by_chain:
    case MetricKind::tonnes_by_reason:
    case MetricKind::rail_station_tonnes:
    case MetricKind::firms_passing:
    case MetricKind::clean_ok:
      return {.stock = false, .sums_carried = true, .splits_modes = true};
    case MetricKind::exhaust:
      return {.stock = false, .sums_carried = true, .splits_modes = false};
    case MetricKind::new_energy_new_share:
    case MetricKind::through_km_inside:
      return {.stock = false, .sums_carried = false, .splits_modes = false};
    case MetricKind::register_stock:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::siding_access:
      return {.stock = true, .sums_carried = false, .splits_modes = false};
  }
  RAILSHIFT_EXPECTS(false, "a metric is some kind of quantity");
}

}  // namespace railshift::analysis
