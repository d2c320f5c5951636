// Headings, captions and notes of tables and of the report.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> page_entries() {
  static constexpr std::array kEntries{
      Entry{"activity", "活动量", "activity"},
      Entry{"all_figures", "全部年度指标见 {}", "all yearly metrics in {}"},
      Entry{"amount", "数量", "amount"},
      Entry{"as_of", "数据截至", "data as of"},
      Entry{"asked", "要求", "asked"},
      Entry{"assumptions.flows", "依赖假设的货流（按模拟期运量从大到小）", "Flows that rest on assumptions, by tonnes of the whole run"},
      Entry{"assumptions.lead", "待核实：下列数字没有公布的来源，给出理由和范围。",
            "To be verified: no published source stands behind these numbers; each has a reason and a range."},
      Entry{"assumptions.parameters", "假设参数", "Assumed parameters"},
      Entry{"assumptions.standing", "按数据性质划分的运量", "Tonnes by standing of the flow row"},
      Entry{"baseline", "基准（无方案）", "baseline (no plan)"},
      Entry{"basis", "依据", "basis"},
      Entry{"carried", "运量", "tonnes"},
      Entry{"caveats", "数据短板", "What the data cannot carry"},
      Entry{"caveats.read_with", "请与数据短板一并阅读", "read with the caveats"},
      Entry{"caveats.sources", "数据短板出自何处", "Where the weak data stand"},
      Entry{"change", "变化", "change"},
      Entry{"cites", "对应条款：", "Clauses: "},
      Entry{"clause", "条款", "clause"},
      Entry{"clause_quote", "条款与原文", "clause and quote"},
      Entry{"concentration.note", "不模拟 PM2.5 浓度：有关浓度的目标不可检验。未考虑背景流量：道路按给定车速运行。",
            "PM2.5 concentrations are not simulated: targets on them are not testable. No background traffic: links run at stated speeds."},
      Entry{"detail", "详情", "detail"},
      Entry{"difference", "差值", "difference"},
      Entry{
          "drift.note",
          "各栏为逐项放开后铁路意愿运量的变化；先后次序固定，后一项的大小取决于前一项。按基准年份额一栏只反映货量，每条货流各按自己的份额；"
          "上面的增减分解按合计算，货流构成的变化在那里属于比例效应，所以两处货量的作用可能一正一负。",
          "Each column is what rail wishes change by when that cause is let in; the order is fixed, and what a cause brings depends on "
          "those before it. The column at base shares follows the volumes alone, every flow by its own share; the split above works on "
          "totals, where another mix of flows belongs to the share effect, so that volume may bring more here and less there."},
      Entry{"drift.title", "铁路意愿运量为何偏离基准年份额", "Why wishes by rail leave the shares of the base year"},
      Entry{"drift.wished", "意愿运量", "wished"},
      Entry{"driven_share", "实跑÷里程表", "driven / table"},
      Entry{"due", "时限", "due"},
      Entry{"effect", "措施效果", "effect"},
      Entry{"effect.acted", "以其名义所做", "done in its name"},
      Entry{"effect.changed", "其中当月没有它就不会发生", "of it, what would not have happened without it that month"},
      Entry{"effect.months", "起止月份", "months"},
      Entry{"effect.none", "未起作用", "had no effect"},
      Entry{"effects.ordered_before",
            "有的月份早于措施起始日：新车记在订购月，淘汰后补的车在订购后经交车周期才注册；注册之日在起始日以后的，订购时已按该措施。",
            "Some months lie before the day of the measure: a new truck counts in the month of its order and is registered after the "
            "delivery lag; what will be registered on or after that day is ordered by the measure."},
      Entry{"effects.lead",
            "按月直接效果之和：表示做过什么，不表示到期时的差别；到期时的差别须由有无该措施的两次模拟得出。两项措施都会做的，记在执行日在先"
            "的一项。",
            "Sums of direct effects by month: what was done, not what differs by a due date, which takes a run with and one without the "
            "measure. "
            "What two measures would each have done belongs to the one whose day came first."},
      Entry{"emission_source", "排放来源", "source"},
      Entry{"event", "事件", "event"},
      Entry{
          "exhaust.difference",
          "{0} 年氮氧化物，方案减基准 {1}：本地在册车里程不同 {2}，每公里排放不同（购车、换活、重空比）{3}；外雇车 {4}，过境货车 "
          "{5}，排队怠速 "
          "{6}，铁路牵引 {7}。",
          "NOx in {0}, plan less baseline {1}: other kilometres of registered local trucks {2}, other exhaust a kilometre (purchases, who "
          "does which work, loaded or empty) {3}; hired trucks {4}, through trucks {5}, idling {6}, rail traction {7}."},
      Entry{
          "exhaust.lead",
          "全市货运排放只有一本账，合计就是下列来源之和：本地在册车（模型货流、计数车次、其他作业）、外雇车、过境货车、排队怠速、铁路牵引"
          "。按注册地计：本地在册车的全部里程都计入，不论在域内还是域外，外雇车和过境货车只计域内道路。其他作业没有路线，域外没有环线，所以"
          "都不计入环内。",
          "The exhaust of freight in the city is one book; its total is the sum of these sources: registered local trucks (modelled "
          "flows, counted trips, other work), hired outside trucks, through trucks, idling and rail traction. It counts by registration: "
          "all kilometres of registered local trucks, inside the study area and beyond it, and of hired and through trucks those on roads "
          "inside. Other work has no route and there are no rings beyond, so no ring contains them."},
      Entry{"executed", "执行到位的方案", "plan as executed"},
      Entry{"executed.changes", "执行到位（一次模拟）改动：{}", "as executed (one run): {}"},
      Entry{"executed.kept_prices", "以代价起作用的措施不变，仍按假定：{}", "measures that work by a price stay as assumed: {}"},
      Entry{"executed.none", "方案本已按执行到位设定", "the plan is assumed as executed"},
      Entry{"exhaust.other",
            "其他作业：在册车承担、货流表没有列出的运输。模拟头十二个月里程表可跑里程减去模型货流和计数车次，余下的就是其他作业；以后各月需"
            "求不变，由同一部门车队各排放标准的车分担，使它们实跑里程占里程表的比例相同。所以货物改走铁路不会变成别的公路运输，更新车辆不会"
            "多跑，门禁只让车辆换活、不让车辆消失。里程表是假设：它定下合计的大小。",
            "Other work: what registered trucks do beside the flows of the tables. In the first twelve months it is what the mileage table "
            "gives, less modelled flows and counted trips; later the demand stays, and all standards of a segment drive the same part of "
            "their table. So goods that move to rail do not come back to the road, new trucks make no freight, and a gate floor gives "
            "trucks other work and does not make them vanish. The mileage table is an assumption: it sets the size of the total."},
      Entry{"exhaust.total", "合计", "total"},
      Entry{"factor_gap", "缺少排放因子的活动（未计入排放量）", "Activity without an emission factor (not in the inventory)"},
      Entry{"firm", "企业", "firm"},
      Entry{"frozen_base", "锁定基数淘汰比例（两种口径）", "retired share of the frozen base, in both readings"},
      Entry{"firms_at_level", "达到该比例的名单企业数（门口口径，铁路÷(铁路+公路)）",
            "Listed firms at or above the level (gate basis, rail / (rail + road))"},
      Entry{
          "firms_at_level.note", "只计有铁路或公路货量的名单企业；货物全由皮带或管道运输的没有该比例，不在分母之内。",
          "Of the listed firms those with goods by rail or road; whoever moves all by belt or pipe has no such share and is not counted."},
      Entry{"flow", "货流", "flow"},
      Entry{"force", "措辞力度", "force"},
      Entry{"growth.interaction", "交互", "interaction"},
      Entry{"growth.share", "比例效应", "share effect"},
      Entry{"growth.title", "铁路运量变化分解（与基准年相同月份比较）", "Change of rail tonnes, split (same months as the base year)"},
      Entry{"growth.volume", "总量效应", "volume effect"},
      Entry{"haul_class", "运距段", "haul class"},
      Entry{"hauls.title", "分运距段铁路运输比例（主运距）", "Rail share by length of haul (main haul)"},
      Entry{"headlines", "基准与方案：{}（各一次模拟，同一随机种子）", "Baseline and plan: {} (one run each, same random seed)"},
      Entry{"interval", "区间", "interval"},
      Entry{"interval_n", "区间（次数）", "interval (runs)"},
      Entry{"item", "项目", "item"},
      Entry{"judged", "结论", "verdict"},
      Entry{"last_12_months", "前12个月", "last 12 months"},
      Entry{"loading.title", "各车站发送量（按装车所在区县）", "Loaded at stations (by county of loading)"},
      Entry{"measure", "措施", "measure"},
      Entry{"measured", "模拟值", "simulated"},
      Entry{"metric", "指标", "metric"},
      Entry{"metric_reading", "指标与口径", "metric and reading"},
      Entry{"month", "月份", "month"},
      Entry{"month_of_due", "当月", "month of due"},
      Entry{"more_rows", "另有 {} 行，见数据表", "{} more rows, see the tables"},
      Entry{"no_difference", "没有差异：各次运行的 {} 项年度指标全部相同", "no difference: all {} yearly metrics of the runs are the same"},
      Entry{"no_gaps", "没有缺少排放因子的活动。", "Every activity has an emission factor."},
      Entry{"no_journal", "没有记录。", "No entries."},
      Entry{"no_rows", "没有数据。", "No data."},
      Entry{"not_carried", "{} 未运", "{} not carried"},
      Entry{"not_served", "未运和久等的货物", "Goods not carried, and who waited"},
      Entry{"note", "说明", "note"},
      Entry{"note.mean", "{} 次模拟的平均。", "Mean of {} runs."},
      Entry{"note.one_run", "一次模拟（随机种子 {}）。", "One run (random seed {})."},
      Entry{"observation", "观测", "observation"},
      Entry{"observed", "观测值", "observed"},
      Entry{"observed.lead", "实测值只与模拟值并列，不改变模拟。模拟值为方案各次模拟的平均。",
            "Observed values stand beside simulated ones and change nothing. Simulated: mean of the plan's runs."},
      Entry{"offices", "责任单位", "offices"},
      Entry{"parameter", "参数", "parameter"},
      Entry{"percent", "百分比", "percent"},
      Entry{"period", "统计期", "period"},
      Entry{"period.months", "{}（{}）", "{} (months {})"},
      Entry{"period.only", "仅 {}–{} 月有结果", "months {} to {} only"},
      Entry{"period.span", "{}–{} 月", "{} to {}"},
      Entry{"period.not_compared", "{} 年各次运行的月份不同，全年累计指标不作比较：{}",
            "the runs have other months of {}, so what adds up over a year is not compared: {}"},
      Entry{"plan", "方案", "plan"},
      Entry{"pollutant", "污染物", "pollutant"},
      Entry{"pool", "在用车池", "pool"},
      Entry{"pool.empty_km", "空驶", "empty"},
      Entry{"pool.least_empty_km", "最少空驶", "least empty"},
      Entry{"pool.little_empty", "空驶偏少：低于 0.5，多数车辆返程有货，请核对货流方向",
            "little empty running: under 0.5, most trucks find a load on the way back: check the directions of the flows"},
      Entry{"pool.loaded_km", "重驶", "loaded"},
      Entry{"pool.much_empty", "空驶偏多：高于 1.1，空驶里程超过重驶", "much empty running: over 1.1, empty kilometres exceed loaded ones"},
      Entry{"pool.ratio", "空驶÷重驶", "empty / loaded"},
      Entry{"pool.run", "情形", "run"},
      Entry{"pools.lead", "全期里程，含区外。最少空驶：各月货载在运输问题意义下留下的下限（每车相差不超过一趟）。",
            "Kilometres of the whole run, outside ones included. Least empty: lower bound by the transportation problem of each month's "
            "loads, to within one run a truck."},
      Entry{"rail_station", "车站", "railway station"},
      Entry{"range", "范围", "range"},
      Entry{"reached", "按设定首次达到", "first reached as assumed"},
      Entry{"reached_on", "按设定达到日期", "reached on, as assumed"},
      Entry{"reached_on_executed", "执行到位时达到", "reached if executed"},
      Entry{"reading", "口径", "reading"},
      Entry{"reason", "理由", "reason"},
      Entry{"redeploy.clean_in", "由别处调来的清洁车多运", "more tonnes carried by clean trucks from elsewhere"},
      Entry{"redeploy.floor", "门禁下限", "floor"},
      Entry{"redeploy.gate_share", "门内清洁车占本地车运量", "clean share of local tonnes at the gates"},
      Entry{"redeploy.gate_t", "受限门口本地车运量", "local truck tonnes at bound gates"},
      Entry{"redeploy.hired", "外雇清洁车运量", "tonnes of hired clean trucks"},
      Entry{
          "redeploy.lead",
          "清洁车指该下限准许入门的车。基准 → 方案，受限月份。调来的清洁车运量 = 方案门内运量 ×（清洁车占比的增幅 − "
          "在册清洁车占比的增幅）：购车带来的变化已扣除；同样多的吨位由被拒车辆让出，它们转去其他货流和其他作业。其他作业没有吨位，只有里程"
          "。",
          "Clean: admitted by this floor. Baseline → plan, months in which it binds. Tonnes of clean trucks from elsewhere = tonnes at the "
          "gates in the plan x (gain of the clean share there - gain of the clean share of the register), so that purchases are taken out; "
          "as many tonnes left the refused trucks, which went to other flows and to other work. Other work has kilometres and no tonnes."},
      Entry{"redeploy.loads", "改派车次", "loads redirected"},
      Entry{"redeploy.other_clean", "其他作业：清洁车", "other work by clean trucks"},
      Entry{"redeploy.other_refused", "其他作业：被拒车", "other work by refused trucks"},
      Entry{"redeploy.refused_out", "其他货流改由被拒车承运", "more tonnes carried by refused trucks on other flows"},
      Entry{"redeploy.stock_share", "在册清洁车占比", "clean share of the register"},
      Entry{"redeploy.title", "清洁车辆调配", "Redeployment of clean trucks"},
      Entry{"ring1.routed", "外环以内（不含其他作业）", "inside the outer ring (without other work)"},
      Entry{"run", "模拟期", "run"},
      Entry{"runs.mean", "{} 次模拟的平均", "mean of {} runs"},
      Entry{"runs.one", "一次模拟", "one run"},
      Entry{"section.assumptions", "主要假设与数据来源", "Main assumptions and sources"},
      Entry{"section.clean", "清洁运输比例：四种口径", "Clean transport share in four readings"},
      Entry{"section.comparison", "方案与基准对比", "Plan against baseline"},
      Entry{"section.conclusions", "评估结论", "Conclusions"},
      Entry{"section.effects", "各项措施做了什么", "What each measure did"},
      Entry{"section.emissions", "排放与过境交通", "Emissions and through traffic"},
      Entry{"section.journal", "纪要", "Journal"},
      Entry{"section.observed", "观测值与模拟值对照", "Observed beside simulated"},
      Entry{"section.pools", "在用车池：重驶与空驶", "Pools of trucks: loaded and empty"},
      Entry{"section.rail", "铁路运输比例", "Rail share"},
      Entry{"section.reasons", "未走铁路的货物停在哪里", "Where tonnes that did not go by rail were stopped"},
      Entry{"section.register", "车管所在册车辆结构", "The register"},
      Entry{"section.reproduce", "复现信息", "How to make it again"},
      Entry{"section.targets", "目标责任对照表", "Targets"},
      Entry{"segment", "部门车队", "segment"},
      Entry{"source", "来源", "source"},
      Entry{"standing", "数据性质", "standing"},
      Entry{"stations.city", "本市车站合计", "stations of the city, in all"},
      Entry{"stock_note", "年底存量（12月31日24时）", "stock at 24:00 on 31 December"},
      Entry{"subject", "对象", "subject"},
      Entry{"subtitle", "货运车队与运输结构仿真评估报告", "Freight fleet and transport-shift assessment"},
      Entry{"target", "目标", "target"},
      Entry{"target.name", "{}（{}，{}）", "{} ({}, {})"},
      Entry{"target.reading", "{}：{}", "{}: {}"},
      Entry{"total", "合计", "total"},
      Entry{"truck_book.over",
            "实跑超过里程表 5% "
            "以上（取最高的一年）：{}"
            "。其他作业的需求保持头十二个月的水平；货流和空驶增加，或在册车减少、变老时，合计会超过里程表可跑的里程，说明这"
            "些车不够用，排放仍按实跑计。",
            "More driven than the table gives by over 5 % (the worst year): {}. The demand for other work stays what it was in the first "
            "twelve months; where flows and "
            "empty runs grow, or trucks become fewer or older, the sum passes what the table lets them drive: these trucks do not suffice, "
            "and "
            "exhaust follows what is driven."},
      Entry{"truck_book.title", "货车里程总账", "The book of truck kilometres"},
      Entry{"unit", "单位", "unit"},
      Entry{"unserved_share", "未运比例", "not carried"},
      Entry{"value", "数值", "value"},
      Entry{"value_executed", "执行到位时", "if executed"},
      Entry{"what_if", "假想", "what-if"},
      Entry{"with_order", "同一随机种子有此命令时", "with it on the same random seed"},
      Entry{"without_order", "无此命令时（一次模拟）", "without the order (one run)"},
      Entry{"year", "年份", "year"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
