#include <ClpSimplex.hpp>
#include <ClpSolve.hpp>
#include <CoinError.hpp>
#include <algorithm>
#include <cmath>

#include "analysis/programme/coin_matrix.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kMaximise = -1.0;

/// ClpSimplex::status()
enum ClpStatus { kOptimal = 0, kPrimalInfeasible = 1, kDualInfeasible = 2 };

void run(ClpSimplex& model) {
  model.setLogLevel(0);
  model.setOptimizationDirection(kMaximise);
  // Flows with one chain and months without a limit fall to presolve, which takes half of the programme of a city; carrying nothing keeps
  // every limit, so that the primal simplex starts where the dual one would first have to go.
  ClpSolve how;
  how.setPresolveType(ClpSolve::presolveOn);
  how.setSolveType(ClpSolve::usePrimal);
  model.initialSolve(how);
  // Of a programme that is badly scaled, what presolve says is asked again without it.
  if (model.status() != kOptimal) model.primal();
}

ProgrammeEnd end_of(const ClpSimplex& model) {
  if (model.status() == kOptimal) return ProgrammeEnd::best;
  if (model.status() == kPrimalInfeasible) return ProgrammeEnd::impossible;
  if (model.status() != kDualInfeasible) throw SolverFailed("a linear programme came to no end");
  return ProgrammeEnd::unbounded;
}

ProgrammeAnswer solve_linear(const Programme& programme) {
  const CoinForm form = coin_form(programme);
  ClpSimplex model;
  model.setLogLevel(0);
  model.loadProblem(form.matrix, form.column_low.data(), form.column_high.data(), programme.aim.data(), form.row_low.data(),
                    form.row_high.data());
  run(model);
  ProgrammeAnswer answer;
  answer.end = end_of(model);
  if (answer.end != ProgrammeEnd::best) return answer;
  const double* columns = model.primalColumnSolution();
  answer.columns.assign(columns, columns + programme.columns.size());
  expect_kept(programme, answer.columns);
  answer.value = answer.bound = model.objectiveValue();
  const double* prices = model.dualRowSolution();
  for (std::size_t r = 0; r < programme.rows.size(); ++r) answer.prices.push_back(std::abs(prices[r]));
  return answer;
}

}  // namespace

ProgrammeAnswer solve(const Programme& programme) {
  const bool linear = std::none_of(programme.columns.begin(), programme.columns.end(), [](const ProgrammeColumn& c) { return c.whole; });
  RAILSHIFT_EXPECTS(linear, "a linear programme has no whole columns");
  RAILSHIFT_EXPECTS(programme.aim.size() == programme.columns.size(), "every column has an aim, if only 0");
  try {
    return solve_linear(programme);
  } catch (const CoinError& e) {  // of COIN-OR, and no std::exception
    throw SolverFailed(e.message());
  }
}

}  // namespace railshift::analysis
