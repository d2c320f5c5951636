#pragma once
/// Slips of a decimal point on the numbers of the example that `railshift new` writes.
#include <string>
#include <vector>

namespace railshift::test {

/// A number of the example as `--set` names it, and its value.
struct SlippedNumber {
  const char* path;
  double value;
};
/// Every number that a planner writes, and one or more rows of every table of parameters.
[[nodiscard]] const std::vector<SlippedNumber>& slipped_numbers();

/// A slip that neither check nor look can see, and why.
struct UnseenSlip {
  const char* path;
  double factor;
  const char* reason;
};
[[nodiscard]] const std::vector<UnseenSlip>& unseen_slips();

}  // namespace railshift::test
