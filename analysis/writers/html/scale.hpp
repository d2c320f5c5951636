#pragma once
/// Axes: round steps, from zero or marked as cut.
#include <string>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::html {

/// A number axis. `cut` is true where it does not start at zero.
struct Scale {
  double low = 0.0, high = 1.0, step = 0.2;
  int decimals = 1;
  bool cut = false;
  /// 0 at the low end, 1 at the high one.
  [[nodiscard]] double part(double value) const { return (value - low) / (high - low); }
  /// The numbers at the axis, from low to high.
  [[nodiscard]] std::vector<double> ticks() const;
  [[nodiscard]] std::string text(double value) const;
};

/// The largest of 1, 2, 5 times a power of ten that is at most `value`. Precondition: value > 0.
[[nodiscard]] double round_below(double value);

/// An axis over these values. Of percent it ends at 100 where no value is above.
[[nodiscard]] Scale scale_over(const std::vector<double>& values, const document::Chart& chart);

}  // namespace railshift::analysis::writers::html
