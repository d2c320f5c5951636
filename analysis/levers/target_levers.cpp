#include "analysis/levers/target_levers.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kHalfAPoint = 0.005;  // of a share in parts of the whole; of another threshold in parts of it
constexpr double kPercent = 100.0;

}  // namespace

double near_to(double threshold, std::string_view unit) {
  if (unit == "1") return kHalfAPoint;
  if (unit == "%") return kHalfAPoint * kPercent;
  return kHalfAPoint * std::abs(threshold);
}

bool is_asked(const Verdict& verdict) {
  if (!verdict.status || !verdict.value || verdict.basis == Basis::observed || verdict.outcome != Outcome::missed) return false;
  switch (*verdict.status) {
    case Status::impossible_reading:
    case Status::impossible_capacity:
    case Status::if_executed:
    case Status::late:
    case Status::missed:
      return true;
    case Status::not_testable:
    case Status::cannot_say:
    case Status::on_track:
      return false;
  }
  RAILSHIFT_EXPECTS(false, "a status says whether levers are asked for");
}

double LeverRow::gain(const Verdict& verdict) const {
  if (!given_value || !end_value) return 0.0;
  switch (verdict.op) {
    case Operator::at_least:
      return *end_value - *given_value;
    case Operator::at_most:
      return *given_value - *end_value;
    case Operator::equals:
      return std::abs(*given_value - verdict.threshold) - std::abs(*end_value - verdict.threshold);
  }
  RAILSHIFT_EXPECTS(false, "an operator leads somewhere");
}

std::vector<const TargetLevers*> shown_levers(const LeverAnswer& answer) {
  const auto reached = [](const TargetLevers& t) { return t.finding == SetFinding::single || t.finding == SetFinding::found; };
  std::vector<const TargetLevers*> shown;
  for (const TargetLevers& target : answer.targets) {
    const auto is_main = [&](const TargetLevers& t) { return t.verdict.target == target.verdict.reading_of; };
    const auto main = std::find_if(answer.targets.begin(), answer.targets.end(), is_main);
    const bool says_more = reached(target) && main != answer.targets.end() && !reached(*main);
    if (target.verdict.reading_of.empty() || says_more) shown.push_back(&target);
  }
  return shown;
}

std::string_view to_text(SetFinding finding) {
  switch (finding) {
    case SetFinding::single:
      return "single";
    case SetFinding::found:
      return "found";
    case SetFinding::none:
      return "none";
    case SetFinding::no_lever:
      return "no_lever";
  }
  RAILSHIFT_EXPECTS(false, "a finding on sets has a word");
}

void rank(const Verdict& verdict, std::vector<LeverRow>& rows) {
  for (LeverRow& row : rows) row.per_unit = row.gain(verdict) / row.lever.units_to(row.lever.last());
  std::sort(rows.begin(), rows.end(), [](const LeverRow& a, const LeverRow& b) {
    const bool a_enough = is_enough(a.found.finding), b_enough = is_enough(b.found.finding);
    if (a_enough != b_enough) return a_enough;
    return a.per_unit != b.per_unit ? a.per_unit > b.per_unit : a.lever.path < b.lever.path;
  });
}

std::vector<LeverTurned> by_gain(const Verdict& verdict, const std::vector<LeverRow>& rows) {
  std::vector<const LeverRow*> order;
  for (const LeverRow& row : rows) {
    if (row.gain(verdict) > 0.0) order.push_back(&row);
  }
  std::sort(order.begin(), order.end(), [&verdict](const LeverRow* a, const LeverRow* b) {
    const double of_a = a->gain(verdict), of_b = b->gain(verdict);
    return of_a != of_b ? of_a > of_b : a->lever.path < b->lever.path;
  });
  std::vector<LeverTurned> turned;
  for (const LeverRow* row : order) turned.push_back({row->lever.path, row->lever.positions.back().text});
  return turned;
}

}  // namespace railshift::analysis
