#include <catch2/catch.hpp>

#include "analysis/metrics/compare.hpp"

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
        "\xEF\xBB\xBFmetric,firm,county,rail_station,commodity,haul_class,numerator_kind,basis,denominator_kind,direction,segment,standard,"
        "powertrain,"
        "ring,period,unit,"
        "baseline,plan,difference,percent\n"
        "rail_tonnes,\"a, b\",,,,,,,,,,,,,2024,t,0,2.5,2.5,\n");
}
