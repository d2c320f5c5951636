#include "sim/scenario/records/gate/gate_observed.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/records/record_numbers.hpp"

namespace railshift::scenario {

std::string GateObserved::scope_of(GateSide side) const {
  return fmt::format("site={};direction={}", world_.sites[side.site].id, to_text(side.direction));
}

std::string GateObserved::period_of(Id<Site> site, Month month) const {
  const int year = month.year();
  return tally_.gaps(site, year).empty() && tally_.partial(site, year).empty() ? std::to_string(year) : to_string(month);
}

std::optional<Words> GateObserved::gap(Metric metric, GateSide side, Month month) {
  const Site& site = world_.sites[side.site];
  const auto partial = tally_.partial(side.site, month.year());
  Words out = tally_.unread.of(site.firm, month.year());
  if (metric == Metric::trucks && out.empty()) out = tally_.unread_trucks.of(site.firm, month.year());
  if (std::find(partial.begin(), partial.end(), month) != partial.end())
    add_gap(out, both("记录只有 {} 的一部分", "the record holds a part of {}", to_string(month)));
  if (out.empty() || request_.answers.gaps == GapRule::allow) return out;
  const Words name =
      metric == Metric::trucks ? Words{"gate_trucks（门禁车数）", "gate_trucks"} : Words{"gate_tonnes（门禁吨数）", "gate_tonnes"};
  const Words what = both("{1}在 {2}的实测 {0}", "observed {0} of {1} in {2}", name, called(site),
                          partial.empty() ? both("{} 年", "{}", month.year()) : same(to_string(month)));
  if (said_.insert(what.en).second) report_blocked(what, out, out_);
  return std::nullopt;
}

void GateObserved::add(Counts& counts, Metric metric, const std::string& scope, GateSide side, Month month, const GateCount& count) {
  const auto lacking = gap(metric, side, month);
  if (!lacking) return;
  auto& [sum, gap_text] = counts[{scope, period_of(side.site, month)}];
  sum.add(count);
  gap_text = *lacking;
}

void GateObserved::put(const std::string& metric, const Counts::value_type& row, const std::string& value, const std::string& unit) {
  const auto& [scope, period] = row.first;
  const Words& gap_text = row.second.second;
  std::string id = "ob-gate-" + scope.substr(scope.find('=') + 1) + "-" + period;
  for (const char* name : {";direction=", ";standard=", ";commodity="}) {
    if (const auto at = id.find(name); at != std::string::npos) id.replace(at, std::string_view(name).size(), "-");
  }
  rows_.put({id_part(id), metric, scope, period, value, unit}, gap_text);
}

void GateObserved::write() {
  if (request_.write.count("observed") == 0) return;
  Counts trucks;
  Counts loads;
  for (const auto& [key, count] : tally_.counts) {
    if (!key.side.direction || !key.standard) continue;
    add(trucks, Metric::trucks, fmt::format("{};standard={}", scope_of(key.side), railshift::to_text(*key.standard)), key.side, key.month,
        count);
  }
  for (const auto& [key, of_key] : tally_.loads) {
    if (!key.commodity || !key.side.direction) continue;
    const std::string goods = fmt::format("{};commodity={}", scope_of(key.side), world_.commodities[*key.commodity].id);
    for (const auto& [month, count] : of_key.by_month) add(loads, Metric::tonnes, goods, key.side, month, count);
  }
  for (const auto& row : trucks) put("gate_trucks", row, std::to_string(row.second.first.trucks), "trucks");
  for (const auto& row : loads) {
    if (row.second.first.unweighed == 0) put("gate_tonnes", row, tonnes_text(row.second.first.kg), "t");
  }
}

}  // namespace railshift::scenario
