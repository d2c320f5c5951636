/// The few rows of a comparison that terminal and report show first.
#include <catch2/catch.hpp>

#include "analysis/judge/headlines.hpp"

namespace headlines_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

MetricRow key(const std::string& metric) {
  MetricRow row;
  row.metric = metric;
  row.period = "2024";
  return row;
}

MetricRow rail(const std::string& metric, const std::string& basis) {
  MetricRow row = key(metric);
  row.numerator_kind = "rail";
  row.direction = "both";
  row.basis = basis;
  if (metric == "rail_share") row.denominator_kind = "rail_road";
  return row;
}

MetricRow months(const std::string& year, double number) {
  MetricRow row = key("reported_months");
  row.period = year;
  row.value = number;
  return row;
}

Verdict due(int year) {
  Verdict v;
  v.due = make_date(year, 12, 31);
  return v;
}

}  // namespace

TEST_CASE("tonnes and share by rail of the whole city by the main haul are headlines", "[analysis]") {
  CHECK(is_headline(rail("rail_tonnes", "main_haul")));
  CHECK(is_headline(rail("rail_share", "main_haul")));
}

TEST_CASE("the same at the gate, of a firm, of one kind of goods, one way or over the base year is none", "[analysis]") {
  CHECK_FALSE(is_headline(rail("rail_tonnes", "gate")));
  MetricRow row = rail("rail_tonnes", "main_haul");
  row.firm = "fm";
  CHECK_FALSE(is_headline(row));
  row = rail("rail_tonnes", "main_haul");
  row.commodity = "coal";
  CHECK_FALSE(is_headline(row));
  row = rail("rail_tonnes", "main_haul");
  row.direction = "in";
  CHECK_FALSE(is_headline(row));
  row = rail("rail_tonnes", "main_haul");
  row.denominator_kind = "base_year";
  CHECK_FALSE(is_headline(row));
}

TEST_CASE("exhaust is a headline of every pollutant, through traffic of every ring, but not by source or standard", "[analysis]") {
  MetricRow exhaust = key("exhaust");
  exhaust.numerator_kind = "NOx";
  CHECK(is_headline(exhaust));
  exhaust.basis = "idling";
  CHECK_FALSE(is_headline(exhaust));
  MetricRow through = key("through_km_inside");
  CHECK(is_headline(through));
  through.ring = "1";
  CHECK(is_headline(through));
  through.standard = "china5";
  CHECK_FALSE(is_headline(through));
  CHECK_FALSE(is_headline(key("reported_months")));
}

TEST_CASE("what a target speaks of stands among the headlines, of the year asked for", "[analysis]") {
  MetricRow gate = rail("rail_tonnes", "gate");
  gate.firm = "fm";
  MetricRow earlier = rail("rail_tonnes", "main_haul");
  earlier.period = "2023";
  const std::vector<ComparisonRow> comparison{
      {gate, {}, {}, {}, {}, {}, {}}, {earlier, {}, {}, {}, {}, {}, {}}, {rail("rail_tonnes", "main_haul"), {}, {}, {}, {}, {}, {}}};
  CHECK(headlines(comparison, {}, "2024").size() == 1);
  Verdict target = due(2024);
  target.metric = MetricKind::rail_tonnes;
  target.scope = scope_of(gate);
  CHECK(headlines(comparison, {target}, "2024").size() == 2);
  CHECK(headlines(comparison, {target}, "2023").size() == 1);
}

TEST_CASE("a target is marked in the year of its due day", "[analysis]") {
  Verdict v = due(2024);
  CHECK(due_year(v) == "2024");
  v.due = make_date(2025, 1, 1);
  CHECK(due_year(v) == "2025");
}

TEST_CASE("the year shown is the latest reported one with a target due, else the last full one, else the last", "[analysis]") {
  const MetricTable metrics{months("2023", 12.0), months("2024", 12.0), months("2025", 3.0)};
  CHECK(reported_years(metrics) == std::vector<std::string>{"2023", "2024", "2025"});
  CHECK(focus_year(metrics, {due(2023), due(2030)}) == "2023");
  CHECK(focus_year(metrics, {due(2030)}) == "2024");
  CHECK(focus_year({months("2025", 3.0)}, {}) == "2025");
  CHECK(focus_year({}, {}).empty());
}

}  // namespace headlines_test
