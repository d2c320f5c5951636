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
  /// 在途 - by chain index, tonnes: the most that can be on its way at the year's beginning and arrive in it. Of a rail chain that is open
  /// at the end of the month before: a train load that gathers and three days of what the flow offers; a run has more
  /// only if trains wait for days. 0 of others, and where the run begins with the year.
  std::vector<double> under_way_t;
  /// 待运 - by flow index, tonnes: the most that can wait at its origin when the year begins: what the flow offered since the last month in
  /// which it had a way that has no limit all month, or since the run began.
  std::vector<double> waiting_t;
  /// 年末在途 - by chain index, tonnes: the most that can be on its way at the year's end, and so arrive after it. By the same rule.
  std::vector<double> under_way_at_end_t;
  /// Share of the goods that a run may leave behind by the year's end and still be judged (verdict.unserved_limit).
  double left_share = 0.0;
  std::vector<bool> ever;                 ///< by chain index: open on some day, of whatever year
  std::vector<rules::RailLimits> limits;  ///< by month; a siding that opens in a month has its days
  [[nodiscard]] double tonnes(Id<Flow> flow) const;
};

/// The year's own goods, all of them: nothing under way or waiting at its beginning, nothing left or under way at its end.
[[nodiscard]] YearOffer without_under_way(YearOffer offer);

/// Nothing is offered (no months) in a year of which the scenario has not every month: nothing can be said of a part of one.
[[nodiscard]] YearOffer offer_of(const World& world, int year);

}  // namespace railshift::analysis
