#pragma once
/// What is asked of the railway, and of belts and pipes that measures open, in a month, in the order of precedence: goods of the flows, and
/// background trains that have a rank.
#include <cstdint>
#include <vector>

#include "sim/rules/capacity/acceptance.hpp"
#include "sim/rules/capacity/precedence.hpp"

namespace railshift::rules {

/// One chain that asks: by rail, or by a belt or pipe that a measure opens, which no precedence names.
struct RailAsk {
  Id<Chain> chain;
  std::int64_t kg = 0;
  std::vector<LimitUse> uses;
  std::int64_t train_load = 0;  ///< kg; 0: it takes no path
};

/// Background trains that ask for the slots of one section and direction.
struct BackgroundAsk {
  std::size_t limit = 0;
  double trains = 0.0;  ///< of the month
};

/// Answers asks of one month, one after another, from what is left.
class RailAnswers {
 public:
  RailAnswers(Precedence order, std::vector<double> capacity);

  /// By ask. A chain with a contract asks twice, for the tonnes of the contract that are left, in proportion to what all of its chains ask,
  /// and for the others as an ordinary one. Its limits are those of what was refused.
  [[nodiscard]] Acceptance answer(const std::vector<RailAsk>& asks, const std::vector<BackgroundAsk>& background = {});
  /// Trains of the month that the background got, by ask; of the last answer.
  [[nodiscard]] const std::vector<double>& background() const { return background_; }
  [[nodiscard]] const std::vector<double>& left() const { return left_; }
  [[nodiscard]] const Precedence& order() const { return order_; }

 private:
  [[nodiscard]] double weight_of(int rank, double weight, std::int64_t train_load) const;
  [[nodiscard]] std::vector<std::int64_t> claimed_kg(const std::vector<RailAsk>& asks) const;
  [[nodiscard]] Demand demand_of(const RailAsk& ask, std::int64_t kg, const Claim& claim) const;

  Precedence order_;
  std::vector<double> left_;
  std::vector<std::int64_t> contract_left_;  ///< by claim; of those without a contract nothing is counted
  std::vector<double> background_;
};

}  // namespace railshift::rules
