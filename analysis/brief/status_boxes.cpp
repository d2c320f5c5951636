#include "analysis/brief/status_boxes.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/metrics/tonnes.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

bool is_of_list(const Verdict& v) {
  const auto who = v.scope.find("firm");
  return who != v.scope.end() && (who->second == kListedFirms || who->second == kListedWithSiding);
}

/// 0: a rail share of the list, 1: another rail share, 2: rail tonnes, 3: the rest.
int rail_rank(const Verdict& v) {
  switch (v.metric) {
    case MetricKind::rail_share:
    case MetricKind::firms_passing:
      return is_of_list(v) ? 0 : 1;
    case MetricKind::rail_tonnes:
    case MetricKind::rail_station_tonnes:
      return 2;
    case MetricKind::clean_share:
    case MetricKind::register_stock:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
    case MetricKind::through_km_inside:
    case MetricKind::exhaust:
    case MetricKind::tonnes_by_chain:
    case MetricKind::tonnes_by_reason:
    case MetricKind::siding_access:
    case MetricKind::clean_ok:
      return 3;
  }
  RAILSHIFT_EXPECTS(false, "a metric is of the railway or not");
}

StatusBox box_of(Status status) {
  switch (status) {
    case Status::on_track:
      return StatusBox::on_track;
    case Status::if_executed:
      return StatusBox::if_executed;
    case Status::late:
    case Status::missed:
      return StatusBox::late_or_missed;
    case Status::impossible_reading:
    case Status::impossible_capacity:
      return StatusBox::impossible;
    case Status::cannot_say:
    case Status::not_testable:
      return StatusBox::undecided;
  }
  RAILSHIFT_EXPECTS(false, "a status has a box");
}

}  // namespace

std::string_view to_text(StatusBox box) {
  switch (box) {
    case StatusBox::on_track:
      return "on_track";
    case StatusBox::if_executed:
      return "if_executed";
    case StatusBox::late_or_missed:
      return "late_or_missed";
    case StatusBox::impossible:
      return "impossible";
    case StatusBox::undecided:
      return "undecided";
  }
  RAILSHIFT_EXPECTS(false, "a box has a word");
}

StatusBox box_of(const Verdict& verdict) {
  if (verdict.status) return box_of(*verdict.status);
  if (verdict.outcome == Outcome::met) return StatusBox::on_track;
  return verdict.outcome == Outcome::missed ? StatusBox::late_or_missed : StatusBox::undecided;
}

bool is_met(const Verdict& verdict) { return box_of(verdict) == StatusBox::on_track; }

std::vector<const Verdict*> main_targets(const std::vector<Verdict>& verdicts) {
  std::vector<const Verdict*> mains;
  for (const Verdict& v : verdicts) {
    if (v.reading_of.empty()) mains.push_back(&v);
  }
  return mains;
}

std::vector<const Verdict*> readings_of(const std::vector<Verdict>& verdicts, const Verdict& main) {
  std::vector<const Verdict*> readings{&main};
  for (const Verdict& v : verdicts) {
    if (v.reading_of == main.target) readings.push_back(&v);
  }
  return readings;
}

const Verdict* first_question(const std::vector<Verdict>& verdicts) {
  const std::vector<const Verdict*> mains = main_targets(verdicts);
  const auto rank = [](const Verdict* v) { return std::tuple(is_met(*v), rail_rank(*v), -v->due.days); };
  const auto first = std::min_element(mains.begin(), mains.end(), [&](const Verdict* a, const Verdict* b) { return rank(a) < rank(b); });
  return first == mains.end() ? nullptr : *first;
}

int urgency(const Verdict& verdict) {
  switch (box_of(verdict)) {
    case StatusBox::impossible:
      return 0;
    case StatusBox::late_or_missed:
      return verdict.status == Status::late ? 2 : 1;
    case StatusBox::if_executed:
      return 3;
    case StatusBox::undecided:
      return verdict.outcome == Outcome::not_testable ? 5 : 4;
    case StatusBox::on_track:
      return 6;
  }
  RAILSHIFT_EXPECTS(false, "a box is urgent or not");
}

}  // namespace railshift::analysis
