#include <CbcModel.hpp>
#include <CoinError.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <cmath>

#include "analysis/programme/coin_matrix.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kMost = -1.0;

void load(OsiClpSolverInterface& solver, const Programme& programme) {
  const CoinForm form = coin_form(programme);
  solver.messageHandler()->setLogLevel(0);
  solver.loadProblem(form.matrix, form.column_low.data(), form.column_high.data(), programme.aim.data(), form.row_low.data(),
                     form.row_high.data());
  solver.setObjSense(kMost);
  for (std::size_t c = 0; c < programme.columns.size(); ++c) {
    if (programme.columns[c].whole) solver.setInteger(static_cast<int>(c));
  }
}

ProgrammeAnswer branch_and_bound(const Programme& programme, int most_nodes) {
  OsiClpSolverInterface solver;
  load(solver, programme);
  CbcModel model(solver);
  model.setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  model.setMaximumNodes(most_nodes);
  model.branchAndBound();
  ProgrammeAnswer answer;
  if (model.isProvenInfeasible() || model.isInitialSolveProvenPrimalInfeasible()) return answer;
  answer.end = model.isProvenOptimal() && !model.isNodeLimitReached() ? ProgrammeEnd::best : ProgrammeEnd::stopped;
  answer.bound = model.getBestPossibleObjValue();
  if (const double* best = model.bestSolution()) {
    answer.columns.assign(best, best + programme.columns.size());
    for (std::size_t c = 0; c < answer.columns.size(); ++c) {
      if (programme.columns[c].whole) answer.columns[c] = std::round(answer.columns[c]);
    }
    expect_kept(programme, answer.columns);
    answer.value = model.getObjValue();
  }
  if (answer.end == ProgrammeEnd::best) answer.bound = answer.value;
  return answer;
}

}  // namespace

ProgrammeAnswer solve_whole(const Programme& programme, int most_nodes) {
  RAILSHIFT_EXPECTS(programme.aim.size() == programme.columns.size(), "every column has an aim, if only 0");
  // Cbc keeps no solution of a programme without whole columns.
  if (std::none_of(programme.columns.begin(), programme.columns.end(), [](const ProgrammeColumn& c) { return c.whole; }))
    return solve(programme);
  try {
    return branch_and_bound(programme, most_nodes);
  } catch (const CoinError& e) {  // of COIN-OR, and no std::exception
    throw SolverFailed(e.message());
  }
}

}  // namespace railshift::analysis
