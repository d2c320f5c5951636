/// Over 200 studies made up from a known truth the corrected estimates are right in the mean, and their errors are what they say.
#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/statistics/corrected.hpp"
#include "analysis/statistics/estimate.hpp"
#include "sim/core/draw.hpp"

namespace unbiased_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

constexpr std::size_t kMembers = 200, kPairs = 20, kRepetitions = 200;
constexpr double kThreshold = 0.5;
/// Of a standard normal figure: the share from 0.5 on, 1 - Phi(0.5).
constexpr double kTruth = 0.308538;

/// A standard normal draw (Box and Muller).
double normal(std::uint32_t repetition, const char* what, std::size_t member) {
  const auto words = draw_block(repetition, Purpose::fault, hash_text(what), static_cast<std::uint32_t>(member), 0);
  return std::sqrt(-2.0 * std::log(to_uniform(words[0]))) * std::cos(2.0 * 3.14159265358979323846 * to_uniform(words[1]));
}

/// The full figure is standard normal; the cheap one has a bias of 0.8, a slope of 1.3 and an error of its own of 0.4. Of a quarter of all
/// members (`failing` 4) the full model fails to serve.
PairedSample made_up(std::uint32_t repetition, std::size_t failing) {
  PairedSample sample;
  for (std::size_t m = 0; m < kMembers; ++m) {
    const double full = normal(repetition, "full", m);
    sample.cheap.emplace_back(0.8 + 1.3 * full + 0.4 * normal(repetition, "error", m));
    if (m >= kPairs) continue;
    const bool fails = failing > 0 && draw_uniform(repetition, Purpose::fault, hash_text("fails"), static_cast<std::uint32_t>(m)) <
                                          1.0 / static_cast<double>(failing);
    sample.full[m] = fails ? std::nullopt : std::optional<double>(full);
  }
  return sample;
}

bool meets(double value) { return value >= kThreshold; }

struct Repeated {
  std::vector<double> values;
  double squared_errors = 0.0;  ///< mean of what the estimates say of themselves
};

template <class Estimated>
Repeated repeated(Estimated estimated) {
  Repeated all;
  for (std::uint32_t r = 0; r < kRepetitions; ++r) {
    const Estimate one = estimated(r);
    all.values.push_back(one.value);
    all.squared_errors += *one.error * *one.error / static_cast<double>(kRepetitions);
  }
  return all;
}

/// Deviation of one estimate over the repetitions.
double deviation(const Repeated& all) { return *mean_of(all.values).error * std::sqrt(static_cast<double>(kRepetitions)); }

/// Right in the mean within three standard errors.
void check_unbiased(const Repeated& all, double truth) {
  const Estimate mean = mean_of(all.values);
  CHECK(std::abs(mean.value - truth) < 3.0 * *mean.error);
}

/// Stated and real deviation: a deviation of 200 has an error of 1 / sqrt(400) = 5 %.
void check_error(const Repeated& all) { CHECK(std::sqrt(all.squared_errors) / deviation(all) == Approx(1.0).margin(0.15)); }

}  // namespace

TEST_CASE("the corrected chance is unbiased for the full model over 200 repetitions, and its error is right", "[statistics]") {
  const Repeated chance = repeated([](std::uint32_t r) { return corrected_chance(made_up(r, 0), meets); });
  check_unbiased(chance, kTruth);
  check_error(chance);
  // The full members alone: sqrt(0.3085 x 0.6915 / 20) = 0.103. Pairs and 180 cheap members more than halve its variance.
  CHECK(deviation(chance) < 0.103 / std::sqrt(2.0));
}

TEST_CASE("the cheap model alone is far off in the same repetitions", "[statistics]") {
  // P(0.8 + 1.36 z >= 0.5) = Phi(0.2206) = 0.587.
  std::vector<double> alone;
  for (std::uint32_t r = 0; r < kRepetitions; ++r) {
    double met = 0.0;
    for (const auto& cheap : made_up(r, 0).cheap) met += meets(*cheap) ? 1.0 / static_cast<double>(kMembers) : 0.0;
    alone.push_back(met);
  }
  CHECK(mean_of(alone).value == Approx(0.587).margin(0.01));
}

TEST_CASE("the corrected mean is unbiased for the full model over 200 repetitions, and its error is right", "[statistics]") {
  const Repeated mean = repeated([](std::uint32_t r) { return *corrected_mean(made_up(r, 0)); });
  check_unbiased(mean, 0.0);
  check_error(mean);
  CHECK(deviation(mean) < 0.5 / std::sqrt(20.0));
}

TEST_CASE("where a quarter of the full members fail, the chance is three quarters of what it was", "[statistics]") {
  const Repeated chance = repeated([](std::uint32_t r) { return corrected_chance(made_up(r, 4), meets); });
  check_unbiased(chance, 0.75 * kTruth);
}

TEST_CASE("the plain difference is unbiased too, and less sure than the regression", "[statistics]") {
  const Repeated plain = repeated([](std::uint32_t r) { return met_difference(met_counts(made_up(r, 0), meets)); });
  check_unbiased(plain, kTruth);
  const Repeated corrected = repeated([](std::uint32_t r) { return corrected_chance(made_up(r, 0), meets); });
  CHECK(deviation(plain) > 1.3 * deviation(corrected));
}

TEST_CASE("one drawn value a member has the same chance in the mean", "[statistics]") {
  std::vector<double> shares;
  for (std::uint32_t r = 0; r < kRepetitions; ++r) {
    double met = 0.0;
    for (const auto& value : corrected_values(made_up(r, 0), r)) met += value && meets(*value) ? 1.0 / static_cast<double>(kMembers) : 0.0;
    shares.push_back(met);
  }
  const Estimate mean = mean_of(shares);
  CHECK(std::abs(mean.value - kTruth) < 3.0 * *mean.error);
}

}  // namespace unbiased_test
