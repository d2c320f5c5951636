#pragma once
/// 三条结论 - what a chief is told of the target that is asked about first: whether it is met and in which reading, why not, what would do
/// it. Each answer is a closed list of findings with its condition; the sentences stand in analysis/report/brief.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/chances/chances_said.hpp"
#include "analysis/judge/verdicts.hpp"
#include "analysis/levers/target_levers.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/model/reason.hpp"

namespace railshift::analysis {

/// How the readings of one clause end.
enum class ReadingsEnd : std::uint8_t {
  one,     ///< there is only one
  alike,   ///< all are met, or none is and all stand in the same box
  differ,  ///< some are met, others not: which one holds decides the target
  degree   ///< none is met, and they stand in several boxes: some are impossible and others are not
};
[[nodiscard]] std::string_view to_text(ReadingsEnd end);
struct ReadingSpread {
  ReadingsEnd end = ReadingsEnd::one;
  std::vector<const Verdict*> readings;  ///< the main one first
  int met = 0;
  int possible = 0;                ///< of those that are not met: late, missed or met if executed, so not impossible
  const Verdict* best = nullptr;   ///< the one that stands best (box, then margin), of equals the first
  const Verdict* worst = nullptr;  ///< of those with a figure likewise; null if none has one
};
[[nodiscard]] ReadingSpread reading_spread(const std::vector<Verdict>& verdicts, const Verdict& main);

/// Why tonnes are on the road, from the rows of tonnes_by_reason.
struct RoadReason {
  Reason reason = Reason::no_chain;
  const MetricRow* row = nullptr;
};
struct WhyRoad {
  bool of_list = false;             ///< goods of listed firms alone; else of the city
  double road_t = 0.0;              ///< all of them
  std::vector<RoadReason> reasons;  ///< above 0, the largest first
};
/// Of the year in which the target is judged, for firms of the list if the target is about them. Nothing of a target that does not hang on
/// how goods are divided among modes, or without tonnes.
[[nodiscard]] std::optional<WhyRoad> why_road(const Verdict& target, const MetricTable& metrics);

/// What would meet a target.
enum class WhatDoes : std::uint8_t {
  met,        ///< it is met as arranged
  execution,  ///< the plan executed as it stands does
  one_lever,  ///< one lever is enough, by a run
  lever_set,  ///< a set of levers is, by a run
  beyond,     ///< not even all levers together
  no_lever,   ///< the plan has none
  not_asked,  ///< no lever is tried for a target of which nothing can be said, or that counts alone tell
  not_tried,  ///< of a quick assessment
};
[[nodiscard]] std::string_view to_text(WhatDoes does);
struct WhatWouldDo {
  WhatDoes does = WhatDoes::not_tried;
  const TargetLevers* levers = nullptr;  ///< of one_lever, lever_set, beyond, no_lever
};
/// `levers`: null of a quick assessment.
[[nodiscard]] WhatWouldDo what_would_do(const Verdict& target, const LeverAnswer* levers);

/// The chance of a target and the group of inputs that decides it; null where it has none.
struct HowSure {
  const TargetChance* chance = nullptr;
  const Deciding* deciding = nullptr;  ///< with a group
};
[[nodiscard]] HowSure how_sure(const Verdict& target, const std::optional<ChancesSaid>& chances);

/// 风险 - the risk that a target is missed, for a table.
enum class Risk : std::uint8_t { low, middle, high, unknown };
[[nodiscard]] std::string_view to_text(Risk risk);
/// A chance below this is no low risk; below the second one it is a high one.
inline constexpr double kSafeChance = 0.9;
inline constexpr double kEvenChance = 0.5;
/// On track: low, with a chance below the two limits middle or high. If executed: middle. Late, missed, impossible: high. Undecided:
/// unknown.
[[nodiscard]] Risk risk_of(const Verdict& verdict, const TargetChance* chance);

/// What must be true for a target.
enum class MustBe : std::uint8_t {
  as_arranged,
  executed,          ///< everybody obeys, projects open on their stated days
  other_reading,     ///< impossible in the main reading, met in another one
  possible_reading,  ///< impossible in the main reading; another one is not met either, but not impossible
  other_demand,      ///< impossible in every reading: the demand or the chains must change
  more_capacity,     ///< impossible within sidings, tracks and paths
  lever,             ///< one is enough
  levers,            ///< a set is
  more_than_levers,  ///< not even all of them
  earlier,           ///< late, and no lever was tried or found
  unknown_lever,     ///< missed, and none was tried
  more_data,         ///< cannot be said
  outside_model      ///< not testable
};
[[nodiscard]] std::string_view to_text(MustBe must);
[[nodiscard]] MustBe must_be(const Verdict& target, const ReadingSpread& readings, const WhatWouldDo& would);

}  // namespace railshift::analysis
