#include "sim/core/unit_names.hpp"

#include <algorithm>
#include <iterator>

namespace railshift {
namespace {

struct UnitName {
  std::string_view unit, zh, en;
};

constexpr UnitName kNames[] = {
    {"1/(yuan/t)", "每（元/吨）", "per (yuan/t)"},
    {"1/d", "每天", "per day"},
    {"1/year", "每年", "1/year"},
    {"Mt", "百万吨", "Mt"},
    {"d", "天", "d"},
    {"day", "天", "d"},
    {"degree", "度", "degree"},
    {"firm-months", "企业月", "firm-months"},
    {"firms", "家", "firms"},
    {"g/h", "克/小时", "g/h"},
    {"g/kg", "克/千克", "g/kg"},
    {"g/kg fuel", "克/千克燃料", "g/kg fuel"},
    {"g/km", "克/公里", "g/km"},
    {"g/t", "克/吨", "g/t"},
    {"gross t km", "总重吨公里", "gross t km"},
    {"h", "小时", "h"},
    {"h/h", "小时/小时", "h/h"},
    {"kWh", "千瓦时", "kWh"},
    {"kWh/10^4 gross t km", "千瓦时/万总重吨公里", "kWh per 10,000 gross t km"},
    {"kWh/t-km", "千瓦时/吨公里", "kWh/t-km"},
    {"kg", "千克", "kg"},
    {"kg/10^4 gross t km", "千克/万总重吨公里", "kg per 10,000 gross t km"},
    {"kg/kWh", "千克/千瓦时", "kg/kWh"},
    {"kg/kg", "千克/千克", "kg/kg"},
    {"kg/kg fuel", "千克/千克燃料", "kg/kg fuel"},
    {"km", "公里", "km"},
    {"km/h", "公里/小时", "km/h"},
    {"km/year", "公里/年", "km/year"},
    {"kt", "千吨", "kt"},
    {"loads", "车次", "loads"},
    {"m", "米", "m"},
    {"min", "分钟", "min"},
    {"month", "个月", "month"},
    {"months", "个月", "months"},
    {"pcu/h", "标准车/小时", "pcu/h"},
    {"points", "个百分点", "points"},
    {"share or t/year", "比例或吨/年", "share or t/year"},
    {"t", "吨", "t"},
    {"t/d", "吨/日", "t/d"},
    {"t/day", "吨/日", "t/day"},
    {"t/t", "吨/吨", "t/t"},
    {"t/year", "吨/年", "t/year"},
    {"trips", "车次", "trips"},
    {"truck-months", "车月", "truck-months"},
    {"trucks", "辆", "trucks"},
    {"ug/m3", "微克/立方米", "µg/m³"},
    {"utility", "效用单位", "units of utility"},
    {"vehicle-km", "车公里", "vehicle-km"},
    {"vehicles", "辆", "trucks"},
    {"year", "年", "year"},
    {"yuan", "元", "yuan"},
    {"yuan/kg", "元/千克", "yuan/kg"},
    {"yuan/t", "元/吨", "yuan/t"},
    {"yuan/t-km", "元/吨公里", "yuan/t-km"},
    {"yuan/t/h", "元/吨/小时", "yuan/t/h"},
    {"万公里", "万公里", "×10⁴ km"},
    {"万元", "万元", "×10⁴ yuan"},
    {"万吨", "万吨", "×10⁴ t"},
    {"千吨", "千吨", "kt"},
    {"吨", "吨", "t"},
    {"亿元", "亿元", "×10⁸ yuan"},
    {"亿吨", "亿吨", "×10⁸ t"},
    {"家", "家", "firms"},
    {"百万吨", "百万吨", "Mt"},
    {"辆", "辆", "trucks"},
};

}  // namespace

Words unit_name(std::string_view unit) {
  const auto* const known = std::find_if(std::begin(kNames), std::end(kNames), [unit](const UnitName& name) { return name.unit == unit; });
  if (known == std::end(kNames)) return {std::string(unit), std::string(unit)};
  return {std::string(known->zh), std::string(known->en)};
}

}  // namespace railshift
