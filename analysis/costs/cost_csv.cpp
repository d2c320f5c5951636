#include "analysis/costs/plan_costs.hpp"
#include "analysis/metrics/csv_text.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

std::string amount_text(const std::optional<double>& value) { return value ? number_text(*value) : std::string{}; }

}  // namespace

std::string_view to_text(CostItem item) {
  switch (item) {
    case CostItem::bill:
      return "bill";
    case CostItem::bill_goods:
      return "bill_goods";
    case CostItem::bill_firm:
      return "bill_firm";
    case CostItem::bill_flow:
      return "bill_flow";
    case CostItem::same_goods:
      return "same_goods";
    case CostItem::hires:
      return "hires";
    case CostItem::delivered:
      return "delivered";
    case CostItem::unpriced:
      return "unpriced";
    case CostItem::rail_tonnes:
      return "rail_tonnes";
    case CostItem::nox:
      return "nox";
    case CostItem::gain:
      return "gain";
    case CostItem::public_cost:
      return "public_cost";
    case CostItem::per_tonne:
      return "per_tonne";
    case CostItem::per_kg_nox:
      return "per_kg_nox";
  }
  RAILSHIFT_EXPECTS(false, "a cost has a word");
}

std::string_view to_text(CostRemark remark) {
  switch (remark) {
    case CostRemark::none:
      return "";
    case CostRemark::not_stated:
      return "not_stated";
    case CostRemark::partly_stated:
      return "partly_stated";
    case CostRemark::outside_period:
      return "outside_period";
    case CostRemark::nothing_shifted:
      return "nothing_shifted";
    case CostRemark::nothing_avoided:
      return "nothing_avoided";
    case CostRemark::other_goods:
      return "other_goods";
  }
  RAILSHIFT_EXPECTS(false, "a remark has a word");
}

const std::vector<CostColumn>& cost_columns() {
  using R = CostRow;
  static const std::vector<CostColumn> columns{
      {"item",
       {"项目", "item"},
       {"bill 运费、bill_goods 分货类、bill_firm 分企业、bill_flow 分货流、same_goods 同样货物多付的运费、hires 外雇、delivered 送达吨数、"
        "unpriced 其中未给运价、rail_tonnes 铁路运量、nox 氮氧化物、gain 得失、public_cost 公共支出、per_tonne 每转移一吨、per_kg_nox "
        "每少排一千克",
        "bill, by goods, firm, flow; same_goods: what the same goods cost more; hires; delivered tonnes, of them unpriced; rail_tonnes; "
        "nox; "
        "gain of a party; public_cost; yuan for a tonne shifted, for a kg of NOx avoided"},
       [](const R& r) { return std::string(to_text(r.item)); }},
      {"id",
       {"代码", "id"},
       {"货类、企业、货流或措施的代码；合计为空", "of goods, firm, flow or measure; empty: all"},
       [](const R& r) { return r.id; }},
      {"kind",
       {"类别", "kind"},
       {"运费按运输段方式 truck、rail、belt_pipe；企业 out 发出、in 到达、both；得失方；投资或补贴；bill 只计运费，bill_and_public "
        "加公共支出",
        "bill by mode of the leg; firm: out, in, both; party; investment or subsidy; bill alone, or bill_and_public"},
       [](const R& r) { return r.kind; }},
      {"period",
       {"统计期", "period"},
       {"年；2023..2025 为两次模拟共有各年合计", "year; 2023..2025: all years that both runs have in common"},
       [](const R& r) { return r.period; }},
      {"unit", {"单位", "unit"}, {"yuan 为元，按参数表价格年", "yuan in the price year of the tables"}, [](const R& r) { return r.unit; }},
      {"baseline",
       {"基准", "baseline"},
       {"基准第一个种子的一次模拟", "baseline, one run on the first seed"},
       [](const R& r) { return amount_text(r.baseline); }},
      {"plan",
       {"方案", "plan"},
       {"方案，同一种子的一次模拟；公共支出为所写金额", "plan, one run on the same seed; of a public cost the amount stated"},
       [](const R& r) { return amount_text(r.plan); }},
      {"difference",
       {"差值", "difference"},
       {"方案减基准；得失为正表示多得；每吨、每千克为其数值",
        "plan - baseline; of a gain above 0: gets more; of per_tonne and per_kg_nox the figure"},
       [](const R& r) { return amount_text(r.difference); }},
      {"low", {"下限", "low"}, {"由公共支出的范围", "from the ranges of public costs"}, [](const R& r) { return amount_text(r.low); }},
      {"high", {"上限", "high"}, {"由公共支出的范围", "from the ranges of public costs"}, [](const R& r) { return amount_text(r.high); }},
      {"standing",
       {"数据性质", "standing"},
       {"同 metrics.csv；公共支出为其自身性质", "as in metrics.csv; of a public cost its own"},
       [](const R& r) { return r.standing; }},
      {"remark",
       {"说明", "remark"},
       {"not_stated 未给价格，partly_stated 只含已给价格的措施，outside_period 不在共有年份内，nothing_shifted 铁路未增，nothing_avoided "
        "未减排，other_goods 送达货量相差超过 1%",
        "not_stated: no price; partly_stated: measures without a price are left out; outside_period: of a year not in common; "
        "nothing_shifted, nothing_avoided; other_goods: delivered tonnes differ by over 1 %"},
       [](const R& r) { return std::string(to_text(r.remark)); }}};
  return columns;
}

std::string to_csv(const CostTable& costs) {
  CsvText csv;
  for (const CostColumn& column : cost_columns()) csv.field(column.name);
  csv.end_row();
  for (const CostRow& row : costs) {
    for (const CostColumn& column : cost_columns()) csv.field(column.text(row));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
