#include <catch2/catch.hpp>

#include "analysis/judge/observed.hpp"
#include "analysis/metrics/period.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace observed_test {

using namespace railshift;
using namespace small_city;
using analysis::Match;

namespace {

/// The city's rail share of a period is part / 100, the year is reported in full.
analysis::MetricTable share_of(double part, const std::string& period = "2021") {
  analysis::MetricRow r;
  r.metric = "rail_share";
  r.numerator_kind = "rail";
  r.denominator_kind = "rail_road";
  r.basis = "main_haul";
  r.direction = "both";
  r.period = period;
  r.unit = "1";
  r.numerator = part;
  r.denominator = 100.0;
  r.value = part / 100.0;
  return {r};
}

void report_months(analysis::MetricTable& metrics, double months) {
  analysis::MetricRow r;
  r.metric = "reported_months";
  r.period = "2021";
  r.unit = "1";
  r.value = months;
  metrics.push_back(r);
  r.value = 1.0;
  for (int m = 1; m <= static_cast<int>(months) && months < 12.0; ++m) {
    r.period = analysis::to_text(analysis::Period{2021, m});
    metrics.push_back(r);
  }
}

World observing(const std::vector<Observed>& rows) {
  World w = world();
  w.observed = Table<Observed>(rows);
  return w;
}

Observed share_row(const std::string& scope, const std::string& period, double value, const std::string& unit = "1") {
  return {"o1", "rail_share", scope, period, value, unit, "bulletin"};
}

analysis::BesideObserved only(const World& w, const std::vector<analysis::MetricTable>& replications) {
  const auto rows = analysis::beside_observed(w, replications);
  REQUIRE(rows.size() == 1);
  return rows.front();
}

bool contains(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("an observed share stands beside the mean over the seeds with difference and percent", "[analysis]") {
  // (40 % + 44 %) / 2 = 42 %; 42 - 50 = -8 points; -8 / 50 = -16 %.
  const auto row = only(observing({share_row("", "2021", 0.5)}), {share_of(40.0), share_of(44.0)});
  CHECK(row.match == Match::compared);
  CHECK(*row.simulated == Approx(0.42));
  CHECK(*row.difference == Approx(-0.08));
  CHECK(*row.percent == Approx(-16.0));
  CHECK_FALSE(row.no_test);
  CHECK(analysis::checked({row}).tests == 1);
}

TEST_CASE("an observed value in percent is compared in percent, and an observed 0 has no percent difference", "[analysis]") {
  const auto percent = only(observing({share_row("", "2021", 29.0, "%")}), {share_of(29.0)});
  CHECK(percent.difference == 0.0);
  const auto none = only(observing({share_row("", "2021", 0.0)}), {share_of(29.0)});
  CHECK(none.difference == 0.29);
  CHECK_FALSE(none.percent);
}

TEST_CASE("what does not fit an observation is named", "[analysis]") {
  const auto match = [](const Observed& o) { return only(observing({o}), {share_of(40.0)}).match; };
  CHECK(match(share_row("", "2021", 0.5)) == Match::compared);
  CHECK(match(share_row("direction=both", "2021", 0.5)) == Match::compared);
  CHECK(match(share_row("direction=in", "2021", 0.5)) == Match::no_scope);
  CHECK(match(share_row("site=mine", "2021", 0.5)) == Match::no_scope);  // no field of a metric: it must not count as the whole city
  CHECK(match(share_row("direction", "2021", 0.5)) == Match::no_scope);
  CHECK(match(share_row("", "2019", 0.5)) == Match::no_period);
  CHECK(match(share_row("", "2021-03", 0.5)) == Match::no_period);
  CHECK(match(share_row("", "2021", 0.5, "t")) == Match::no_unit);
  CHECK(match({"o1", "rail_sharre", "", "2021", 0.5, "1", "bulletin"}) == Match::no_metric);
}

TEST_CASE("a year's count is held against twelve simulated months and not against eleven", "[analysis]") {
  auto whole = share_of(40.0);
  report_months(whole, 12.0);
  auto part = share_of(40.0);
  report_months(part, 11.0);
  const World w = observing({share_row("", "2021", 0.5)});
  CHECK(only(w, {whole}).match == Match::compared);
  CHECK(only(w, {part}).match == Match::part_of_year);
}

TEST_CASE("shares of the base year are inputs and test nothing, those of the year after do", "[analysis]") {
  World w = observing({share_row("", "2020", 0.5)});
  REQUIRE(w.settings.base_year == 2020);
  CHECK(only(w, {share_of(40.0, "2020")}).no_test == analysis::BasisReason{analysis::PlainReason::stated_input});
  CHECK(analysis::checked(analysis::beside_observed(w, {share_of(40.0, "2020")})).tests == 0);
  CHECK_FALSE(only(observing({share_row("", "2021", 0.5)}), {share_of(40.0, "2021")}).no_test);
}

TEST_CASE("a stock that an order sets is no test from the order's day on, and a duty's share is one", "[analysis]") {
  auto c = report_case();  // retire-national-3 from 2020-06-01
  c.plan_world.observed = Table<Observed>({{"o-before", "register_stock", "standard=<=china3", "2020-05", 2000, "trucks", "police"},
                                           {"o-after", "register_stock", "standard=<=china3", "2020-06", 2000, "trucks", "police"}});
  const auto rows = analysis::beside_observed(c.plan_world, {c.plan});
  REQUIRE(rows.size() == 2);
  for (const auto& row : rows) {
    INFO(row.id);
    CHECK(row.match == Match::compared);
    if (row.id == "o-before")
      CHECK_FALSE(row.no_test);
    else
      CHECK(row.no_test == analysis::BasisReason{analysis::OrderedBy{{"retire-national-3"}}});
  }
  World w = observing({share_row("", "2021", 0.5)});
  w.measures = Table<Measure>(std::vector<Measure>{measure("duty", make_date(2020, 1, 1), RailDuty{})});
  CHECK_FALSE(only(w, {share_of(40.0)}).no_test);
}

TEST_CASE("the report says 未经实测校核 unless an observation tests it", "[analysis]") {
  auto c = report_case();
  const auto page = [&c] {
    auto input = c.input();
    input.observed = analysis::beside_observed(c.plan_world, {c.plan});
    return small_city::section_text(input, Language::zh, "notices") + small_city::section_text(input, Language::zh, "observed");
  };
  CHECK(contains(page(), "未经实测校核：tables/observed.csv 没有任何观测值"));
  c.plan_world.observed = Table<Observed>({share_row("", "2019", 0.5)});
  CHECK(contains(page(), "未经实测校核：1 项观测值都没有对应的模拟值"));
  CHECK(contains(page(), "未比较：该指标没有这个统计期的模拟值"));
  c.plan_world.observed = Table<Observed>({share_row("", "2021", 0.5), {"o2", "rail_share", "", "2020", 0.5, "1", "<bulletin>"}});
  CHECK_FALSE(contains(page(), "未经实测校核："));
  CHECK(contains(page(), "实测值 1 项与模拟值并列"));
  CHECK(contains(page(), "不能检验模型"));
  CHECK(contains(page(), "<bulletin>"));
}

}  // namespace observed_test
