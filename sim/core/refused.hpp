#pragma once
/// Why something that was asked for is not done.
#include <vector>

#include "sim/core/language.hpp"

namespace railshift {

/// What was asked for cannot be done: every reason at once, one sentence each. Nothing was written.
struct Refused {
  std::vector<Words> reasons;
};

}  // namespace railshift
