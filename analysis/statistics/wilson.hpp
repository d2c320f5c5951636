#pragma once
/// 威尔逊区间 - the interval of a share that was counted.

namespace railshift::analysis::statistics {

struct ShareInterval {
  double low = 0.0;
  double high = 1.0;
};

/// Wilson's score interval of the share behind `met` of `members` (E. B. Wilson, Probable inference, the law of succession, and statistical
/// inference, JASA 22, 1927, 209-212), without correction for continuity: with p = met / members, n = members and z the normal quantile of
/// (1 + level) / 2
///   (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n).
/// It stays inside [0, 1] and has a width where all or none meet. Preconditions: 0 <= met <= members, members >= 1, 0 < level < 1.
[[nodiscard]] ShareInterval wilson(int met, int members, double level);

}  // namespace railshift::analysis::statistics
