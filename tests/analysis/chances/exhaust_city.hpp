#pragma once
/// A city that is asked for at most 5 t of NOx in 2024 and may leave 1 % of its goods behind, and members of it.
#include <string>

#include "analysis/metrics/metrics.hpp"
#include "tests/analysis/small_city.hpp"

namespace railshift::chances {

[[nodiscard]] World city();
/// A row of 2024.
[[nodiscard]] analysis::MetricRow row(const std::string& metric, const std::string& unit, double value);
/// So many tonnes in the whole of 2024.
[[nodiscard]] analysis::MetricTable member(double tonnes);

}  // namespace railshift::chances
