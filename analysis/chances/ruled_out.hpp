#pragma once
/// 排除成员 - members that contradict what was observed.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// So many stated deviations a figure may lie beside what was observed.
inline constexpr double kDeviationsAllowed = 3.0;

/// What a member contradicts first, in the order of observed.csv.
struct Contradiction {
  std::string observed;  ///< id of the row
  double figure = 0.0;   ///< of the member, in the unit of the row
};

/// Of the metrics of one member: a row of observed.csv that states a deviation and whose figure lies more than kDeviationsAllowed of them
/// away. Rows without a deviation and rows without a simulated counterpart say nothing. Nor does a member without figures or one that left
/// more than `verdict.unserved_limit` behind anywhere in any year: it failed to serve, and is judged as such.
[[nodiscard]] std::optional<Contradiction> contradiction(const World& world, const MetricTable& member);

/// The members that contradict, by index.
[[nodiscard]] std::map<std::size_t, Contradiction> ruled_out(const World& world, const std::vector<MetricTable>& members);

/// What of observed.csv can rule out a member.
struct ObservedUse {
  int rows = 0;
  int stated = 0;           ///< of them, with a deviation
  int used = 0;             ///< of those, with a figure in a member
  std::string first, last;  ///< earliest and latest period of these; empty without any
};
[[nodiscard]] ObservedUse observed_use(const World& world, const std::vector<MetricTable>& members);

/// What a reader is told of it.
struct RuledOutSaid {
  ObservedUse use;
  int members = 0;  ///< of the design
  int ruled_out = 0;
  int judged_otherwise = 0;  ///< of the pairs, those of which the full run says otherwise
};

}  // namespace railshift::analysis
