#include "sim/rules/work/service_time.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/core/draw.hpp"

namespace service_time_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

constexpr double kMinute = 60.0 * 1024.0;  // ticks

Station station(Distribution distribution, double p1, double p2 = 0.0, double p3 = 0.0) {
  Station s;
  s.id = "st";
  s.distribution = distribution;
  s.p1 = p1;
  s.p2 = p2;
  s.p3 = p3;
  return s;
}

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
  double least = 1e300;
  double most = 0.0;
};

/// Minutes over n loads of one flow.
Moments moments(const ServiceLaw& law, std::uint32_t n) {
  double sum = 0.0;
  double squares = 0.0;
  Moments m;
  for (std::uint32_t load = 0; load < n; ++load) {
    const auto block = draw_block(7, Purpose::service_time, hash_text("fl-a"), load, 0);
    const double t = static_cast<double>(service_ticks(law, loading_words(block))) / kMinute;
    sum += t;
    squares += t * t;
    m.least = std::min(m.least, t);
    m.most = std::max(m.most, t);
  }
  m.mean = sum / n;
  m.variance = squares / n - m.mean * m.mean;
  return m;
}

/// 3.29 standard errors of the mean of n draws: a right program fails one test in a thousand, but the seed is fixed.
double band(double variance, std::uint32_t n) { return 3.29 * std::sqrt(variance / n); }

}  // namespace

TEST_CASE("a constant service time is the same for every load", "[rules]") {
  // 4.5 min = 4.5 x 60 x 1024 ticks = 276480
  const ServiceLaw law = service_law(station(Distribution::constant, 4.5));
  CHECK(service_ticks(law, {0, 0}) == 276480);
  CHECK(service_ticks(law, {0xFFFFFFFFU, 0xFFFFFFFFU}) == 276480);
}

TEST_CASE("no service is shorter than one tick, so that one server lets nobody go at the same tick as the next", "[rules]") {
  // -ln u of the largest word is 1.2e-10; with a mean of 1 min = 61440 ticks that is far below one tick.
  CHECK(service_ticks(service_law(station(Distribution::exponential, 1.0)), {0xFFFFFFFFU, 0}) == 1);
  // 1.5 ticks are rounded to 2, 1.4 to 1.
  CHECK(service_ticks(service_law(station(Distribution::constant, 1.5 / 61440.0)), {0, 0}) == 2);
  CHECK(service_ticks(service_law(station(Distribution::constant, 1.4 / 61440.0)), {0, 0}) == 1);
}

TEST_CASE("a uniform service time stays inside its bounds and its middle word gives its middle", "[rules]") {
  const ServiceLaw law = service_law(station(Distribution::uniform, 2.0, 6.0));
  // u = (2^31 + 0.5) / 2^32, just over one half: 4 min = 245760 ticks
  CHECK(service_ticks(law, {0x80000000U, 0}) == 245760);
  const Moments m = moments(law, 20000);
  CHECK(m.least >= 2.0);
  CHECK(m.most <= 6.0);
  CHECK(m.mean == Approx(4.0).margin(band(16.0 / 12.0, 20000)));
}

TEST_CASE("an exponential service time at u = 1/e is its mean", "[rules]") {
  const ServiceLaw law = service_law(station(Distribution::exponential, 3.0));
  const auto word = static_cast<std::uint32_t>(std::exp(-1.0) * 4294967296.0);
  CHECK(service_ticks(law, {word, 0}) == 184320);  // 3 x 61440
  const Moments m = moments(law, 20000);
  CHECK(m.mean == Approx(3.0).margin(band(9.0, 20000)));
  CHECK(m.variance == Approx(9.0).margin(3.29 * std::sqrt(8.0 * 81.0 / 20000)));  // var(s^2) = (mu4 - var^2) / n = 8 mean^4 / n
}

TEST_CASE("an Erlang service time of two phases is the sum of two exponentials", "[rules]") {
  // mean 6 min, two phases of 3 min, u1 = u2 = 1/e: 3 + 3 min
  const auto word = static_cast<std::uint32_t>(std::exp(-1.0) * 4294967296.0);
  CHECK(service_ticks(service_law(station(Distribution::erlang, 6.0, 2.0)), {word, word}) == 368640);
  CHECK(service_ticks(service_law(station(Distribution::erlang, 3.0, 1.0)), {word, 17}) == 184320);
}

TEST_CASE("Erlang means and variances hold for few and for very many phases", "[rules]") {
  // variance = mean^2 / k
  for (const double phases : {2.0, 4.0, 60.0, 400.0}) {
    const Moments m = moments(service_law(station(Distribution::erlang, 10.0, phases)), 20000);
    const double variance = 100.0 / phases;
    CHECK(m.mean == Approx(10.0).margin(band(variance, 20000)));
    // var(s^2) = var^2 (2 + 6/k) / n
    CHECK(m.variance == Approx(variance).margin(3.29 * variance * std::sqrt((2.0 + 6.0 / phases) / 20000)));
  }
}

TEST_CASE("a lognormal service time has the stated mean, not the stated median", "[rules]") {
  // sigma 0.5: variance = mean^2 (exp(sigma^2) - 1) = 64 x 0.2840254
  const Moments m = moments(service_law(station(Distribution::lognormal, 8.0, 0.5)), 40000);
  CHECK(m.mean == Approx(8.0).margin(band(64.0 * 0.2840254, 40000)));
  // sigma 0: always the mean
  CHECK(service_ticks(service_law(station(Distribution::lognormal, 8.0, 0.0)), {5, 9}) == 491520);
}

TEST_CASE("a triangular service time follows its inverse distribution on both sides of the mode", "[rules]") {
  // low 1, mode 2, high 5. F(mode) = 1/4.
  // u = 1/16: 1 + sqrt(1/16 x 4 x 1) = 1.5.  u = 13/16: 5 - sqrt(3/16 x 4 x 3) = 3.5.
  const ServiceLaw law = service_law(station(Distribution::triangular, 1.0, 2.0, 5.0));
  CHECK(service_ticks(law, {0x10000000U, 0}) == 92160);
  CHECK(service_ticks(law, {0xD0000000U, 0}) == 215040);
  const Moments m = moments(law, 20000);
  CHECK(m.least >= 1.0);
  CHECK(m.most <= 5.0);
  // variance = (1 + 4 + 25 - 2 - 5 - 10) / 18
  CHECK(m.mean == Approx(8.0 / 3.0).margin(band(13.0 / 18.0, 20000)));
  CHECK(service_ticks(service_law(station(Distribution::triangular, 3.0, 3.0, 3.0)), {4, 4}) == 184320);
}

TEST_CASE("loading and unloading of one load use different words of its block", "[rules]") {
  const std::array<std::uint32_t, 4> block{1, 2, 3, 4};
  CHECK(loading_words(block).first == 1);
  CHECK(loading_words(block).second == 2);
  CHECK(unloading_words(block).first == 3);
  CHECK(unloading_words(block).second == 4);
}

}  // namespace service_time_test
