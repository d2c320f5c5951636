// What a plan costs: two runs side by side, with and without public money, in both languages.
#include <catch2/catch.hpp>

#include "analysis/words/cost_words.hpp"
#include "tests/analysis/costs/costs_city.hpp"

namespace plan_costs_test {

using namespace railshift;
using namespace small_city;
using analysis::CostItem;
using analysis::CostRemark;
using analysis::CostRow;
using analysis::CostTable;

namespace {

constexpr const char* kBoth = "2020..2021";

PublicCost money(PublicCostKind kind, int year, double yuan, Provenance provenance) {
  return {kind, year, Yuan{yuan}, std::move(provenance)};
}
PublicCost assumed_money(int year, double yuan, double low, double high) {
  return money(PublicCostKind::investment, year, yuan, {low, high, Standing::assumed, "", "a round number for the test"});
}
PublicCost published_money(int year, double yuan) {
  return money(PublicCostKind::subsidy, year, yuan, {{}, {}, Standing::published, "notice", ""});
}

CostTable costs_with(std::vector<Measure> measures) {
  CostCase c;
  c.plan_world.measures = Table<Measure>(std::move(measures));
  return c.costs();
}

const CostRow& cost(const CostTable& costs, CostItem item, const std::string& kind = "", const std::string& period = kBoth,
                    const std::string& id = "") {
  const CostRow* found = analysis::find_cost(costs, item, kind, period, id);
  REQUIRE(found != nullptr);
  return *found;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("bills of plan and baseline stand beside each other by mode, goods, firm and flow", "[analysis]") {
  const CostTable costs = CostCase().costs();
  CHECK(*cost(costs, CostItem::bill).baseline == Approx(90'800));
  CHECK(*cost(costs, CostItem::bill).plan == Approx(72'400));
  CHECK(*cost(costs, CostItem::bill).difference == Approx(-18'400));
  CHECK(*cost(costs, CostItem::bill, "rail").difference == Approx(12'000));
  CHECK(*cost(costs, CostItem::bill, "truck").difference == Approx(-30'400));
  CHECK(*cost(costs, CostItem::bill_flow, "", kBoth, "coal-out").difference == Approx(-18'400));
  CHECK(*cost(costs, CostItem::bill_flow, "", kBoth, "coal-home").difference == Approx(0));
  CHECK(*cost(costs, CostItem::bill_firm, "in", "2020", "far").plan == Approx(71'600));
  CHECK(*cost(costs, CostItem::bill_firm, "out", "2020", "big").plan == Approx(72'400));
  CHECK(*cost(costs, CostItem::hires, "hire_premium").difference == Approx(400 - 2'000));
  CHECK(*cost(costs, CostItem::bill, "", "2021").plan == 0.0);
}

TEST_CASE("a tonne shifted and a kilogram of NOx avoided cost what the same goods cost more", "[analysis]") {
  // -18,400 yuan for 300 t and for 100 kg
  const CostTable costs = CostCase().costs();
  CHECK(*cost(costs, CostItem::same_goods).difference == Approx(-18'400));
  CHECK(*cost(costs, CostItem::per_tonne, "bill").difference == Approx(-18'400.0 / 300.0));
  CHECK(*cost(costs, CostItem::per_kg_nox, "bill").difference == Approx(-184));
  CHECK(cost(costs, CostItem::per_tonne, "bill", "2021").remark == CostRemark::nothing_shifted);
  CHECK(cost(costs, CostItem::per_kg_nox, "bill", "2021").remark == CostRemark::nothing_avoided);
  CHECK_FALSE(cost(costs, CostItem::per_tonne, "bill", "2021").difference);
}

TEST_CASE("goods that have not arrived yet save nobody money", "[analysis]") {
  // 8 t of the road coal, half a per cent of 1,600 t, are still under way: the bill is 784 yuan lower. Of the 1,492 t that came, at 60 yuan
  // a tonne in the baseline (90,000 / 1,500) 89,520 instead of 52,000 + 192 x 98 = 70,816.
  CostCase c;
  c.plan_ledger.chains.back().delivered_kg = 192'000;
  c.measure_again();
  const CostTable costs = c.costs();
  CHECK(*cost(costs, CostItem::bill).difference == Approx(-18'400 - 784));
  CHECK(*cost(costs, CostItem::same_goods).difference == Approx(70'816 - 89'520));
}

TEST_CASE("over one per cent more or less goods than in the baseline are other goods", "[analysis]") {
  // 1 % of 1,600 t are 16 t.
  CostCase c;
  c.plan_ledger.chains.back().delivered_kg = 216'000;
  c.measure_again();
  CHECK(cost(c.costs(), CostItem::per_tonne, "bill").remark == CostRemark::none);
  c.plan_ledger.chains.back().delivered_kg = 217'000;
  c.measure_again();
  CHECK(cost(c.costs(), CostItem::per_tonne, "bill").remark == CostRemark::other_goods);
  CHECK(cost(c.costs(), CostItem::same_goods).remark == CostRemark::other_goods);
  CHECK_FALSE(cost(c.costs(), CostItem::per_tonne, "bill").difference);
}

TEST_CASE("what one party pays less the others get less", "[analysis]") {
  const CostTable costs = CostCase().costs();
  CHECK(*cost(costs, CostItem::gain, "firms").difference == Approx(18'400));
  CHECK(*cost(costs, CostItem::gain, "railway").difference == Approx(12'000));
  CHECK(*cost(costs, CostItem::gain, "hauliers").difference == Approx(-30'400));
  double sum = 0.0;
  for (const char* party : {"firms", "railway", "hauliers", "hired_hauliers", "belt_pipe"})
    sum += *cost(costs, CostItem::gain, party).difference;
  CHECK(sum == Approx(0.0).margin(1e-6));
}

TEST_CASE("public money of the years in common enters with its range", "[analysis]") {
  // 30,000 (20,000 to 45,000) + 1,000; the 5,000 of 2030 are in no sum. 300 t: (-18,400 + 31,000) / 300 = 42, 2,600 / 300 and 27,600 / 300.
  const CostTable costs = costs_with(
      {paid_measure("ms-a", {assumed_money(2020, 30'000, 20'000, 45'000), published_money(2021, 1'000), published_money(2030, 5'000)})});
  const CostRow& all = cost(costs, CostItem::public_cost);
  CHECK(*all.difference == Approx(31'000));
  CHECK(*all.low == Approx(21'000));
  CHECK(*all.high == Approx(46'000));
  CHECK(all.remark == CostRemark::none);
  CHECK(cost(costs, CostItem::public_cost, "subsidy", "2030", "ms-a").remark == CostRemark::outside_period);
  CHECK(cost(costs, CostItem::public_cost, "subsidy", "2021", "ms-a").standing == "published");
  const CostRow& tonne = cost(costs, CostItem::per_tonne, "bill_and_public");
  CHECK(*tonne.difference == Approx(42));
  CHECK(*tonne.low == Approx(2'600.0 / 300.0));
  CHECK(*tonne.high == Approx(92));
  CHECK(*cost(costs, CostItem::per_kg_nox, "bill_and_public").difference == Approx(126));
  CHECK(*cost(costs, CostItem::gain, "public").difference == Approx(-31'000));
  CHECK(*cost(costs, CostItem::gain, "public").low == Approx(-46'000));
  CHECK(analysis::not_stated(costs).empty());
}

TEST_CASE("a measure without a stated cost is named and none is put in its place", "[analysis]") {
  const CostTable none = costs_with({paid_measure("ms-a", {}), paid_measure("ms-b", {})});
  CHECK(analysis::not_stated(none) == std::vector<std::string>{"ms-a", "ms-b"});
  CHECK_FALSE(cost(none, CostItem::public_cost).difference);
  CHECK_FALSE(cost(none, CostItem::per_tonne, "bill_and_public").difference);
  CHECK(cost(none, CostItem::per_tonne, "bill_and_public").remark == CostRemark::not_stated);
  CHECK(cost(none, CostItem::per_tonne, "bill").difference);
  const CostTable some = costs_with({paid_measure("ms-a", {published_money(2020, 600)}), paid_measure("ms-b", {})});
  CHECK(cost(some, CostItem::public_cost).remark == CostRemark::partly_stated);
  CHECK(*cost(some, CostItem::public_cost).difference == Approx(600));
  CHECK(analysis::not_stated(some) == std::vector<std::string>{"ms-b"});
}

TEST_CASE("a measure that stands in the baseline too costs the plan nothing more", "[analysis]") {
  CostCase c;
  c.baseline_world.measures = Table<Measure>(std::vector<Measure>{paid_measure("ms-a", {published_money(2020, 600)})});
  c.plan_world.measures = c.baseline_world.measures;
  CHECK(analysis::find_cost(c.costs(), CostItem::public_cost, "subsidy", "2020", "ms-a") == nullptr);
}

TEST_CASE("a year of which the runs have other months is compared by nobody", "[analysis]") {
  CostCase c;
  c.plan_world.settings.end = make_date(2021, 7, 1);
  c.measure_again();
  const CostTable costs = c.costs();
  CHECK(analysis::whole_period(costs) == "2020");
  CHECK(analysis::find_cost(costs, CostItem::bill, "", "2021") == nullptr);
  c.plan_world.settings.end = make_date(2020, 7, 1);
  c.measure_again();
  CHECK(c.costs().empty());
  CHECK(analysis::cost_text(c.costs(), {}, Language::zh).empty());
}

TEST_CASE("the terminal says in both languages what the plan costs and what states no price", "[analysis]") {
  const analysis::Names names = analysis::names_of(world());
  const CostTable costs = costs_with({paid_measure("ms-a", {assumed_money(2020, 30'000, 20'000, 45'000)}), paid_measure("ms-b", {})});
  const std::string zh = analysis::cost_text(costs, names, Language::zh);
  for (const char* part : {"费用（2020–2021 年）", "9.08 万元", "7.24 万元", "-1.84 万元", "每转移一吨的运费变化", "-61.33 元/吨",
                           "公共支出", "3.00 万元（2.00 万元 至 4.50 万元）（不含未给出的措施）", "公共支出未给出（未计入）：ms-b。"}) {
    INFO(part);
    CHECK(has(zh, part));
  }
  const std::string en = analysis::cost_text(costs, names, Language::en);
  for (const char* part : {"costs (2020–2021)", "90,800 yuan", "-18,400 yuan", "-61.33 yuan/t", "30,000 yuan (20,000 yuan to 45,000 yuan)",
                           "No price stated for public money of (in no figure): ms-b."}) {
    INFO(part);
    CHECK(has(en, part));
  }
}

TEST_CASE("costs.csv has a row for every figure and an empty cell for one that is not there", "[analysis]") {
  const std::string csv = analysis::to_csv(costs_with({paid_measure("ms-a", {})}));
  CHECK(has(csv, "item,id,kind,period,unit,baseline,plan,difference,low,high,standing,remark\n"));
  CHECK(has(csv, "bill,,rail,2020..2021,yuan,40000,52000,12000,,,"));
  CHECK(has(csv, "public_cost,ms-a,,2020..2021,yuan,,,,,,,not_stated\n"));
}

}  // namespace plan_costs_test
