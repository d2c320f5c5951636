#pragma once
/// metrics.csv back into rows: what a child process measured reaches its parent, and one run another.
#include <string>
#include <string_view>

#include "analysis/metrics/metrics.hpp"

namespace railshift::analysis {

/// Reads what to_csv wrote. Throws std::runtime_error naming `file` and the line if it is something else.
[[nodiscard]] MetricTable metrics_from_csv(std::string_view text, const std::string& file);

}  // namespace railshift::analysis
