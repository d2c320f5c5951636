// Words of the sections on the whole plan: clauses, offices and quarters, firms, contributions from the baseline to the plan, maps, what
// is not simulated.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> plan_entries() {
  static constexpr std::array kEntries{
      Entry{
          "alone.lead", "本报告是一次模拟（run），没有基准。下列内容要与基准或其他模拟比较才能说，由评估（assess）给出：",
          "This report is of a run alone, without a baseline. What follows compares it with a baseline or with other runs; assess works it "
          "out:"},
      Entry{"clauses.carried", "由什么承载", "carried by"},
      Entry{"clauses.count", "条数", "clauses"},
      Entry{"clauses.lead", "方案共 {0} 条，每条恰好列一次：{1}。没有模拟的条款不等于做不到，只是本报告没有回答。",
            "The plan has {0} clauses, each stands here once: {1}. A clause that is not simulated may well be met: this report does not "
            "say."},
      Entry{"clauses.measures", "措施：{}", "measures: {}"},
      Entry{"clauses.part", "{0} {1} 条", "{0} {1}"},
      Entry{"clauses.rows", "数据 {} 行", "rows of data: {}"},
      Entry{"clauses.status", "落实情况", "status"},
      Entry{"clauses.summary", "条款落实情况", "Clauses by status"},
      Entry{"clauses.summary.meaning", "含义", "meaning"},
      Entry{"clauses.table", "条款一览", "All clauses"},
      Entry{"clauses.targets", "目标", "targets"},
      Entry{"clauses.which", "条款", "clauses by number"},
      Entry{"clauses.why", "说明", "why"},
      Entry{"clauses_meaning.context", "目的、报告等，不是货运能做的事", "aims and reports: nothing that freight could do"},
      Entry{"clauses_meaning.data", "内容已写入数据表，没有单独的措施", "stands in the tables, without an order of its own"},
      Entry{"clauses_meaning.in_part", "一部分起作用，说明写明哪些没有", "some of it acts; the reason says what does not"},
      Entry{"clauses_meaning.judged_only", "有目标按它评判，没有措施执行它", "a target is judged by it, nothing orders it"},
      Entry{"clauses_meaning.none", "数据表没有写明", "the table does not say"},
      Entry{"clauses_meaning.not_simulated", "与货运有关，模型没有对应的内容", "freight is concerned, the model has nothing for it"},
      Entry{"clauses_meaning.simulated", "全部内容在模拟中起作用", "all of it acts in the run"},
      Entry{"fall.lead",
            "从基准到方案：各条款单独加到基准上的作用（单项贡献），最后一项“共同作用”使合计等于方案。共同作用为正，表示几条互相促成；为负，"
            "表示几条做的是同一件事。各为一次模拟。",
            "From the baseline to the plan: what each clause brings alone on the baseline (one-in); the last part, “together”, closes the "
            "sum. "
            "Above 0 clauses help each other, below 0 they do the same thing twice. One run each."},
      Entry{"fall.none", "没有一项目标的各条款作用都有结果。", "No target has a figure for every clause."},
      Entry{"fall.others", "其他 {} 项", "{} others"},
      Entry{"fall.quick", "未逐条模拟（快速评估），不列贡献。", "Clauses were not run one by one (a quick assessment): no contributions."},
      Entry{"fall.title", "从基准到方案：{}", "From baseline to plan: {}"},
      Entry{"fall.together", "共同作用", "together"},
      Entry{"map.change", "方案减基准", "plan - baseline"},
      Entry{"map.firms", "铁路运输比例", "rail share"},
      Entry{"map.firms.title", "名单企业", "Listed firms"},
      Entry{"map.note", "无底图；路段为情景路网，直线连接节点。按月平均每日货车辆次。",
            "No base map: links of the scenario's network, drawn straight. Trucks a day, mean of the period."},
      Entry{"map.plan", "货车流量（方案）", "truck flow, plan"},
      Entry{"map.rail", "铁路区段日均运量（方案）", "tonnes a day on rail sections, plan"},
      Entry{"map.rail.title", "铁路区段和专用线负荷", "Load of rail sections and sidings"},
      Entry{"map.run", "本次模拟", "this run"},
      Entry{"map.run.title", "货车流量", "Truck flow"},
      Entry{"map.sidings", "专用线装卸占能力（方案）", "siding load over capacity, plan"},
      Entry{"map.t_per_day", "吨/日", "t/day"},
      Entry{"map.title", "货车流量变化", "Change of truck flow"},
      Entry{"map.trucks_per_day", "辆次/日", "trucks/day"},
      Entry{"offices.all", "各单位的目标和条款", "Targets and clauses of every office"},
      Entry{"offices.clauses", "牵头（参加）条款", "clauses led (joined)"},
      Entry{"offices.joined", "参加", "joins"},
      Entry{"offices.led", "牵头", "leads"},
      Entry{"offices.no_target", "没有由模拟评判的目标", "no target that a run judges"},
      Entry{"offices.none", "没有写责任单位的条款", "clauses that name no office"},
      Entry{"offices.office", "单位", "office"},
      Entry{"offices.role", "分工", "role"},
      Entry{"schedule.asked", "应达", "asked"},
      Entry{"schedule.baseline", "基准", "baseline"},
      Entry{"schedule.counties", "各区县到季末的完成数（{} 年，累计）", "Counties by the end of each quarter ({}, since January)"},
      Entry{"schedule.county", "区县", "county"},
      Entry{"schedule.county.note",
            "铁路运量和比例按货物起讫点所在区县（主运距，一批货起讫各计一次）；氮氧化物为区县道路上的排放。方案，括号内为基准。",
            "Rail tonnes and shares by the county in which goods begin or end (main haul); NOx on roads of the county. Plan, baseline in "
            "brackets."},
      Entry{"schedule.county.run",
            "铁路运量和比例按货物起讫点所在区县（主运距，一批货起讫各计一次）；氮氧化物为区县道路上的排放。一次模拟。",
            "Rail tonnes and shares by the county in which goods begin or end (main haul); NOx on roads of the county. One run."},
      Entry{"schedule.end", "{}末", "end of {}"},
      Entry{
          "schedule.lead",
          "应达：按模拟自身的进程折算，年末正好达到要求所需的数（季节、投用日和淘汰期限已计入，不是直线）；比例和保有量任何一季都不比年终要"
          "求"
          "更严，折算出更严的数时按年终要求写。比例和累计数为年初至季末，保有量为季末当日，增长与基准年同期比。一次模拟。",
          "Asked: what the end of each quarter must show so that the year ends on the demand, in the proportion in which the run itself "
          "proceeds (seasons, openings, orders; no straight line); of shares and stocks no quarter asks more than the year does: where the "
          "proportion would, the demand itself stands. Shares and sums since January, stocks at the end of the month, growth beside the "
          "same months of the base year. One run."},
      Entry{"schedule.nox", "氮氧化物", "NOx"},
      Entry{"schedule.office", "按单位的序时进度", "Quarters by office"},
      Entry{"schedule.rail", "铁路运量", "rail tonnes"},
      Entry{"schedule.run", "模拟", "run"},
      Entry{"schedule.share", "铁路运输比例", "rail share"},
      Entry{"schedule.table", "序时进度", "Targets by quarter"},
      Entry{"section.alone", "要有基准才能说的内容", "What needs a baseline"},
      Entry{"section.clause_table", "条款一览", "All clauses"},
      Entry{"section.clauses", "条款落实", "What becomes of every clause"},
      Entry{"section.falls", "从基准到方案：各条款的作用", "From baseline to plan, clause by clause"},
      Entry{"section.firms", "一企一策", "Firm by firm"},
      Entry{"section.glossary", "名词解释", "Glossary"},
      Entry{"section.maps", "地图", "Maps"},
      Entry{"section.offices", "责任单位一览", "Offices and what they are in charge of"},
      Entry{"section.schedule", "序时进度：按单位和区县", "Quarters by office and county"},
      Entry{"sheet.cheapest", "最便宜的合规途径：{0}，每吨比现在 {1}，最早 {2}。",
            "Cheapest way to comply: {0}, {1} beside now, from {2}."},
      Entry{"sheet.cheapest.none", "合规途径都没有可比的价格。", "No way to comply has a price."},
      Entry{"sheet.clean", "清洁运输", "clean transport"},
      Entry{"sheet.clean.no", "未达到（有的月份不达标）", "does not pass (in some month)"},
      Entry{"sheet.clean.unknown", "无法判断（没有该类企业的规则，或台账分不清车次）",
            "cannot be said (no rule for its works, or trips not told apart)"},
      Entry{"sheet.clean.yes", "达到（每月都达标）", "passes (every month)"},
      Entry{"sheet.fact", "项目", "item"},
      Entry{"sheet.holds", "达到", "met"},
      Entry{"sheet.holds.not", "未达到", "missed"},
      Entry{"sheet.in", "到达", "in"},
      Entry{"sheet.lead", "{} 年，方案，一次模拟；大宗货物（不含危险品），按企业门口计。",
            "{}, plan, one run; bulk goods without dangerous ones, at the firm's gates."},
      Entry{"sheet.lead.run", "{} 年，一次模拟；大宗货物（不含危险品），按企业门口计。",
            "{}, one run; bulk goods without dangerous ones, at the firm's gates."},
      Entry{"sheet.own_t", "本企业 {}", "of the firm {}"},
      Entry{"sheet.reading", "各口径下", "in each reading"},
      Entry{"sheet.reason", "为什么不走铁路", "why not by rail"},
      Entry{"sheet.reason.none", "没有公路货物", "no road tonnes"},
      Entry{"sheet.siding", "专用线和货场", "sidings and yards"},
      Entry{"sheet.siding.none", "没有", "none"},
      Entry{"sheet.siding.text", "{0}：{1}，占能力 {2}", "{0}: {1}, {2} of capacity"},
      Entry{"sheet.tonnes", "按方式和运输链的运量", "tonnes by mode and chain"},
      Entry{"sheet.trucks", "门口货车", "trucks at the gates"},
      Entry{"sheet.trucks.text", "重车每日 {} 辆次", "{} loaded trucks a day"},
      Entry{"sheet.value", "数值", "figures"},
      Entry{"sheet.way.text", "{0}：{1}，每吨 {2}，氮氧化物 {3}，最早 {4}", "{0}: {1}, {2} a tonne, NOx {3}, from {4}"},
      Entry{"sheet.ways", "合规途径", "ways to comply"},
      Entry{"sheet.ways.quick", "未计算（快速评估）", "not computed (a quick assessment)"},
      Entry{"sheet.ways.run", "未计算：要与基准比较，见评估（assess）", "not computed: they need a baseline (assess)"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
