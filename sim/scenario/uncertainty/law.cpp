#include "sim/scenario/uncertainty/law.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/tools/roots.hpp>

#include "sim/core/both.hpp"

namespace railshift::scenario {
namespace {

constexpr double kTail = 0.05;    // below low and above high, if these are no ends
constexpr double kLeast = 1e-12;  // u = 0 and u = 1 of a law without ends

/// Low and high of the support of a triangular law.
struct Support {
  double from, to;
};

/// See quantile.
Support support_of_quantiles(const Range& range) {
  const double p = range.value - range.low, q = range.high - range.value;
  const auto f = [](double s) { return s - std::sqrt(kTail * s); };
  const auto imbalance = [&](double s) { return p * f(1.0 - s) - q * f(s); };
  double s = p <= 0.0 ? kTail : 1.0 - kTail;
  if (p > 0.0 && q > 0.0) {
    const auto root = boost::math::tools::bisect(imbalance, kTail, 1.0 - kTail, boost::math::tools::eps_tolerance<double>(50));
    s = 0.5 * (root.first + root.second);
  }
  const double width = (p + q) / (f(s) + f(1.0 - s));
  return {range.value - s * width, range.value + (1.0 - s) * width};
}

double triangular(const Range& range, LowHigh low_high, double u) {
  const Support support = low_high == LowHigh::ends ? Support{range.low, range.high} : support_of_quantiles(range);
  return boost::math::quantile(boost::math::triangular(support.from, range.value, support.to), u);
}

double uniform(const Range& range, LowHigh low_high, double u) {
  const double width = range.high - range.low;
  const double beyond = low_high == LowHigh::ends ? 0.0 : width * kTail / (1.0 - 2.0 * kTail);
  return range.low - beyond + u * (width + 2.0 * beyond);
}

double lognormal(const Range& range, double u) {
  const boost::math::normal standard;
  const double z = boost::math::quantile(standard, std::clamp(u, kLeast, 1.0 - kLeast));
  const double at_bound = boost::math::quantile(standard, 1.0 - kTail);
  const double sigma = (z < 0.0 ? std::log(range.value / range.low) : std::log(range.high / range.value)) / at_bound;
  return range.value * std::exp(sigma * z);
}

double discrete(const Law& law, const Range& range, double u) {
  const double all = std::accumulate(law.weights.begin(), law.weights.end(), 0.0);
  std::size_t chosen = 0;
  for (double below = law.weights[0]; chosen + 1 < law.weights.size() && u * all >= below; below += law.weights[chosen]) ++chosen;
  const double position = law.positions[chosen];
  return range.value + (position < 0.0 ? position * (range.value - range.low) : position * (range.high - range.value));
}

}  // namespace

template <>
std::vector<Word> words_of<LawKind>() {
  return {{"triangular", {"三角分布", "三角"}, 0},
          {"uniform", {"均匀分布", "均匀"}, 1},
          {"lognormal", {"对数正态分布", "对数正态"}, 2},
          {"discrete", {"离散分布", "离散"}, 3}};
}
template <>
std::vector<Word> words_of<LowHigh>() {
  return {{"ends", {"端点"}, 0}, {"5_95", {"5和95%分位"}, 1}};
}

double quantile(const Law& law, const Range& range, double u) {
  switch (law.kind) {
    case LawKind::triangular:
      return triangular(range, law.low_high, u);
    case LawKind::uniform:
      return uniform(range, law.low_high, u);
    case LawKind::lognormal:
      return lognormal(range, u);
    case LawKind::discrete:
      return discrete(law, range, u);
  }
  return range.value;
}

Law second_law(const Law& law) {
  switch (law.kind) {
    case LawKind::triangular:
    case LawKind::lognormal:
      return {LawKind::uniform, law.low_high, {}, {}};
    case LawKind::uniform:
      return {LawKind::triangular, law.low_high, {}, {}};
    case LawKind::discrete:
      return law;
  }
  return law;
}

std::optional<Words> reason_against(const Law& law, const Range& range) {
  if (range.value < range.low || range.value > range.high)
    return both("{:g} 不在 low {:g} 和 high {:g} 之间", "{:g} does not lie between low {:g} and high {:g}", range.value, range.low,
                range.high);
  if (law.kind != LawKind::lognormal) return std::nullopt;
  if (law.low_high == LowHigh::ends) return Words{"对数正态分布没有端点", "a lognormal law has no ends"};
  if (range.low <= 0.0)
    return both("low 为 {:g}，对数正态分布的数都大于 0", "low is {:g}, and a lognormal law has numbers above 0 only", range.low);
  return std::nullopt;
}

}  // namespace railshift::scenario
