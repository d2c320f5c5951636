// How likely targets are met.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> chance_entries() {
  static constexpr std::array kEntries{
      Entry{"chance", "把握", "chance"},
      Entry{"chance.always", "达到（所变输入不影响）", "met (untouched by what varies)"},
      Entry{"chance.band", "5%–95%（校正后）", "5 %-95 % (corrected)"},
      Entry{"chance.decides", "先核这个数", "get this number first"},
      Entry{"chance.decides_by", "{}（{}%）", "{} ({} %)"},
      Entry{"chance.failed", "没有结果的成员 {} 个（情景不接受或模拟失败，一律算未达到）：",
            "members without figures: {} (refused by the scenario, or failed; they meet nothing):"},
      Entry{"chance.few_seen", "有数值的成员少于 50 个，不排序", "fewer than 50 members with a figure: no order"},
      Entry{"chance.file", "全部各行见 {}", "all rows in {}"},
      Entry{"chance.full_alone", "仅完整模拟", "full runs alone"},
      Entry{"chance.judged_otherwise", "；成对成员中有 {} 个完整模拟的判断与估算不同（以估算为准）",
            "; of the pairs {} are judged otherwise by the full run (the estimate counts)"},
      Entry{
          "chance.lead",
          "输入在各自范围内一起变动（{} 组，拉丁超立方 {} 个成员）：{} 个快速估算，其中 {} 个又完整模拟，用来校正。成对数少于 10 "
          "时只给区间：各估算减去、加上成对的最大误差后达到的比例。第二分布：同一批点换一种分布（三角、对数正态换均匀，均匀换三角）再估算。"
          "未变动的输入见 check。",
          "Inputs move together within their ranges (groups: {}; Latin hypercube of {} members): {} quick estimates, {} of them run in "
          "full "
          "too, which correct the rest. With fewer than 10 pairs a chance is a range: the share that meets the target with the largest "
          "paired error taken off, and with it added. Second law: the same points with another law (uniform for triangular and lognormal, "
          "triangular for uniform), estimated again. What does not move is named by check."},
      Entry{"chance.moved", "变动的输入：{}", "inputs that move: {}"},
      Entry{"chance.never", "未达到（所变输入不影响）", "missed (untouched by what varies)"},
      Entry{"chance.none", "没有范围可变动的输入，不给把握。", "No input has a range: no chance is given."},
      Entry{"chance.observed_unused", "观测值 {} 行，其中 {} 行写有偏差，模拟期内没有可比的：没有成员因此排除。",
            "observed values: {}, with a stated deviation {}; none of these has a simulated counterpart, and no member is left out."},
      Entry{"chance.of", "{}/{}", "{}/{}"},
      Entry{"chance.of_targets", "决定的目标", "what it decides"},
      Entry{"chance.office", "掌握单位", "who has it"},
      Entry{"chance.quick", "未算把握（--quick）。", "No chance was worked out (--quick)."},
      Entry{"chance.r2", "代理模型解释不足 90%，不排序", "the surrogate explains less than 90 %: no order"},
      Entry{"chance.ruled_out", "{} 个成员（共 {} 个）与 {} 的观测值相差超过所写偏差的 3 倍，已排除（用到观测值 {} 行，共 {} 行）",
            "{} of {} members contradict the observed {} by more than three stated deviations and are left out ({} of {} observed values "
            "used)"},
      Entry{"chance.second", "第二分布", "second law"},
      Entry{"chance.with_n", "{}，{} 个", "{} of {}"},
      Entry{
          "shares.lead", "效果分摊（{}）：各组措施的 Shapley 值，由 {} 次快速估算得出（估算）；补足一列为完整模拟减估算，合计为完整模拟。",
          "Shares of the effect ({}): Shapley values of groups of measures from {} quick estimates (estimate); the column before the total "
          "is full run minus estimate, the total is of full runs."},
      Entry{
          "shares.lead_sampled",
          "效果分摊（{}）：各组措施的 Shapley 值，抽取加入次序，{} "
          "次快速估算（估算），±为标准误；补足一列为完整模拟减估算，合计为完整模拟。",
          "Shares of the effect ({}): Shapley values of groups of measures over drawn orders, {} quick estimates (estimate), with standard "
          "errors; the column before the total is full run minus estimate, the total is of full runs."},
      Entry{"shares.remainder", "完整模拟减估算", "full minus twin"},
      Entry{"shares.total", "合计（完整模拟）", "total (full runs)"},
      Entry{"shares.withheld", "—：完整模拟与估算之差超过合计的 5%，不分摊。",
            "—: full runs and estimates differ by more than 5 % of the total, no shares."},
      Entry{"section.chances", "把握：输入不确定时能否达到", "Chances: whether it holds where inputs are uncertain"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
