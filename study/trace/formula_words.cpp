#include "study/trace/formula_words.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift::study::trace {
namespace {

const Words kGrowth{
    "T1·s1 − T0·s0 = (T1 − T0)·s0 + T0·(s1 − s0) + (T1 − T0)·(s1 − s0)；T 为铁路加公路，s 为铁路比例，0 为基准年同月份",
    "T1 s1 - T0 s0 = (T1 - T0) s0 + T0 (s1 - s0) + (T1 - T0)(s1 - s0); T = rail + road, s = share of rail, 0 = base year, same months"};
const Words kFirms{"逐家按所列口径计算铁路比例，达到达标线的家数 ÷ 有货的名单企业数",
                   "rail share of each listed firm in the reading of the row; firms at the level / listed firms with goods"};

const std::vector<LedgerColumn> kDelivered{{"chains", "delivered_kg"}};

std::vector<Formula> goods_formulas() {
  return {
      {"rail_share",
       15,
       {"铁路送达吨数 ÷ 分母口径送达吨数（大宗货物，不含危险品）",
        "delivered by rail / delivered in the denominator (bulk goods without dangerous ones)"},
       kDelivered},
      {"firms_at_or_above", 15, kFirms, kDelivered},
      {"firms_passing", 15, kFirms, kDelivered},
      {"rail_tonnes",
       15,
       {"铁路送达吨数之和（全部货物）；denominator_kind = base_year 时为 T1·s1 ÷ (T0·s0) − 1",
        "sum of tonnes delivered by rail, all goods; with denominator_kind = base_year T1 s1 / (T0 s0) - 1"},
       kDelivered},
      {"rail_tonnes_change", 15, kGrowth, kDelivered},
      {"rail_tonnes_volume_effect", 15, kGrowth, kDelivered},
      {"rail_tonnes_share_effect", 15, kGrowth, kDelivered},
      {"rail_tonnes_interaction", 15, kGrowth, kDelivered},
      {"rail_wishes",
       4,
       {"各月铁路意愿之和；写明原因时为该原因带来的部分", "sum of the months' wishes by rail; of a cause what it brings"},
       {{"drift", "rail_kg"}}},
      {"tonnes_by_chain", 15, {"按主要运输方式或链类的送达吨数之和", "sum of delivered tonnes by main mode or class of chain"}, kDelivered},
      {"tonnes_by_reason", 7, {"按原因的公路计划吨数之和", "sum of tonnes planned by road, by reason"}, {{"reasons", "kg"}}},
      {"tonnes_by_standing", 15, {"按货流或运输链性质的送达吨数之和", "sum of delivered tonnes by standing of flow or chain"}, kDelivered},
      {"rail_station_tonnes",
       15,
       {"列车从车站运出（发送）或运到（到达）的吨数之和", "tonnes that trains take away from a station (out) or bring (in)"},
       {{"rail", "departed_kg"}, {"rail", "arrived_kg"}}},
      {"rail_accepted_share",
       6,
       {"第一次承认的吨数 ÷ 当月请车吨数，各月之和", "accepted in the first acceptance / requested, sums of the months"},
       {{"chains", "accepted_kg"}, {"chains", "requested_kg"}}},
      {"rail_fulfilled_share",
       15,
       {"列车送达吨数 ÷（送达 + 等不到列车而改走公路的吨数）", "delivered by trains / (delivered + what a train came too late for)"},
       {{"chains", "delivered_kg"}, {"chains", "spilled_kg"}}},
      {"transport_bill",
       22,
       {"送达吨数 × 当月每吨所付运费（运价和费用，不含时间）",
        "delivered tonnes x what is paid for a tonne in the month (hauls and charges, no time)"},
       kDelivered},
      {"transport_price", 22, {"运费 ÷ 吨数", "bill / tonnes"}, kDelivered},
      {"hire_cost",
       22,
       {"车辆紧缺加价，或付给外地车的部分", "what scarcity of trucks adds, or what hired trucks are paid"},
       {{"chains", "delivered_kg"}, {"service", "kg_km"}}},
      {"unpriced_tonnes", 22, {"没有标价的送达吨数之和", "sum of delivered tonnes on ways without a stated price"}, kDelivered},
      {"clean_share",
       15,
       {"铁路、皮带、管道吨数，加公路吨数按清洁货车装载比例 ÷ 全部；entries 按车次",
        "tonnes by rail, belt, pipe, and of the road in the proportion of loads in clean trucks / all; entries: by loaded trips"},
       {{"chains", "delivered_kg"}, {"service", "trips"}}},
      {"clean_ok",
       15,
       {"名单企业逐月按其行业规则判定清洁运输：1 或 0，合计为比例",
        "clean transport of listed firms by the rule of their works, month by month: 1 or 0; of the list the share"},
       {{"chains", "delivered_kg"}, {"service", "kg"}}},
      {"siding_access",
       15,
       {"期末能上铁路的名单企业数 ÷ 名单企业数，按投用日期",
        "listed firms that reach the railway at the end / listed firms, by days in service"},
       {}},
      {"unserved_share",
       15,
       {"（年内被拒 + 年末待运）÷（年内提供 + 年初待运）",
        "(refused in the year + waiting at its end) / (offered in it + waiting at its beginning)"},
       {{"flows", "refused_kg"}, {"flows", "offered_kg"}}},
      {"reported_months", 15, {"该年模拟的月数", "months of the year that were run"}, {{"flows", "offered_kg"}}},
  };
}

std::vector<Formula> truck_formulas() {
  return {
      {"register_stock", 12, {"期末在册货车数", "registered trucks at the end of the period"}, {{"registers", "close"}}},
      {"new_energy_stock_share",
       12,
       {"期末新能源在册数 ÷ 在册数", "new-energy trucks registered at the end / registered trucks"},
       {{"registers", "close"}}},
      {"new_energy_new_share",
       12,
       {"期内新注册的新能源数 ÷ 新注册数", "new-energy trucks that joined / trucks that joined"},
       {{"registers", "joined"}}},
      {"register_left", 12, {"年内退出的货车数，按原因", "trucks that left in the year, by cause"}, {{"registers", "close"}}},
      {"transferred_out",
       12,
       {"其中转出本市而非报废的", "of them, transferred out of the city instead of scrapped"},
       {{"registers", "close"}}},
      {"retired_share",
       12,
       {"锁定底数中已退出的 ÷ 底数，不论原因", "left of a frozen base, whatever the cause / base"},
       {{"frozen_bases", "left_total"}, {"frozen_bases", "base"}}},
      {"retired_by_order_share",
       12,
       {"锁定底数中由措施清退的 ÷ 底数", "removed by an order on a frozen base / base"},
       {{"frozen_bases", "left_by_order"}, {"frozen_bases", "base"}}},
      {"through_km_inside",
       13,
       {"过境货车在区内路段上的里程之和", "kilometres of through trucks on inside links"},
       {{"traffic", "metres"}}},
      {"truck_km",
       16,
       {"里程账：里程表里程 = 货流 + 按次计的行程 + 其他作业；另计外地车",
        "book of kilometres: mileage table = modelled flows + counted trips + other work; hired trucks beside it"},
       {{"traffic", "metres"}, {"registers", "mileage_metres"}}},
      {"exhaust",
       16,
       {"Σ 里程 × 排放因子（车型、标准、动力、重空、速度、故障）+ 怠速 + 铁路牵引",
        "sum of kilometres x factors (type, standard, powertrain, loaded or empty, speed, faults) + idling + rail traction"},
       {{"traffic", "metres"}, {"registers", "mileage_metres"}, {"rail", "arrived_kg"}}},
  };
}

std::vector<Formula> all_formulas() {
  std::vector<Formula> all = goods_formulas();
  for (Formula& formula : truck_formulas()) all.push_back(std::move(formula));
  return all;
}

}  // namespace

const Formula& formula_of(std::string_view metric) {
  static const std::vector<Formula> all = all_formulas();
  const auto at = std::find_if(all.begin(), all.end(), [metric](const Formula& formula) { return formula.metric == metric; });
  RAILSHIFT_EXPECTS(at != all.end(), "every metric has a formula");
  return *at;
}

}  // namespace railshift::study::trace
