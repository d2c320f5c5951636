#include <catch2/catch.hpp>

#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/schema/schema_json.hpp"
#include "sim/scenario/schema/schema_markdown.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/tables/required_values.hpp"
#include "tests/support/approved.hpp"

namespace schema_test {

using namespace railshift;

TEST_CASE("docs/schema.md is what the field tables say", "[scenario]") {
  testing::check_approved("docs/schema.md", scenario::schema_markdown());
}

TEST_CASE("the schema names every table, column, kind of measure and required number", "[scenario]") {
  const std::string text = scenario::schema_markdown();
  for (const auto& spec : scenario::all_tables()) {
    CHECK(text.find("## " + spec.path("parameters")) != std::string::npos);
    for (const auto& f : spec.fields) CHECK(text.find("| " + f.name + " |") != std::string::npos);
  }
  for (const auto& kind : scenario::measure_kinds()) CHECK(text.find("kind = \"" + kind.kind + "\"") != std::string::npos);
  for (const auto& value : scenario::required_values()) CHECK(text.find("| " + value.name + " |") != std::string::npos);
}

TEST_CASE("every column says what it means in Chinese and in English", "[scenario]") {
  for (const auto& spec : scenario::all_tables()) {
    for (const auto& f : spec.fields) {
      INFO(spec.name << "." << f.name);
      CHECK_FALSE(f.zh.empty());
      CHECK_FALSE(f.en.empty());
    }
  }
}

TEST_CASE("the JSON Schema has the sections of scenario.toml and every kind of measure", "[scenario]") {
  const std::string json = scenario::schema_json();
  for (const char* part : {"\"$schema\"", "\"scenario\"", "\"measure\"", "\"target\"", "\"oneOf\""})
    CHECK(json.find(part) != std::string::npos);
  for (const auto& kind : scenario::measure_kinds()) CHECK(json.find("\"const\": \"" + kind.kind + "\"") != std::string::npos);
}

TEST_CASE("the words of closed lists are those that results print", "[scenario]") {
  const auto same = [](const auto& words, auto first, auto to_word) {
    using E = decltype(first);
    for (const scenario::Word& w : words) CHECK(w.text == to_word(static_cast<E>(w.value)));
  };
  same(scenario::words_of<SiteKind>(), SiteKind::mine, [](SiteKind k) { return to_text(k); });
  same(scenario::words_of<Standard>(), Standard::china0, [](Standard s) { return to_text(s); });
  same(scenario::words_of<Powertrain>(), Powertrain::diesel, [](Powertrain p) { return to_text(p); });
  same(scenario::words_of<VehicleType>(), VehicleType::heavy, [](VehicleType v) { return to_text(v); });
  same(scenario::words_of<Owner>(), Owner::local, [](Owner o) { return to_text(o); });
  same(scenario::words_of<Mode>(), Mode::truck, [](Mode m) { return to_text(m); });
  same(scenario::words_of<RoadClass>(), RoadClass::motorway, [](RoadClass c) { return to_text(c); });
  same(scenario::words_of<StationKind>(), StationKind::gate, [](StationKind k) { return to_text(k); });
  same(scenario::words_of<Force>(), Force::must, [](Force f) { return to_text(f); });
  same(scenario::words_of<Layer>(), Layer::plan, [](Layer l) { return to_text(l); });
  same(scenario::words_of<Operator>(), Operator::at_least, [](Operator o) { return to_text(o); });
  same(scenario::words_of<MetricKind>(), MetricKind::rail_share, [](MetricKind k) { return to_text(k); });
}

}  // namespace schema_test
