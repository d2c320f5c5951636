// Words of verdicts and of what was observed: outcomes, bases, forces, reasons.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> verdict_entries() {
  static constexpr std::array kEntries{
      Entry{"basis.by_definition", "由定义决定", "by definition"},
      Entry{"basis.emergent", "模拟得出", "emergent"},
      Entry{"basis.observed", "实测", "observed"},
      Entry{"basis.ordered", "措施规定", "ordered"},
      Entry{"clause_status.context", "背景", "context"},
      Entry{"clause_status.data", "已入数据", "data"},
      Entry{"clause_status.in_part", "部分模拟", "in part"},
      Entry{"clause_status.judged_only", "只评判", "judged only"},
      Entry{"clause_status.none", "未写", "not stated"},
      Entry{"clause_status.not_simulated", "未模拟", "not simulated"},
      Entry{"clause_status.simulated", "已模拟", "simulated"},
      Entry{"force.about", "左右", "about"},
      Entry{"force.basically", "基本", "basically"},
      Entry{"force.encourage", "鼓励", "encourage"},
      Entry{"force.in_principle", "原则上", "in principle"},
      Entry{"force.must", "必须", "must"},
      Entry{"force.stable", "保持稳定", "stable"},
      Entry{"force.strive", "力争", "strive"},
      Entry{"match.compared", "已比较", "compared"},
      Entry{"match.no_metric", "没有这个指标", "no such metric"},
      Entry{"match.no_period", "该指标没有这个统计期的模拟值", "no simulated figure of this period"},
      Entry{"match.no_scope", "没有这个范围的模拟值", "no simulated row of this scope"},
      Entry{"match.no_unit", "单位不符", "the units do not fit"},
      Entry{"match.part_of_year", "该年没有模拟满 12 个月", "this year was not simulated in full"},
      Entry{"observed.checked", "实测值 {} 项与模拟值并列；没有实测值的结果仍未经实测校核",
            "observed values beside simulated ones: {}; results without one are not checked against counts"},
      Entry{"observed.no_test", "不能检验模型", "no test of the model"},
      Entry{"observed.none", "tables/observed.csv 没有任何观测值", "tables/observed.csv holds no observation"},
      Entry{"observed.not_compared", "未比较", "not compared"},
      Entry{"observed.only_repeats", "有对应模拟值的 {} 项观测值都属于输入或措施规定的量，不能检验模型",
            "observations with a counterpart: {}, all of quantities that an input or an order sets"},
      Entry{"observed.unchecked", "未经实测校核", "NOT CHECKED AGAINST COUNTS"},
      Entry{"observed.unmatched", "{} 项观测值都没有对应的模拟值", "observations: {}, none with a simulated counterpart"},
      Entry{"outcome.cannot_say", "无法判断", "cannot say"},
      Entry{"outcome.met", "达到", "met"},
      Entry{"outcome.missed", "未达到", "missed"},
      Entry{"outcome.not_testable", "不可检验", "not testable"},
      Entry{"reason.never_any", "在册车辆中从未有过此类车", "no such truck was ever in the register"},
      Entry{"reason.no_measure", "截止日前没有生效的措施规定“{}”", "no measure in force by the due day declares it ({})"},
      Entry{"reason.no_rail_chain", "范围内没有任何铁路运输链", "no chain of these flows has a rail leg"},
      Entry{"reason.no_through", "情景没有过境交通", "the scenario has no through traffic"},
      Entry{"reason.part_of_year", "{2} 年只运行了 {0}–{1} 月，不按全年判定",
            "of {2} only months {0} to {1} were run, which is not the year"},
      Entry{"reason.no_value", "没有符合范围、统计期（{}）和单位的结果", "no result fits scope, period ({}) and unit"},
      Entry{"reason.not_simulated", "模型不模拟该数量", "the model does not simulate it"},
      Entry{"reason.observed", "没有对应的模拟值，取观测值", "no simulated figure fits, the value is the observed one"},
      Entry{"reason.only_rail", "范围内没有公路运输链", "no chain of these flows can go by road"},
      Entry{"reason.ordered_by", "规定该指标的措施：{}", "declared by: {}"},
      Entry{"reason.orders_idle", "规定该指标的措施到期日前均未起作用", "no measure that declares it had an effect by the due day"},
      Entry{"reason.stated_input", "基年比例是输入", "base shares of the base year are an input"},
      Entry{"reason.without_alone", "仅撤去 {}", "without {} alone"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
