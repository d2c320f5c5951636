#pragma once
/// Files of a tracked plan: tracking.csv (targets), progress.csv (targets by quarter), offices.csv (offices by quarter), pace.csv (series).
#include <string>
#include <vector>

#include "analysis/tracking/forecast.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// A column of tracking.csv.
struct ForecastColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*text)(const TargetForecast&);
};
[[nodiscard]] const std::vector<ForecastColumn>& forecast_columns();
[[nodiscard]] std::string to_csv(const std::vector<TargetForecast>& targets);

/// progress.csv: target, offices, period (2024-Q2; 2024-05 of the part of a quarter that was counted), asked, reached, ahead, unit, state
/// (counted, counted_in_part, forecast).
[[nodiscard]] std::string progress_csv(const std::vector<TargetForecast>& targets);

/// One office of several that a clause names, parted by 、 ； or ;.
struct OfficeQuarter {
  std::string office;
  Month end;
  ProgressState state = ProgressState::counted;  ///< counted: all of the targets were; forecast: none of them in any part
  int targets = 0;                               ///< with a figure asked and reached
  int behind = 0;                                ///< of them
};
/// Main targets alone: readings say the same again. In order of office and quarter; no office: "".
[[nodiscard]] std::vector<OfficeQuarter> office_quarters(const std::vector<TargetForecast>& targets);
/// offices.csv: office, period, state, targets, behind.
[[nodiscard]] std::string offices_csv(const std::vector<TargetForecast>& targets);

/// pace.csv: series, file, first, last, months, observed, simulated, unit, basis, level, spread, carried, pace, scatter.
[[nodiscard]] std::string pace_csv(const std::vector<ObservedSeries>& series, const std::vector<PaceFit>& fits);

/// 2024-Q2 of June, else 2024-05.
[[nodiscard]] std::string quarter_text(Month end);

}  // namespace railshift::analysis
