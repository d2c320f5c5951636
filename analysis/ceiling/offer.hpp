#pragma once
/// 年货量 - what a year offers, month by month: tonnes of flows, the days on which chains are open, what sidings, tracks and sections can
/// take.
#include <cstdint>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::analysis {

struct YearOffer {
  int year = 0;
  std::vector<Month> months;                  ///< of the year, as far as the scenario has them
  std::vector<std::vector<std::int64_t>> kg;  ///< by flow index and month
  /// By chain index and month: the share of the days on which both its sites are open on which its sidings are in service and its truck
  /// legs have a way. A way that is there on the first day holds all month, as in a run. 0: not open.
  std::vector<std::vector<double>> open;
  std::vector<bool> ever;                 ///< by chain index: open on some day, of whatever year
  std::vector<rules::RailLimits> limits;  ///< by month; a siding that opens in a month has its days
  [[nodiscard]] double tonnes(Id<Flow> flow) const;
};

/// Nothing is offered (no months) in a year outside the scenario.
[[nodiscard]] YearOffer offer_of(const World& world, int year);

}  // namespace railshift::analysis
