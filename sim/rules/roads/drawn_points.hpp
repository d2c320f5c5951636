#pragma once
/// Counts drawn all at once: how many of n random trips fall into each share, without drawing the trips one by one.
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/draw.hpp"

namespace railshift::rules {

/// n points scattered uniformly over (0, 1), never stored: the number in each half, quarter, eighth ... of the interval is drawn when asked
/// for, Binomial(n, 1/2) from the half's own counter (exactly up to 128 points, beyond by the normal law, rounded). So the points are the
/// same whatever is asked of them: counts never fall when a share rises, and runs that ask for other shares share their draws.
class DrawnPoints {
 public:
  /// The stream: draw_block(seed, purpose, id_hash, number, block), block = 1 for the whole, 2b and 2b + 1 for the halves of b.
  struct Stream {
    std::uint32_t seed = 0;
    Purpose purpose = Purpose::through_counts;
    std::uint64_t id_hash = 0;
    std::uint32_t number = 0;
  };
  DrawnPoints(Stream stream, std::int64_t points) : stream_(stream), points_(points) {}

  /// Points below p.
  [[nodiscard]] std::int64_t below(double p) const;
  /// Points by share; shares are taken relative to their sum (which must be positive); the counts sum to n.
  [[nodiscard]] std::vector<std::int64_t> split(std::span<const double> shares) const;

 private:
  [[nodiscard]] std::int64_t lower_half(std::uint32_t block, std::int64_t points) const;
  Stream stream_;
  std::int64_t points_;
};

}  // namespace railshift::rules
