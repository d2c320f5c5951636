#include "sim/engine/months/idle_shares.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::engine {
namespace {

constexpr int kMostRepeats = 200;
/// Of all hours of duty.
constexpr double kStandsStill = 1e-6;

/// Idle hours of the classes that a kind of work admits.
double admitted(const std::vector<bool>& admits, const std::vector<double>& idle) {
  double sum = 0.0;
  for (std::size_t k = 0; k < idle.size(); ++k) sum += admits[k] ? idle[k] : 0.0;
  return sum;
}

std::vector<double> next_idle(const std::vector<double>& duty, const std::vector<std::vector<bool>>& admits,
                              const std::vector<double>& work, const std::vector<double>& idle) {
  std::vector<double> load(duty.size(), 1.0);
  for (std::size_t m = 0; m < work.size(); ++m) {
    const double sum = admitted(admits[m], idle);
    for (std::size_t k = 0; k < duty.size(); ++k) load[k] += sum > 0.0 && admits[m][k] ? work[m] / sum : 0.0;
  }
  for (std::size_t k = 0; k < duty.size(); ++k) load[k] = duty[k] / load[k];
  return load;
}

}  // namespace

IdleShares idle_shares(const std::vector<double>& duty, const std::vector<std::vector<bool>>& admits, const std::vector<double>& work) {
  RAILSHIFT_EXPECTS(admits.size() == work.size(), "every kind of work says whom it admits");
  IdleShares out{duty, {}};
  double all = 0.0;
  for (const double hours : duty) all += hours;
  for (int repeat = 0; repeat < kMostRepeats; ++repeat) {
    std::vector<double> next = next_idle(duty, admits, work, out.idle);
    double moved = 0.0;
    for (std::size_t k = 0; k < next.size(); ++k) moved = std::max(moved, std::abs(next[k] - out.idle[k]));
    out.idle = std::move(next);
    if (moved <= kStandsStill * all) break;
  }
  for (const std::vector<bool>& its : admits) {
    const double sum = admitted(its, out.idle);
    std::vector<double>& shares = out.shares.emplace_back();
    for (std::size_t k = 0; k < duty.size(); ++k) shares.push_back(sum > 0.0 && its[k] ? out.idle[k] / sum : 0.0);
  }
  return out;
}

}  // namespace railshift::engine
