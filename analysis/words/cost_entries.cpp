// Costs of a plan.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> cost_entries() {
  static constexpr std::array kEntries{
      Entry{"cost.beware",
            "氮氧化物的减少可能也来自淘汰、换车，车主的支出没有数据，不在其中。铁路更省而原来未走的原因（合同、车皮、批量、时效）在基准年标"
            "定的"
            "选择常数里，没有计价。",
            "NOx may fall by retirement and new trucks too, and what their owners pay is not known and in no figure. Why goods did not go "
            "the cheaper way before (contracts, wagons, lots, time) stands in the choice constants of the base year and has no price."},
      Entry{"cost.bill", "运费", "transport bill"},
      Entry{"cost.bill.belt_pipe", "其中皮带和管道段", "of it belts and pipes"},
      Entry{"cost.bill.rail", "其中铁路段", "of it rail legs"},
      Entry{"cost.bill.truck", "其中公路段", "of it truck legs"},
      Entry{"cost.delivered", "送达货物", "goods delivered"},
      Entry{"cost.difference", "方案减基准", "plan - baseline"},
      Entry{"cost.file", "费用明细（分年、分货类、分企业、分货流）见 {}", "costs by year, commodity, firm and flow in {}"},
      Entry{"cost.firm", "企业（发出和到达合计）", "firm (sent and received)"},
      Entry{"cost.firms_title", "运费变化最大的企业", "Firms whose bill changes most"},
      Entry{"cost.gain.belt_pipe", "得失：皮带和管道", "gains or pays: belts and pipes"},
      Entry{"cost.gain.firms", "得失：付运费的企业", "gains or pays: firms that pay for transport"},
      Entry{"cost.gain.hauliers", "得失：本地运输户", "gains or pays: local hauliers"},
      Entry{"cost.gain.hired_hauliers", "得失：外雇运输户", "gains or pays: outside hauliers"},
      Entry{"cost.gain.public", "得失：公共资金", "gains or pays: public money"},
      Entry{"cost.gain.railway", "得失：铁路", "gains or pays: the railway"},
      Entry{"cost.heading", "费用（{} 年）", "costs ({})"},
      Entry{"cost.hires.hire_premium", "公路段中的缺车加价", "of truck legs: what scarcity of trucks adds"},
      Entry{"cost.hires.outside_trucks", "公路段中外雇车所得", "of truck legs: paid to outside trucks"},
      Entry{"cost.how", "各一次模拟，均由假设的运价推得；得失是收支变化，不是利润。",
            "One run each, all derived from assumed rates; gains are changes of income, not profits."},
      Entry{"cost.item", "项目", "item"},
      Entry{"cost.kind", "类别", "kind"},
      Entry{
          "cost.lead",
          "运费等于各链送达吨数乘当月每吨运价和杂费（基准与方案各一次模拟，{} 年）；时间、等待和铁路比例要求的代价不是付款，不在其中。"
          "同样货物多付的运费：方案送达的货物，比按基准中同一货流的吨均运费多付多少，负数为少付；每转移一吨、每少排一千克是它除以方案多走铁"
          "路的吨数、少排的氮氧化物。得失是收支变化，不是利润：一方少付即另一方少收。货主两端谁付运费由合同定，表中无此数据。",
          "The bill is the tonnes that each chain delivers times freight and charges a tonne of the month (baseline and plan, one run "
          "each, "
          "{}); time, waiting and the price of a duty are no payments and not in it. What the same goods cost more: the plan's goods "
          "beside "
          "what a tonne of their flow costs in the baseline, below 0 they cost less; a tonne's and a kilogram's cost are this by the "
          "tonnes "
          "that the plan has more by rail and the NOx that it has less. Gains are changes of income, not profits: what one pays less "
          "another "
          "gets less. Which end of a flow pays is a matter of contracts that no table knows."},
      Entry{"cost.measure", "措施", "measure"},
      Entry{"cost.none", "两次模拟没有月份相同的年份，不比较费用。",
            "The two runs have no year in common of which both ran the same months: costs are not compared."},
      Entry{"cost.nox", "氮氧化物", "NOx"},
      Entry{"cost.per_kg_nox.bill", "每少排一千克氮氧化物的运费变化", "change of the bill per kg of NOx avoided"},
      Entry{"cost.per_kg_nox.bill_and_public", "每少排一千克氮氧化物的运费变化加公共支出", "the same with public money"},
      Entry{"cost.per_tonne.bill", "每转移一吨的运费变化", "change of the bill per tonne shifted"},
      Entry{"cost.per_tonne.bill_and_public", "每转移一吨的运费变化加公共支出", "the same with public money"},
      Entry{"cost.public_cost", "公共支出", "public money"},
      Entry{"cost.public_title", "各项措施的公共支出", "Public money by measure"},
      Entry{"cost.rail_tonnes", "铁路运量", "rail tonnes"},
      Entry{"cost.range", "（{} 至 {}）", " ({} to {})"},
      Entry{"cost.remark", "（{}）", " ({})"},
      Entry{"cost.remark.not_stated", "未给出", "not stated"},
      Entry{"cost.remark.nothing_avoided", "没有减排", "nothing avoided"},
      Entry{"cost.remark.nothing_shifted", "铁路运量没有增加", "nothing shifted"},
      Entry{"cost.remark.other_goods", "送达货量相差超过 1%，不比较", "delivered goods differ by over 1 %: not compared"},
      Entry{"cost.remark.outside_period", "不在比较年份内，不计入合计", "of a year not compared: in no sum"},
      Entry{"cost.remark.partly_stated", "不含未给出的措施", "without the measures that state none"},
      Entry{"cost.same_goods", "同样货物多付的运费", "what the same goods cost more"},
      Entry{"cost.silent", "公共支出未给出（未计入）：{}。", "No price stated for public money of (in no figure): {}."},
      Entry{"cost.spent", "金额", "amount"},
      Entry{"cost.unpriced_ways", "未给运价的皮带或管道运送 {}（基准）、{}（方案），其运费未计入。",
            "No price stated for belts or pipes that carry {} (baseline), {} (plan): their freight is in no figure."},
      Entry{"cost.year", "年份", "year"},
      Entry{"investment", "投资", "investment"},
      Entry{"section.costs", "费用：谁付、谁得", "Costs: who pays, who gains"},
      Entry{"subsidy", "补贴", "subsidy"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
