/// Which months of a year were run.
#include <catch2/catch.hpp>

#include "analysis/metrics/period.hpp"
#include "tests/analysis/small_city.hpp"

namespace months_run_test {

using namespace railshift;
using namespace small_city;
using analysis::MonthsRun;

namespace {

/// A run from 2020-`first` to the end of `last` in 2021.
analysis::MetricTable table_of(int first, int last) {
  World w = world();
  w.settings.start = make_date(2020, static_cast<unsigned>(first), 1);
  w.settings.end = first_day(make_month(2021, last) + 1);
  ledger::Ledger ledger;
  for (Month m = make_month(2020, first); m <= make_month(2021, last); m = m + 1) ledger.chains.push_back(delivered(w, m, "out-rail", 100));
  return measured(w, ledger);
}

analysis::YearsRun run_of(int first, int last) { return analysis::years_run(table_of(first, last)); }

}  // namespace

TEST_CASE("a year of twelve months is whole, one of eleven is run in part", "[analysis]") {
  const auto table = run_of(2, 11);
  CHECK(analysis::months_run(table, "2020") == MonthsRun{2, 12});
  CHECK(analysis::months_run(table, "2021") == MonthsRun{1, 11});
  CHECK(analysis::part_of_year(table, "2020"));
  CHECK(analysis::part_of_year(table, "2021"));
  CHECK(analysis::to_text(*analysis::months_run(table, "2021")) == "1..11");
  const auto whole = run_of(1, 12);
  CHECK(analysis::months_run(whole, "2021") == MonthsRun{});
  CHECK_FALSE(analysis::part_of_year(whole, "2021"));
}

TEST_CASE("nothing is said of a month, or of a year that was not run", "[analysis]") {
  const auto table = run_of(2, 11);
  CHECK_FALSE(analysis::months_run(table, "2019").has_value());
  CHECK_FALSE(analysis::months_run(table, "2021-03").has_value());
  CHECK_FALSE(analysis::part_of_year(table, "2022"));
}

TEST_CASE("the months of a year are listed one by one only where some are missing", "[analysis]") {
  CHECK(row(table_of(2, 12), "reported_months", "2020-02", "").value == 1.0);
  CHECK_FALSE(has_row(table_of(2, 12), "reported_months", "2020-01", ""));
  CHECK_FALSE(has_row(table_of(2, 12), "reported_months", "2021-02", ""));
}

TEST_CASE("a scope with a flow that carried nothing has 0 t, a scope without a flow has no figure", "[analysis]") {
  const World w = world();
  ledger::Ledger ledger;
  ledger.chains.push_back(delivered(w, make_month(2020, 12), "out-road", 0));
  ledger.chains.push_back(delivered(w, make_month(2020, 12), "out-rail", 0));
  const auto table = measured(w, ledger);
  CHECK(row(table, "rail_tonnes", "2020", "numerator_kind=rail;basis=main_haul;direction=both").value == 0.0);
  CHECK(row(table, "tonnes_by_chain", "2020", "numerator_kind=truck;basis=main_haul").value == 0.0);
  CHECK(row(table, "tonnes_by_reason", "2020", "numerator_kind=not_chosen").value == 0.0);
  CHECK_FALSE(has_row(table, "rail_share", "2020", "numerator_kind=rail;denominator_kind=rail_road;basis=main_haul;direction=both"));
  CHECK_FALSE(has_row(table, "rail_tonnes", "2020", "commodity=acid;numerator_kind=rail;basis=main_haul;direction=both"));
}

TEST_CASE("what carried nothing adds nothing to the standing of a figure", "[analysis]") {
  World w = world();
  std::vector<Flow> flows(w.flows.begin(), w.flows.end());
  for (Flow& flow : flows) flow.provenance.standing = Standing::derived;
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  for (Chain& chain : chains) chain.provenance.standing = chain.id == "out-yard" ? Standing::assumed : Standing::derived;
  w.flows = Table<Flow>(flows);
  w.chains = Table<Chain>(chains);
  w.index();
  ledger::Ledger ledger;
  ledger.chains.push_back(delivered(w, make_month(2020, 12), "out-yard", 0));
  ledger.chains.push_back(delivered(w, make_month(2020, 12), "out-rail", 7));
  const std::string all = "numerator_kind=rail;basis=main_haul;direction=both";
  CHECK(row(measured(w, ledger), "rail_tonnes", "2020", all).standing == "derived");
  ledger.chains[0] = delivered(w, make_month(2020, 12), "out-yard", 1);
  CHECK(row(measured(w, ledger), "rail_tonnes", "2020", all).standing == "derived(assumed)");
}

}  // namespace months_run_test
