#include "analysis/statistics/corrected.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"

namespace railshift::analysis::statistics {
namespace {

using Value = std::optional<double>;

void expect_pairs(const PairedSample& sample) {
  const auto finite = [](const Value& value) { return !value || std::isfinite(*value); };
  RAILSHIFT_EXPECTS(std::all_of(sample.cheap.begin(), sample.cheap.end(), finite), "values of members are finite");
  for (const auto& [member, full] : sample.full) {
    RAILSHIFT_EXPECTS(member < sample.cheap.size() && finite(full), "a pair is a member with a finite value or none");
  }
}

struct Line {
  double offset = 0.0;
  double slope = 1.0;
  [[nodiscard]] double at(double cheap) const { return offset + slope * cheap; }
};

/// Least squares over the pairs that have both values, but for one member.
Line line_of(const PairedSample& sample, std::optional<std::size_t> left_out) {
  double n = 0.0, cheap_mean = 0.0, full_mean = 0.0;
  const auto each = [&](const auto& act) {
    for (const auto& [member, full] : sample.full) {
      if (member != left_out && full && sample.cheap[member]) act(*sample.cheap[member], *full);
    }
  };
  each([&](double cheap, double full) {
    n += 1.0;
    cheap_mean += cheap;
    full_mean += full;
  });
  if (n == 0.0) return {};
  cheap_mean /= n;
  full_mean /= n;
  double squares = 0.0, products = 0.0;
  each([&](double cheap, double full) {
    squares += (cheap - cheap_mean) * (cheap - cheap_mean);
    products += (cheap - cheap_mean) * (full - full_mean);
  });
  const double slope = n >= 3.0 && squares > 0.0 ? products / squares : 1.0;
  return {full_mean - slope * cheap_mean, slope};
}

/// All values that a member may take, with equal chances; empty where no other pair says anything of such a member.
std::vector<Value> possible_values(const PairedSample& sample, const Correction& correction, std::size_t member) {
  std::vector<Value> values;
  const Value& fitted = correction.fitted[member];
  for (const auto& [pair, full] : sample.full) {
    if (pair == member || sample.cheap[pair].has_value() != fitted.has_value()) continue;
    if (!fitted) {
      values.push_back(full);
    } else {
      const Value& residual = correction.residuals.at(pair);
      values.push_back(residual ? Value(*fitted + *residual) : std::nullopt);
    }
  }
  return values;
}

/// What a member adds to a figure: to a chance whether it meets (weight 1), to a mean its value (weight 0 if it has none).
struct Part {
  double value = 0.0;
  double weight = 0.0;
};
using Reading = std::function<Part(const Value&)>;

std::vector<Part> parts_of(const PairedSample& sample, const Reading& reading) {
  const Correction correction = correction_of(sample);
  std::vector<Part> parts;
  for (std::size_t m = 0; m < sample.cheap.size(); ++m) {
    const std::vector<Value> values = possible_values(sample, correction, m);
    Part part = values.empty() ? reading(std::nullopt) : Part{};
    for (const Value& value : values) {
      const Part one = reading(value);
      part.value += one.value / static_cast<double>(values.size());
      part.weight += one.weight / static_cast<double>(values.size());
    }
    parts.push_back(part);
  }
  return parts;
}

Part sum_of(const std::vector<Part>& parts) {
  Part sum;
  for (const Part& part : parts) {
    sum.value += part.value;
    sum.weight += part.weight;
  }
  return sum;
}

/// Variance of the figure over samples of members: of a ratio of sums by its deviations from the line value = figure x weight.
double variance_over_members(const std::vector<Part>& parts, double figure) {
  const auto n = static_cast<double>(parts.size());
  const double weight = sum_of(parts).weight / n;
  double squares = 0.0;
  for (const Part& part : parts) squares += std::pow(part.value - figure * part.weight, 2);
  return squares / (n - 1.0) / n / (weight * weight);
}

/// A sample, and the first of its members that count: those before it are there for their pairs alone.
struct Asked {
  const PairedSample& sample;
  std::size_t first = 0;
};

std::vector<Part> counted_parts(const Asked& asked, const Reading& reading) {
  std::vector<Part> parts = parts_of(asked.sample, reading);
  parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(asked.first));
  return parts;
}

/// Jackknife: the figure without each pair, whose member stays.
double variance_over_pairs(const Asked& asked, const Reading& reading) {
  std::vector<double> figures;
  for (const auto& [member, full] : asked.sample.full) {
    PairedSample less = asked.sample;
    less.full.erase(member);
    const Part sum = sum_of(counted_parts({less, asked.first}, reading));
    if (sum.weight > 0.0) figures.push_back(sum.value / sum.weight);
  }
  if (figures.size() < 2) return 0.0;
  // mean_of has 1 / (n (n - 1)) of the squares, the jackknife (n - 1) / n.
  const double error = *mean_of(figures).error * static_cast<double>(figures.size() - 1);
  return error * error;
}

std::optional<Estimate> figure_of(const Asked& asked, const Reading& reading) {
  expect_pairs(asked.sample);
  RAILSHIFT_EXPECTS(asked.sample.full.size() >= kLeastPairs, "a correction stands on ten pairs or more");
  const std::vector<Part> parts = counted_parts(asked, reading);
  const Part sum = sum_of(parts);
  if (!(sum.weight > 0.0)) return std::nullopt;
  const double figure = sum.value / sum.weight;
  return Estimate{figure, std::sqrt(variance_over_members(parts, figure) + variance_over_pairs(asked, reading))};
}

Reading met_by(const Demand& demand) {
  return [&demand](const Value& value) { return Part{value && demand(*value) ? 1.0 : 0.0, 1.0}; };
}

/// The pairs with their members, then others that are no pairs.
PairedSample pairs_then(const PairedSample& sample, const std::vector<Value>& others) {
  PairedSample both;
  for (const auto& [member, full] : sample.full) {
    both.full[both.cheap.size()] = full;
    both.cheap.push_back(sample.cheap[member]);
  }
  both.cheap.insert(both.cheap.end(), others.begin(), others.end());
  return both;
}

}  // namespace

Correction correction_of(const PairedSample& sample) {
  expect_pairs(sample);
  const Line of_all = line_of(sample, std::nullopt);
  Correction correction;
  for (const Value& cheap : sample.cheap) correction.fitted.push_back(cheap ? Value(of_all.at(*cheap)) : std::nullopt);
  for (const auto& [member, full] : sample.full) {
    const Value& cheap = sample.cheap[member];
    if (!cheap) continue;
    const double fitted = line_of(sample, member).at(*cheap);
    correction.fitted[member] = fitted;
    correction.residuals[member] = full ? Value(*full - fitted) : std::nullopt;
  }
  return correction;
}

std::vector<std::optional<double>> corrected_values(const PairedSample& sample, std::uint32_t seed) {
  const Correction correction = correction_of(sample);
  std::vector<Value> corrected;
  for (std::size_t m = 0; m < sample.cheap.size(); ++m) {
    const std::vector<Value> values = possible_values(sample, correction, m);
    const double u = draw_uniform(seed, Purpose::residual_pick, hash_text("member"), static_cast<std::uint32_t>(m));
    corrected.push_back(values.empty() ? std::nullopt : values[static_cast<std::size_t>(u * static_cast<double>(values.size()))]);
  }
  return corrected;
}

Estimate corrected_chance(const PairedSample& sample, const Demand& demand) {
  RAILSHIFT_EXPECTS(!sample.cheap.empty(), "a chance is of members");
  return *figure_of({sample}, met_by(demand));
}

Estimate corrected_chance(const PairedSample& sample, const std::vector<Value>& others, const Demand& demand) {
  expect_pairs(sample);
  RAILSHIFT_EXPECTS(others.size() >= 2, "a chance is of members");
  return *figure_of({pairs_then(sample, others), sample.full.size()}, met_by(demand));
}

std::optional<Estimate> corrected_mean(const PairedSample& sample) {
  return figure_of({sample}, [](const Value& value) { return value ? Part{*value, 1.0} : Part{}; });
}

ChanceRange few_pairs_range(const PairedSample& sample, const Demand& demand) { return few_pairs_range(sample, sample.cheap, demand); }

ChanceRange few_pairs_range(const PairedSample& sample, const std::vector<Value>& others, const Demand& demand) {
  expect_pairs(sample);
  RAILSHIFT_EXPECTS(!sample.full.empty(), "a range stands on a pair");
  double largest = 0.0, comparable = 0.0, served = 0.0;
  for (const auto& [member, full] : sample.full) {
    const Value& cheap = sample.cheap[member];
    if (!cheap) continue;
    comparable += 1.0;
    if (!full) continue;
    served += 1.0;
    largest = std::max(largest, std::abs(*full - *cheap));
  }
  const double share_served = comparable > 0.0 ? served / comparable : 1.0;
  const auto share = [&](double error) {
    const auto met = std::count_if(others.begin(), others.end(), [&](const Value& v) { return v && demand(*v + error); });
    return share_served * static_cast<double>(met) / static_cast<double>(others.size());
  };
  const auto [low, high] = std::minmax({share(-largest), share(largest)});
  return {low, high};
}

MetCounts met_counts(const PairedSample& sample, const Demand& demand) {
  expect_pairs(sample);
  const auto meets = [&](const Value& value) { return value && demand(*value); };
  MetCounts counts;
  counts.members = static_cast<int>(sample.cheap.size());
  counts.met = static_cast<int>(std::count_if(sample.cheap.begin(), sample.cheap.end(), meets));
  counts.pairs = static_cast<int>(sample.full.size());
  for (const auto& [member, full] : sample.full) {
    const bool before = meets(sample.cheap[member]);
    const bool after = meets(full);
    counts.gained += !before && after ? 1 : 0;
    counts.lost += before && !after ? 1 : 0;
  }
  return counts;
}

Estimate met_difference(const MetCounts& counts) {
  RAILSHIFT_EXPECTS(counts.members >= 1 && counts.pairs >= 1, "a difference needs members and pairs");
  const double members = counts.members;
  const double pairs = counts.pairs;
  const double p = counts.met / members;
  const double moved = (counts.gained - counts.lost) / pairs;
  const double spread = (counts.gained + counts.lost) / pairs - moved * moved;
  return {p + moved, std::sqrt(p * (1.0 - p) / members + spread / pairs)};
}

}  // namespace railshift::analysis::statistics
