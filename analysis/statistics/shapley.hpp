#pragma once
/// Shapley 值 - shares of an effect that add up to it.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/statistics/estimate.hpp"

namespace railshift::analysis::statistics {

/// 联盟 - players that act together: bit p is set if player p takes part.
using Coalition = std::uint32_t;
/// Figures of coalitions: metrics, never met or missed.
using CoalitionValues = std::map<Coalition, double>;

inline constexpr std::size_t kMostExactPlayers = 6;  ///< 64 coalitions
inline constexpr std::size_t kMostPlayers = 32;

/// Of each player the mean, over all orders in which players can join, of what the figure gains when he does (L. S. Shapley, A value for
/// n-person games, 1953): sum over coalitions S without him of |S|! (n - |S| - 1)! / n! x (v(S and him) - v(S)). The shares add up to
/// v(all) - v(none). Preconditions: 1 to kMostExactPlayers players, `values` has all 2^players coalitions.
[[nodiscard]] std::vector<double> shapley_exact(std::size_t players, const CoalitionValues& values);

/// Orders drawn at random, where there are too many coalitions to run them all.
struct SampledOrders {
  std::vector<std::string> players;  ///< ids, at most kMostPlayers; two players keep their order whoever else plays
  std::size_t orders = 0;            ///< at least 1
  std::uint32_t seed = 0;
};
/// By order, the players as they join.
[[nodiscard]] std::vector<std::vector<std::size_t>> join_orders(const SampledOrders& sampled);
/// The coalitions that the orders pass through, each once, ascending: what must be run. None and all are among them.
[[nodiscard]] std::vector<Coalition> coalitions_of(const std::vector<std::vector<std::size_t>>& orders);
/// The mean gain of each player over the orders and its standard error (Castro, Gomez and Tejada, Comput. Oper. Res. 36, 2009, 1726-1730).
/// The shares add up to v(all) - v(none) exactly, whatever the orders. Preconditions: at least one order, each of all players,
/// `values` has the coalitions of the orders.
[[nodiscard]] std::vector<Estimate> shapley_sampled(const std::vector<std::vector<std::size_t>>& orders, const CoalitionValues& values);

}  // namespace railshift::analysis::statistics
