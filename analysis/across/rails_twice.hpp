#pragma once
/// Trains of one city's flows that run in the background of another city on the same line.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "analysis/across/flows_twice.hpp"

namespace railshift::analysis::across {

/// One line of the city whose background it is, at the section and in the direction that most tonnes of the other city pass.
struct RailsTwice {
  std::string line;                   ///< name of the line (大秦线), the same in both
  std::string line_id;                ///< in the city whose background it is
  bool same_id = false;               ///< the other city's line of that name has this id too
  Id<RailSection> section;            ///< of the city whose background it is
  Counted guests;                     ///< flows of the other city by rail over it, at base shares
  Tonnes without_load;                ///< of them, of sidings that state no train load: in no number of trains
  double trains_per_day = 0.0;        ///< of the guests, at the train loads of their sidings
  double background_per_day = 0.0;    ///< a direction, mean of the days
  std::vector<std::string> stations;  ///< names of the stations that make the match
  Kilometres farthest;                ///< of a station of the one from that of the other
  [[nodiscard]] double at_most_per_day() const { return std::min(trains_per_day, background_per_day); }
};
/// Lines match by the name that their sections have. A train of the guest runs over a section of the host if it passes both ends of it on
/// that line, or one end and leads on there: on the line, or beyond what the guest's network holds, to a place that has the other end of
/// the section on its way (kDetour). Ends match up to kSamePlace. `matched`: ids of flows of the guest that the host has as flows, and that
/// are therefore not in its background.
[[nodiscard]] std::vector<RailsTwice> rails_twice(const City& host, const City& guest, const Span& span,
                                                  const std::set<std::string>& matched);

}  // namespace railshift::analysis::across
