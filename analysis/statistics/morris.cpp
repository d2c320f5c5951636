#include "analysis/statistics/morris.hpp"

#include <cmath>

#include "analysis/statistics/estimate.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

static_assert(kLevels % 2 == 0 && kMove == 0.5, "a move is half of an even number of levels");

Trajectory trajectory_of(const MorrisStudy& study, std::uint32_t number) {
  Trajectory way;
  Point point;
  for (const std::string& id : study.factors) {
    // Block 1: block 0 holds the draws of the order. Four levels share the words evenly.
    const auto word = draw_block(study.seed, Purpose::screening, hash_text(id), number, 1)[0];
    point.push_back((static_cast<double>(word % kLevels) + 0.5) / static_cast<double>(kLevels));
  }
  way.points.push_back(point);
  way.moved = drawn_order({study.seed, Purpose::screening, 0}, study.factors, number);
  for (const std::size_t factor : way.moved) {
    point[factor] += point[factor] < kMove ? kMove : -kMove;
    way.points.push_back(point);
  }
  return way;
}

ElementaryEffects effects_of(const std::vector<double>& effects) {
  const Estimate mean = mean_of(effects);
  ElementaryEffects said;
  said.mean = mean.value;
  for (const double effect : effects) said.mean_size += std::abs(effect) / static_cast<double>(effects.size());
  if (mean.error) said.sigma = *mean.error * std::sqrt(static_cast<double>(effects.size()));
  return said;
}

}  // namespace

std::vector<Trajectory> morris_trajectories(const MorrisStudy& study) {
  expect_different(study.factors);
  RAILSHIFT_EXPECTS(study.trajectories >= 1, "a screening has a trajectory");
  std::vector<Trajectory> ways;
  for (std::size_t t = 0; t < study.trajectories; ++t) ways.push_back(trajectory_of(study, static_cast<std::uint32_t>(t)));
  return ways;
}

std::vector<ElementaryEffects> elementary_effects(const std::vector<Trajectory>& trajectories,
                                                  const std::vector<std::vector<double>>& values) {
  RAILSHIFT_EXPECTS(!trajectories.empty() && values.size() == trajectories.size(), "every trajectory has its values");
  std::vector<std::vector<double>> effects(trajectories.front().moved.size());
  for (std::size_t t = 0; t < trajectories.size(); ++t) {
    const Trajectory& way = trajectories[t];
    RAILSHIFT_EXPECTS(
        way.moved.size() == effects.size() && way.points.size() == effects.size() + 1 && values[t].size() == way.points.size(),
        "a trajectory moves every factor once, and each of its points has a value");
    for (std::size_t step = 0; step < way.moved.size(); ++step) {
      const std::size_t factor = way.moved.at(step);
      const double move = way.points[step + 1].at(factor) - way.points[step].at(factor);
      effects.at(factor).push_back((values[t][step + 1] - values[t][step]) / move);
    }
  }
  std::vector<ElementaryEffects> by_factor;
  for (const auto& of_factor : effects) by_factor.push_back(effects_of(of_factor));
  return by_factor;
}

std::vector<ElementaryEffects> elementary_effects(const MorrisStudy& study, const Evaluate& evaluate) {
  const std::vector<Trajectory> ways = morris_trajectories(study);
  Points all;
  for (const Trajectory& way : ways) all.insert(all.end(), way.points.begin(), way.points.end());
  const std::vector<double> values = evaluated(evaluate, all);
  const auto length = static_cast<std::ptrdiff_t>(study.factors.size() + 1);
  std::vector<std::vector<double>> by_way;
  for (auto at = values.begin(); at != values.end(); at += length) by_way.emplace_back(at, at + length);
  return elementary_effects(ways, by_way);
}

}  // namespace railshift::analysis::statistics
