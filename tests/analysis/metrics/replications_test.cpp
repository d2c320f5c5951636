/// Means and confidence intervals over replications, worked by hand.
#include <catch2/catch.hpp>

#include "analysis/metrics/replications.hpp"

namespace replications_test {

using namespace railshift::analysis;

namespace {

MetricRow figure(const std::string& metric, double value, const std::string& period = "2023") {
  MetricRow row;
  row.metric = metric;
  row.period = period;
  row.unit = "t";
  row.value = value;
  return row;
}

}  // namespace

TEST_CASE("the interval over three replications is Student's", "[analysis]") {
  // 1, 2, 6: mean 3, squares 4 + 1 + 9 = 14, sd = sqrt(14 / 2) = 2.645751; t(2) = 4.302653; half width 4.302653 x 2.645751 / sqrt(3)
  const auto figures = over_replications({{figure("rail_tonnes", 1)}, {figure("rail_tonnes", 2)}, {figure("rail_tonnes", 6)}});
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].n == 3);
  CHECK(figures[0].mean == 3.0);
  CHECK(figures[0].sd.value() == Approx(2.645751311));
  CHECK(figures[0].low.value() == Approx(3.0 - 6.572411).epsilon(1e-6));
  CHECK(figures[0].high.value() == Approx(3.0 + 6.572411).epsilon(1e-6));
}

TEST_CASE("one replication has a mean and no interval, equal ones an interval of no width", "[analysis]") {
  const auto one = over_replications({{figure("rail_tonnes", 5)}});
  CHECK((one[0].n == 1 && one[0].mean == 5.0 && !one[0].sd && !one[0].low && !one[0].high));
  const auto equal = over_replications({{figure("rail_tonnes", 5)}, {figure("rail_tonnes", 5)}});
  CHECK((equal[0].sd == 0.0 && equal[0].low == 5.0 && equal[0].high == 5.0));
}

TEST_CASE("figures are told apart by metric, scope and period, and counted where they exist", "[analysis]") {
  const auto figures = over_replications({{figure("exhaust", 1), figure("rail_tonnes", 1), figure("rail_tonnes", 2, "2024")},
                                          {figure("exhaust", 3), figure("rail_tonnes", 2)}});
  REQUIRE(figures.size() == 3);
  CHECK((figures[0].key.metric == "exhaust" && figures[0].n == 2 && figures[0].mean == 2.0));
  CHECK((figures[1].key.period == "2023" && figures[1].n == 2 && figures[1].mean == 1.5));
  CHECK((figures[2].key.period == "2024" && figures[2].n == 1 && figures[2].mean == 2.0));
}

}  // namespace replications_test
