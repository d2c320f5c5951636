#include "analysis/tracking/pace.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"

namespace railshift::analysis {
namespace {

constexpr double kSame = 1e-9;  ///< runs whose logarithms lie closer do not differ

struct Window {
  Month first, last;
};

Window window_of(const ObservedSeries& series) {
  const Month last = series.months.rbegin()->first;
  return {std::max(series.months.begin()->first, last + 1 + -kFitMonths), last};
}

/// A sum of months; of a stock the change over them.
double over(const std::map<Month, double>& months, ObservedKind kind, Window window) {
  if (kind == ObservedKind::stock) return amount_in(months, window.last) - amount_in(months, window.first);
  double sum = 0.0;
  for (Month m = window.first; m <= window.last; m = m + 1) sum += amount_in(months, m);
  return sum;
}

/// The same of what is to come.
double after(const std::map<Month, double>& months, ObservedKind kind, Month last) {
  if (months.empty() || !(last < months.rbegin()->first)) return 0.0;
  const Month end = months.rbegin()->first;
  return kind == ObservedKind::stock ? amount_in(months, end) - amount_in(months, last) : over(months, kind, {last + 1, end});
}

/// Equal values have that value as their mean, without a rounding step in between.
double mean_of(const std::vector<double>& values) {
  if (!values.empty() && std::equal(values.begin() + 1, values.end(), values.begin())) return values.front();
  double sum = 0.0;
  for (const double v : values) sum += v;
  return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
  if (values.size() < 2) return 0.0;
  const double mean = mean_of(values);
  double sum = 0.0;
  for (const double v : values) sum += (v - mean) * (v - mean);
  return sum / static_cast<double>(values.size() - 1);
}

/// Slope of y on x, held in 0..1, and up to kMostCarried where a line explains at least half of what follows.
double carried_by_runs(const std::vector<double>& x, const std::vector<double>& y) {
  if (x.size() < 3) return 1.0;
  const double mx = mean_of(x), my = mean_of(y);
  double xx = 0.0, xy = 0.0, yy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mx) * (x[i] - mx);
    xy += (x[i] - mx) * (y[i] - my);
    yy += (y[i] - my) * (y[i] - my);
  }
  if (xx < kSame * kSame) return 1.0;
  return std::clamp(xy / xx, 0.0, 2.0 * xy * xy >= xx * yy ? kMostCarried : 1.0);
}

double carried(double z, const PaceFit& fit) {
  const double inside = std::clamp(z, -kRunsReach * fit.spread, kRunsReach * fit.spread);
  return fit.carried * inside + (z - inside);
}

/// Of the logarithms of months over the mean of the runs; nothing where a month has none.
std::optional<double> scatter_of(const std::map<Month, double>& months, const std::vector<std::map<Month, double>>& runs, Window window) {
  std::vector<double> logs;
  for (Month m = window.first; m <= window.last; m = m + 1) {
    double mean = 0.0;
    for (const auto& run : runs) mean += amount_in(run, m) / static_cast<double>(runs.size());
    const double value = amount_in(months, m);
    if (mean <= 0.0 || value <= 0.0) return std::nullopt;
    logs.push_back(std::log(value / mean));
  }
  if (logs.size() < kLeastMonths) return std::nullopt;
  return variance_of(logs);
}

double excess_scatter(const ObservedSeries& series, const std::vector<std::map<Month, double>>& runs, Window window) {
  if (series.kind == ObservedKind::stock) return 0.0;
  const auto observed = scatter_of(series.months, runs, window);
  if (!observed) return 0.0;
  double greatest = 0.0;
  for (const auto& run : runs) greatest = std::max(greatest, scatter_of(run, runs, window).value_or(*observed));
  return std::sqrt(std::max(0.0, *observed - greatest));
}

/// The runs that can be set beside what was counted: their change has its sign.
struct Logs {
  std::vector<std::optional<double>> all;  ///< by run
  std::vector<double> x, x_with_rest, rest;
};

Logs logs_of(const ObservedSeries& series, const std::vector<std::map<Month, double>>& runs, Window window, double sign) {
  Logs logs;
  for (const auto& run : runs) {
    const double past = sign * over(run, series.kind, window), rest = sign * after(run, series.kind, window.last);
    logs.all.push_back(past > 0.0 ? std::optional(std::log(past)) : std::nullopt);
    if (past <= 0.0) continue;
    logs.x.push_back(std::log(past));
    if (rest <= 0.0) continue;
    logs.x_with_rest.push_back(std::log(past));
    logs.rest.push_back(std::log(rest));
  }
  return logs;
}

/// What the amounts of the runs leave of a pace; fitted also of 0.
PaceBasis basis_of(const ObservedSeries& series, const PaceFit& fit, const std::vector<double>& simulated) {
  if (series.kind == ObservedKind::stock && fit.months == 1) return PaceBasis::one_month;
  const auto some = [&](const auto& wanted) { return std::any_of(simulated.begin(), simulated.end(), wanted); };
  if (!some([](double v) { return v != 0.0; })) return PaceBasis::nothing_simulated;
  const bool alike = fit.observed == 0.0 || some([&](double v) { return (v > 0.0) == (fit.observed > 0.0) && v != 0.0; });
  return alike ? PaceBasis::fitted : PaceBasis::other_direction;
}

/// Nothing was counted where runs have something: it does not come in the months ahead either.
void stand_still(PaceFit& fit, const std::vector<double>& simulated) {
  fit.level = fit.pace = 0.0;
  for (std::size_t i = 0; i < simulated.size(); ++i) {
    if (simulated[i] != 0.0) fit.logs[i] = -std::numeric_limits<double>::infinity();
  }
}

}  // namespace

std::string_view to_text(PaceBasis basis) {
  switch (basis) {
    case PaceBasis::fitted:
      return "fitted";
    case PaceBasis::nothing_simulated:
      return "nothing_simulated";
    case PaceBasis::other_direction:
      return "other_direction";
    case PaceBasis::one_month:
      return "one_month";
  }
  RAILSHIFT_EXPECTS(false, "a basis has its word");
}

double drawn_normal(const ObservedSeries& series, std::uint32_t seed, std::size_t run, std::uint32_t month) {
  const auto block = draw_block(seed, Purpose::counted_months, hash_text(series.id), static_cast<std::uint32_t>(run), month);
  return std::sqrt(-2.0 * std::log(to_uniform(block[0]))) * std::cos(2.0 * std::numbers::pi * to_uniform(block[1]));
}

PaceFit fit_pace(const ObservedSeries& series, const std::vector<std::map<Month, double>>& runs, std::uint32_t seed) {
  const Window window = window_of(series);
  PaceFit fit;
  fit.first = window.first;
  fit.last = window.last;
  fit.months = window.last - window.first + 1;
  fit.observed = over(series.months, series.kind, window);
  std::vector<double> simulated;
  for (const auto& run : runs) simulated.push_back(over(run, series.kind, window));
  fit.simulated = mean_of(simulated);
  fit.logs.assign(runs.size(), 0.0);
  fit.basis = basis_of(series, fit, simulated);
  if (fit.basis != PaceBasis::fitted) return fit;
  if (fit.observed == 0.0) {
    stand_still(fit, simulated);
    return fit;
  }
  const double sign = fit.observed < 0.0 ? -1.0 : 1.0;
  const Logs logs = logs_of(series, runs, window, sign);
  const double mean = mean_of(logs.x), z = std::log(sign * fit.observed) - mean;
  fit.spread = std::sqrt(variance_of(logs.x));
  fit.carried = carried_by_runs(logs.x_with_rest, logs.rest);
  fit.scatter = excess_scatter(series, runs, window);
  fit.level = std::exp(z);
  fit.pace = std::exp(carried(z, fit));
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (!logs.all[i]) continue;
    fit.logs[i] = carried(z, fit) - carried(*logs.all[i] - mean, fit);
    const double error = fit.scatter / std::sqrt(static_cast<double>(fit.months));
    if (error > 0.0) fit.logs[i] += error * drawn_normal(series, seed, i, 0) - error * error / 2.0;  // its mean factor is 1
  }
  return fit;
}

}  // namespace railshift::analysis
