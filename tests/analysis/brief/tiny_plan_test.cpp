/// The plan of tiny: quarters of every target, every clause and office, sheets of firms, and the brief as a whole.
#include <catch2/catch.hpp>

#include <set>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/judge/headlines.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/brief_sections.hpp"
#include "analysis/schedule/schedule.hpp"
#include "analysis/sheets/firm_sheets.hpp"
#include "tests/hand/tiny_run.hpp"

namespace tiny_plan_test {

using namespace railshift;
using namespace railshift::analysis;
namespace report = railshift::analysis::report;

namespace {

struct TinyPlan {
  const hand::Town& town = hand::planned_town();
  MetricTable metrics = measure(town.world, town.ledger, {"tiny", "plan", "", 1});
  std::vector<Verdict> verdicts = judge(town.world, {metrics});
  Schedule schedule = schedule_of({&town.world, &town.ledger}, {}, 2024);
};

const TargetSchedule* find(const Schedule& schedule, const std::string& target) {
  for (const TargetSchedule& one : schedule.targets) {
    if (one.target == target) return &one;
  }
  return nullptr;
}

void collect(const document::Lines& lines, std::string& all) {
  for (const document::Line& line : lines) {
    for (const document::Run& run : line) all += run.text;
    all += '\n';
  }
}

/// The texts of lists, tables, boxes and paragraphs.
std::string texts(const report::Blocks& blocks) {
  std::string all;
  for (const document::Block& block : blocks) {
    if (const auto* p = std::get_if<document::Paragraph>(&block)) collect(p->lines, all);
    if (const auto* list = std::get_if<document::List>(&block)) {
      for (const document::Lines& item : list->items) collect(item, all);
    }
    if (const auto* boxes = std::get_if<document::Boxes>(&block)) {
      for (const document::Box& box : boxes->boxes) {
        all += box.title + box.count + '\n';
        collect(box.names, all);
      }
    }
    if (const auto* table = std::get_if<document::Table>(&block)) {
      for (const auto& row : table->rows) {
        for (const document::Lines& cell : row) collect(cell, all);
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every simulated target of tiny has quarters, the last of which is its judged figure", "[brief]") {
  const TinyPlan tiny;
  int with = 0;
  for (const Verdict& v : tiny.verdicts) {
    const bool simulated =
        row_at(rows_of(tiny.town.world.targets[*tiny.town.world.targets.find(v.target)], tiny.metrics), to_text(v.judged)) != nullptr;
    const TargetSchedule* schedule = find(tiny.schedule, v.target);
    INFO(v.target);
    CHECK((schedule != nullptr) == simulated);
    if (schedule == nullptr) continue;
    ++with;
    REQUIRE(schedule->quarters.back().plan);
    CHECK(*schedule->quarters.back().plan == Approx(*v.value));
    CHECK(schedule->quarters.back().asked == v.threshold);
    for (const QuarterFigure& q : schedule->quarters) CHECK_FALSE(q.baseline);  // no baseline was given
  }
  CHECK(with >= 10);
}

TEST_CASE("what adds up grows from quarter to quarter, and what is asked is in the same proportion", "[brief]") {
  const TinyPlan tiny;
  const TargetSchedule* rail = find(tiny.schedule, "tg-rail-2024");
  REQUIRE(rail != nullptr);
  REQUIRE(rail->quarters.size() == 4);
  for (std::size_t q = 1; q < 4; ++q) CHECK(*rail->quarters[q].plan > *rail->quarters[q - 1].plan);
  const double end = *rail->quarters[3].plan, asked = *rail->quarters[3].asked;
  for (const QuarterFigure& q : rail->quarters) CHECK(*q.asked == Approx(asked * *q.plan / end));
}

TEST_CASE("rows after a month are in no figure of it", "[brief]") {
  const TinyPlan tiny;
  const ledger::Ledger cut = up_to(tiny.town.ledger, make_month(2024, 3));
  const MetricTable metrics = measure(tiny.town.world, cut, {"tiny", "plan", "", 1});
  const TargetSchedule* rail = find(tiny.schedule, "tg-rail-2024");
  const Target& target = tiny.town.world.targets[*tiny.town.world.targets.find("tg-rail-2024")];
  CHECK(value_in(*row_at(rows_of(target, metrics), "2024"), target.unit) == rail->quarters[0].plan);
}

TEST_CASE("the county of tiny has the rail tonnes and the NOx of the year by its end", "[brief]") {
  const TinyPlan tiny;
  REQUIRE(tiny.schedule.counties.size() == 1);
  const CountySchedule& county = tiny.schedule.counties.front();
  REQUIRE(county.plan.size() == 4);
  const MetricRow* row = find_row(tiny.metrics, "rail_tonnes", "2024", full_scope(MetricKind::rail_tonnes, {{"county", county.county}}));
  REQUIRE(row != nullptr);
  CHECK(county.plan.back().rail_t == row->value);
  const MetricRow* nox = find_row(tiny.metrics, "exhaust", "2024", {{"county", county.county}, {"numerator_kind", "NOx"}});
  REQUIRE(nox != nullptr);
  CHECK(*county.plan.back().nox_t == Approx(nox->value));
  CHECK(*county.plan.front().nox_t < *county.plan.back().nox_t);
}

TEST_CASE("the sheets of tiny hold the delivered tonnes of every listed firm", "[brief]") {
  const TinyPlan tiny;
  const std::vector<FirmWays> no_ways;
  const SheetQuestion question{tiny.town.world, tiny.town.ledger, tiny.metrics, tiny.verdicts, no_ways, "2024"};
  const std::vector<FirmSheet> sheets = firm_sheets(question);
  CHECK(sheets.size() == listed_firms(tiny.town.world).size());
  for (const FirmSheet& sheet : sheets) {
    const std::string& firm = tiny.town.world.firms[sheet.firm].id;
    INFO(firm);
    const MetricRow* share =
        find_row(tiny.metrics, "rail_share", "2024", full_scope(MetricKind::rail_share, {{"firm", firm}, {"denominator_kind", "all"}}));
    REQUIRE(share != nullptr);
    CHECK(sheet.tonnes.all() == Approx(*share->denominator));
    CHECK(sheet.tonnes.of(rules::ChainClass::rail_siding) == Approx(*share->numerator));
    CHECK(sheet.ways == nullptr);
    for (const FirmReading& reading : sheet.readings) CHECK(reading.value.has_value());
  }
  CHECK(firm_sheets({tiny.town.world, tiny.town.ledger, tiny.metrics, tiny.verdicts, no_ways, ""}).empty());
}

TEST_CASE("the brief of tiny answers in both languages, without an id and with a row for what is missed", "[brief]") {
  const TinyPlan tiny;
  report::ReportInput input;
  input.plan = {&tiny.town.world, &tiny.town.ledger, &tiny.metrics, "plan/", document::Of::one_run};
  input.verdicts = tiny.verdicts;
  input.schedule = tiny.schedule;
  for (const Language language : {Language::zh, Language::en}) {
    document::Document document;
    report::Page page(input, language, document);
    const std::string all = texts(report::brief_section(page)) + texts(report::schedule_section(page)) +
                            texts(report::offices_section(page)) + texts(report::clause_table_section(page));
    for (const char* id : {"tg-", "ms-", "TN-", "fm-", "sd-", "{}", "brief.", "clause_status"}) {
      INFO(id);
      CHECK(all.find(id) == std::string::npos);
    }
  }
}

TEST_CASE("every office of a plan has a row, and those without a target say so", "[brief]") {
  const TinyPlan tiny;
  World world = tiny.town.world;
  std::vector<Clause> clauses(world.clauses.begin(), world.clauses.end());
  for (std::size_t i = 0; i < clauses.size(); ++i) clauses[i].offices = i % 2 == 0 ? "甲局、乙局" : "丙局";
  clauses[0].offices = "丁局";  // the siding, on which no target stands
  world.clauses = Table<Clause>(clauses);
  report::ReportInput input;
  input.plan = {&world, &tiny.town.ledger, &tiny.metrics, "plan/", document::Of::one_run};
  input.verdicts = tiny.verdicts;
  document::Document document;
  report::Page page(input, Language::zh, document);
  const report::Blocks blocks = report::offices_section(page);
  const auto& table = std::get<document::Table>(blocks.back());
  std::multiset<std::string> offices;
  for (const auto& row : table.rows) offices.insert(row.front().front().front().text);
  CHECK(offices == std::multiset<std::string>{"甲局", "乙局", "丙局", "丁局"});
  CHECK(texts(blocks).find("没有由模拟评判的目标") != std::string::npos);
}

}  // namespace tiny_plan_test
