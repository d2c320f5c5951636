#include "analysis/programme/coin_matrix.hpp"

#include <CoinFinite.hpp>
#include <cmath>
#include <utility>

namespace railshift::analysis {
namespace {

double coin_bound(double bound) { return std::isfinite(bound) ? bound : std::copysign(COIN_DBL_MAX, bound); }

}  // namespace

CoinForm coin_form(const Programme& programme) {
  std::vector<int> rows;
  std::vector<int> columns;
  std::vector<double> factors;
  CoinForm form;
  for (std::size_t r = 0; r < programme.rows.size(); ++r) {
    for (const ProgrammeTerm& term : programme.rows[r].terms) {
      rows.push_back(static_cast<int>(r));
      columns.push_back(static_cast<int>(term.column));
      factors.push_back(term.factor);
    }
    form.row_low.push_back(coin_bound(programme.rows[r].low));
    form.row_high.push_back(coin_bound(programme.rows[r].high));
  }
  for (const ProgrammeColumn& column : programme.columns) {
    form.column_low.push_back(coin_bound(column.low));
    form.column_high.push_back(coin_bound(column.high));
  }
  form.matrix = CoinPackedMatrix(true, rows.data(), columns.data(), factors.data(), static_cast<CoinBigIndex>(factors.size()));
  form.matrix.setDimensions(static_cast<int>(programme.rows.size()), static_cast<int>(programme.columns.size()));
  return form;
}

}  // namespace railshift::analysis
