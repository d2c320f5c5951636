// Contributions of the parts of a plan.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> contribution_entries() {
  static constexpr std::array kEntries{
      Entry{"contribution.city", "全市指标（{} 年，只列贡献不小的）", "The whole city ({}; effects that are not small)"},
      Entry{"contribution.file", "全部各行见 {}", "all rows in {}"},
      Entry{
          "contribution.lead",
          "去一贡献 = 方案 − 去掉该项的方案；单项贡献 = 只留该项的方案 − "
          "去掉全部措施的方案。各为一次模拟，随机种子相同。两者按较大者排序。单"
          "项大而去一小，说明别的措施也能做到；去一大而单项小，说明它要靠别的措施。各项之和不等于总效果。贡献小于 1 个单位（比例为 1 个百分"
          "点）、目标差距的 1%，或（没有要求值的指标）方案总变化的 1% "
          "时列出原因。有一次模拟未运货物超过上限、没有跑满该年，或专用线企业与方案不同时，没有贡献。",
          "One-out = the plan - the plan without the part; one-in = the plan of this part alone - the plan without any measure. Each is "
          "one "
          "run, all on one random seed. Parts stand by the larger of both. Large alone and small when left out: other measures do it too; "
          "large when left out and small alone: it needs others. They do not add up to the effect of the plan. Effects below one unit (one "
          "point of a share), 1 % of the gap of a target or, of a figure without a threshold, 1 % of what the plan does to it have their "
          "reason. Where one of both runs left more goods behind than the "
          "limit, did "
          "not run the year whole or has other firms with a siding than the plan, there is none."},
      Entry{"contribution.none", "方案没有措施，或没有跑满一年、可以比较的指标。",
            "The plan has no measure, or there is no figure of a whole year to compare."},
      Entry{"contribution.nothing", "没有一项措施使其明显接近要求", "no measure brings it noticeably nearer"},
      Entry{"contribution.one_in", "单项贡献", "one-in"},
      Entry{"contribution.one_out", "去一贡献", "one-out"},
      Entry{"contribution.part", "措施或条款", "measure or clause"},
      Entry{"contribution.quick", "未逐项去掉或单留措施（--quick），没有各项贡献。",
            "No measure was left out or run alone (--quick): there are no contributions."},
      Entry{"contribution.small", "去一贡献小的原因", "why one-out is small"},
      Entry{"contribution.strongest", "贡献最大的条款", "strongest clause"},
      Entry{"contribution.targets", "各目标（单位同目标）", "Targets, in their units"},
      Entry{"section.contributions", "哪一条款起作用", "Which clause does it"},
      Entry{"small.acts", "其作用为{}，对此指标影响小", "what it does: {}; this figure hangs little on it"},
      Entry{"small.already_so", "没有它，当月也已如此", "what it demands was so without it in the same months"},
      Entry{"small.not_started", "到该统计期末尚未起作用", "it had not acted by the end of the period"},
      Entry{"small.others_first", "别的措施也能做到", "other measures of the plan do it as well"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
