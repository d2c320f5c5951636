#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace report_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

bool contains(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("the report has both readings of a frozen base: every leaver, and those of the order alone", "[analysis]") {
  // Of 200 slag trucks 120 have left by the end of 2021, 90 of them by the order: 60 % and 45 %.
  auto c = report_case();
  CHECK_FALSE(contains(report_text(c.input(), Language::en), "retired share of the frozen base, by order alone"));
  FrozenBaseOrder order;
  order.segment = id(c.plan_world.segments, "slag");
  order.base_date = make_date(2020, 12, 31);
  c.plan_world.measures = Table<Measure>({measure("frozen", make_date(2021, 1, 1), order)});
  c.plan_ledger.frozen_bases = {{make_month(2021, 12), {"frozen", 200, 120, 90}}};
  c.plan = measured(c.plan_world, c.plan_ledger);
  for (const auto& [language, all, alone] :
       {std::tuple{Language::en, "China IV · retired share of the frozen base · ",
                   "China IV · retired share of the frozen base, by order alone · "},
        std::tuple{Language::zh, "国四 · 锁定基数淘汰比例 · ", "国四 · 锁定基数淘汰比例（仅按令淘汰） · "}}) {
    const std::string page = report_text(c.input(), language);
    const std::size_t first = page.find(all), second = page.find(alone);
    REQUIRE(first != std::string::npos);
    REQUIRE(second != std::string::npos);
    CHECK(page.substr(first, 200).find("60.00") != std::string::npos);
    CHECK(page.substr(second, 200).find("45.00") != std::string::npos);
  }
}

TEST_CASE("a range with one end only is printed with the other end open, none as a dash", "[analysis]") {
  for (const auto& [low, high, text] : {std::tuple<std::optional<double>, std::optional<double>, std::string>{0.5, std::nullopt, "0.5 … …"},
                                        {std::nullopt, 2.0, "… … 2"},
                                        {std::nullopt, std::nullopt, "—"}}) {
    auto c = report_case();
    Parameter& p = c.plan_world.parameters.rows_for_loading().back();
    REQUIRE(p.provenance.standing == Standing::assumed);
    p.provenance.low = low;
    p.provenance.high = high;
    const std::string page = report_text(c.input(), Language::en);
    const std::size_t at = page.rfind("\n" + p.id + " | ");
    REQUIRE(at != std::string::npos);
    CHECK(contains(page.substr(at, 400), " | " + text + " | "));
  }
}

TEST_CASE("outcomes are words with a sign, in the language asked for", "[analysis]") {
  const auto c = report_case();
  const std::string zh = report_text(c.input(), Language::zh);
  CHECK(contains(zh, "✘ 未达到"));
  CHECK(contains(zh, "✔ 达到"));
  CHECK(contains(zh, "○ 不可检验"));
  const std::string en = report_text(c.input(), Language::en);
  CHECK(contains(en, "✘ missed"));
}

TEST_CASE("an ordered verdict prints the measure and the value without the order", "[analysis]") {
  const std::string page = report_text(report_case().input(), Language::zh);
  CHECK(contains(page, "规定该指标的措施：淘汰令（2020-06-01 起）"));
  CHECK(contains(page, "无此命令时（一次模拟）：1,730 辆"));
  CHECK(contains(page, "仅撤去 淘汰令（2020-06-01 起）：1,730 辆"));
}

TEST_CASE("a figure says whether it is a mean of runs or one run, and a section of one run with which seed", "[analysis]") {
  auto c = report_case();
  const std::string page = report_text(c.input(), Language::zh);
  CHECK(contains(page, " / 2 次模拟的平均"));
  CHECK(contains(page, "无此命令时（一次模拟）"));
  CHECK(contains(page, "note 一次模拟（随机种子 1）。"));
  auto input = c.input();
  input.seed = 7;
  CHECK(contains(report_text(input, Language::en), "note One run (random seed 7)."));
  for (auto& v : c.verdicts) v.n = 1;
  CHECK(contains(report_text(c.input(), Language::en), " / one run"));
}

TEST_CASE("where the value is a mean over seeds, the value without the order stands beside the plan's value on the same seed",
          "[analysis]") {
  auto c = report_case();
  CHECK_FALSE(contains(report_text(c.input(), Language::zh), "同一随机种子有此命令时"));  // one seed: the value itself
  c.verdicts[1].with_order = 1700.0;
  CHECK(contains(report_text(c.input(), Language::zh), "无此命令时（一次模拟）：1,730 辆；同一随机种子有此命令时：1,700 辆"));
  CHECK(contains(report_text(c.input(), Language::en), "with it on the same random seed: 1,700"));
}

TEST_CASE("every clause of a verdict is quoted and the growth of rail tonnes is split", "[analysis]") {
  const auto c = report_case();
  const std::string page = report_text(c.input(), Language::zh);
  for (const auto& v : c.verdicts) CHECK(contains(page, "“" + v.quote + "”"));
  // rail + 38,000 t a month in 2021 over 2020: 12 x 38,000 = 456,000 t = 45.60 万吨, all of it share, none of it volume.
  CHECK(contains(page, "45.60 万吨"));
  CHECK(contains(page, "比例效应"));
}

TEST_CASE("readings of the rail share stand for the years in which a target on it is due, no others", "[analysis]") {
  auto c = report_case();
  const std::string in_2021 = section_text(c.input(), Language::en, "rail");
  CHECK(contains(in_2021, "| 2021 · plan |"));
  CHECK_FALSE(contains(in_2021, "2020 · plan"));
  for (auto& v : c.verdicts) {
    if (v.metric == MetricKind::rail_share) v.due = make_date(2020, 12, 31);
  }
  const std::string in_2020 = section_text(c.input(), Language::en, "rail");
  CHECK(contains(in_2020, "| 2020 · plan |"));
  CHECK_FALSE(contains(in_2020, "2021 · plan"));
}

TEST_CASE("what the data cannot carry stands in a section of its own, and the verdicts of its metrics alone point there", "[analysis]") {
  auto c = report_case();
  CHECK_FALSE(contains(report_text(c.input(), Language::zh), "数据短板"));
  c.plan_world.caveats = Table<Caveat>(
      std::vector<Caveat>{{"cv-through", "过境<b>", "through traffic", {MetricKind::through_km_inside}, Standing::assumed, "through.csv"},
                          {"cv-rail", "铁路", "rail", {MetricKind::rail_share}, Standing::derived_from_assumed, "chains.csv"}});
  const std::string page = report_text(c.input(), Language::zh);
  CHECK(contains(page, "- 过境<b> · 假设"));
  CHECK(contains(page, "- 铁路 · 由假设推算"));
  // where they stand is said among what makes the report again, with all other names of files
  CHECK(contains(page, "过境<b> | 假设 | through.csv"));
  CHECK(contains(page, "铁路 | 由假设推算 | chains.csv"));
  std::size_t links = 0;
  for (std::size_t at = page.find("请与数据短板一并阅读"); at != std::string::npos; at = page.find("请与数据短板一并阅读", at + 1)) ++links;
  const auto on_rail =
      std::count_if(c.verdicts.begin(), c.verdicts.end(), [](const auto& v) { return v.metric == MetricKind::rail_share; });
  CHECK(static_cast<long>(links) == on_rail);
  CHECK(contains(report_text(c.input(), Language::en), "- rail · derived (assumed)"));
}

TEST_CASE("the report shows rail shares by length of haul, and what stations load, the largest first", "[analysis]") {
  auto c = report_case();
  const auto haul = [](double tonnes, const char* basis, const char* haul_class) {
    analysis::MetricRow row;
    row.metric = "rail_share";
    row.numerator_kind = "rail";
    row.denominator_kind = "rail_road";
    row.direction = "both";
    row.basis = basis;
    row.haul_class = haul_class;
    row.period = "2021";
    row.unit = "1";
    row.value = tonnes;
    return row;
  };
  const auto loaded = [](const char* station, const char* county, double tonnes) {
    analysis::MetricRow row;
    row.metric = "rail_station_tonnes";
    row.direction = "out";
    row.rail_station = station;
    row.county = county;
    row.period = "2021";
    row.unit = "t";
    row.value = tonnes;
    return row;
  };
  std::erase_if(c.plan, [](const auto& row) { return !row.haul_class.empty() || row.metric == "rail_station_tonnes"; });
  for (const auto& row : {haul(0.25, "main_haul", "100-249"), haul(0.5, "tonne_km", "100-249"), loaded("far-station", "141122", 300.0),
                          loaded("station", "140100", 700.0), loaded("other-station", "990101", 200.0)})
    c.plan.push_back(row);
  const std::string page = report_text(c.input(), Language::en);
  CHECK(contains(page, "100-249 km | "));
  CHECK(contains(page, "25.00% | 50.00%"));
  CHECK_FALSE(contains(page, "250-499 km | "));
  const std::size_t first = page.find("| Taiyuan |");
  REQUIRE(first != std::string::npos);
  CHECK(first < page.find("| Jiaocheng |"));
  CHECK(contains(page, "other-station | 990101 |"));  // nobody has named it: under the heading its code alone
  CHECK(contains(page, "站 | Taiyuan"));              // a station by its name
  CHECK(contains(page, "far-station | "));            // and by its id where nobody gave it one
}

TEST_CASE("the report says in both languages why wishes by rail left the base shares, and nothing where nothing is known", "[analysis]") {
  // 9,000 t at base shares, 700 t more by prices, 150 t less by waits; 9,550 t wished.
  auto c = report_case();
  CHECK_FALSE(contains(report_text(c.input(), Language::en), "Why wishes by rail leave"));
  for (const auto& [cause, tonnes] : std::vector<std::pair<std::string, std::int64_t>>{
           {"base_shares", 9'000}, {"openings", 9'000}, {"prices", 9'700}, {"delays", 9'550}, {"road_rates", 9'550}, {"duties", 9'550}})
    c.baseline_ledger.drift.push_back({make_month(2021, 12), cause, tonnes * 1000});
  c.baseline = measured(c.baseline_world, c.baseline_ledger);
  for (const auto& [language, words] :
       {std::pair{Language::en,
                  std::vector<std::string>{"Why wishes by rail leave the shares of the base year", "at base shares",
                                           "openings (sidings, yards, roads)", "prices and value of time", "waits on the railway",
                                           "scarcity of trucks", "duties, tariffs and admissions of measures", "wished"}},
        std::pair{Language::zh,
                  std::vector<std::string>{"铁路意愿运量为何偏离基准年份额", "按基准年份额", "开通（专用线、货场、道路）", "运价与时间价值",
                                           "铁路等待", "缺车加价", "措施的代价、运价与准入", "意愿运量"}}}) {
    const std::string page = report_text(c.input(), language);
    const std::size_t title = page.find(words.front());
    REQUIRE(title != std::string::npos);
    const std::string table = page.substr(title, page.find("\nnote ", title) - title);
    std::size_t after = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      INFO(words[i]);
      const std::size_t at = table.find(words[i], after);
      REQUIRE(at != std::string::npos);
      after = at;
    }
    after = 0;
    for (const std::string figure : {"9,000", "700", "150", "9,550"}) {
      INFO(figure << " in " << table);
      const std::size_t at = table.find(figure, after);
      CHECK(at != std::string::npos);
      after = at == std::string::npos ? after : at;
    }
  }  // The split of growth works on totals: its volume effect may have the other sign.
  CHECK(report_text(c.input(), Language::zh).find("两处货量的作用可能一正一负") != std::string::npos);
  CHECK(report_text(c.input(), Language::en).find("volume may bring more here and less there") != std::string::npos);
}

}  // namespace report_test
