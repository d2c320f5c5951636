#pragma once
/// schedule.csv: a row for each target and end of a quarter, then for each county, figure and end of a quarter.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/schedule/schedule.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

struct ScheduleColumn {
  std::string_view name;
  Words heading;
  Words meaning;
};
[[nodiscard]] const std::vector<ScheduleColumn>& schedule_columns();
[[nodiscard]] std::string to_csv(const World& world, const Schedule& schedule);

}  // namespace railshift::analysis
