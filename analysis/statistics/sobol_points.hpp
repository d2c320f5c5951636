#pragma once
/// Sobol 序列 - points that fill the unit cube more evenly than draws, shifted at random.
#include <cstdint>

#include "analysis/statistics/points.hpp"

namespace railshift::analysis::statistics {

struct SobolSequence {
  std::size_t dimensions = 0;
  std::size_t points = 0;  ///< of a replicate; a power of two is best
  std::uint32_t seed = 0;
  std::uint32_t replicate = 0;
};
/// What the direction numbers of Boost reach to.
inline constexpr std::size_t kMostSobolDimensions = 3667;

/// The first points of the Sobol sequence of Boost.Random (directions of Joe and Kuo, SIAM J. Sci. Comput. 30, 2008, 2635-2654), shifted
/// modulo 1 by one draw a replicate and dimension (Cranley and Patterson, SIAM J. Numer. Anal. 13, 1976, 904-914): replicates are
/// independent, the mean over one is unbiased. The sequence begins with the origin, which Boost leaves out: with it 2^k points lie one in
/// each of 2^k strata of every dimension, counted from the shift (A. B. Owen, On dropping the first Sobol' point, 2022). Throws Failed if
/// there are no dimensions or more than kMostSobolDimensions.
[[nodiscard]] Points sobol_points(const SobolSequence& sequence);

}  // namespace railshift::analysis::statistics
