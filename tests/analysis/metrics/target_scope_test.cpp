/// Which row a target is about, in which period and which unit.
#include <catch2/catch.hpp>

#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/core/unit_words.hpp"
#include "sim/model/judged_unit.hpp"

namespace target_scope_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

MetricRow row(const std::string& unit, double value) {
  MetricRow r;
  r.metric = "rail_tonnes";
  r.unit = unit;
  r.value = value;
  return r;
}

}  // namespace

TEST_CASE("a rail share that names no firm is of the main haul, one that names a firm of its gate", "[analysis]") {
  const Scope city = full_scope(MetricKind::rail_share, {});
  CHECK(city == Scope{{"basis", "main_haul"}, {"denominator_kind", "rail_road"}, {"direction", "both"}, {"numerator_kind", "rail"}});
  CHECK(full_scope(MetricKind::rail_share, {{"firm", kListedFirms}}).at("basis") == "gate");
  CHECK(full_scope(MetricKind::rail_tonnes, {{"firm", "a"}}) ==
        Scope{{"basis", "gate"}, {"direction", "both"}, {"firm", "a"}, {"numerator_kind", "rail"}});
}

TEST_CASE("a reading that a target names is not replaced", "[analysis]") {
  CHECK(full_scope(MetricKind::rail_share, {{"direction", "in"}}).at("direction") == "in");
  CHECK(full_scope(MetricKind::clean_share, {{"basis", "entries"}}) ==
        Scope{{"basis", "entries"}, {"numerator_kind", "clean_without_china6"}});
  CHECK(full_scope(MetricKind::tonnes_by_chain, {}) == Scope{{"basis", "main_haul"}});
  CHECK(full_scope(MetricKind::register_stock, {{"standard", "<=china3"}}) == Scope{{"standard", "<=china3"}});
}

TEST_CASE("a scope reads back from its text, also with an equals sign in the value", "[analysis]") {
  const Scope scope{{"segment", "slag"}, {"standard", "<=china3"}};
  CHECK(to_text(scope) == "segment=slag;standard=<=china3");
  CHECK(parse_scope(to_text(scope)) == scope);
  CHECK(known_scope(to_text(scope)) == scope);
  CHECK(to_text(Scope{}).empty());
}

TEST_CASE("a scope with a mistyped field, a piece without a value or a field named twice is none", "[analysis]") {
  CHECK(known_scope("").value().empty());
  CHECK(known_scope("firm=a;") == Scope{{"firm", "a"}});
  CHECK_FALSE(known_scope("frim=a"));
  CHECK_FALSE(known_scope("firm"));
  CHECK_FALSE(known_scope("firm=a;firm=b"));
}

TEST_CASE("a value is turned into the unit of the target, and into no unit that does not fit", "[analysis]") {
  CHECK(value_in(row("t", 25'000.0), "万吨") == Approx(2.5));
  CHECK(value_in(row("t", 2'500'000.0), "Mt") == Approx(2.5));
  CHECK(value_in(row("t", 25.0), "t") == 25.0);
  CHECK(value_in(row("km", 15'000.0), "万公里") == Approx(1.5));
  CHECK(value_in(row("vehicles", 14.0), "辆") == 14.0);
  CHECK(value_in(row("vehicles", 14.0), "trucks") == 14.0);
  CHECK(value_in(row("1", 0.25), "%") == 25.0);
  CHECK_FALSE(value_in(row("t", 25.0), "km"));
  CHECK_FALSE(value_in(row("vehicles", 25.0), "%"));
}

TEST_CASE("percent is made of the parts where they are known", "[analysis]") {
  MetricRow share = row("1", 0.29);
  share.numerator = 29.0;
  share.denominator = 100.0;
  CHECK(value_in(share, "%") == 29.0);  // 0.29 x 100 would be 28.999999999999996
  share.denominator = 0.0;
  CHECK(value_in(share, "%") == 0.29 * 100.0);
}

TEST_CASE("a period or a unit in a scope leaves the rows that have it", "[analysis]") {
  MetricTable table{row("t", 1.0), row("1", 2.0), row("t", 3.0)};
  table[0].period = "2023";
  table[1].period = table[2].period = "2024";
  CHECK(rows_of("rail_tonnes", {}, table).size() == 3);
  CHECK(rows_of("rail_tonnes", {{"period", "2024"}}, table).size() == 2);
  CHECK(rows_of("rail_tonnes", {{"period", "2024"}, {"unit", "t"}}, table) == std::vector<const MetricRow*>{&table[2]});
  CHECK(rows_of("rail_share", {}, table).empty());
}

TEST_CASE("the row of a period is found, and none where there is none", "[analysis]") {
  MetricTable table{row("t", 1.0), row("t", 2.0)};
  table[0].period = "2024";
  table[1].period = "2024-03";
  CHECK(find_row(table, "rail_tonnes", "2024-03", {}) == &table[1]);
  CHECK(find_row(table, "rail_tonnes", "2025", {}) == nullptr);
  CHECK(row_at(rows_of("rail_tonnes", {}, table), "2024") == &table[0]);
  CHECK(row_at({}, "2024") == nullptr);
}

TEST_CASE("units of targets say the same of a figure as the words of cells do", "[analysis]") {
  for (const JudgedUnit& unit : kJudgedUnits) {
    const auto figure = measured_unit(unit.figure), name = measured_unit(unit.name);
    INFO(unit.figure << " in " << unit.name);
    if (figure && name && figure->measured == name->measured) CHECK(converted(1.0, *figure, *name).value() == Approx(unit.in_figure));
  }
}

}  // namespace target_scope_test
