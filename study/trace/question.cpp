#include "study/trace/question.hpp"

#include <algorithm>

#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/core/contract.hpp"

namespace railshift::study::trace {
namespace {

analysis::Period period_of(const analysis::MetricRow& row) {
  const auto period = analysis::period_from_text(row.period);
  RAILSHIFT_EXPECTS(period.has_value(), "a row of metrics has a period");
  return *period;
}

}  // namespace

Month Question::first() const {
  const analysis::Period period = period_of(row);
  return make_month(period.year, period.is_year() ? 1 : period.month);
}

Month Question::last() const {
  const analysis::Period period = period_of(row);
  return make_month(period.year, period.is_year() ? 12 : period.month);
}

bool Question::scope_within(const std::set<std::string>& fields) const {
  const analysis::Scope scope = analysis::scope_of(row);
  return std::all_of(scope.begin(), scope.end(), [&](const auto& field) { return fields.contains(field.first); });
}

}  // namespace railshift::study::trace
