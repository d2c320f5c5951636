// Words of the sections of the report.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> section_entries() {
  static constexpr std::array kEntries{
      Entry{"chance.input", "输入", "input"},
      Entry{"conclusions.note", "执行到位时的值为一次模拟；能力上限由规划求得，不是模拟；把握由各次快速估算及校正得出。",
            "Values if executed are of one run; ceilings are solved, not run; chances are of quick estimates, corrected."},
      Entry{"contribution.little", "贡献小的措施和条款", "Parts that move a target little"},
      Entry{"exhaust.by_source", "排放量（分来源）", "Exhaust by source"},
      Entry{"exhaust.by_year", "排放量（分年）", "Exhaust by year"},
      Entry{"fact.inputs", "输入校验值（SHA-256）", "inputs (SHA-256)"},
      Entry{"fact.runs", "数字", "figures"},
      Entry{"fact.tables", "结果表校验值（SHA-256）", "result tables (SHA-256)"},
      Entry{"fact.version", "程序版本", "program"},
      Entry{"fleet.powertrains", "保有量：排放标准与动力类型", "Registered trucks by standard and powertrain"},
      Entry{"fleet.standard_powertrain", "排放标准 · 动力", "standard · powertrain"},
      Entry{"fleet.zero_left_out", "各年都为零的部门车队未列。", "Segments that are zero in every year are left out."},
      Entry{"flow.route", "{}：{} → {}", "{}: {} → {}"},
      Entry{"left_out.background", "不模拟客车和背景流量：道路按给定车速运行。",
            "Cars and background traffic are not simulated: links run at stated speeds."},
      Entry{"left_out.concentration", "不模拟 PM2.5、臭氧等浓度：有关浓度的目标不可检验。",
            "Concentrations of PM2.5, ozone and others are not simulated: targets on them are not testable."},
      Entry{"left_out.other_work", "在册车辆在货流表以外的作业没有路线，只有里程。",
            "What registered trucks do beside the flows of the tables has kilometres and no route."},
      Entry{"left_out.owners", "车主买车、报废、改装的支出没有数据，不在任何费用中。",
            "What owners pay for new trucks, scrapping and refitting is not known and in no cost."},
      Entry{"left_out.prices", "运价、等待以外的原因（合同、车皮、批量、时效）归入基准年标定的选择常数，不随方案改变。",
            "Reasons beside freight and waits (contracts, wagons, lots, time) stand in the choice constants of the base year, which no "
            "plan changes."},
      Entry{"margin.short", "差距 {}", "short by {}"},
      Entry{"margin.spare", "余量 {}", "to spare: {}"},
      Entry{"note.bound", "由规划求得，不是模拟。", "Solved programmes, not runs."},
      Entry{"pool.numbered", "{}（第 {} 个车池）", "{} (pool {})"},
      Entry{"pools.off_network_alone", "{0} 至 {1} 重驶里程中网外道路：{2}。",
            "Loaded kilometres on no road of the network, {0} to {1}: {2}."},
      Entry{"pools.off_network_both", "{0} 至 {1} 重驶里程中网外道路：方案 {2}，基准 {3}。",
            "Loaded kilometres on no road of the network, {0} to {1}: plan {2}, baseline {3}."},
      Entry{"rail.firms", "名单企业铁路运输比例（门口口径，铁路÷(铁路+公路)）",
            "Rail share of listed firms (gate basis, rail / (rail + road))"},
      Entry{"rail.readings", "铁路运输比例：各种口径", "Rail share in every reading"},
      Entry{"through.area", "范围", "area"},
      Entry{"section.assumed_rows", "假设明细", "Assumptions one by one"},
      Entry{"section.contributions_city", "各项措施对全市指标的贡献", "What measures bring to the whole city"},
      Entry{"section.emission_details", "排放核算明细：里程与调配", "Behind the exhaust: kilometres and redeployment"},
      Entry{"section.not_simulated", "未模拟的内容", "What is not simulated"},
      Entry{"section.exhaust", "排放量分年明细", "Exhaust by year"},
      Entry{"section.firm_bills", "企业运费", "Bills of firms"},
      Entry{"section.rail_firms", "名单企业铁路运输比例", "Rail share of listed firms"},
      Entry{"section.register_details", "在册车辆明细", "The register in detail"},
      Entry{"section.notices", "使用须知：数据与校核", "Before any figure: data and checks"},
      Entry{"section.rail_details", "铁路运量明细", "Rail in detail"},
      Entry{"section.readings", "各种口径的结论", "Verdicts in every reading"},
      Entry{"section.ways", "企业可用途径", "Ways open to firms"},
      Entry{"standard", "排放标准", "standard"},
      Entry{"study.band", "5%–95%（估算）", "5 %-95 % (estimates)"},
      Entry{"study.cases", "方案数", "cases"},
      Entry{"study.effects", "与“{}”之差，逐个成员", "Differences to \"{}\", member by member"},
      Entry{"study.full", "仅完整模拟", "full runs alone"},
      Entry{"study.mean", "平均差", "mean difference"},
      Entry{"study.subtitle", "不确定性研究", "A study of what is uncertain"},
      Entry{"summary.clauses", "方案共 {} 条，模拟到何种程度（不可检验的目标之外，未模拟和背景条款同样没有结论）：",
            "The plan has {} clauses; how far they are simulated (beside targets that are not testable, clauses that are not simulated or "
            "are context have no verdict either):"},
      Entry{"summary.targets", "目标 {} 项：", "Targets: {}. "},
  };
  return kEntries;
}

}  // namespace railshift::analysis
