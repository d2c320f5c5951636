/// The ranking of what inputs did to a verdict's margin.
#include <catch2/catch.hpp>

#include "sim/core/text.hpp"
#include "study/sensitivity/sensitivity.hpp"
#include "tests/study/scene.hpp"

namespace sensitivity_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

const World& plan() { return *tiny().world; }

analysis::Verdict verdict(std::optional<double> value, std::optional<double> margin, analysis::Outcome outcome) {
  analysis::Verdict v;
  v.value = value;
  v.margin = margin;
  v.outcome = outcome;
  return v;
}

const analysis::Verdict kGiven = verdict(0.7, -0.1, analysis::Outcome::missed);

/// Days have none.
std::optional<scenario::Range> range_of(const std::string& value, const std::string& low, const std::string& high) {
  const auto v = parse_decimal(value), l = parse_decimal(low), h = parse_decimal(high);
  return v && l && h ? std::optional(scenario::Range{*v, *l, *h}) : std::nullopt;
}

scenario::RangedInput input(const std::string& table, const std::string& row, const std::string& value = "10", const std::string& low = "5",
                            const std::string& high = "15") {
  return {table + "." + row + ".x", table, row, value, low, high, range_of(value, low, high), "assumed", "r", {}, {}};
}

SensitivityRow row(const std::string& name, std::optional<double> low, std::optional<double> high) {
  SensitivityRow r{input("values", name), {"局", "office"}, {}, {}, 0.0};
  r.low.margin = low;
  r.high.margin = high;
  settle(r, kGiven);
  return r;
}

double bears(MetricKind metric, const scenario::RangedInput& moved) {
  return bearing(plan(), rules::flow_rates(plan(), make_month(2024, 12)), metric, moved);
}

}  // namespace

TEST_CASE("a verdict flips when met becomes missed or missed met, not when a value is missing", "[study]") {
  CHECK(moved(kGiven, verdict(0.85, 0.05, analysis::Outcome::met)).flips);
  CHECK_FALSE(moved(kGiven, verdict(0.75, -0.05, analysis::Outcome::missed)).flips);
  CHECK_FALSE(moved(kGiven, verdict(std::nullopt, std::nullopt, analysis::Outcome::cannot_say)).flips);
  CHECK(moved(kGiven, verdict(0.85, 0.05, analysis::Outcome::met)).margin == 0.05);
}

TEST_CASE("the reach is the longer way of both ends, and -1 without any", "[study]") {
  CHECK(row("both", -0.3, 0.05).reach == Approx(0.2));  // |-0.3 + 0.1| and |0.05 + 0.1|
  CHECK(row("high", std::nullopt, 0.05).reach == Approx(0.15));
  CHECK(row("none", std::nullopt, std::nullopt).reach == -1.0);
}

TEST_CASE("the longest reach comes first, equal ones in the order of their paths, refused ones last", "[study]") {
  std::vector<SensitivityRow> rows = {row("c", std::nullopt, std::nullopt), row("b", -0.2, -0.1), row("a", -0.1, -0.2), row("d", 0.4, 0.0)};
  rank(rows);
  CHECK(rows[0].input.row == "d");
  CHECK(rows[1].input.row == "a");
  CHECK(rows[2].input.row == "b");
  CHECK(rows[3].input.row == "c");
}

TEST_CASE("the ranking as CSV has a number, both ends and the office in one language", "[study]") {
  std::vector<SensitivityRow> rows = {row("a", -0.3, 0.05), row("b", std::nullopt, std::nullopt)};
  rows[0].high.flips = true;
  rows[1].low.refused = {"收支不平衡", "the balance does not close"};
  const std::string en = to_csv(rows, Language::en);
  CHECK(without_bom(en).starts_with(
      "rank,input,value,low,high,value_at_low,value_at_high,margin_at_low,margin_at_high,reach,flips,refused,"));
  CHECK(en.find("1,values.a.x,10,5,15,,,-0.3,0.05,") != std::string::npos);
  CHECK(en.find(",yes,,assumed,r,office\n") != std::string::npos);
  CHECK(en.find("2,values.b.x,10,5,15,,,,,,no,the balance does not close,assumed,r,office\n") != std::string::npos);
  CHECK(to_csv(rows, Language::zh).find(",局\n") != std::string::npos);
  CHECK(to_csv(rows, Language::zh).find(",no,收支不平衡,assumed,r,局\n") != std::string::npos);
}

TEST_CASE("a number bears with the tonnes that it scales times the width of its range", "[study]") {
  const rules::FlowRates rates = rules::flow_rates(plan(), make_month(2024, 12));
  const Flow& flow = *plan().flows.begin();
  const double tonnes = rates.of_flow[0].value;
  REQUIRE(tonnes > 0.0);
  // (15 - 5) / 10 = 1; 5..9 around 10 is 0.4; a range of 100 around 10 counts as 2.
  CHECK(bears(MetricKind::rail_share, input("flows", flow.id)) == Approx(tonnes));
  CHECK(bears(MetricKind::rail_share, input("flows", flow.id, "10", "5", "9")) == Approx(0.4 * tonnes));
  CHECK(bears(MetricKind::rail_share, input("flows", flow.id, "10", "0", "100")) == Approx(2.0 * tonnes));
  CHECK(bears(MetricKind::rail_share, input("flows", flow.id, "2024-01-01", "2023-01-01", "2025-01-01")) == Approx(2.0 * tonnes));  // days
  CHECK(bears(MetricKind::rail_share, input("sidings", "sd-works", "1000", "500", "1500")) == Approx(365'000.0));
}

TEST_CASE("a number that a metric is not computed from bears nothing on it", "[study]") {
  const scenario::RangedInput factor = input("emission_factors", "diesel-china5-nox");
  CHECK(bears(MetricKind::rail_share, factor) == 0.0);
  CHECK(bears(MetricKind::exhaust, factor) > 0.0);
  const scenario::RangedInput survival = input("survival", "heavy");
  CHECK(bears(MetricKind::rail_share, survival) == 0.0);
  CHECK(bears(MetricKind::register_stock, survival) > 0.0);
  CHECK(bears(MetricKind::clean_share, survival) > 0.0);
  const scenario::RangedInput through = input("through", "th-east");
  CHECK(bears(MetricKind::rail_share, through) == 0.0);
  CHECK(bears(MetricKind::through_km_inside, through) > 0.0);
}

TEST_CASE("orders on trucks bear on the register, sidings and duties on the choice of the mode", "[study]") {
  CHECK(bears(MetricKind::register_stock, input("measure", "ms-retire")) > 0.0);
  CHECK(bears(MetricKind::rail_share, input("measure", "ms-retire")) == 0.0);
  CHECK(bears(MetricKind::rail_share, input("measure", "ms-duty")) > 0.0);
  CHECK(bears(MetricKind::register_stock, input("measure", "ms-siding")) == 0.0);
  CHECK(bears(MetricKind::through_km_inside, input("measure", "ms-through")) > 0.0);
  CHECK(bears(MetricKind::clean_share, input("measure", "ms-through")) == 0.0);
}

TEST_CASE("every input names the office that usually has it", "[study]") {
  CHECK(office_of(plan(), input("flows", "fl-coal")).en == "gate records of the firms, rail freight centre");
  CHECK(office_of(plan(), input("register", "r-1")).en == "traffic police (vehicle register)");
  CHECK(office_of(plan(), input("emission_factors", "e")).zh == "市生态环境局");
  CHECK(office_of(plan(), input("values", "choice.value_of_time")).en == "a survey of shippers");
}

}  // namespace sensitivity_test
