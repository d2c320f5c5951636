#pragma once
/// 把握 - how likely targets are met where inputs are uncertain: many estimates, corrected by the full runs that stand beside some of them.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/statistics/bands.hpp"
#include "analysis/statistics/corrected.hpp"
#include "analysis/statistics/wilson.hpp"

namespace railshift::analysis {

inline constexpr double kChanceLevel = 0.95;

/// Members of one design: figures of the quick twin of all, of the full engine of some.
struct MemberTables {
  std::vector<MetricTable> twins;           ///< by member; empty: no figures (refused, or the run failed)
  std::map<std::size_t, MetricTable> full;  ///< by member
  std::vector<MetricTable> second{};        ///< twins of the first members under the second law of each input (docs/model.md, section 26)
  std::set<std::size_t> ruled_out{};        ///< members that contradict what was observed (ruled_out.hpp): no part of any figure below
  std::set<std::size_t> second_ruled_out{};
};

/// 第二分布 - the same target at the same points, with each input's second law.
struct SecondLaw {
  int twins = 0;
  int twins_met = 0;
  /// Corrected by the pairs of the first law: what they say of the two models is taken to hold. As of TargetChance.
  std::optional<statistics::Estimate> chance;
  std::optional<statistics::ChanceRange> range;
};

/// How likely one target is met. Figures are in the unit of the target.
struct TargetChance {
  Verdict asked;      ///< target, reading, threshold, due; nothing measured
  int ruled_out = 0;  ///< members that contradict what was observed; those below are the others
  int twins = 0;      ///< members of the twin
  int twins_met = 0;
  int pairs = 0;     ///< members that were run in full too
  int full_met = 0;  ///< of them, met in full; one that leaves goods behind or has no figure is not met
  /// From values corrected by the pairs; with fewer pairs than statistics::kLeastPairs `range` instead. Neither without a pair.
  std::optional<statistics::Estimate> chance;
  std::optional<statistics::ChanceRange> range;
  statistics::ShareInterval full_alone;               ///< Wilson, of the full runs alone, at kChanceLevel; 0..1 without a pair
  std::optional<statistics::Estimate> difference;     ///< the plain check on met and missed
  std::optional<statistics::Band> band;               ///< of the corrected values; of the twins' without a pair
  std::optional<double> greatest_error;               ///< |full - twin| of the pairs
  std::optional<SecondLaw> second;                    ///< where members were run so
  std::vector<std::optional<double>> values;          ///< corrected, by member; the twins' without a pair; nothing of one that is ruled out
  std::vector<std::optional<double>> estimates;       ///< the twins', by member; likewise
  std::map<std::size_t, std::optional<double>> full;  ///< of the pairs, by member
};

/// Whether no member has another figure than the next, with both engines: what varied does not touch the target, and it has no chance.
[[nodiscard]] bool is_untouched(const TargetChance& chance);
/// What a member says of each target, in the order of judge(world, {}): nothing where it decides nothing (no figures, goods left behind, a
/// year not run).
[[nodiscard]] std::vector<std::optional<double>> target_figures(const World& world, const MetricTable& member);

/// Of every target that the twins have a figure for, in the order of the verdicts. `seed` of the residuals that are drawn. A member without
/// a figure of a target (goods left behind, a year not run) meets it in no case. Nothing of targets where every member is ruled out.
/// Precondition: a member.
[[nodiscard]] std::vector<TargetChance> target_chances(const World& world, const MemberTables& members, std::uint32_t seed);

/// chances.csv
struct ChanceColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*text)(const TargetChance&);
};
[[nodiscard]] const std::vector<ChanceColumn>& chance_columns();
[[nodiscard]] std::string to_csv(const std::vector<TargetChance>& chances);

}  // namespace railshift::analysis
