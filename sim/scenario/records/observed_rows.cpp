#include "sim/scenario/records/observed_rows.hpp"

#include "sim/core/text.hpp"
#include "sim/scenario/records/gaps.hpp"
#include "sim/scenario/records/magnitude.hpp"

namespace railshift::scenario {

ObservedRows::ObservedRows(const RecordRequest& request, TableEdits& edits, RecordImport& out, Problems& problems)
    : request_(request), edits_(edits), out_(out), problems_(problems) {
  for (const NewRow& row : edits.rows("observed")) before_[row.at("observed_id")] = parse_decimal(row.at("value")).value_or(0.0);
}

void ObservedRows::put(const ObservedValue& value, const Words& gap) {
  if (const auto stands = before_.find(value.id); stands != before_.end()) {
    const Compared compared{both("实测 {} {} {}", "observed {} {} in {}", value.metric, value.scope, value.period),
                            parse_decimal(value.value).value_or(0.0), stands->second, Words{value.unit == "t" ? "吨" : "辆", value.unit}};
    if (ask_magnitude(request_, compared, 0, problems_)) return;
  }
  ++out_.written;
  edits_.put("observed", {{"observed_id", value.id},
                          {"metric", value.metric},
                          {"scope", value.scope},
                          {"period", value.period},
                          {"value", value.value},
                          {"unit", value.unit},
                          {"source", gap.empty() ? request_.source : with_gap(request_.source + "; derived", gap)}});
}

}  // namespace railshift::scenario
