#include "analysis/brief/office_rows.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/brief/status_boxes.hpp"

namespace railshift::analysis {
namespace {

const TargetSchedule* schedule_of(const Schedule& schedule, const std::string& target) {
  const auto found =
      std::find_if(schedule.targets.begin(), schedule.targets.end(), [&](const TargetSchedule& t) { return t.target == target; });
  return found == schedule.targets.end() ? nullptr : &*found;
}

}  // namespace

std::vector<OfficeRow> office_rows(const OfficeQuestion& question) {
  std::vector<OfficeRow> rows;
  for (const Verdict* v : main_targets(question.verdicts)) {
    OfficeRow row;
    row.target = v;
    ClauseOffices offices = offices_of_clause(question.world, v->clause);
    row.leads = std::move(offices.leads);
    row.others = offices.others;
    row.schedule = schedule_of(question.schedule, v->target);
    row.readings = reading_spread(question.verdicts, *v);
    row.would = what_would_do(*v, question.levers);
    row.must = must_be(*v, row.readings, row.would);
    row.risk = risk_of(*v, how_sure(*v, question.chances).chance);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const OfficeRow& a, const OfficeRow& b) {
    return std::tuple(urgency(*a.target), a.target->due) < std::tuple(urgency(*b.target), b.target->due);
  });
  return rows;
}

}  // namespace railshift::analysis
