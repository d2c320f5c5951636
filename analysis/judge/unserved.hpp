#pragma once
/// 未运比例 - the share of the goods to be carried in a year that nobody carried. What was never carried stands in no denominator: with
/// many goods left, shares and tonnes of the others say little.
#include <optional>
#include <string_view>

#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/period.hpp"
#include "sim/model/target.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// metric unserved_share: refused in the year and waiting at its end, over offered in the year and waiting at its beginning. What is on its
/// way counts as carried.
inline constexpr std::string_view kUnservedShare = "unserved_share";
/// denominator_kind of its rows on the goods that rail shares are about (bulk, not dangerous); rows of all goods have none.
inline constexpr std::string_view kBulkGoods = "bulk";

/// Parameter: above this share of its goods left behind a verdict on what was carried cannot be given.
inline constexpr std::string_view kUnservedLimit = "verdict.unserved_limit";

/// From this share on it is said beside a verdict.
inline constexpr double kUnservedSaid = 0.001;

/// Of the scope of a target (firm, list, county, commodity; the next wider one that has a row) in a year; nothing if no goods were to be
/// carried.
[[nodiscard]] std::optional<double> unserved_share(const Target& target, int year, const MetricTable& metrics);

/// Whether so large a share was left behind (more than `verdict.unserved_limit`) that what was carried decides nothing about the target.
[[nodiscard]] bool too_much_left(const World& world, const Target& target, double unserved);

}  // namespace railshift::analysis
