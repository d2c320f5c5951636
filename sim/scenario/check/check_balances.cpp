#include "sim/scenario/check/check_balances.hpp"

#include <set>

#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/balance_names.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/stated_sides.hpp"

namespace railshift::scenario {
namespace {

/// Months in which something steps, and every January: between them rates are those of the month before.
std::set<Month> months_of_change(const Sources& s) {
  std::set<Month> months;
  const Month first = month_of(s.settings.start);
  const Month last = month_of(s.settings.end - 1);
  const auto add = [&](std::optional<Date> day) {
    if (!day) return;
    for (const Month m : {month_of(*day), month_of(*day) + 1}) {
      if (m >= first && m <= last) months.insert(m);
    }
  };
  months.insert(first);
  for (int year = year_of(s.settings.start); year <= year_of(s.settings.end - 1); ++year) add(make_date(year, 1, 1));
  for (const Site& site : s.world.sites) {
    add(site.opens);
    add(site.closes);
  }
  for (const Measure& measure : s.world.measures) {
    const auto* change = policy::as<SiteChange>(measure);
    if (change == nullptr) continue;
    add(measure.from);
    add(change->opens);
    add(change->closes);
    for (const RequiredStep& step : change->rates) add(step.due);
  }
  for (const Flow& flow : s.world.flows) {
    for (const auto& [day, share] : flow.share_or_t.steps()) add(day);
  }
  for (const Process& process : s.world.processes) {
    for (const ProcessIo& io : process.io) {
      for (const auto& [day, value] : io.t_per_t.steps()) add(day);
    }
  }
  return months;
}

void report(const Sources& s, const rules::BalanceLine& line, Month month, Decoder& decoder) {
  const Site& site = s.world.sites[line.site];
  const Place place = s.raw.at("sites").place(site.id, "site_id");
  const auto tonnes = [](Kilograms kg) { return both("{:.3f} 吨/年", "{:.3f} t/year", to_tonnes(kg).value); };
  const Words side = line.output ? Words{"产出", "output"} : Words{"需求", "need"};
  const Words first = line.output ? Words{"生产", "made"} : Words{"需要", "needed"};
  const Words second = line.output ? Words{"发出", "sent"} : Words{"收到", "received"};
  decoder.problem(place,
                  both("厂区“{0}”（{9}）{8} 的{2}{1}：{4} {3}，{6} {5}，相差 {7} 千克",
                       "site \"{0}\" ({9}), {1} of {2}: {3} {4}, {5} {6}, residual {7} kg in {8}", rules::site_name(s.world, line.site),
                       side, rules::goods_name(s.world, line.commodity), tonnes(line.made_or_needed), first, tonnes(line.sent_or_received),
                       second, line.residual().value, to_string(month), site.id),
                  {"研究范围内每个厂区的收支都要平衡，差额为 0 千克", "the balance of every inside site closes to 0 kg"},
                  line.output ? Words{"让分配余量的 rest_out（产出余量）比例合计为 1，或补一行 loss（损耗）",
                                      "let the rest_out shares of what remains sum to 1, or add a loss row"}
                              : Words{"让分配余量的 rest_in（需求余量）比例合计为 1", "let the rest_in shares of what remains sum to 1"});
}

}  // namespace

void check_balances(const Sources& s, Decoder& decoder) {
  const std::vector<rules::FlowFault> faults = rules::flow_faults(s.world);
  for (const rules::FlowFault& fault : faults) {
    const std::string& id = s.world.flows[fault.flow].id;
    decoder.problem(s.raw.at("flows").place(id, "share_or_t"), both("货流“{}”：{}", "flow \"{}\": {}", id, fault.what),
                    {"先算 push（按产出）和 pull（按需求），再算余量；余量不能互相等待，也不能为负",
                     "pushes and pulls are solved first, then rests, without cycles and negative rests"},
                    {"改正该厂区各货流的比例或 rule（规则）", "correct the shares or the rules of the flows of this site"});
  }
  if (!faults.empty()) return;
  const rules::StatedSides stated(s.world);
  std::set<std::tuple<std::uint32_t, std::string, bool>> reported;
  for (const Month month : months_of_change(s)) {
    for (const rules::BalanceLine& line : rules::balances(s.world, month)) {
      if (line.residual().value == 0 || !stated.has(line)) continue;
      if (reported.insert({line.site.index, line.commodity, line.output}).second) report(s, line, month, decoder);
    }
  }
}

}  // namespace railshift::scenario
