#pragma once
/// 要做到什么 - what it takes: for every target that is not on track, each lever of the plan, and a small set of them that is enough.
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/levers/lever.hpp"
#include "analysis/levers/lever_search.hpp"

namespace railshift::analysis {

/// How near to a threshold a run must lie that meets it: half a point of a share, half a per cent of any other threshold.
[[nodiscard]] double near_to(double threshold, std::string_view unit);
/// Whether levers are asked for: the target is missed as assumed, by a simulated figure.
[[nodiscard]] bool is_asked(const Verdict& verdict);

/// What a lever does for a target. Figures are those of one run each, on the first seed, in the unit of the target.
struct LeverRow {
  Lever lever;
  LeverFound found;
  std::optional<double> given_value;  ///< the plan as assumed
  std::optional<double> end_value;    ///< at the better end of the range
  Words refused{};                    ///< what the scenario says against the better end; empty: nothing
  /// How much nearer to the demand the better end lies, in the unit; for each unit of the lever.
  [[nodiscard]] double gain(const Verdict& verdict) const;
  double per_unit = 0.0;  ///< gain / units of the lever over its range
};

/// A lever of a set: always at the better end of its range.
struct LeverTurned {
  std::string path;
  std::string text;
  friend bool operator==(const LeverTurned&, const LeverTurned&) = default;
};
using LeverSet = std::vector<LeverTurned>;

/// single: one lever is enough. found: the set is, and was run. none: not even all levers together, which were run. no_lever: there is
/// none.
enum class SetFinding : std::uint8_t { single, found, none, no_lever };
[[nodiscard]] std::string_view to_text(SetFinding finding);

struct TargetLevers {
  Verdict verdict;
  std::vector<LeverRow> rows;  ///< ranked
  SetFinding finding = SetFinding::no_lever;
  LeverSet set;                     ///< of `found` the set, of `none` all levers
  std::optional<double> set_value;  ///< of its run
};

/// All that was asked.
struct LeverAnswer {
  std::vector<TargetLevers> targets;  ///< in the order of the verdicts; none if all are on track
  std::size_t levers = 0;             ///< that the plan has
  std::vector<std::string> left_out;  ///< paths of levers beyond the limit on runs
  std::size_t runs = 0;               ///< beside those of the rest of the assessment
  std::size_t unfinished = 0;         ///< searches that ended with `between` because their rounds were used up
};

/// Targets that stand where people look: main ones, and another reading of one (口径) only where levers reach it and not its main target.
[[nodiscard]] std::vector<const TargetLevers*> shown_levers(const LeverAnswer& answer);

/// Levers that are enough first; then by points a unit; of equals by path. Each has per_unit set.
void rank(const Verdict& verdict, std::vector<LeverRow>& rows);
/// Levers that bring the target nearer, the largest gain first: what sets are made of.
[[nodiscard]] std::vector<LeverTurned> by_gain(const Verdict& verdict, const std::vector<LeverRow>& rows);

/// levers.csv: a row for each target and lever, then one for its set.
struct LeverColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*of_row)(const TargetLevers&, const LeverRow&, std::size_t rank);
  std::string (*of_set)(const TargetLevers&);
};
[[nodiscard]] const std::vector<LeverColumn>& lever_columns();
[[nodiscard]] std::string to_csv(const LeverAnswer& answer);

}  // namespace railshift::analysis
