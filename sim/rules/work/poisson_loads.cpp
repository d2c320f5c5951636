#include "sim/rules/work/poisson_loads.hpp"

#include <array>
#include <cmath>

#include <boost/random/poisson_distribution.hpp>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"

namespace railshift::rules {
namespace {

/// The blocks of one counter as a stream of words, in the form that Boost.Random asks for.
class DrawnWords {
 public:
  using result_type = std::uint32_t;
  DrawnWords(std::uint32_t seed, std::uint64_t hash, std::uint32_t number) : seed_(seed), hash_(hash), number_(number) {}
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 0xFFFFFFFFU; }
  result_type operator()() {
    if (at_ == words_.size()) {
      words_ = draw_block(seed_, Purpose::poisson_loads, hash_, number_, block_++);
      at_ = 0;
    }
    return words_[at_++];
  }

 private:
  std::uint32_t seed_;
  std::uint64_t hash_;
  std::uint32_t number_;
  std::uint32_t block_ = 0;
  std::array<std::uint32_t, 4> words_{};
  std::size_t at_ = 4;
};

}  // namespace

Kilograms poisson_mass(const Flow& flow, Kilograms mass, std::uint32_t seed, Month month) {
  RAILSHIFT_EXPECTS(flow.payload.value > 0, "a flow has a payload");
  const double mean = static_cast<double>(mass.value) / static_cast<double>(flow.payload.value);
  if (mean <= 0.0) return Kilograms{0};
  DrawnWords words(seed, hash_text(flow.id), static_cast<std::uint32_t>(month.index));
  boost::random::poisson_distribution<std::int64_t> loads(mean);
  return Kilograms{loads(words) * flow.payload.value};
}

double next_uniform_time(double now, double end, std::int64_t left, std::uint32_t seed, std::uint64_t leg_hash, std::uint32_t load) {
  RAILSHIFT_EXPECTS(left >= 1 && now <= end, "loads are left, and time for them");
  const double u = draw_uniform(seed, Purpose::poisson_time, leg_hash, load);
  return now - (end - now) * std::expm1(std::log(u) / static_cast<double>(left));
}

}  // namespace railshift::rules
