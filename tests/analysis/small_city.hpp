#pragma once
/// A city small enough to work by hand: firm `big` with a mine (a siding inside its fence), firm `small` with a power plant, and a port far
/// away. Flow coal-out mine -> port goes by rail from the fence, by truck to a public yard and on by rail, or by road; coal-home mine ->
/// plant by belt or road; acid-out (dangerous) by road. Firm `big` moves 2.21 Mt a year, `small` 0.2 Mt: the list over 1.5 Mt is {big}.
/// The run goes from 2020-01-01 to the end of 2021, one warm-up month before that, the base year is 2020.
#include <string>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace small_city {

[[nodiscard]] railshift::World world();

template <class T>
[[nodiscard]] railshift::Id<T> id(const railshift::Table<T>& table, const std::string& text) {
  const auto found = table.find(text);
  RAILSHIFT_EXPECTS(found.has_value(), "the test names a row that stands in the table");
  return *found;
}

/// Tonnes of one chain delivered in one month.
[[nodiscard]] railshift::ledger::ChainRow delivered(const railshift::World& world, railshift::Month month, const std::string& chain,
                                                    std::int64_t tonnes);
/// Stock of one cell at the end of a month, with what joined in it.
[[nodiscard]] railshift::ledger::RegisterFoldRow stock(const railshift::World& world, railshift::Month month, const std::string& segment,
                                                       railshift::AccessClass access, std::int64_t close, std::int64_t joined);

[[nodiscard]] railshift::Measure measure(const std::string& id, railshift::Date from, railshift::Instrument body);
[[nodiscard]] railshift::Target target(const railshift::World& world, const std::string& id, railshift::MetricKind metric,
                                       std::map<std::string, std::string> scope, railshift::Operator op, double value,
                                       const std::string& unit, railshift::Date due);

[[nodiscard]] inline railshift::analysis::MetricTable measured(const railshift::World& world, const railshift::ledger::Ledger& ledger) {
  return railshift::analysis::measure(world, ledger, {"small-city", "plan", "", 1});
}
/// The only row with this metric, period and scope (field=value;...); a broken promise if there is none or more than one.
[[nodiscard]] const railshift::analysis::MetricRow& row(const railshift::analysis::MetricTable& table, const std::string& metric,
                                                        const std::string& period, const std::string& scope);
[[nodiscard]] bool has_row(const railshift::analysis::MetricTable& table, const std::string& metric, const std::string& period,
                           const std::string& scope);

inline constexpr railshift::AccessClass kDiesel3{railshift::Standard::china3, railshift::Powertrain::diesel};
inline constexpr railshift::AccessClass kDiesel4{railshift::Standard::china4, railshift::Powertrain::diesel};
inline constexpr railshift::AccessClass kDiesel5{railshift::Standard::china5, railshift::Powertrain::diesel};
inline constexpr railshift::AccessClass kDiesel6{railshift::Standard::china6, railshift::Powertrain::diesel};
inline constexpr railshift::AccessClass kElectric{railshift::Standard::zero_exhaust, railshift::Powertrain::electric};

}  // namespace small_city
