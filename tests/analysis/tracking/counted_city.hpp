#pragma once
/// The small city with counted months: runs of the mine's goods, what was counted at its gate and of its trucks, and what comes of both.
#include <map>
#include <string>
#include <vector>

#include "analysis/tracking/forecast.hpp"
#include "tests/analysis/small_city.hpp"

namespace counted_city {

inline const railshift::Month kJanuary = railshift::make_month(2021, 1);
inline const railshift::Month kJune = railshift::make_month(2021, 6);

/// Rail and road tonnes that leave the mine each month of 2020 and 2021.
[[nodiscard]] railshift::ledger::Ledger run_of(const railshift::World& world, std::int64_t rail_t, std::int64_t road_t);
/// Months from January 2021 on: value, value + step ...
[[nodiscard]] std::map<railshift::Month, double> months(double value, double step = 0.0, int count = 6);
/// What leaves the mine's gate, the same each month.
[[nodiscard]] railshift::ObservedSeries at_gate(const railshift::World& world, railshift::Mode mode, double t, int count = 6);
/// China IV slag trucks.
[[nodiscard]] railshift::ObservedSeries of_trucks(const railshift::World& world, railshift::ObservedKind kind,
                                                  std::map<railshift::Month, double> counted);
/// Trains that load at a siding.
[[nodiscard]] railshift::ObservedSeries at_siding(const railshift::World& world, const std::string& siding,
                                                  std::map<railshift::Month, double> counted);
/// Trains of a chain in a month.
[[nodiscard]] railshift::ledger::RailRow train(const railshift::World& world, railshift::Month month, const std::string& chain,
                                               std::int64_t tonnes);
/// China IV slag trucks of 2021: 95 in January, `fewer` fewer each month, which leave.
[[nodiscard]] railshift::ledger::Ledger falling_stock(const railshift::World& world, int fewer = 5);

void aim(railshift::World& world, std::vector<railshift::Target> targets);
[[nodiscard]] railshift::Target rail_tonnes(const railshift::World& world, double t);
/// 0.7 of what leaves the mine by rail or road.
[[nodiscard]] railshift::Target rail_share(const railshift::World& world, double share = 0.7);

/// Tracked up to June 2021 (or another month); a run without rows failed.
[[nodiscard]] railshift::analysis::Tracking tracked(const railshift::World& world, const std::vector<railshift::ledger::Ledger>& runs,
                                                    std::vector<railshift::ObservedSeries> series, bool varied = false,
                                                    railshift::Month until = kJune);
[[nodiscard]] const railshift::analysis::QuarterProgress& quarter(const railshift::analysis::TargetForecast& forecast,
                                                                  const std::string& text);

}  // namespace counted_city
