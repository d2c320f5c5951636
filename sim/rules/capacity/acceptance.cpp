#include "sim/rules/capacity/acceptance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "sim/core/contract.hpp"

namespace railshift::rules {
namespace {

/// Two limits that fill at levels closer than this (relative) fill together.
constexpr double kTie = 1e-12;
/// Below this a fraction of a kilogram is rounding of the filling level.
constexpr double kNoise = 1e-6;

/// Positions by falling remainder; ties keep their order.
std::vector<std::size_t> by_remainder(const std::vector<double>& remainder) {
  std::vector<std::size_t> order(remainder.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  return order;
}

/// The filling in real numbers.
class Filling {
 public:
  Filling(const std::vector<Demand>& demands, const std::vector<double>& capacity)
      : demands_(demands), left_(capacity), active_(demands.size(), true), got_(demands.size(), 0.0), bound_by_(demands.size()) {}

  void run() {
    double level = 0.0;
    for (std::size_t waiting = demands_.size(); waiting > 0;) {
      const std::vector<double> full_at = levels_of_limits();
      const double next = std::min(lowest_met(), *std::min_element(full_at.begin(), full_at.end()));
      level = std::max(level, next);
      waiting -= freeze_met(level) + freeze_bound(level, full_at);
    }
  }
  [[nodiscard]] const std::vector<double>& got() const { return got_; }
  [[nodiscard]] std::vector<std::vector<std::size_t>>& bound_by() { return bound_by_; }

 private:
  /// The level at which each limit is full if all active demands go on rising; the last entry stands for "no limit".
  [[nodiscard]] std::vector<double> levels_of_limits() const {
    std::vector<double> slope(left_.size(), 0.0);
    for (std::size_t i = 0; i < demands_.size(); ++i) {
      if (!active_[i]) continue;
      for (const LimitUse& use : demands_[i].uses) slope[use.limit] += use.per_kg * demands_[i].weight;
    }
    std::vector<double> level(left_.size() + 1, std::numeric_limits<double>::infinity());
    for (std::size_t l = 0; l < left_.size(); ++l) {
      if (slope[l] > 0.0) level[l] = std::max(0.0, left_[l]) / slope[l];
    }
    return level;
  }
  [[nodiscard]] double met_at(std::size_t i) const { return static_cast<double>(demands_[i].kg) / demands_[i].weight; }
  [[nodiscard]] double lowest_met() const {
    double lowest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < demands_.size(); ++i) {
      if (active_[i]) lowest = std::min(lowest, met_at(i));
    }
    return lowest;
  }
  void freeze(std::size_t i, double kg) {
    active_[i] = false;
    got_[i] = kg;
    for (const LimitUse& use : demands_[i].uses) left_[use.limit] -= use.per_kg * kg;
  }
  std::size_t freeze_met(double level) {
    std::size_t frozen = 0;
    for (std::size_t i = 0; i < demands_.size(); ++i) {
      if (!active_[i] || met_at(i) > level * (1.0 + kTie)) continue;
      freeze(i, static_cast<double>(demands_[i].kg));
      ++frozen;
    }
    return frozen;
  }
  std::size_t freeze_bound(double level, const std::vector<double>& full_at) {
    std::size_t frozen = 0;
    for (std::size_t i = 0; i < demands_.size(); ++i) {
      if (!active_[i]) continue;
      for (const LimitUse& use : demands_[i].uses) {
        if (full_at[use.limit] <= level * (1.0 + kTie)) bound_by_[i].push_back(use.limit);
      }
      if (bound_by_[i].empty()) continue;
      freeze(i, level * demands_[i].weight);
      ++frozen;
    }
    return frozen;
  }

  const std::vector<Demand>& demands_;
  std::vector<double> left_;
  std::vector<bool> active_;
  std::vector<double> got_;
  std::vector<std::vector<std::size_t>> bound_by_;
};

void take(const Demand& demand, std::int64_t kg, std::vector<double>& left) {
  for (const LimitUse& use : demand.uses) left[use.limit] = std::max(0.0, left[use.limit] - use.per_kg * static_cast<double>(kg));
}

/// Demands of one rank.
Acceptance accept_rank(const std::vector<Demand>& demands, const std::vector<double>& capacity) {
  Filling filling(demands, capacity);
  filling.run();
  Acceptance accepted{{}, std::move(filling.bound_by()), capacity};
  std::vector<double> remainder;
  for (std::size_t i = 0; i < demands.size(); ++i) {
    const bool met = accepted.bound_by[i].empty();
    const double share = filling.got()[i];
    const std::int64_t whole = met ? demands[i].kg : static_cast<std::int64_t>(std::max(0.0, std::floor(share - kNoise)));
    accepted.kg.push_back(whole);
    remainder.push_back(share - static_cast<double>(whole));
    take(demands[i], whole, accepted.left);
  }
  for (const std::size_t i : by_remainder(remainder)) {
    if (accepted.kg[i] >= demands[i].kg || !fits(demands[i].uses, accepted.left)) continue;
    accepted.kg[i] += 1;
    take(demands[i], 1, accepted.left);
  }
  return accepted;
}

}  // namespace

Acceptance accept(const std::vector<Demand>& demands, const std::vector<double>& capacity) {
  std::map<int, std::vector<std::size_t>> ranks;
  for (std::size_t i = 0; i < demands.size(); ++i) {
    RAILSHIFT_EXPECTS(demands[i].kg >= 0 && demands[i].weight > 0.0, "a demand is a mass with a weight");
    ranks[demands[i].rank].push_back(i);
  }
  Acceptance all{std::vector<std::int64_t>(demands.size(), 0), std::vector<std::vector<std::size_t>>(demands.size()), capacity};
  for (const auto& [rank, members] : ranks) {
    std::vector<Demand> asked;
    for (const std::size_t i : members) asked.push_back(demands[i]);
    Acceptance some = accept_rank(asked, all.left);
    for (std::size_t k = 0; k < members.size(); ++k) {
      all.kg[members[k]] = some.kg[k];
      all.bound_by[members[k]] = std::move(some.bound_by[k]);
    }
    all.left = std::move(some.left);
  }
  return all;
}

bool fits(const std::vector<LimitUse>& uses, const std::vector<double>& left) {
  return std::all_of(uses.begin(), uses.end(), [&](const LimitUse& use) { return left[use.limit] >= use.per_kg; });
}

std::vector<std::int64_t> split_kg(std::int64_t total, const std::vector<double>& shares) {
  RAILSHIFT_EXPECTS(!shares.empty() && total >= 0, "a mass is split over at least one share");
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<std::int64_t> parts(shares.size(), 0);
  if (sum <= 0.0) {
    parts.front() = total;
    return parts;
  }
  std::vector<double> remainder;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = static_cast<double>(total) * (shares[i] / sum);
    parts[i] = std::min(total - given, static_cast<std::int64_t>(std::floor(exact)));
    // A position without a share gets no stray kilogram.
    remainder.push_back(shares[i] > 0.0 ? exact - static_cast<double>(parts[i]) : -1.0);
    given += parts[i];
  }
  const std::vector<std::size_t> order = by_remainder(remainder);
  for (std::size_t k = 0; given < total; k = (k + 1) % order.size()) {
    if (shares[order[k]] <= 0.0) continue;
    parts[order[k]] += 1;
    ++given;
  }
  return parts;
}

}  // namespace railshift::rules
