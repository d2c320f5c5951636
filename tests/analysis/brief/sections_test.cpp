/// Clauses, glossary and short names.
#include <catch2/catch.hpp>

#include <set>

#include "analysis/report/brief_sections.hpp"
#include "analysis/words/brief/glossary.hpp"
#include "analysis/words/brief/target_words.hpp"
#include "analysis/words/scope_words.hpp"
#include "tests/analysis/report_city.hpp"

namespace sections_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

std::string name_of(MetricKind metric, const Scope& scope, double threshold, const std::string& unit, Language language) {
  Verdict v;
  v.metric = metric;
  v.scope = scope;
  v.threshold = threshold;
  v.unit = unit;
  v.due = make_date(2025, 12, 31);
  return short_name(v, names_of(small_city::world()), language);
}

const document::Table& first_table(const report::Blocks& blocks) {
  for (const document::Block& block : blocks) {
    if (const auto* table = std::get_if<document::Table>(&block)) return *table;
  }
  throw std::logic_error("the blocks have a table");
}

}  // namespace

TEST_CASE("targets have short names that an office would use", "[brief]") {
  CHECK(name_of(MetricKind::rail_share, {{"firm", "*over_threshold"}, {"basis", "gate"}, {"denominator_kind", "all"}}, 0.9, "1",
                Language::zh) == "名单企业铁路运输比例 ≥ 90%（2025 年）");
  CHECK(name_of(MetricKind::retired_share, {{"segment", "slag"}, {"standard", "china4"}}, 0.6, "1", Language::zh) ==
        "国四渣土车淘汰比例 ≥ 60%（2025 年）");
  CHECK(name_of(MetricKind::register_stock, {{"standard", "<=china3"}}, 0, "vehicles", Language::zh) ==
        "国三及以下在册货车 ≥ 0 辆（2025 年）");
  CHECK(name_of(MetricKind::rail_share, {{"haul_class", ">=500"}}, 0.5, "1", Language::zh) ==
        "500 公里及以上货物铁路运输比例 ≥ 50%（2025 年）");
  CHECK(name_of(MetricKind::rail_tonnes, {{"denominator_kind", "base_year"}}, 0.1, "1", Language::zh) ==
        "铁路运量比基准年增长 ≥ 10%（2025 年）");
  CHECK(name_of(MetricKind::exhaust, {{"numerator_kind", "NOx"}}, 1.0, "t", Language::en) == "NOx exhaust ≥ 1 t (2025)");
  CHECK(name_of(MetricKind::exhaust, {{"numerator_kind", "PM2.5_concentration"}}, 35.0, "ug/m3", Language::zh)
            .starts_with("PM2.5 浓度 ≥ 35"));
}

TEST_CASE("months are called by their words", "[brief]") {
  CHECK(month_words(3, Language::zh) == "3月");
  CHECK(month_words(12, Language::zh) == "12月");
  CHECK(month_words(1, Language::en) == "Jan");
  CHECK(month_words(12, Language::en) == "Dec");
}

TEST_CASE("a county is called by its name, an unknown code stands for itself", "[brief]") {
  CHECK(area_name("140121", Language::zh) == "清徐县");
  CHECK(area_name("140121", Language::en) == "Qingxu");
  CHECK(area_name("140981", Language::zh) == "原平市");
  CHECK(area_name("1401", Language::zh) == "太原市");
  CHECK(area_name("140200", Language::en) == "Datong");
  CHECK(area_name("1499", Language::zh) == "地级市 1499");
  CHECK(area_name("990101", Language::zh) == "区县 990101");
}

TEST_CASE("every clause stands once in the table of clauses and once in the summary", "[brief]") {
  ReportCase c = report_case();
  std::vector<Clause> clauses(c.plan_world.clauses.begin(), c.plan_world.clauses.end());
  clauses[0].status = ClauseStatus::simulated;
  clauses[1].status = ClauseStatus::not_simulated;
  clauses[1].status_reason = "没有数据";
  c.plan_world.clauses = Table<Clause>(clauses);
  const report::ReportInput input = c.input();
  document::Document document;
  report::Page page(input, Language::zh, document);
  const report::Blocks table_blocks = report::clause_table_section(page);
  const document::Table& table = first_table(table_blocks);
  std::multiset<std::string> numbers;
  for (const auto& row : table.rows) numbers.insert(row.front().front().front().text);
  CHECK(numbers == std::multiset<std::string>{"三-12-2", "三-14-1", "三-25"});
  const report::Blocks summary_blocks = report::clauses_section(page);
  const document::Table& summary = first_table(summary_blocks);
  REQUIRE(summary.rows.size() == 3);  // simulated, not simulated, not stated
  CHECK(summary.rows[0][1].front().front().text == "1");
  CHECK(document.figures.at("count:clauses").text == "3");
  CHECK(document.figures.at("count:clauses:not_simulated").text == "1");
}

TEST_CASE("a firm's sheet has its tonnes by way through the gate, why not by rail, and where it stands in a reading", "[brief]") {
  const ReportCase c = report_case();
  const std::vector<FirmWays> no_ways;
  const std::vector<FirmSheet> sheets = firm_sheets({c.plan_world, c.plan_ledger, c.plan, c.verdicts, no_ways, "2021"});
  REQUIRE(sheets.size() == 1);  // the small plant is under the threshold
  const FirmSheet& big = sheets.front();
  CHECK(c.plan_world.firms[big.firm].id == "big");
  // Twelve months of 138,000 t by rail from the fence, 12,000 t by truck to the yard, 22,000 + 10,000 t by road, 6,000 t by belt.
  CHECK(big.tonnes.of(rules::ChainClass::rail_siding) == Approx(12 * 138'000.0));
  CHECK(big.tonnes.of(rules::ChainClass::rail_yard) == Approx(12 * 12'000.0));
  CHECK(big.tonnes.of(rules::ChainClass::road) == Approx(12 * 32'000.0));
  CHECK(big.tonnes.of(rules::ChainClass::belt_pipe) == Approx(12 * 6'000.0));
  CHECK(big.tonnes.all() == Approx(12 * 188'000.0));
  CHECK(big.reasons_t[static_cast<std::size_t>(Reason::no_chain)] == Approx(12 * 10'000.0));
  CHECK(big.reasons_t[static_cast<std::size_t>(Reason::not_chosen)] == Approx(12 * 14'666.0));
  REQUIRE(big.readings.size() == 1);
  CHECK(*big.readings.front().value == Approx(138.0 / 182.0));
  CHECK_FALSE(big.readings.front().holds);
  REQUIRE(big.sidings.size() == 1);  // its own, which no train of the ledger used
  CHECK(big.sidings.front().of_firm_t == 0.0);
  CHECK_FALSE(big.clean);  // no rule
}

TEST_CASE("the cheapest way to comply is that of the least price, and one without a price is none", "[brief]") {
  FirmWays ways;
  ways.ways = {{Way::siding, 100.0, 12.0, {}, {}},
               {Way::box, 50.0, -3.0, {}, {}},
               {Way::belt, 0.0, -9.0, {}, {}},
               {Way::national_vi, 100.0, {}, {}, {}}};
  REQUIRE(cheapest_way(ways) != nullptr);
  CHECK(cheapest_way(ways)->way == Way::box);
  ways.ways = {{Way::national_vi, 100.0, {}, {}, {}}};
  CHECK(cheapest_way(ways) == nullptr);
}

TEST_CASE("the glossary explains the terms that stand in the document and no other", "[brief]") {
  document::Document document;
  document.sections = {{"a", "标题", {}, {document::Paragraph{{{{"按门口口径计算"}}}, {}}}}};
  const report::Blocks blocks = report::glossary_blocks(document);
  REQUIRE(blocks.size() == 1);
  const auto& list = std::get<document::List>(blocks.front());
  std::set<std::string> terms;
  for (const document::Lines& item : list.items) terms.insert(item.front().front().text);
  CHECK(terms == std::set<std::string>{"口径", "门口口径"});
  document.sections.clear();
  CHECK(report::glossary_blocks(document).empty());
}

TEST_CASE("no term is explained twice, and each in both languages", "[brief]") {
  std::set<std::string_view> zh, en;
  for (const Term& term : glossary_terms()) {
    CHECK(zh.insert(term.zh).second);
    CHECK(en.insert(term.en).second);
    CHECK_FALSE(term.meaning_zh.empty());
    CHECK_FALSE(term.meaning_en.empty());
  }
}

}  // namespace sections_test
