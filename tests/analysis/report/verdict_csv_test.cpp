/// Reasons as values, and the text that verdicts.csv has of them.
#include <catch2/catch.hpp>

#include "analysis/report/verdict_csv.hpp"

namespace verdict_csv_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

std::string csv(BasisReason reason) { return csv_text(std::vector{std::move(reason)}); }

/// The cell of verdicts.csv in one column.
std::string cell(const Verdict& verdict, std::string_view name) {
  for (const VerdictColumn& column : verdict_columns()) {
    if (column.name == name) return column.text(verdict);
  }
  throw std::runtime_error("no such column");
}

Verdict full_verdict() {
  Verdict v;
  v.target = "tg";
  v.reading_of = "tg-main";
  v.reading = {"门口口径", "gate basis"};
  v.clause = "C-1";
  v.quote = "85%";
  v.force = Force::strive;
  v.metric = MetricKind::retired_share;
  v.scope = {{"standard", "china4"}, {"segment", "slag"}};
  v.due = make_date(2024, 6, 30);
  v.op = Operator::at_most;
  v.threshold = 0.25;
  v.unit = "1";
  v.judged = {2024, 6};
  v.value = 0.5;
  v.low = 0.375;
  v.high = 0.625;
  v.n = 3;
  v.outcome = Outcome::missed;
  v.basis = Basis::ordered;
  v.reasons = {OrderedBy{{"ms-a", "ms-b"}}, WithoutAlone{"ms-a", 0.75}};
  v.without_order = 0.875;
  v.with_order = 0.4375;
  v.margin = -0.25;
  v.reached = Period{2023, 11};
  v.observed = 0.125;
  v.status = Status::late;
  v.ceiling = 0.1875;
  v.ceiling_capacity = 0.3125;
  v.value_executed = 0.4375;
  v.reached_on = make_date(2025, 1, 31);
  v.last_12_months = 0.5625;
  v.month_of_due = 0.6875;
  v.unserved_share = 0.0625;
  return v;
}

}  // namespace

TEST_CASE("a reason stands in verdicts.csv as its key and an English sentence", "[analysis]") {
  CHECK(csv(PlainReason::no_rail_chain) == "no_rail_chain: no chain of these flows has a rail leg");
  CHECK(csv(PlainReason::only_rail) == "only_rail: no chain of these flows can go by road");
  CHECK(csv(PlainReason::never_any) == "never_any: no such truck was ever in the register");
  CHECK(csv(PlainReason::no_through) == "no_through: the scenario has no through traffic");
  CHECK(csv(PlainReason::not_simulated) == "not_simulated: the model does not simulate it");
  CHECK(csv(PlainReason::observed) == "observed: no simulated figure fits, the value is the observed one");
  CHECK(csv(NoMeasure{MetricKind::exhaust}) == "no_measure: no measure in force by the due day declares it (exhaust)");
  CHECK(csv(NoValue{{2024, 0}}) == "no_value: no result fits scope, period (2024) and unit");
  CHECK(csv(OrderedBy{{"ms-a", "ms-b"}}) == "ordered_by: ms-a ms-b");
  CHECK(csv(WithoutAlone{"ms-a", 0.5}) == "without ms-a alone: 0.5");
}

TEST_CASE("reasons stand one behind the other, and none is an empty cell", "[analysis]") {
  CHECK(
      csv_text(std::vector<BasisReason>{NoMeasure{MetricKind::rail_share}, NoValue{{2024, 3}}}) ==
      "no_measure: no measure in force by the due day declares it (rail share); no_value: no result fits scope, period (2024-03) and unit");
  CHECK(csv_text(std::vector<BasisReason>{}).empty());
}

TEST_CASE("each value of a verdict stands under its own heading of verdicts.csv", "[analysis]") {
  CHECK(
      to_csv(std::vector{full_verdict()}) ==
      "\xEF\xBB\xBFtarget,reading_of,reading_zh,reading_en,clause,quote,force,metric,scope,due,operator,threshold,unit,value,low,high,n,"
      "outcome,basis,without_order,"
      "with_order,margin,basis_reason,date_reached,observed,status,ceiling,ceiling_capacity,value_executed,reached_on,last_12_months,"
      "month_of_due,unserved_share\n"
      "tg,tg-main,门口口径,gate "
      "basis,C-1,85%,strive,retired_share,segment=slag;standard=china4,2024-06-30,<=,0.25,1,0.5,0.375,0.625,3,missed,ordered,0.875,0.4375,"
      "-0.25,ordered_by: ms-a ms-b; without ms-a alone: 0.75,2023-11,0.125,late,0.1875,0.3125,0.4375,2025-01-31,0.5625,0.6875,0.0625\n");
}

TEST_CASE("what a verdict does not have is an empty cell", "[analysis]") {
  const Verdict bare;
  for (const char* name : {"value", "low", "high", "without_order", "with_order", "margin", "basis_reason", "date_reached", "observed",
                           "reading_of", "reading_zh", "reading_en"}) {
    INFO(name);
    CHECK(cell(bare, name).empty());
    CHECK_FALSE(cell(full_verdict(), name).empty());
  }
  CHECK(cell(bare, "n") == "0");
}

TEST_CASE("every reason has a key of its own", "[analysis]") {
  CHECK(key_of(OrderedBy{}) == "ordered_by");
  CHECK(key_of(NoMeasure{}) == "no_measure");
  CHECK(key_of(NoValue{}) == "no_value");
  CHECK(key_of(PartOfYear{}) == "part_of_year");
  CHECK(key_of(NotServed{}) == "not_served");
  CHECK(key_of(BeganInYear{}) == "began_in_year");
  CHECK(key_of(WithoutAlone{}) == "without_alone");
  CHECK(key_of(PlainReason::stated_input) == "stated_input");
}

}  // namespace verdict_csv_test
