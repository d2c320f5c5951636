#include "study/member_design.hpp"

#include "sim/core/both.hpp"

namespace railshift::study {

std::vector<Words> reasons_against(const MemberDesign& design) {
  std::vector<Words> reasons;
  if (design.members < 2) reasons.push_back(both("成员数为 {}；至少 2 个", "members: {}; at least 2 are needed", design.members));
  if (design.full < 0 || design.full > design.members)
    reasons.push_back(both("完整模拟 {} 个；0 到成员数 {} 之间", "members in full: {}; 0 to {}, the number of members, are accepted",
                           design.full, design.members));
  if (design.second < 0) reasons.push_back(both("第二分布的成员数为 {}；不能为负", "second: {}; 0 or more are accepted", design.second));
  if (design.screening < 0) reasons.push_back(both("筛选轨迹数为 {}；不能为负", "screening: {}; 0 or more are accepted", design.screening));
  return reasons;
}

}  // namespace railshift::study
