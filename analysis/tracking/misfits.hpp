#pragma once
/// Counted months that a run cannot hold, and counts that contradict each other: neither may pass in silence.
#include <vector>

#include "analysis/tracking/counted_rows.hpp"

namespace railshift::analysis {

/// Counted months on end in which a run has no train, or no truck in any month, of the series: nothing there could be scaled.
struct LostMonths {
  std::size_t series = 0;
  Month first{}, last{};
  double counted = 0.0;  ///< t, or trucks (of a register in the last of the months)
  int runs = 0;          ///< how many of the runs have none
};
/// `plain`: by run, simulated_months of the runs as they are.
[[nodiscard]] std::vector<LostMonths> lost_months(const std::vector<ObservedSeries>& series, const std::vector<SeriesMonths>& plain);

/// A counted month that other counts contradict.
struct CountConflict {
  std::size_t series = 0;
  Month month{};
  double counted = 0.0;
  double taken = 0.0;  ///< what other counts of the same goods leave; of a register: the most by which cancellations let it fall
};
/// Tonnes: `paced`, simulated_months of a paced ledger, differ from what was counted by more than 1 t and a thousandth. A register that
/// falls by more trucks than were counted as cancelled in the month, where both count the same trucks.
[[nodiscard]] std::vector<CountConflict> count_conflicts(const std::vector<ObservedSeries>& series, const SeriesMonths& paced);

}  // namespace railshift::analysis
