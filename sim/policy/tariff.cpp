#include "sim/policy/tariff.hpp"

#include <cmath>

namespace railshift::policy {
namespace {

std::int64_t metres(Kilometres km) { return std::llround(km.value * 1000.0); }

void check_rate(const Tariff& kind, Contradictions& found) {
  const int stated = (kind.factor ? 1 : 0) + (kind.yuan_per_t_km ? 1 : 0) + (kind.yuan_per_t ? 1 : 0);
  if (stated == 1) return;
  found.push_back({"",
                   both("factor（运价系数）、yuan_per_t_km（每吨公里加减价）、yuan_per_t（每吨加减价）写了 {} 个",
                        "of factor, yuan_per_t_km and yuan_per_t {} stand here", stated),
                   {"一项优惠只有一种算法", "a tariff is stated in one way"},
                   {"三个中只写一个", "write one of the three"}});
}

void check_band(const Tariff& kind, Contradictions& found) {
  if (!kind.below_km || metres(kind.from_km) < metres(*kind.below_km)) return;
  found.push_back({"below_km",
                   both("below_km（最长运距）为 {:g}，from_km（最短运距）为 {:g}", "below_km is {:g}, from_km is {:g}",
                        kind.below_km->value, kind.from_km.value),
                   {"运距段含起点、不含终点，终点要大于起点", "a band holds its lower bound and not its upper one, which is larger"},
                   both("写大于 {:g} 的数，或改正 from_km", "write more than {:g}, or correct from_km", kind.from_km.value)});
}

void check_trucks(const Tariff& kind, Contradictions& found) {
  if (kind.from_standard && kind.applies_to != TariffOn::toll)
    found.push_back({"from_standard",
                     {"写了 from_standard（享受优惠的最低标准），applies_to（适用价格）却不是 toll",
                      "from_standard stands here, and applies_to is not toll"},
                     {"只有通行费按车辆排放标准区分", "only a toll tells trucks by their standard"},
                     {"去掉 from_standard，或写 applies_to = \"toll\"", "drop from_standard, or write applies_to = \"toll\""}});
  const bool of_trucks = kind.applies_to != TariffOn::rail_haul && kind.applies_to != TariffOn::handling;
  if (!kind.truck_classes.empty() && !of_trucks)
    found.push_back({"truck_classes",
                     {"写了 truck_classes（运输车型），applies_to（适用价格）却不是汽车的价格",
                      "truck_classes stands here, and applies_to is no price of trucks"},
                     {"只有公路运价、短驳和通行费按车型区分", "only road hauls, drayage and tolls tell truck classes apart"},
                     {"去掉 truck_classes，或改 applies_to", "drop truck_classes, or change applies_to"}});
}

bool changes_nothing(const Tariff& kind) {
  return kind.factor.value_or(1.0) == 1.0 && kind.yuan_per_t_km.value_or(0.0) == 0.0 &&
         kind.yuan_per_t.value_or(YuanPerTonne{}).value == 0.0;
}

}  // namespace

bool in_band(const Tariff& tariff, Kilometres km) {
  const std::int64_t length = metres(km);
  return length >= metres(tariff.from_km) && (!tariff.below_km || length < metres(*tariff.below_km));
}

void About<Tariff>::check(const Tariff& kind, const Written&, Contradictions& found) {
  check_rate(kind, found);
  check_band(kind, found);
  check_trucks(kind, found);
}

// A price orders nobody.
std::vector<Declared> About<Tariff>::orders(const Tariff&) { return {}; }

bool About<Tariff>::orders_asked(const Tariff&, const Asked&) { return true; }

// A tariff is stated: nobody follows it more or less.
std::optional<Knob> About<Tariff>::knob(const Tariff&) { return std::nullopt; }

Date About<Tariff>::first_look(const Tariff&, Date from, int) { return from; }

// Prices change with the month.
std::optional<Date> About<Tariff>::first_act(const Tariff&, Date from, const RoadOpening&) { return next_month_start(from); }

IdleReason About<Tariff>::why_idle(const Tariff& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  return changes_nothing(kind) ? IdleReason::demands_nothing : IdleReason::no_way;
}

}  // namespace railshift::policy
