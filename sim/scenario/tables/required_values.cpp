#include "sim/scenario/tables/required_values.hpp"

namespace railshift::scenario {
const std::vector<RequiredValue>& required_values() {
  static const std::vector<RequiredValue> all = {
      {"choice.cost_coefficient", "1/(yuan/t)", -100, -1e-9, "选择模型费用系数", "cost coefficient of the choice of chain"},
      {"choice.nest_scale", "1", 1e-6, 1, "选择模型巢参数", "scale of the road and rail nests; 1 = plain logit"},
      {"choice.value_of_time", "yuan/t/h", 0, 1000, "货物时间价值", "value of time of goods"},
      {"choice.new_chain_constant", "utility", -1000, 1000, "新运输链常数",
       "constant of a chain that opens later, if no open chain gives one", Reads::at_the_start},
      {"choice.latent_demand", "1", 0, 10, "潜在铁路需求",
       "wish above the base share of rail chains that were full in the base year, as a share of it", Reads::at_the_start},
      {"scope.over_threshold", "t/year", 0, 1e9, "150万吨名单门槛", "yearly tonnes from which a firm stands in the list *over_threshold",
       Reads::at_the_start},
      {"rail.price_factor", "1", 0, 100, "铁路运价系数", "what rail haul costs in times of the tariff; the base year says 1"},
      {"road.price_factor", "1", 0, 100, "公路运价系数", "what road haul costs in times of the rates; the base year says 1"},
      {"road.stated_speed", "km/h", 1, 130, "给定里程的车速", "speed on legs with stated km", Reads::at_the_start},
      {"road.local_speed", "km/h", 1, 130, "地方道路车速", "speed on access roads", Reads::at_the_start},
      {"pool.utilisation", "1", 0.01, 1, "在用车池利用率", "share of duty time that a pool is sized to be busy", Reads::at_the_start},
      {"pool.outside_wait", "h", 0, 720, "增补等待时间",
       "wait of a load after which a truck joins its pool: one of the register first, then one from outside", Reads::at_the_start},
      {"pool.join_rate", "1/d", 0, 1, "增补速率", "trucks that can join in a day, per truck that the pool has; 0: none ever",
       Reads::at_the_start},
      {"pool.outside_premium", "1", 0, 100, "增补加价",
       "what the road rate rises by for every truck over the pool's size, per truck of that size"},
      {"stock.power_days", "d", 0, 365, "电厂期初存煤", "days of stock at a power plant on the first day", Reads::at_the_start},
      {"rail.delay_prior", "h", 0, 2400, "铁路延误先验",
       "delay of a siding before any experience, and of one without trains; base-year sidings begin with what the base year taught"},
      {"rail.delay_fade", "1", 0, 1, "延误保留比例", "share of a published delay kept after an unused month"},
      {"rail.added_delay", "h", 0, 2400, "铁路附加等待", "hours on top of the published delays of every rail chain; 0 unless asked"},
      {"rail.spill_after", "h", 0, 2400, "超时改走公路", "wait for a loading track after which a train load goes by road",
       Reads::at_the_start},
      {"site.default_service", "min", 0, 1440, "默认作业时间", "service where a site has no station of the kind", Reads::at_the_start},
      {"register.sold_away", "1", 0, 1, "转出比例", "share of removed trucks that are transferred out of the city, not scrapped"},
      {"register.delivery_lag", "d", 0, 1000, "交车周期", "order to delivery of a new truck"},
      {"fault.tampered_share", "1", 0, 1, "篡改比例", "share of trucks with tampered exhaust treatment"},
      {"fault.no_urea_share", "1", 0, 1, "不加尿素比例", "share of diesel trucks from china4 on without urea"},
      {"fault.tampered_factor", "1", 1, 100, "篡改倍数", "NOx multiplier of a tampered truck"},
      {"fault.no_urea_factor", "1", 1, 100, "不加尿素倍数", "NOx multiplier of a truck without urea"},
      {"rail.electric_kwh_per_10kgtkm", "kWh/10^4 gross t km", 0, 10000, "电力牵引单耗", "electricity of electric traction"},
      {"rail.diesel_kg_per_10kgtkm", "kg/10^4 gross t km", 0, 10000, "内燃牵引单耗", "fuel of diesel traction"},
      {"rail.gross_net", "1", 1, 10, "总重与净重比", "gross over net tonne-kilometres"},
      {"rail.diesel_nox_g_per_kg", "g/kg", 0, 1000, "内燃机车NOx", "NOx of diesel traction"},
      {"rail.diesel_pm25_g_per_kg", "g/kg", 0, 1000, "内燃机车PM2.5", "PM2.5 of diesel traction"},
      {"rail.diesel_co2_kg_per_kg", "kg/kg", 0, 10, "内燃机车CO2", "CO2 of diesel traction"},
      {"grid.co2_kg_per_kwh", "kg/kWh", 0, 5, "电网排放因子", "CO2 of electricity"},
      {"road.idle_nox_g_per_h", "g/h", 0, 10000, "怠速NOx", "NOx of an idling heavy diesel truck"},
      {"road.idle_pm25_g_per_h", "g/h", 0, 10000, "怠速PM2.5", "PM2.5 of an idling heavy diesel truck"},
      {"road.idle_co2_g_per_h", "g/h", 0, 100000, "怠速CO2", "CO2 of an idling heavy diesel truck"},
  };
  return all;
}

}  // namespace railshift::scenario
