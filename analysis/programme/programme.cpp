#include "analysis/programme/programme.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kRounding = 1e-6;

double breach(double value, double low, double high, double size) {
  const double below = std::isfinite(low) ? low - value : 0.0;
  const double above = std::isfinite(high) ? value - high : 0.0;
  return std::max({below, above, 0.0}) / std::max(1.0, size);
}

}  // namespace

double worst_breach(const Programme& programme, const std::vector<double>& columns) {
  RAILSHIFT_EXPECTS(columns.size() == programme.columns.size(), "an answer has every column");
  double worst = 0.0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const ProgrammeColumn& column = programme.columns[c];
    worst = std::max(worst, breach(columns[c], column.low, column.high, std::abs(columns[c])));
  }
  for (const ProgrammeRow& row : programme.rows) {
    double sum = 0.0;
    double size = 0.0;
    for (const ProgrammeTerm& term : row.terms) {
      sum += term.factor * columns[term.column];
      size += std::abs(term.factor * columns[term.column]);
    }
    worst = std::max(worst, breach(sum, row.low, row.high, size));
  }
  return worst;
}

void expect_kept(const Programme& programme, const std::vector<double>& columns) {
  // not <=: a figure that is no number breaks it too
  if (!(worst_breach(programme, columns) <= kRounding)) throw SolverFailed("the answer of a solver breaks a limit");
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool kept = !programme.columns[c].whole || std::abs(columns[c] - std::round(columns[c])) <= kRounding;
    if (!kept) throw SolverFailed("the answer of a solver parts what is whole");
  }
}

}  // namespace railshift::analysis
