#pragma once
/// 效果分摊 - how the effect of groups of clauses is shared among them: Shapley values of metrics by the quick twin, closed to the full
/// model.
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/shapley.hpp"
#include "sim/core/problem.hpp"
#include "sim/scenario/load/load.hpp"
#include "study/members/member_batches.hpp"
#include "study/members/member_sets.hpp"
#include "study/studies/study_file.hpp"

namespace railshift::study {

/// The row that closes the table may be this share of the total; beyond it shares are withheld.
inline constexpr double kMostRemainder = 0.05;
/// Orders that are drawn where there are more than statistics::kMostExactPlayers groups.
inline constexpr std::size_t kSampledOrders = 32;

/// A group with the measures that it is in this plan.
struct ShareGroup {
  StudyShare asked;
  std::set<std::string> measures;
};

/// One target. Figures in its unit; an effect is the figure with groups less that without any of them.
struct TargetShares {
  std::string target, unit;
  bool main = true;                 ///< no other reading of a target
  std::optional<double> total;      ///< of the full model: all groups less none; nothing where one has no figure
  std::optional<double> estimated;  ///< of the twin
  std::vector<analysis::statistics::Estimate>
      shares;             ///< by group, of the twin: they add up to `estimated`; none where withheld or unknown
  bool withheld = false;  ///< |total - estimated| > kMostRemainder x |total|
  /// Full less twin: with it the shares add up to the total.
  [[nodiscard]] std::optional<double> remainder() const { return total && estimated ? std::optional(*total - *estimated) : std::nullopt; }
};

/// Whether the row that closes the table is more than kMostRemainder of the total. Precondition: both figures.
[[nodiscard]] bool is_withheld(const TargetShares& target);

struct EffectShares {
  std::string of_case;
  std::vector<ShareGroup> groups;
  std::size_t twins = 0;                ///< coalitions that were run
  bool exact = true;                    ///< all of them; else by drawn orders, with an error
  std::vector<TargetShares> targets;    ///< in the order of the verdicts
  std::vector<WithoutFigures> without;  ///< runs that broke a promise or were refused
  std::vector<WithoutFigures> undone;   ///< that ended without an answer, or are missing; then there are no targets
};

/// The groups with their measures. Reports, at the group: a clause or measure that the plan does not have (with the nearest), a group
/// without a measure, a measure in two groups.
[[nodiscard]] std::vector<ShareGroup> share_groups(const StudyFile& file, const World& plan, Problems& problems);

/// 联盟的各次模拟 - what is run: members without any change but the measures that are switched off.
struct ShareRuns {
  std::vector<std::vector<std::size_t>> orders;             ///< by which groups join, where they are drawn; none: all coalitions
  std::vector<analysis::statistics::Coalition> coalitions;  ///< ascending: none first, all last
  std::vector<Member> twins;                                ///< of each coalition of the shard, numbered in their order
  std::vector<Member> full;                                 ///< of none and all
};
/// All on the plan's seed, so that what differs is what the groups do. Precondition: a group.
[[nodiscard]] ShareRuns share_runs(const Request& request, const scenario::Loaded& plan, const std::vector<ShareGroup>& groups,
                                   const Shard& shard = {});

/// The plan whose effect is shared, and where parts lie.
struct ShareWork {
  const Request& request;
  const scenario::Loaded& plan;
  const std::vector<ShareGroup>& groups;
  std::filesystem::path root;
};
/// Runs what is missing in `root`, or leaves it: the plan as given, its measures that stand in no group in all runs, by the twin with every
/// coalition of groups (or those of the drawn orders), in full with none and with all. All runs have the plan's seed and the same base
/// year. Throws Interrupted.
[[nodiscard]] EffectShares effect_shares(const ShareWork& work, Missing missing, const Watch& watch);
/// Of a shard, and of parts that shards left (member_study.hpp).
[[nodiscard]] std::vector<WithoutFigures> run_share_shard(const ShareWork& work, const Shard& shard, const Watch& watch);
[[nodiscard]] std::vector<Words> reasons_against_share_parts(const ShareWork& work, const std::filesystem::path& from);
void adopt_share_parts(const ShareWork& work, const std::filesystem::path& from);

}  // namespace railshift::study
