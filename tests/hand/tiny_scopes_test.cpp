/// What a target may name is what figures have: every row of the results obeys the lists by which scopes are checked.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "analysis/metrics/target_scope.hpp"
#include "sim/scenario/measures/scopes.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_scopes_test {
namespace {

void check_fields(const scenario::MetricScope& allowed, const Scope& scope) {
  for (const auto& [name, text] : scope) {
    const auto field = std::find_if(allowed.fields.begin(), allowed.fields.end(), [&, of = name](const auto& f) { return f.name == of; });
    INFO(name << "=" << text);
    REQUIRE(field != allowed.fields.end());
    if (field->value != scenario::ScopeValue::word) continue;
    CHECK(std::find(field->words.begin(), field->words.end(), text) != field->words.end());
  }
}

void check_combination(const scenario::MetricScope& allowed, const Scope& scope) {
  for (const auto& [one, other] : allowed.apart) {
    INFO(one << " and " << other);
    CHECK_FALSE((scope.contains(one) && scope.contains(other)));
  }
  for (const auto& [one, other] : allowed.together) CHECK((!scope.contains(one) || scope.contains(other)));
  for (const std::string& field : allowed.needed) CHECK(scope.contains(field));
}

}  // namespace

TEST_CASE("tiny: every figure has the fields, words and units that a target of its metric may name", "[hand]") {
  const Town& town = planned_town();
  std::set<MetricKind> seen;
  for (const analysis::MetricRow& row : analysis::measure(town.world, town.ledger, {"tiny", "plan", "", 1})) {
    const auto kind = metric_from_text(row.metric);
    if (!kind) continue;
    seen.insert(*kind);
    const Scope scope = analysis::scope_of(row);
    INFO(row.metric << " " << analysis::to_text(scope));
    const scenario::MetricScope allowed = scenario::metric_scope(*kind, town.world);
    check_fields(allowed, scope);
    check_combination(allowed, scope);
    for (const std::string& unit : scenario::units_of(scenario::quantity_of(*kind, scope))) {
      INFO(unit);
      CHECK(analysis::value_in(row, unit).has_value());
    }
  }
  CHECK(seen.size() == 12);
}

}  // namespace railshift::hand::tiny_scopes_test
