#pragma once
/// Counts every operator new of the program, so that a hot path that allocates is seen.
#include <cstdint>

namespace railshift::bench {

/// Calls of operator new since the program began.
[[nodiscard]] std::int64_t allocations();

}  // namespace railshift::bench
