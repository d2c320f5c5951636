#include "sim/rules/roads/drawn_points.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

#include "sim/core/contract.hpp"

namespace railshift::rules {
namespace {

constexpr std::int64_t kWordBits = 32;
constexpr std::int64_t kBlockBits = 4 * kWordBits;
/// Halvings that a 32-bit block number can tell apart.
constexpr int kHalvings = 31;

/// Ones among the first `bits` bits of a block.
std::int64_t ones(const std::array<std::uint32_t, 4>& words, std::int64_t bits) {
  std::int64_t sum = 0;
  for (const std::uint32_t word : words) {
    if (bits <= 0) break;
    const std::uint32_t mask = bits >= kWordBits ? ~std::uint32_t{0} : (std::uint32_t{1} << bits) - 1;
    sum += std::popcount(word & mask);
    bits -= kWordBits;
  }
  return sum;
}

}  // namespace

std::int64_t DrawnPoints::lower_half(std::uint32_t block, std::int64_t points) const {
  const auto words = draw_block(stream_.seed, stream_.purpose, stream_.id_hash, stream_.number, block);
  if (points <= kBlockBits) return ones(words, points);
  const double z = std::sqrt(-2.0 * std::log(to_uniform(words[0]))) * std::cos(2.0 * std::numbers::pi * to_uniform(words[1]));
  const auto n = static_cast<double>(points);
  return std::clamp<std::int64_t>(std::llround(0.5 * (n + z * std::sqrt(n))), 0, points);
}

std::int64_t DrawnPoints::below(double p) const {
  if (p <= 0.0) return 0;
  if (p >= 1.0) return points_;
  std::int64_t count = 0;
  std::int64_t inside = points_;
  std::uint32_t block = 1;
  for (int k = 0; k < kHalvings && inside > 0 && p > 0.0; ++k) {
    const std::int64_t lower = lower_half(block, inside);
    p *= 2.0;
    if (p < 1.0) {
      inside = lower;
      block = 2 * block;
    } else {
      count += lower;
      inside -= lower;
      p -= 1.0;
      block = 2 * block + 1;
    }
  }
  return count + static_cast<std::int64_t>(static_cast<double>(inside) * p);
}

std::vector<std::int64_t> DrawnPoints::split(std::span<const double> shares) const {
  const double whole = std::accumulate(shares.begin(), shares.end(), 0.0);
  RAILSHIFT_EXPECTS(whole > 0.0, "points fall into shares that are not all zero");
  std::vector<std::int64_t> counts;
  double sum = 0.0;
  std::int64_t before = 0;
  for (const double share : shares) {
    sum += share;
    // The last share that is not zero takes what rounding of the sums would leave to the zeros after it.
    const bool last = sum >= whole * (1.0 - 1e-12);
    const std::int64_t upto = last ? points_ : std::max(before, below(sum / whole));
    counts.push_back(upto - before);
    before = upto;
  }
  return counts;
}

}  // namespace railshift::rules
