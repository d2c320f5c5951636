#pragma once
/// 承认 - acceptance: who gets how much when several limits bind at once. Weighted max-min by progressive filling, in whole kilograms.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace railshift::rules {

/// What one kilogram takes of a limit, in the limit's own unit (kg of a siding, path slots of a section).
struct LimitUse {
  std::size_t limit = 0;
  double per_kg = 1.0;
};

struct Demand {
  std::int64_t kg = 0;
  std::vector<LimitUse> uses;
  double weight = 1.0;
  int rank = 0;  ///< lower ranks are served first
};

struct Acceptance {
  std::vector<std::int64_t> kg;                    ///< by demand, never above it
  std::vector<std::vector<std::size_t>> bound_by;  ///< by demand: the limits that stopped it; empty if it is met
  std::vector<double> left;                        ///< by limit, never below 0
};

/// Rank by rank, each from what those before have left. In a rank all demands rise together, each at its weight, until they are met or a
/// limit that they use is full (weighted max-min; Bertsekas and Gallager, Data Networks, 2nd ed. 1992, section 6.5.2). Then whole
/// kilograms: rounded down, and what the limits still allow goes to the largest remainders (ties: earlier demands first).
[[nodiscard]] Acceptance accept(const std::vector<Demand>& demands, const std::vector<double>& capacity);

/// Whether every limit has room for another kilogram. `left` by limit.
[[nodiscard]] bool fits(const std::vector<LimitUse>& uses, const std::vector<double>& left);

/// Splits whole kilograms by shares (which need not sum to 1): largest remainder, ties to earlier positions. All shares 0: all to the
/// first.
[[nodiscard]] std::vector<std::int64_t> split_kg(std::int64_t total, const std::vector<double>& shares);

}  // namespace railshift::rules
