/// A station against closed formulas of queueing theory. Arrivals are drawn with a fixed seed; the tolerance is 3.29 standard errors of
/// batch means.
#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include "sim/engine/places/stations.hpp"

namespace queue_theory_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

/// Times are in ticks of a mean service of 10,000, so that rounding to whole ticks does not matter.
constexpr double kService = 10'000.0;

struct Estimate {
  double mean = 0.0;
  double standard_error = 0.0;
};

/// Mean wait in units of the mean service, over batches much longer than the memory of the queue; the first batch is warm-up.
Estimate mean_wait(int servers, double load, const std::function<double(std::mt19937_64&)>& service) {
  Station description;
  description.servers = servers;
  const rules::WorkingHours always;
  StationState station(description, Id<Station>{0}, always);
  station.begin_month(kMaxTick);
  std::mt19937_64 random(20231001);
  std::exponential_distribution<double> gap(load * servers / kService);
  constexpr int kBatches = 40;
  constexpr int kTrucks = 25'000;
  std::vector<double> means;
  double now = 0.0;
  for (int b = 0; b <= kBatches; ++b) {
    double waited = 0.0;
    for (int n = 0; n < kTrucks; ++n) {
      now += gap(random);
      const auto tick = static_cast<Tick>(now);
      waited += static_cast<double>(station.arrive(tick, static_cast<Tick>(service(random) + 0.5), true).start - tick);
    }
    if (b > 0) means.push_back(waited / kTrucks / kService);
  }
  double mean = 0.0;
  for (const double m : means) mean += m / kBatches;
  double variance = 0.0;
  for (const double m : means) variance += (m - mean) * (m - mean) / (kBatches - 1);
  return {mean, std::sqrt(variance / kBatches)};
}

/// Erlang's C formula: the share of customers who wait.
double erlang_c(int servers, double load) {
  const double a = load * servers;
  double term = 1.0;
  double sum = 1.0;
  for (int k = 1; k < servers; ++k) {
    term *= a / k;
    sum += term;
  }
  const double last = term * a / servers / (1.0 - load);
  return last / (sum + last);
}

}  // namespace

TEST_CASE("one bay with constant service and random arrivals waits as Pollaczek and Khinchine say", "[engine]") {
  // M/D/1 at load 0.8: W = rho / (2 (1 - rho)) = 0.8 / 0.4 = 2 services.
  const Estimate wait = mean_wait(1, 0.8, [](std::mt19937_64&) { return kService; });
  CHECK(wait.standard_error < 0.03);
  CHECK(std::abs(wait.mean - 2.0) < 3.29 * wait.standard_error);
}

TEST_CASE("three bays with random service and arrivals wait as Erlang says", "[engine]") {
  // M/M/3 at load 0.8, a = 2.4: 1 + 2.4 + 2.88 = 6.28; 2.4^3 / 6 / 0.2 = 11.52; C = 11.52 / 17.8 = 0.6472; W = C / (3 x 0.2) = 1.0787
  // services.
  CHECK(erlang_c(3, 0.8) == Approx(11.52 / 17.8));
  std::exponential_distribution<double> service(1.0 / kService);
  const Estimate wait = mean_wait(3, 0.8, [&service](std::mt19937_64& random) { return service(random); });
  CHECK(wait.standard_error < 0.02);
  CHECK(std::abs(wait.mean - erlang_c(3, 0.8) / (3 * 0.2)) < 3.29 * wait.standard_error);
}

}  // namespace queue_theory_test
