#include "analysis/statistics/sobol_points.hpp"

#include <cmath>

#include <boost/random/sobol.hpp>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"

namespace railshift::analysis::statistics {
namespace {

static_assert(kMostSobolDimensions == boost::random::default_sobol_table::max_dimension);

double shifted(double value, double shift) {
  const double sum = value + shift;
  return sum >= 1.0 ? sum - 1.0 : sum;
}

Point shifts(const SobolSequence& sequence) {
  Point shift(sequence.dimensions);
  for (std::size_t d = 0; d < shift.size(); ++d) {
    // A dimension of the sequence is a place and nothing else: there is no id to key its draw by.
    shift[d] = draw_uniform(sequence.seed, Purpose::sobol_shift, hash_text("dimension"), static_cast<std::uint32_t>(d), sequence.replicate);
  }
  return shift;
}

}  // namespace

Points sobol_points(const SobolSequence& sequence) {
  if (sequence.dimensions < 1 || sequence.dimensions > kMostSobolDimensions) {
    throw Failed(both("Sobol 序列不能有 {} 维;可用 1 至 {} 维(Sobol 指数每个因素占两维)",
                      "a Sobol sequence cannot have {} dimensions; 1 to {} are accepted (Sobol indices take two a factor)",
                      sequence.dimensions, kMostSobolDimensions));
  }
  const Point shift = shifts(sequence);
  Points points(sequence.points, shift);  // the origin, shifted
  boost::random::sobol engine(sequence.dimensions);
  for (std::size_t p = 1; p < points.size(); ++p) {
    for (std::size_t d = 0; d < sequence.dimensions; ++d) {
      // 53 of its 64 bits, so that no value rounds to 1.
      points[p][d] = shifted(static_cast<double>(engine() >> 11) * 0x1.0p-53, shift[d]);
    }
  }
  return points;
}

}  // namespace railshift::analysis::statistics
