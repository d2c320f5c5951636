#pragma once
/// Two fabricated runs of the small city, plan and baseline, with targets and verdicts: enough for every section of the report to print.
#include <vector>

#include "analysis/report/report_input.hpp"
#include "tests/analysis/small_city.hpp"

namespace small_city {

struct ReportCase {
  railshift::World baseline_world, plan_world;
  railshift::ledger::Ledger baseline_ledger, plan_ledger;
  railshift::analysis::MetricTable baseline, plan;
  std::vector<railshift::analysis::Verdict> verdicts;
  [[nodiscard]] railshift::analysis::report::ReportInput input() const;
};
[[nodiscard]] ReportCase report_case();

}  // namespace small_city
