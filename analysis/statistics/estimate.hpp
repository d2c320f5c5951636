#pragma once
/// 估计值与标准误 - a figure with the error that its sample leaves it.
#include <optional>
#include <vector>

namespace railshift::analysis::statistics {

struct Estimate {
  double value = 0.0;
  std::optional<double> error;  ///< 标准误 standard error of `value`; nothing where one figure alone stands behind it
};

/// The mean of independent figures (replicates, blocks, permutations) and its standard error sd / sqrt(n), sd with n - 1.
/// Precondition: at least one figure.
[[nodiscard]] Estimate mean_of(const std::vector<double>& figures);

}  // namespace railshift::analysis::statistics
