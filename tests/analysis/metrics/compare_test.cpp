#include <catch2/catch.hpp>

#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/period.hpp"

namespace compare_test {

using namespace railshift::analysis;

namespace {

MetricRow figure(const std::string& metric, const std::string& firm, const std::string& period, double value) {
  MetricRow row;
  row.scenario = "tiny";
  row.layer = "baseline";
  row.metric = metric;
  row.firm = firm;
  row.period = period;
  row.unit = "t";
  row.value = value;
  row.numerator = 1.0;
  row.standing = "derived";
  return row;
}

}  // namespace

TEST_CASE("two runs are compared figure by figure and year by year", "[analysis]") {
  const MetricTable first = {figure("rail_tonnes", "b", "2024", 200.0), figure("rail_tonnes", "a", "2024", 50.0)};
  MetricTable second = {figure("rail_tonnes", "a", "2024", 60.0), figure("rail_tonnes", "b", "2024", 150.0)};
  for (MetricRow& row : second) row.layer = "plan";
  const std::vector<ComparisonRow> rows = compare(first, second);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].key.firm == "a");
  CHECK(rows[0].difference == 10.0);
  CHECK(rows[0].percent == 20.0);  // 10 of 50
  CHECK(rows[1].difference == -50.0);
  CHECK(rows[1].percent == -25.0);  // -50 of 200
  CHECK(rows[0].key.layer.empty());
  CHECK(!rows[0].key.numerator.has_value());
}

TEST_CASE("monthly figures are left out of a comparison", "[analysis]") {
  const MetricTable table = {figure("rail_tonnes", "a", "2024", 1.0), figure("rail_tonnes", "a", "2024-03", 1.0)};
  const std::vector<ComparisonRow> rows = compare(table, table);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].key.period == "2024");
}

TEST_CASE("a figure of 0 has a difference and no percent", "[analysis]") {
  const std::vector<ComparisonRow> rows = compare({figure("rail_tonnes", "a", "2024", 0.0)}, {figure("rail_tonnes", "a", "2024", 5.0)});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].difference == 5.0);
  CHECK(!rows[0].percent.has_value());
}

TEST_CASE("a figure that only one run has keeps its value and has no difference", "[analysis]") {
  const std::vector<ComparisonRow> rows = compare({figure("rail_tonnes", "a", "2024", 3.0)}, {figure("rail_tonnes", "a", "2025", 5.0)});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].first == 3.0);
  CHECK(!rows[0].second.has_value());
  CHECK(!rows[0].difference.has_value());
  CHECK(rows[1].second == 5.0);
  CHECK(!rows[1].first.has_value());
  CHECK(!rows[1].percent.has_value());
}

TEST_CASE("figures of different units are different figures", "[analysis]") {
  MetricRow in_km = figure("rail_tonnes", "a", "2024", 7.0);
  in_km.unit = "t-km";
  CHECK(compare({figure("rail_tonnes", "a", "2024", 3.0)}, {in_km}).size() == 2);
}

TEST_CASE("a comparison is written with the names of the two runs as headings", "[analysis]") {
  const auto rows = compare({figure("rail_tonnes", "a, b", "2024", 0.0)}, {figure("rail_tonnes", "a, b", "2024", 2.5)});
  CHECK(to_csv(rows, "baseline", "plan") ==
        "\xEF\xBB\xBFmetric,firm,county,rail_station,commodity,haul_class,numerator_kind,basis,denominator_kind,direction,level,segment,"
        "standard,"
        "powertrain,"
        "ring,period,unit,"
        "baseline,plan,difference,percent,baseline_months,plan_months\n"
        "rail_tonnes,\"a, b\",,,,,,,,,,,,,,2024,t,0,2.5,2.5,,,\n");
}

TEST_CASE("six months are not compared with twelve, nor with six others, but a stock of the last day is", "[analysis]") {
  const auto run = [](int first, int last, double tonnes, double trucks) {
    MetricTable table = {figure("rail_tonnes", "a", "2024", tonnes), figure("register_stock", "", "2024", trucks),
                         figure("reported_months", "", "2024", last - first + 1)};
    if (last - first + 1 == 12) return table;
    for (int m = first; m <= last; ++m) table.push_back(figure("reported_months", "", to_text(Period{2024, m}), 1.0));
    return table;
  };
  const auto rail = [](const MetricTable& one, const MetricTable& other) { return compare(one, other).at(0); };
  const ComparisonRow unlike = rail(run(1, 6, 100, 5), run(1, 12, 240, 5));
  CHECK((unlike.first == 100.0 && unlike.second == 240.0));
  CHECK_FALSE(unlike.difference.has_value());
  CHECK_FALSE(unlike.percent.has_value());
  CHECK((unlike.first_months == MonthsRun{1, 6} && unlike.second_months == MonthsRun{}));
  CHECK_FALSE(rail(run(1, 6, 100, 5), run(7, 12, 140, 5)).difference.has_value());
  CHECK(rail(run(1, 6, 100, 5), run(1, 6, 110, 5)).percent == 10.0);
  CHECK(compare(run(7, 12, 100, 5), run(1, 12, 240, 4)).at(1).difference == -1.0);
  const std::string csv = to_csv({unlike}, "first", "second");
  CHECK(csv.find("first,second,difference,percent,first_months,second_months") != std::string::npos);
  CHECK(csv.find("100,240,,,1..6,1..12") != std::string::npos);
}

}  // namespace compare_test
