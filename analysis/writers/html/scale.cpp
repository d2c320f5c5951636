#include "analysis/writers/html/scale.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {

constexpr double kSmallest = 1e-9;

/// A round step of which about five fill the range.
double round_step(double range) {
  const double rough = std::max(range, kSmallest) / 5.0;
  const double below = round_below(rough);
  if (below >= rough) return below;
  const double power = std::pow(10.0, std::floor(std::log10(below) + kSmallest));
  return below < 1.5 * power ? 2.0 * power : below < 2.5 * power ? 5.0 * power : 10.0 * power;
}

}  // namespace

double round_below(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double factor : {5.0, 2.0}) {
    if (factor * power <= value) return factor * power;
  }
  return power;
}

std::vector<double> Scale::ticks() const {
  std::vector<double> out;
  const auto count = static_cast<int>(std::lround((high - low) / step));
  for (int i = 0; i <= count; ++i) out.push_back(low + step * i);
  return out;
}

std::string Scale::text(double value) const { return grouped(value, decimals); }

Scale scale_over(const std::vector<double>& values, const document::Chart& chart) {
  double low = chart.from_zero || values.empty() ? 0.0 : *std::min_element(values.begin(), values.end());
  double high = values.empty() ? 1.0 : *std::max_element(values.begin(), values.end());
  if (chart.from_zero) {
    for (const double v : values) low = std::min(low, v);
    high = std::max(high, 0.0);
  }
  const bool percent = chart.unit == "%";
  const bool up_to_hundred = percent && high <= 100.0;
  Scale scale;
  scale.step = round_step(high > low ? high - low : std::max(std::abs(high), 1.0));
  // room above the highest value for its text; below the lowest one too where the axis is cut
  scale.high = std::ceil(high / scale.step + 0.3) * scale.step;
  scale.low = std::floor(low / scale.step - (low < 0.0 || !chart.from_zero ? 0.3 : 0.0)) * scale.step;
  if (low >= 0.0) scale.low = std::max(scale.low, 0.0);
  if (high <= 0.0 && chart.from_zero) scale.high = 0.0;
  if (up_to_hundred) scale.high = std::max(std::min(scale.high, 100.0), high);
  if (scale.high <= scale.low) scale.high = scale.low + scale.step;
  scale.decimals = std::clamp(-static_cast<int>(std::floor(std::log10(scale.step) + kSmallest)), 0, 9);
  scale.cut = scale.low > 0.0 || scale.high < 0.0;
  return scale;
}

}  // namespace railshift::analysis::writers::html
