#include "analysis/statistics/wilson.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/normal.hpp>

#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {

ShareInterval wilson(int met, int members, double level) {
  RAILSHIFT_EXPECTS(members >= 1 && met >= 0 && met <= members, "a share is of some members, and not of more than there are");
  RAILSHIFT_EXPECTS(level > 0.0 && level < 1.0, "the level of an interval lies between 0 and 1");
  const double n = members;
  const double p = met / n;
  const double z = boost::math::quantile(boost::math::normal(), 0.5 * (1.0 + level));
  const double middle = p + z * z / (2.0 * n);
  const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n));
  const double scale = 1.0 + z * z / n;
  // None of n has the lower end 0 and all of n the upper end 1 exactly; rounding must not lead past them.
  return {met == 0 ? 0.0 : std::max(0.0, (middle - half) / scale), met == members ? 1.0 : std::min(1.0, (middle + half) / scale)};
}

}  // namespace railshift::analysis::statistics
