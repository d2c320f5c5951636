/// What differs in the inputs of two scenarios.
#include <catch2/catch.hpp>

#include "sim/scenario/difference/differences.hpp"
#include "tests/support/small_scenario.hpp"

namespace differences_test {

using namespace railshift;
using namespace railshift::test;
using scenario::FieldDifference;
using scenario::InputChange;
using scenario::InputDifference;
using scenario::InputPart;

namespace {

std::vector<InputDifference> between(const scenario::Files& a, const scenario::Files& b, const scenario::LoadRequest& request = {}) {
  return scenario::differences(scenario::input_state(a, {}), scenario::input_state(b, request));
}

const FieldDifference& field_named(const InputDifference& difference, const std::string& name) {
  for (const FieldDifference& field : difference.fields) {
    if (field.field == name) return field;
  }
  throw std::runtime_error("no difference in " + name);
}

}  // namespace

TEST_CASE("a scenario does not differ from itself, nor from one with its rows and words written otherwise", "[scenario]") {
  const scenario::Files a = small_scenario();
  CHECK(between(a, a).empty());
  scenario::Files b = a;
  replace(b, "../parameters/segments.csv", "重型", "heavy");
  replace(b, "scenario.toml", "obedience = 0.9", "obedience = 0.90");
  replace(b, "../parameters/road_rates.csv", "0.4,0.3,0.6", "0.40,0.30,0.6");
  CHECK(between(a, b).empty());
}

TEST_CASE("a measure that changes says which fields, from what to what and on what they rest", "[scenario]") {
  const scenario::Files a = small_scenario();
  scenario::Files b = a;
  replace(b, "scenario.toml", "obedience = 0.9", "obedience = 0.7");
  replace(b, "scenario.toml", "from = 2021-01-01\nclause", "from = 2021-03-01\nclause");
  const auto found = between(a, b);
  REQUIRE(found.size() == 1);
  CHECK((found[0].part == InputPart::measure && found[0].change == InputChange::changed && found[0].key == "gate"));
  REQUIRE(found[0].fields.size() == 2);
  const FieldDifference& day = field_named(found[0], "from");
  CHECK((day.from == "2021-01-01" && day.to == "2021-03-01"));
  const FieldDifference& obedience = field_named(found[0], "obedience");
  CHECK((obedience.from == "0.9" && obedience.to == "0.7"));
  CHECK((obedience.standing_from == "assumed" && obedience.standing_to == "assumed"));
  CHECK(obedience.name.zh == "执行率");
}

TEST_CASE("the range of a number of a measure differs by the name of its field", "[scenario]") {
  const scenario::Files a = small_scenario();
  scenario::Files b = a;
  replace(b, "scenario.toml", "low = 0.5", "low = 0.6");
  const auto found = between(a, b);
  REQUIRE(found.size() == 1);
  CHECK(found[0].fields.front().field == "obedience.low");
}

TEST_CASE("measures that only one side has are added or removed, what --set and --without do too", "[scenario]") {
  const scenario::Files a = small_scenario();
  scenario::LoadRequest request;
  request.removed_measures = {"gate"};
  request.set = {{"measure.law.from", "2020-09-01"}, {"processes.mining.t_per_year", "900000"}};
  const auto found = between(a, a, request);
  REQUIRE(found.size() >= 2);
  CHECK((found[0].key == "gate" && found[0].change == InputChange::removed));
  CHECK((found[1].key == "law" && found[1].change == InputChange::changed));
  for (const FieldDifference& field : found[0].fields) {
    CHECK_FALSE(field.to.has_value());
    CHECK_FALSE(field.field.ends_with(".reason"));
  }
}

TEST_CASE("measures come before targets, targets before rows, and the larger relative change first", "[scenario]") {
  const scenario::Files a = small_scenario();
  scenario::Files b = a;
  replace(b, "scenario.toml", "value = 0.85", "value = 0.8");
  replace(b, "scenario.toml", "obedience = 0.9", "obedience = 0.7");
  replace(b, "../parameters/values.csv", "pool.utilisation,2020-01-01,0.8,", "pool.utilisation,2020-01-01,0.7,");  // an eighth
  replace(b, "../parameters/values.csv", "road.local_speed,2020-01-01,28,", "road.local_speed,2020-01-01,21,");    // a quarter
  const auto found = between(a, b);
  REQUIRE(found.size() == 4);
  CHECK(found[0].part == InputPart::measure);
  CHECK(found[1].part == InputPart::target);
  CHECK((found[2].table == "values" && found[2].key.starts_with("road.local_speed")));
  CHECK((found[3].table == "values" && found[3].key.starts_with("pool.utilisation")));
  const FieldDifference& speed = field_named(found[2], "value");
  CHECK((speed.from == "28" && speed.to == "21" && speed.standing_to == "assumed"));
}

TEST_CASE("rows that only one side has stand before those that changed", "[scenario]") {
  const scenario::Files a = small_scenario();
  scenario::Files b = a;
  replace(b, "../parameters/values.csv", "grid.co2_kg_per_kwh,2021-01-01,0.65,kg/kWh,0.6,0.8,assumed,,r\n", "");
  replace(b, "../parameters/values.csv", "grid.co2_kg_per_kwh,2020-01-01,0.7,", "grid.co2_kg_per_kwh,2020-01-01,0.62,");
  const auto found = between(a, b);
  REQUIRE(found.size() == 2);
  CHECK((found[0].change == InputChange::removed && found[0].key == "grid.co2_kg_per_kwh@2021-01-01"));
  CHECK(found[1].change == InputChange::changed);
}

TEST_CASE("runs of one scenario differ in layer, seed and end, and in which measures take part", "[scenario]") {
  const scenario::Files files = small_scenario();
  const auto run = [&files](Layer layer, const scenario::AskedOfRun& asked) {
    scenario::LoadRequest request;
    request.layer = layer;
    return scenario::input_state(files, request, asked);
  };
  const scenario::InputState plan = run(Layer::plan, {1, "2021-01-01"});
  CHECK(scenario::differences(plan, run(Layer::plan, {1, "2021-01-01"})).empty());
  CHECK(scenario::differences(run(Layer::plan, {}), run(Layer::plan, {1, "2022-01-01"})).empty());  // what the scenario says itself

  const auto other = scenario::differences(plan, run(Layer::plan, {7, "2021-07-01"}));
  REQUIRE(other.size() == 1);
  CHECK((other[0].part == InputPart::setting && other[0].fields.size() == 2));
  CHECK((field_named(other[0], "seed").from == "1" && field_named(other[0], "seed").to == "7"));
  CHECK((field_named(other[0], "end").from == "2021-01-01" && field_named(other[0], "end").to == "2021-07-01"));

  // law is of the baseline, gate of the plan, trial what_if: only gate takes part in one of the two.
  const auto layers = scenario::differences(plan, run(Layer::baseline, {1, "2021-01-01"}));
  REQUIRE(layers.size() == 2);
  CHECK((field_named(layers[0], "layer").from == "plan" && field_named(layers[0], "layer").to == "baseline"));
  CHECK((layers[1].part == InputPart::measure && layers[1].key == "gate" && layers[1].change == InputChange::changed));
  CHECK((field_named(layers[1], "takes_part").from == "true" && field_named(layers[1], "takes_part").to == "false"));
  CHECK(layers[1].fields.size() == 1);
}

TEST_CASE("a measure of layer what_if takes part in a plan if a variant adds it", "[scenario]") {
  const scenario::Files files = small_scenario();
  scenario::Files with = files;
  with.content["trial.toml"] =
      "extends = \".\"\n[[measure]]\nid = \"trial\"\nkind = \"new_only\"\nlayer = \"what_if\"\nfrom = 2021-01-01\nsegments = "
      "[\"freight\"]\nobedience = 1\n";
  scenario::LoadRequest request;
  request.variant = "trial.toml";
  const auto found = scenario::differences(scenario::input_state(files, {}), scenario::input_state(with, request));
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].key == "trial");
  CHECK((field_named(found[0], "takes_part").from == "false" && field_named(found[0], "takes_part").to == "true"));
}

TEST_CASE("parts and changes have the words of the CSV", "[scenario]") {
  CHECK((to_text(InputPart::setting) == "setting" && to_text(InputPart::measure) == "measure" && to_text(InputPart::target) == "target"));
  CHECK((to_text(InputPart::table) == "table" && to_text(InputPart::caveat) == "caveat"));
  CHECK(
      (to_text(InputChange::added) == "added" && to_text(InputChange::removed) == "removed" && to_text(InputChange::changed) == "changed"));
}

}  // namespace differences_test
