#pragma once
/// 线性规划 / 整数规划 - linear and integer programmes behind an interface of our own; COIN-OR Clp and Cbc stand in the sources of this
/// folder alone. Nothing is printed, nothing depends on a clock: the same programme gives the same bytes. No answer leaves this folder
/// unchecked: what a solver returns must satisfy every row and bound but for rounding, or it has failed.
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

namespace railshift::analysis {

inline constexpr double kNoBound = std::numeric_limits<double>::infinity();

/// 变量 - an unknown with its bounds.
struct ProgrammeColumn {
  double low = 0.0;
  double high = kNoBound;
  bool whole = false;  ///< takes whole numbers alone
};
struct ProgrammeTerm {
  std::size_t column = 0;
  double factor = 1.0;
};
/// 约束 - low <= sum of factor x column <= high. A column stands in it once at most.
struct ProgrammeRow {
  std::vector<ProgrammeTerm> terms;
  double low = -kNoBound;
  double high = kNoBound;
};

/// What is made as large as the rows allow: sum of aim x column. The caller keeps figures near 1 (thousands of tonnes, not kilograms): rows
/// hold to 1e-7.
struct Programme {
  std::vector<ProgrammeColumn> columns;
  std::vector<ProgrammeRow> rows;
  std::vector<double> aim;  ///< by column
};

/// A solver came to no end, or to an answer that breaks a limit: numbers too far apart for it. Nothing is known then, and nothing is
/// wrong with the run that asked.
struct SolverFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

enum class ProgrammeEnd { best, impossible, unbounded, stopped };

struct ProgrammeAnswer {
  ProgrammeEnd end = ProgrammeEnd::impossible;
  double value = 0.0;           ///< of the aim; of `stopped` the best that was found
  double bound = 0.0;           ///< no answer can be above; equal to `value` unless `stopped`
  std::vector<double> columns;  ///< empty: none was found
  /// 影子价格 - by row: by how much the aim grows if the bound that holds the row is moved one unit in favour of it; 0 where it does not
  /// bind. Empty of integer programmes.
  std::vector<double> prices;
  [[nodiscard]] bool found() const { return !columns.empty(); }
};

/// Linear programme by Clp (dual simplex). Throws SolverFailed. Precondition: no column is whole.
[[nodiscard]] ProgrammeAnswer solve(const Programme& programme);

/// Integer programme by Cbc: branch and bound, stopped after `most_nodes` nodes, which a slow machine visits too. Throws SolverFailed.
[[nodiscard]] ProgrammeAnswer solve_whole(const Programme& programme, int most_nodes);

/// By how much the worst row or bound is broken, relative to the size of its terms (at least 1).
[[nodiscard]] double worst_breach(const Programme& programme, const std::vector<double>& columns);
/// Throws SolverFailed if worst_breach is above rounding (1e-6), or a whole column is not whole.
void expect_kept(const Programme& programme, const std::vector<double>& columns);

}  // namespace railshift::analysis
