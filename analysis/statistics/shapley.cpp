#include "analysis/statistics/shapley.hpp"

#include <bit>
#include <set>

#include "analysis/statistics/points.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

Coalition only(std::size_t player) { return Coalition{1} << player; }

double value_of(const CoalitionValues& values, Coalition coalition) {
  const auto at = values.find(coalition);
  RAILSHIFT_EXPECTS(at != values.end(), "every coalition that is asked for has a value");
  return at->second;
}

/// |S|! (n - |S| - 1)! / n! by the size of S: 1 / n of the orders have him at this place, shared by the coalitions of this size.
std::vector<double> weights_by_size(std::size_t players) {
  const auto n = static_cast<double>(players);
  std::vector<double> weights;
  double coalitions = 1.0;  // of this size among the others
  for (std::size_t size = 0; size < players; ++size) {
    weights.push_back(1.0 / (n * coalitions));
    coalitions *= (n - 1.0 - static_cast<double>(size)) / (static_cast<double>(size) + 1.0);
  }
  return weights;
}

void expect_order(const std::vector<std::size_t>& order, std::size_t players) {
  RAILSHIFT_EXPECTS(order.size() == players && players <= kMostPlayers, "an order has all of at most 32 players");
  const std::set<std::size_t> different(order.begin(), order.end());
  RAILSHIFT_EXPECTS(different.size() == players && (players == 0 || *different.rbegin() < players), "in an order every player joins once");
}

}  // namespace

std::vector<double> shapley_exact(std::size_t players, const CoalitionValues& values) {
  RAILSHIFT_EXPECTS(players >= 1 && players <= kMostExactPlayers, "shares of one to six players are exact");
  const std::vector<double> weights = weights_by_size(players);
  std::vector<double> shares(players, 0.0);
  for (Coalition without = 0; without < only(players); ++without) {
    const auto size = static_cast<std::size_t>(std::popcount(without));
    for (std::size_t p = 0; p < players; ++p) {
      if ((without & only(p)) != 0) continue;
      shares[p] += weights[size] * (value_of(values, without | only(p)) - value_of(values, without));
    }
  }
  return shares;
}

std::vector<std::vector<std::size_t>> join_orders(const SampledOrders& sampled) {
  expect_different(sampled.players);
  RAILSHIFT_EXPECTS(sampled.players.size() <= kMostPlayers && sampled.orders >= 1, "at most 32 players join in at least one order");
  std::vector<std::vector<std::size_t>> orders;
  for (std::size_t o = 0; o < sampled.orders; ++o) {
    orders.push_back(drawn_order({sampled.seed, Purpose::shapley_order, 0}, sampled.players, static_cast<std::uint32_t>(o)));
  }
  return orders;
}

std::vector<Coalition> coalitions_of(const std::vector<std::vector<std::size_t>>& orders) {
  std::set<Coalition> passed;
  for (const auto& order : orders) {
    expect_order(order, orders.front().size());
    Coalition joined = 0;
    passed.insert(joined);
    for (const std::size_t player : order) passed.insert(joined |= only(player));
  }
  return {passed.begin(), passed.end()};
}

std::vector<Estimate> shapley_sampled(const std::vector<std::vector<std::size_t>>& orders, const CoalitionValues& values) {
  RAILSHIFT_EXPECTS(!orders.empty(), "shares come from at least one order");
  std::vector<std::vector<double>> gains(orders.front().size());
  for (const auto& order : orders) {
    expect_order(order, gains.size());
    Coalition joined = 0;
    for (const std::size_t player : order) {
      const double before = value_of(values, joined);
      joined |= only(player);
      gains[player].push_back(value_of(values, joined) - before);
    }
  }
  std::vector<Estimate> shares;
  for (const auto& of_player : gains) shares.push_back(mean_of(of_player));
  return shares;
}

}  // namespace railshift::analysis::statistics
