/// The one description of the columns of metrics.csv, seen through everything that uses it.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/metrics_read.hpp"
#include "analysis/metrics/replications.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/scenario/measures/targets.hpp"

namespace metric_columns_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// Every member has a value that no other member has.
MetricRow full_row() {
  MetricRow r;
  r.scenario = "a-scenario";
  r.layer = "a-layer";
  r.variant = "a-variant";
  r.replication = 7;
  r.metric = "a-metric";
  r.firm = "a-firm";
  r.county = "a-county";
  r.rail_station = "a-station";
  r.commodity = "a-commodity";
  r.haul_class = "a-haul";
  r.numerator_kind = "a-numerator";
  r.basis = "a-basis";
  r.denominator_kind = "a-denominator";
  r.direction = "a-direction";
  r.level = "a-level";
  r.segment = "a-segment";
  r.standard = "a-standard";
  r.powertrain = "a-powertrain";
  r.ring = "a-ring";
  r.period = "2024";
  r.unit = "a-unit";
  r.value = 0.25;
  r.numerator = 1.5;
  r.denominator = 6.0;
  r.standing = "a-standing";
  return r;
}

constexpr const char* kHeader =
    "\xEF\xBB\xBFscenario,layer,variant,replication,metric,firm,county,rail_station,commodity,haul_class,numerator_kind,basis,denominator_"
    "kind,"
    "direction,"
    "level,segment,standard,powertrain,ring,period,unit,value,numerator,denominator,standing\n";
constexpr const char* kFullRow =
    "a-scenario,a-layer,a-variant,7,a-metric,a-firm,a-county,a-station,a-commodity,a-haul,a-numerator,a-basis,a-denominator,a-direction,a-"
    "level,a-segment,"
    "a-standard,a-powertrain,a-ring,2024,a-unit,0.25,1.5,6,a-standing\n";

/// A row that is empty but for one cell.
MetricRow with_cell(const MetricColumn& column, const std::string& text) {
  MetricRow row;
  set_cell(column, row, text);
  return row;
}

/// A table of one row whose cell in this column is `text`; every row is of a year, and so compared.
MetricTable yearly(const MetricColumn& column, const std::string& text) {
  MetricRow row;
  row.period = "2024";
  set_cell(column, row, text);
  return {row};
}

bool names_figure(const MetricColumn& column) { return column.in_key() && column.role != MetricRole::run; }

}  // namespace

TEST_CASE("each member of a figure stands under its own heading of metrics.csv", "[analysis]") {
  CHECK(to_csv(MetricTable{full_row()}) == std::string(kHeader) + kFullRow);
}

TEST_CASE("a figure that is written reads back as it was, and so does an empty one", "[analysis]") {
  const MetricTable table{full_row(), MetricRow{}};
  CHECK(metrics_from_csv(to_csv(table), "metrics.csv") == table);
}

TEST_CASE("no member of a figure is without a column", "[analysis]") {
  // The members of all columns fill the row: a member that was added to the row alone would leave a gap.
  constexpr std::size_t kWord = alignof(MetricRow);
  std::size_t bytes = 0;
  for (const MetricColumn& column : metric_columns()) {
    const MetricRow row;
    const std::size_t size = std::visit([&](auto member) { return sizeof(row.*member); }, column.member);
    bytes += (size + kWord - 1) / kWord * kWord;
  }
  CHECK(bytes == sizeof(MetricRow));
  std::set<std::string_view> names;
  for (const MetricColumn& column : metric_columns()) names.insert(column.name);
  CHECK(names.size() == metric_columns().size());
}

TEST_CASE("a file with two headings changed places is not read as metrics", "[analysis]") {
  std::string text = to_csv(MetricTable{full_row()});
  text.replace(text.find("firm,county"), 11, "county,firm");
  CHECK_THROWS_WITH(metrics_from_csv(text, "m.csv"), "m.csv:1: not the header of metrics.csv");
}

TEST_CASE("a row that is too short, or a number that is none, is named with its line", "[analysis]") {
  CHECK_THROWS_WITH(metrics_from_csv(std::string(kHeader) + "a,b\n", "m.csv"), "m.csv:2: not a row of metrics.csv");
  std::string text = std::string(kHeader) + kFullRow;
  text.replace(text.find("0.25"), 4, "many");
  CHECK_THROWS_WITH(metrics_from_csv(text, "m.csv"), "m.csv:2: not a number: many");
}

TEST_CASE("figures are ordered by every column up to the unit and by none behind it", "[analysis]") {
  for (const MetricColumn& column : metric_columns()) {
    INFO(column.name);
    const MetricRow one = with_cell(column, "2");
    const MetricRow two = with_cell(column, column.role == MetricRole::run ? "3" : "30");
    CHECK(key_less(one, two) == column.in_key());
    CHECK_FALSE(key_less(two, one));
    CHECK_FALSE(key_less(one, one));
  }
}

TEST_CASE("replications are ordered as numbers: 9 before 10", "[analysis]") {
  MetricRow nine, ten;
  nine.replication = 9;
  ten.replication = 10;
  CHECK(key_less(nine, ten));
  CHECK_FALSE(key_less(ten, nine));
}

TEST_CASE("a column on the left decides before one on the right", "[analysis]") {
  MetricRow left, right;
  left.firm = "b";
  left.unit = "a";
  right.firm = "a";
  right.unit = "b";
  CHECK(key_less(right, left));
}

TEST_CASE("two figures are the same one if metric, scope, period and unit are", "[analysis]") {
  for (const MetricColumn& column : metric_columns()) {
    INFO(column.name);
    if (column.role == MetricRole::period || column.name == "replication") continue;  // years and replications: see below
    const std::string other = column.role == MetricRole::value ? "2" : "b";
    const MetricTable first = yearly(column, column.role == MetricRole::value ? "1" : "a");
    const MetricTable second = yearly(column, other);
    CHECK(compare(first, second).size() == (names_figure(column) ? 2 : 1));
    CHECK(over_replications({first, second}).size() == (names_figure(column) ? 2 : 1));
  }
}

TEST_CASE("runs are compared replication by replication, means are over them", "[analysis]") {
  MetricRow one, two;
  one.period = two.period = "2024";
  two.replication = 2;
  CHECK(compare({one}, {two}).size() == 2);
  CHECK(over_replications({{one}, {two}}).size() == 1);
}

TEST_CASE("what is compared keeps its key and loses label and value", "[analysis]") {
  const MetricRow key = only_key(full_row());
  for (const MetricColumn& column : metric_columns()) {
    INFO(column.name);
    const bool kept = names_figure(column) || column.name == "replication";
    CHECK((cell_text(column, key) == cell_text(column, full_row())) == kept);
  }
}

TEST_CASE("a scope finds the rows of its field and no others", "[analysis]") {
  for (const MetricColumn& column : metric_columns()) {
    if (column.role != MetricRole::scope) continue;
    INFO(column.name);
    const std::string name(column.name);
    const MetricTable table{with_cell(column, "a"), with_cell(column, "b"), MetricRow{}};
    CHECK(rows_of("", {{name, "a"}}, table) == std::vector<const MetricRow*>{&table[0]});
    CHECK(rows_of("", {}, table) == std::vector<const MetricRow*>{&table[2]});
    CHECK(scope_of(table[0]) == Scope{{name, "a"}});
    CHECK(known_scope(name + "=a") == Scope{{name, "a"}});
  }
  CHECK_FALSE(known_scope("metric=a"));
  CHECK_FALSE(known_scope("value=1"));
}

TEST_CASE("a target may name the scope columns, a period and a unit", "[analysis]") {
  std::vector<std::string> names;
  for (const TextColumn& column : scope_columns()) names.emplace_back(column.name);
  names.insert(names.end(), {"period", "unit"});
  CHECK(scenario::scope_fields() == names);
}

TEST_CASE("a total is a row that fills no scope field but those named", "[analysis]") {
  for (const MetricColumn& column : metric_columns()) {
    INFO(column.name);
    const MetricRow row = with_cell(column, "1");
    CHECK(is_total_but_for(row, {}) == (column.role != MetricRole::scope));
    CHECK(is_total_but_for(row, {column.name}));
  }
}

TEST_CASE("a period is a year or a month and nothing else", "[analysis]") {
  CHECK(period_from_text("2024") == Period{2024, 0});
  CHECK(period_from_text("2024-03") == Period{2024, 3});
  for (const char* text : {"", "all", "24", "2024-13", "2024-00", "2024-3", "2024-03-01"}) {
    INFO(text);
    CHECK_FALSE(period_from_text(text));
  }
  CHECK(to_text(Period{2024, 3}) == "2024-03");
  CHECK(to_text(Period{2024, 0}) == "2024");
}

}  // namespace metric_columns_test
