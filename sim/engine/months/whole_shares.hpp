#pragma once
/// Whole numbers in expected shares: trips, trucks and trains are whole, and over many of them the shares come true.
#include <cstdint>
#include <vector>

namespace railshift::engine {

class WholeShares {
 public:
  /// `whole` in as many parts as there are shares, which sum to 1 (or are all 0: then the first part takes it). What rounding keeps from a
  /// part is owed to it the next time. Precondition: as many shares as the first time.
  [[nodiscard]] std::vector<std::int64_t> of(std::int64_t whole, const std::vector<double>& shares);

 private:
  std::vector<double> owed_;  ///< sums to 0
};

}  // namespace railshift::engine
