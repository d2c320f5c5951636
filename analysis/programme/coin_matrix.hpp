#pragma once
/// A programme in the form that COIN-OR reads. Only the sources of this folder include it.
#include <CoinPackedMatrix.hpp>
#include <vector>

#include "analysis/programme/programme.hpp"

namespace railshift::analysis {

struct CoinForm {
  CoinPackedMatrix matrix;
  std::vector<double> column_low, column_high, row_low, row_high;
};
[[nodiscard]] CoinForm coin_form(const Programme& programme);

}  // namespace railshift::analysis
