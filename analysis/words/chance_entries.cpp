// How likely targets are met.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> chance_entries() {
  static constexpr std::array kEntries{
      Entry{"chance", "把握", "chance"},
      Entry{"chance.always", "达到（所变输入不影响）", "met (untouched by what varies)"},
      Entry{"chance.band", "5%–95%（校正后）", "5 %-95 % (corrected)"},
      Entry{"chance.decides", "先核实", "get first"},
      Entry{"chance.decides_by", "{}（{}%）", "{} ({} %)"},
      Entry{"chance.failed", "没有结果的成员 {} 个（情景不接受或模拟失败，一律算未达到）：",
            "members without figures: {} (refused by the scenario, or failed; they meet nothing):"},
      Entry{"chance.file", "全部各行见 {}", "all rows in {}"},
      Entry{"chance.full_alone", "仅完整模拟", "full runs alone"},
      Entry{"chance.lead",
            "输入在各自范围内一起变动（{} 组，拉丁超立方 {} 个成员）：{} 个快速估算，其中 {} 个又完整模拟，用来校正。成对数少于 10 "
            "时只给区间：各估算减去、加上成对的最大误差后达到的比例。未变动的输入见 check。",
            "Inputs move together within their ranges (groups: {}; Latin hypercube of {} members): {} quick estimates, {} of them run in "
            "full "
            "too, which correct the rest. With fewer than 10 pairs a chance is a range: the share that meets the target with the largest "
            "paired error taken off, and with it added. What does not move is named by check."},
      Entry{"chance.moved", "变动的输入：{}", "inputs that move: {}"},
      Entry{"chance.never", "未达到（所变输入不影响）", "missed (untouched by what varies)"},
      Entry{"chance.none", "没有范围可变动的输入，不给把握。", "No input has a range: no chance is given."},
      Entry{"chance.of", "{}/{}", "{}/{}"},
      Entry{"chance.quick", "未算把握（--quick）。", "No chance was worked out (--quick)."},
      Entry{"chance.r2", "代理模型解释不足 90%，不排序", "the surrogate explains less than 90 %: no order"},
      Entry{"section.chances", "把握：输入不确定时能否达到", "Chances: whether it holds where inputs are uncertain"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
