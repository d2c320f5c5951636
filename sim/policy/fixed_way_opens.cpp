#include "sim/policy/fixed_way_opens.hpp"

namespace railshift::policy {

void check_fixed_way(const FixedWay& way, Contradictions& found) {
  if (way.origin == way.destination)
    found.push_back({"destination",
                     {"destination（终点厂区）与 origin（起点厂区）相同", "destination is the same site as origin"},
                     {"皮带廊道、管道连接两个厂区", "a belt or a pipe joins two sites"},
                     {"改写其中一个厂区", "name another site at one end"}});
  if ((way.ramp_months > 0) == (way.first_share < 1.0)) return;
  found.push_back({way.ramp_months > 0 ? "first_share" : "ramp_months",
                   both("ramp_months（爬坡月数）为 {}，first_share（首月比例）为 {:g}", "ramp_months is {}, first_share is {:g}",
                        way.ramp_months, way.first_share),
                   {"爬坡要有月数，且从小于 1 的比例开始", "a ramp has a length and begins below 1"},
                   {"ramp_months 写 1 或更大的数、first_share 写小于 1 的数，或两个都不写",
                    "write ramp_months from 1 on and first_share below 1, or neither"}});
}

}  // namespace railshift::policy
