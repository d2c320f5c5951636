#pragma once
/// Morris 筛选 - which factors matter at all, from few runs.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/statistics/points.hpp"

namespace railshift::analysis::statistics {

/// Levels of a factor: 1/8, 3/8, 5/8 and 7/8, the middles of four equally likely parts of its law.
inline constexpr std::size_t kLevels = 4;
/// How far a factor moves: two levels, always to the one partner that a level has.
inline constexpr double kMove = 0.5;

struct MorrisStudy {
  std::vector<std::string> factors;  ///< ids; where a factor begins depends on its own id alone
  std::size_t trajectories = 0;      ///< at least 1; ten or more are usual
  std::uint32_t seed = 0;
};

/// A way through the cube on which every factor moves once.
struct Trajectory {
  Points points;                   ///< factors + 1
  std::vector<std::size_t> moved;  ///< the factor that moved between points i and i + 1
};

/// 基本效应 - what the figure does when a factor moves, by the move: units of the figure over the whole of the factor's law.
struct ElementaryEffects {
  double mean = 0.0;            ///< mu: cancels where the factor acts both ways
  double mean_size = 0.0;       ///< mu*: mean of the absolute effects, by which factors are ranked
  std::optional<double> sigma;  ///< deviation of the effects (n - 1): 0 where the factor acts alone and in a line; nothing of one effect
};

/// M. D. Morris, Factorial sampling plans for preliminary computational experiments, Technometrics 33, 1991, 161-174, with p = 4 levels and
/// a move of p / 2 levels, which makes all levels equally likely. The levels lie in the middles of their quarters instead of at 0, 1/3, 2/3
/// and 1, so that laws without ends have a value there. Preconditions: different ids, at least one trajectory.
[[nodiscard]] std::vector<Trajectory> morris_trajectories(const MorrisStudy& study);

/// By factor, from the values of the points of each trajectory; mu* by Campolongo, Cariboni and Saltelli, Environ. Model. Softw. 22, 2007,
/// 1509-1518. Preconditions: at least one trajectory, all of the same factors, a value for each point.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const std::vector<Trajectory>& trajectories,
                                                                const std::vector<std::vector<double>>& values);
/// The same for one figure, which `evaluate` computes for the points of all trajectories in one call: trajectories x (factors + 1).
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const MorrisStudy& study, const Evaluate& evaluate);

}  // namespace railshift::analysis::statistics
