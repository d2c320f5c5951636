#include "sim/engine/months/balanced.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::engine {
namespace {

constexpr int kMostRounds = 30;
constexpr double kCloseEnough = 1e-4;

}  // namespace

std::vector<double> balanced(std::vector<double> table, const std::vector<double>& rows, const std::vector<double>& columns) {
  const std::size_t width = columns.size();
  RAILSHIFT_EXPECTS(table.size() == rows.size() * width, "a table has a number for every row and column");
  if (width == 0) return table;
  std::vector<double> sums(width);
  for (int round = 0; round < kMostRounds; ++round) {
    std::fill(sums.begin(), sums.end(), 0.0);
    for (std::size_t i = 0; i < table.size(); ++i) sums[i % width] += table[i];
    for (std::size_t c = 0; c < width; ++c) sums[c] = sums[c] > 0.0 ? columns[c] / sums[c] : 0.0;
    double off = 0.0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      double* row = table.data() + r * width;
      double sum = 0.0;
      for (std::size_t c = 0; c < width; ++c) sum += row[c] *= sums[c];
      if (sum <= 0.0) continue;
      const double factor = rows[r] / sum;
      off = std::max(off, std::abs(factor - 1.0));
      for (std::size_t c = 0; c < width; ++c) row[c] *= factor;
    }
    if (off < kCloseEnough) break;
  }
  return table;
}

}  // namespace railshift::engine
