#include "sim/rules/work/service_time.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"

namespace railshift::rules {
namespace {

constexpr double kTicksPerMinute = 60.0 * static_cast<double>(kTicksPerSecond);

/// splitmix64 (Steele, Lea, Flood 2014): the next 64 random bits of a sequence.
std::uint64_t next_bits(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

/// Sum of `phases` unit exponentials. Logs are taken of products, as few as the range of a double allows.
double unit_erlang(int phases, ServiceWords words) {
  double product = to_uniform(words.first);
  if (phases == 1) return -std::log(product);
  product *= to_uniform(words.second);
  double sum = 0.0;
  std::uint64_t state = (static_cast<std::uint64_t>(words.first) << 32) | words.second;
  for (int k = 2; k < phases; ++k) {
    product *= (static_cast<double>(next_bits(state) >> 11) + 0.5) * 0x1.0p-53;
    if (product < 1e-280) {
      sum -= std::log(product);
      product = 1.0;
    }
  }
  return sum - std::log(product);
}

/// Box-Muller.
double unit_normal(ServiceWords words) {
  return std::sqrt(-2.0 * std::log(to_uniform(words.first))) * std::cos(2.0 * std::numbers::pi * to_uniform(words.second));
}

double triangular(const ServiceLaw& law, double u) {
  const double width = law.c - law.a;
  if (width <= 0.0) return law.a;
  const double left = law.b - law.a;
  if (u * width < left) return law.a + std::sqrt(u * width * left);
  return law.c - std::sqrt((1.0 - u) * width * (law.c - law.b));
}

double measured_time(const ServiceLaw& law, double u) {
  const auto at = std::upper_bound(law.steps.begin(), law.steps.end(), u, [](double x, const ServiceLaw::Step& s) { return x < s.up_to; });
  return at == law.steps.end() ? law.steps.back().ticks : at->ticks;
}

ServiceLaw measured_law(const Station& station) {
  ServiceLaw law;
  law.distribution = Distribution::empirical;
  double total = 0.0;
  for (const MeasuredTime& m : station.measured) total += m.weight;
  double sum = 0.0;
  for (const MeasuredTime& m : station.measured) law.steps.push_back({(sum += m.weight) / total, m.minutes * kTicksPerMinute});
  RAILSHIFT_EXPECTS(!law.steps.empty(), "an empirical station has measured times");
  return law;
}

double service_time(const ServiceLaw& law, ServiceWords words) {
  switch (law.distribution) {
    case Distribution::constant:
      return law.a;
    case Distribution::uniform:
      return law.a + law.b * to_uniform(words.first);
    case Distribution::exponential:
      return -law.a * std::log(to_uniform(words.first));
    case Distribution::erlang:
      return law.a * unit_erlang(law.phases, words);
    case Distribution::lognormal:
      return std::exp(law.a + law.b * unit_normal(words));
    case Distribution::triangular:
      return triangular(law, to_uniform(words.first));
    case Distribution::empirical:
      return measured_time(law, to_uniform(words.first));
  }
  return law.a;
}

}  // namespace

ServiceLaw service_law(const Station& station) {
  const double p1 = station.p1 * kTicksPerMinute;
  const double p2 = station.p2 * kTicksPerMinute;
  switch (station.distribution) {
    case Distribution::constant:
    case Distribution::exponential:
      return {station.distribution, 1, p1, 0.0, 0.0};
    case Distribution::uniform:
      return {station.distribution, 1, p1, p2 - p1, 0.0};
    case Distribution::erlang: {
      const int phases = std::max(1, static_cast<int>(std::lround(station.p2)));
      return {station.distribution, phases, p1 / phases, 0.0, 0.0};
    }
    case Distribution::lognormal: {
      RAILSHIFT_EXPECTS(p1 > 0.0, "a lognormal service time has a positive mean");
      return {station.distribution, 1, std::log(p1) - 0.5 * station.p2 * station.p2, station.p2, 0.0};
    }
    case Distribution::triangular:
      return {station.distribution, 1, p1, p2, station.p3 * kTicksPerMinute};
    case Distribution::empirical:
      return measured_law(station);
  }
  return {};
}

double mean_minutes(const Station& s) {
  switch (s.distribution) {
    case Distribution::uniform:
      return (s.p1 + s.p2) / 2.0;
    case Distribution::triangular:
      return (s.p1 + s.p2 + s.p3) / 3.0;
    case Distribution::constant:
    case Distribution::exponential:
    case Distribution::erlang:
    case Distribution::lognormal:
      return s.p1;
    case Distribution::empirical: {
      double sum = 0.0, weight = 0.0;
      for (const MeasuredTime& m : s.measured) {
        sum += m.minutes * m.weight;
        weight += m.weight;
      }
      return weight > 0.0 ? sum / weight : 0.0;
    }
  }
  RAILSHIFT_EXPECTS(false, "a distribution has a mean");
}

bool sent_back(double probability, std::uint32_t seed, std::uint64_t leg_hash, std::uint32_t load, std::uint32_t visit, bool at_origin) {
  return to_uniform(draw_block(seed, Purpose::feedback, leg_hash, load, visit)[at_origin ? 0 : 1]) < probability;
}

Tick service_ticks(const ServiceLaw& law, ServiceWords words) { return static_cast<Tick>(std::max(1.0, service_time(law, words) + 0.5)); }

}  // namespace railshift::rules
