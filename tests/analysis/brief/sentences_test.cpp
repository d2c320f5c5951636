/// What the three conclusions say, in both languages, on hand-made verdicts.
#include <catch2/catch.hpp>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "tests/analysis/report_city.hpp"

namespace sentences_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

std::string said(const document::Line& line) {
  std::string text;
  for (const document::Run& run : line) text += run.text;
  return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The small city with one target on the rail share of its list, as a test wants it.
class Scene {
 public:
  explicit Scene(Status status) : city_(report_case()), input_(city_.input()) {
    input_.verdicts = {city_.verdicts.front()};
    main().status = status;
    main().outcome = status == Status::on_track ? Outcome::met : Outcome::missed;
    main().value = 0.62;
    main().margin = 0.62 - main().threshold;
    main().value_executed = 0.88;
    main().ceiling = 0.7;
    main().ceiling_capacity = 0.66;
  }
  [[nodiscard]] Verdict& main() { return input_.verdicts.front(); }
  Verdict& reading(const std::string& name, double value, Status status) {
    Verdict v = main();
    v.target = "reading-" + name;
    v.reading_of = main().target;
    v.reading = {name, name};
    v.value = value;
    v.margin = value - v.threshold;
    v.status = status;
    v.outcome = status == Status::on_track ? Outcome::met : Outcome::missed;
    main().reading = {"主", "main"};
    input_.verdicts.push_back(v);
    return input_.verdicts.back();
  }
  [[nodiscard]] report::ReportInput& input() { return input_; }
  template <class Line>
  [[nodiscard]] std::string read(Line line, Language language = Language::zh) {
    document::Document document;
    report::Page page(input_, language, document);
    return said(line(page, input_.verdicts.front()));
  }

 private:
  ReportCase city_;
  report::ReportInput input_;
};

LeverRow enough(const std::string& path) {
  LeverRow row;
  row.lever = {LeverKind::obedience, LeverUnit::point, path, {"门禁", "gate"}, "obedience", {{"0.8", 0.8}, {"0.9", 0.9}, {"1", 1.0}}};
  row.found = {LeverFinding::reached, Tried{1, 0.853, true}, Tried{0, 0.62, false}};
  return row;
}

LeverAnswer answer(const Verdict& v, SetFinding finding) {
  TargetLevers levers;
  levers.verdict = v;
  levers.finding = finding;
  levers.rows = {enough("measure.a.obedience")};
  levers.set = {{"measure.a.obedience", "1"}, {"measure.b.obedience", "1"}};
  levers.set_value = 0.8;
  return {{levers}, 2, {}, 5, 0};
}

}  // namespace

TEST_CASE("a target on track is said to be so, and the quarters are to be watched", "[brief]") {
  Scene scene(Status::on_track);
  const std::string zh = scene.read(&report::will_line);
  CHECK(has(zh, "能不能达到：“名单企业铁路运输比例 ≥ 85%（2021 年）”如期达到，模拟 62.00%。"));
  CHECK(has(zh, "建议：按季度核对序时进度。"));
  const std::string en = scene.read(&report::will_line, Language::en);
  CHECK(has(en, "Will it be met: “rail share, listed firms ≥ 85% (2021)” is on track, simulated 62.00%."));
}

TEST_CASE("a missed target says by how much, with one that is met if executed the figure then", "[brief]") {
  CHECK(has(Scene(Status::missed).read(&report::will_line), "达不到：模拟 62.00%，差 23.00 个百分点。建议：把力量放在措施上"));
  CHECK(has(Scene(Status::if_executed).read(&report::will_line), "按现有假定达不到（62.00%），执行到位可达（88.00%）。"));
  CHECK(has(Scene(Status::impossible_reading).read(&report::will_line),
            "在主口径下不可能达到：模拟 62.00%，上限 70.00%。建议：要求超出上限"));
  CHECK(has(Scene(Status::impossible_capacity).read(&report::will_line), "达不到：模拟 62.00%，现有能力最多 66.00%。建议：先扩专用线"));
}

TEST_CASE("where readings end differently the reading is to be clarified first, where they end alike it is not", "[brief]") {
  Scene differ(Status::missed);
  differ.reading("有专用线的企业", 0.91, Status::on_track);
  const std::string zh = differ.read(&report::will_line);
  CHECK(has(zh, "2 种口径中 1 种达到：“有专用线的企业”为 91.00%，“主”只有 62.00%。"));
  CHECK(has(zh, "建议：先请上级明确口径，再定措施；按“有专用线的企业”即已达到。"));
  Scene alike(Status::missed);
  alike.reading("有专用线的企业", 0.7, Status::missed);
  CHECK(has(alike.read(&report::will_line), "2 种口径结论相同，口径不是关键。"));
  CHECK_FALSE(has(alike.read(&report::will_line), "先请上级明确口径"));
  Scene degree(Status::impossible_reading);
  degree.reading("有专用线的企业", 0.7, Status::missed);
  CHECK(has(degree.read(&report::will_line), "建议：主口径无论如何达不到，先请上级明确口径。"));
  CHECK(has(degree.read(&report::will_line), "2 种口径都没有如期达到，但其中 1 种并非不可能：“有专用线的企业”模拟 70.00%。"));
  Scene other_way(Status::missed);
  other_way.reading("有专用线的企业", 0.7, Status::impossible_reading);
  CHECK(has(other_way.read(&report::will_line), "2 种口径没有一种如期达到；结论相对最好的是“主”，模拟 62.00%。"));
}

TEST_CASE("why: what keeps the list's goods on the road, with the advice that fits the largest reason", "[brief]") {
  Scene scene(Status::missed);
  const std::string zh = scene.read(&report::why_line);
  CHECK(has(zh, "为什么：2021 年名单企业走公路的货物仍有"));
  CHECK(has(zh, "未选择铁路"));
  CHECK(has(zh, "建议：在运价、合同和考核代价上做文章"));
  CHECK(has(zh, "上限也只有 70.00%"));
  CHECK(has(zh, "计入专用线、装卸线和运行图，上限为 66.00%"));
  // What the first sentence has said already is not said again.
  CHECK_FALSE(has(Scene(Status::impossible_reading).read(&report::why_line), "上限也只有"));
  CHECK_FALSE(has(Scene(Status::on_track).read(&report::why_line), "建议"));
}

TEST_CASE("why of a target of trucks names its basis and what it would be without the order", "[brief]") {
  Scene scene(Status::missed);
  scene.main().metric = MetricKind::register_stock;
  scene.main().scope = {{"standard", "<=china3"}};
  scene.main().unit = "vehicles";
  scene.main().reasons = {NoMeasure{MetricKind::register_stock}};
  scene.main().without_order = 1730.0;
  const std::string zh = scene.read(&report::why_line);
  CHECK(has(zh, "它不取决于货物走公路还是铁路：截止日前没有生效的措施规定"));
  CHECK(has(zh, "撤去规定它的措施后为 1,730 辆。"));
  CHECK_FALSE(has(zh, "建议"));
}

TEST_CASE("what would do it: one lever, a set, or nothing within the plan, and who leads", "[brief]") {
  Scene scene(Status::missed);
  scene.input().levers = answer(scene.main(), SetFinding::single);
  const std::string one = scene.read(&report::what_line);
  CHECK(has(one, "一件事就够：门禁 执行率 由 0.8 到 0.9，为 85.30%。"));
  CHECK(has(one, "牵头：市发展改革委。建议：市发展改革委主抓“门禁 执行率”。"));
  scene.input().levers = answer(scene.main(), SetFinding::found);
  CHECK(has(scene.read(&report::what_line), "没有一项单独够用；2 项一起调到范围的较优端为 80.00%：门禁 执行率 1、另 1 项。"));
  scene.input().levers = answer(scene.main(), SetFinding::none);
  // above the bound by capacity, 66 %: levers widen capacities
  CHECK(has(scene.read(&report::what_line), "全部 2 个可调的量都到范围的较优端（也放宽能力），也只有 80.00%"));
  CHECK(has(scene.read(&report::what_line), "建议：调整要求、名单或补充项目"));
  scene.main().ceiling_capacity = 0.8;
  CHECK(has(scene.read(&report::what_line), "全部 2 个可调的量都到范围的较优端，也只有 80.00%"));
}

TEST_CASE("a quick assessment says that nothing was tried, a plan that is executed needs nothing new", "[brief]") {
  CHECK(has(Scene(Status::missed).read(&report::what_line), "没有试过调动方案中的量（快速评估）"));
  const std::string executed = Scene(Status::if_executed).read(&report::what_line);
  CHECK(has(executed, "不需要新措施：方案逐项执行到位即为 88.00%。"));
  CHECK(has(executed, "建议：市发展改革委逐项督办到位。"));
  CHECK(has(Scene(Status::on_track).read(&report::what_line), "不需要另加措施。"));
}

TEST_CASE("what it costs is said with public money, and not made up where none is stated", "[brief]") {
  Scene scene(Status::missed);
  CHECK(has(scene.read(&report::what_line), "费用：没有可比的运价，未计算。"));
  CostRow bill;
  bill.item = CostItem::same_goods;
  bill.period = "2020..2021";
  bill.unit = "yuan";
  bill.difference = -6.3e8;
  CostRow rate = bill;
  rate.item = CostItem::per_tonne;
  rate.kind = "bill";
  rate.unit = "yuan/t";
  rate.difference = -31.5;
  CostRow money = bill;
  money.item = CostItem::public_cost;
  money.difference.reset();
  money.remark = CostRemark::not_stated;
  scene.input().costs = {bill, rate, money};
  const std::string zh = scene.read(&report::what_line);
  CHECK(has(zh, "同样货物的运费变化 -6.30 亿元（负为少付，2020–2021 年），折合每多走铁路 1 吨 -31.50 元/吨；政府投入方案没有写明。"));
  scene.input().costs[2].difference = 2e8;
  scene.input().costs[2].remark = CostRemark::partly_stated;
  CHECK(has(scene.read(&report::what_line), "政府投入 2.00 亿元（部分措施没有写明）。"));
}

TEST_CASE("a chance and what decides it are said where members were run, and not of what nothing touches", "[brief]") {
  Scene scene(Status::missed);
  CHECK_FALSE(has(scene.read(&report::will_line), "机会"));
  TargetChance chance;
  chance.asked = scene.main();
  chance.twins = 100;
  chance.pairs = 20;
  chance.values = chance.estimates = {0.6, 0.7};
  chance.chance = statistics::Estimate{0.12, 0.03};
  Deciding deciding;
  deciding.target = scene.main().target;
  deciding.r2 = 0.95;
  deciding.groups = {{"g", {}, {"市能源局", "energy office"}}};
  deciding.groups.front().share.total.value = 0.4;
  ChancesSaid chances;
  chances.groups = {{"g", {"铁路运价", "rail rates"}}};
  chances.chances = {chance};
  chances.deciding = {deciding};
  scene.input().chances = chances;
  CHECK(has(scene.read(&report::will_line), "达到的机会为 12%（± 3%；100 次估算，20 次完整模拟）。"));
  CHECK(has(scene.read(&report::why_line), "结果首先取决于“铁路运价”（占变动的 40%）。这个数由市能源局掌握。"));
  TargetChance& said = scene.input().chances->chances.front();
  said.chance.reset();
  said.pairs = 6;
  said.range = statistics::ChanceRange{0.0, 0.0};
  CHECK(has(scene.read(&report::will_line), "达到的机会为 0%（100 次估算，6 次完整模拟）。"));
  said.range = statistics::ChanceRange{0.1, 0.2};
  CHECK(has(scene.read(&report::will_line), "达到的机会为 10% 至 20%（100 次估算，6 次完整模拟）。"));
  said.pairs = 1;
  said.estimates = said.values = {0.6, 0.6};
  CHECK_FALSE(has(scene.read(&report::will_line), "机会"));
}

TEST_CASE("at most two offices are named, the rest counted", "[brief]") {
  Scene scene(Status::missed);
  document::Document document;
  const report::Page zh(scene.input(), Language::zh, document);
  CHECK(report::offices_text(zh, {"甲局"}, 0) == "甲局");
  CHECK(report::offices_text(zh, {"甲局"}, 2) == "甲局等 3 家");
  CHECK(report::offices_text(zh, {"甲局", "乙局", "丙局"}, 0) == "甲局、乙局等 3 家");
  CHECK(report::offices_text(zh, {}, 3) == "—");
  const report::Page en(scene.input(), Language::en, document);
  CHECK(report::offices_text(en, {"A"}, 2) == "A and 2 more");
}

TEST_CASE("the line of trust has no figure that the run does not have, and says whether counts stand beside it", "[brief]") {
  Scene scene(Status::missed);
  document::Document document;
  report::Page page(scene.input(), Language::zh, document);
  const std::string line = said(report::honesty_line(page));
  CHECK(has(line, "可信程度：基准年铁路比例与所给份额相差"));
  CHECK(has(line, "没有铁路运输链的公路货物 12.00 万吨"));
  CHECK(has(line, "未经实测校核。"));
  CHECK_FALSE(has(line, "空驶"));  // no pool ran
}

}  // namespace sentences_test
