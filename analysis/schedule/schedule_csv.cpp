#include "analysis/schedule/schedule_csv.hpp"

#include <array>

#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

using CountyFigure = std::optional<double> CountyQuarter::*;
struct NamedCountyFigure {
  const char* name;
  const char* unit;
  CountyFigure figure;
};
constexpr std::array<NamedCountyFigure, 3> kCountyFigures{{{"rail_tonnes", "t", &CountyQuarter::rail_t},
                                                           {"rail_share", "1", &CountyQuarter::rail_share},
                                                           {"exhaust", "t", &CountyQuarter::nox_t}}};

}  // namespace

const std::vector<ScheduleColumn>& schedule_columns() {
  static const std::vector<ScheduleColumn> columns{
      {"kind", {"类别", "kind"}, {"target 目标，county 区县", "target or county"}},
      {"id", {"代码", "id"}, {"目标代码或区县代码", "id of the target, code of the county"}},
      {"figure", {"指标", "metric"}, {"指标代码；exhaust 为氮氧化物", "id of the metric; exhaust is that of NOx"}},
      {"month", {"月份", "month"}, {"季末月份，或判定月", "last month of the quarter, or the judged month"}},
      {"unit", {"单位", "unit"}, {"目标的单位；区县为吨或比例", "of the target; of counties tonnes or a share"}},
      {"asked",
       {"应达", "asked"},
       {"到该月末应达的数，按方案自身进程折算，比例和保有量不严于要求值；区县为空",
        "asked by then, in the proportion in which the plan proceeds, of shares and stocks not stricter than the demand; empty of "
        "counties"}},
      {"plan",
       {"方案", "plan"},
       {"年初至该月末；保有量为月末；单次运行为该次模拟", "since January; of stocks at the end of the month; of a run alone that run"}},
      {"baseline", {"基准", "baseline"}, {"同上，基准；单次运行为空", "the same in the baseline; empty of a run alone"}}};
  return columns;
}

std::string to_csv(const World& world, const Schedule& schedule) {
  CsvText csv;
  for (const ScheduleColumn& column : schedule_columns()) csv.field(column.name);
  csv.end_row();
  for (const TargetSchedule& of : schedule.targets) {
    const Target& target = world.targets[*world.targets.find(of.target)];
    for (const QuarterFigure& q : of.quarters) {
      csv.field("target").field(of.target).field(to_text(target.metric)).field(to_string(q.end)).field(target.unit);
      csv.field(q.asked).field(q.plan).field(q.baseline);
      csv.end_row();
    }
  }
  for (const CountySchedule& of : schedule.counties) {
    for (std::size_t q = 0; q < of.plan.size(); ++q) {
      for (const NamedCountyFigure& named : kCountyFigures) {
        csv.field("county").field(of.county).field(named.name).field(to_string(of.plan[q].end)).field(named.unit).field("");
        csv.field(of.plan[q].*named.figure);
        csv.field(q < of.baseline.size() ? of.baseline[q].*named.figure : std::optional<double>());
        csv.end_row();
      }
    }
  }
  return csv.take();
}

}  // namespace railshift::analysis
