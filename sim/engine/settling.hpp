#pragma once
/// Settling: what a run of the base year learns of delays and road rates, while its shippers go on to wish what the constants were fitted
/// to: base shares, and what was latent where a chain was full.
#include "sim/rules/rail/base_state.hpp"

namespace railshift::engine {

class Settling {
 public:
  explicit Settling(const World& world);

  /// The book that learns; the one that wishes rest on stays as it is.
  [[nodiscard]] MonthBook& learned() { return learned_; }
  /// A month of the base year is over, and the book has learned from it.
  void note_month();
  /// Means over these months. Precondition: a month has been noted.
  [[nodiscard]] rules::BaseState found() const;

 private:
  MonthBook learned_;
  rules::BaseState sums_;
  int months_ = 0;
};

/// The world of the base year alone: that year's months, no measure that begins in it or later, and delays that are published as they were,
/// but for the prior of a siding in months without trains.
[[nodiscard]] World base_year_alone(World world);

}  // namespace railshift::engine
