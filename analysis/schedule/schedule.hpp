#pragma once
/// 序时进度 - how far every target is at the end of each quarter of its judged year: what the plan's run has by then, what the baseline's
/// has, and what is asked by then so that the threshold is met at the end (tracking/quarters.hpp); and the same of counties.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/core/date.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// What a run left.
struct ScheduleRun {
  const World* world;
  const ledger::Ledger* ledger;
};

/// A figure by the end of a quarter: of what adds up and of shares that of the year so far, of a growth against the same months of the base
/// year, of a stock that at the end of the month.
struct QuarterFigure {
  Month end;                    ///< last month of the quarter, or the judged month
  std::optional<double> asked;  ///< in the unit of the target, likewise below
  std::optional<double> plan;
  std::optional<double> baseline;
};
struct TargetSchedule {
  std::string target;                   ///< its id
  std::vector<QuarterFigure> quarters;  ///< by time; of months that the plan ran
};

/// Figures of one county by the end of each quarter of a year, the year so far.
struct CountyQuarter {
  Month end;
  std::optional<double> rail_t, rail_share, nox_t;  ///< main haul of goods that begin or end there; exhaust on its roads, tonnes
};
struct CountySchedule {
  std::string county;  ///< code
  std::vector<CountyQuarter> plan;
  std::vector<CountyQuarter> baseline;  ///< the same quarters
};

struct Schedule {
  std::vector<TargetSchedule> targets;   ///< of all targets that have a figure, in the order of the world
  std::vector<CountySchedule> counties;  ///< that have goods by rail or road, in the order of codes; of `county_year`
  int county_year = 0;
};

/// Rows up to a month, of what figures of targets are made of.
[[nodiscard]] ledger::Ledger up_to(const ledger::Ledger& ledger, Month last);

/// Both runs on one seed; a baseline without ledger leaves its figures out.
[[nodiscard]] Schedule schedule_of(const ScheduleRun& plan, const ScheduleRun& baseline, int county_year);

}  // namespace railshift::analysis
