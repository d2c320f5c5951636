#include "sim/scenario/settings.hpp"

namespace railshift::scenario {
namespace {

template <class Body>
MeasureKind make_kind(const char* kind, const char* zh, const char* en, Fields<Body> fields) {
  return {kind, zh, en, infos_of(fields), [fields](const TomlNode& node, Decoder& decoder) -> MeasureBody {
            Body body{};
            read_members(body, node, fields, decoder);
            return body;
          }};
}

FieldInfo obedience_info() { return share("obedience", "执行率", "share of firms, owners or trips that obey").with_standing(); }
FieldInfo steps_info(const char* name) { return make_info(FieldType::steps, name, "分期要求", "levels that a document demands, by day"); }
FieldInfo threshold_info() {
  return tonnes("threshold_t_per_year", "吨数门槛", "firms over this yearly tonnage; either this or firms").in("t/year").optional();
}
FieldInfo firms_info() { return refs("firms", "企业名单", "exactly these firms; either this or threshold_t_per_year").optional(); }

}  // namespace

std::vector<MeasureKind> measure_kinds() {
  return {
      make_kind<SidingOpens>("siding_opens", "专用线投用", "a siding enters service",
                             {field(&SidingOpens::siding, ref("siding", "专用线", "siding")),
                              field(&SidingOpens::built, date("built", "建成日", "day it is finished")),
                              field(&SidingOpens::in_service, date("in_service", "投用日", "first day of service").with_standing())}),
      make_kind<GateFloor>("gate_floor", "门禁排放下限", "trucks below a standard are refused at gates; new energy always passes",
                           {field(&GateFloor::threshold, threshold_info()), field(&GateFloor::firms, firms_info()),
                            field(&GateFloor::floor, word("floor", "最低标准", "lowest standard that may enter")),
                            field(&GateFloor::obedience, obedience_info())}),
      make_kind<RailDuty>(
          "rail_duty", "铁路运输比例要求", "a firm below the required rail share pays a price on road tonnes",
          {field(&RailDuty::threshold, threshold_info()), field(&RailDuty::firms, firms_info()),
           field(&RailDuty::required, steps_info("required")),
           field(&RailDuty::price,
                 number("price_yuan_per_t", "欠缺代价", "price on road tonnes below the level").in("yuan/t").at_least(0).with_standing()),
           field(&RailDuty::fade,
                 number("fade", "代价递减区间", "share points below the level over which the price falls to 0; default 0.05")
                     .between(0.001, 1)
                     .with_standing()
                     .optional())}),
      make_kind<RetireOrder>(
          "retire_order", "淘汰令", "owners of trucks at or below a standard remove them between from and due",
          {field(&RetireOrder::segments, refs("segments", "车队", "segments; empty = all").optional()),
           field(&RetireOrder::up_to, word("up_to", "最高标准", "highest standard that must go")),
           field(&RetireOrder::powertrains, word_list("powertrains", "动力", "powertrains; empty = all that burn fuel").optional()),
           field(&RetireOrder::obedience, obedience_info()),
           field(&RetireOrder::delivery_lag_days, integer("delivery_lag_days", "交车周期", "days without the truck until its replacement")
                                                      .in("d")
                                                      .between(0, 1000)
                                                      .with_standing())}),
      make_kind<FrozenBaseOrder>(
          "frozen_base_order", "锁定基数淘汰令", "a cumulative share of a frozen stock is removed by dated steps",
          {field(&FrozenBaseOrder::segment, ref("segment", "车队", "segment")),
           field(&FrozenBaseOrder::standard, word("standard", "排放标准", "standard of the frozen stock")),
           field(&FrozenBaseOrder::base_date, date("base_date", "基数日", "day of the snapshot")),
           field(&FrozenBaseOrder::steps, steps_info("steps")), field(&FrozenBaseOrder::obedience, obedience_info())}),
      make_kind<StockQuota>("stock_quota", "新能源保有比例要求", "a share of a stock must be new-energy by dated steps",
                            {field(&StockQuota::segments, refs("segments", "车队", "segments")),
                             field(&StockQuota::steps, steps_info("steps")), field(&StockQuota::obedience, obedience_info())}),
      make_kind<NewOnly>("new_only", "新增车辆新能源化", "new registrations must be new-energy",
                         {field(&NewOnly::segments, refs("segments", "车队", "segments")), field(&NewOnly::obedience, obedience_info())}),
      make_kind<ThroughDiversion>(
          "through_diversion", "过境分流", "from the opening of a road on, through trucks keep out of a ring",
          {field(&ThroughDiversion::when_opens,
                 ref("when_opens", "启用道路", "road of link.csv whose opening starts the rule").into("roads")),
           field(&ThroughDiversion::ring, integer("ring", "环", "links enclosed by this many ring roads or more are closed").between(1, 2)),
           field(&ThroughDiversion::obedience, obedience_info())}),
      make_kind<SalesStandard>("sales_standard", "新车排放标准", "the standard that new trucks must meet",
                               {field(&SalesStandard::vehicle_types, word_list("vehicle_types", "车型", "size classes")),
                                field(&SalesStandard::powertrains, word_list("powertrains", "动力", "powertrains")),
                                field(&SalesStandard::standard, word("standard", "排放标准", "lowest standard that may be sold"))}),
  };
}

}  // namespace railshift::scenario
