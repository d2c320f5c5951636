/// Scopes in spoken order, with the names of the scenario.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/words/scope_words.hpp"
#include "sim/scenario/measures/targets.hpp"
#include "tests/analysis/report_city.hpp"

namespace scope_words_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

constexpr Language zh = Language::zh, en = Language::en;

}  // namespace

TEST_CASE("a scope is read out as who, seen from where, of what", "[analysis]") {
  const Scope scope{
      {"basis", "gate"}, {"denominator_kind", "rail_road"}, {"direction", "both"}, {"firm", kListedFirms}, {"numerator_kind", "rail"}};
  CHECK(reading(scope, {}, zh) == "名单合计 · 门口口径 · 铁路 ÷ (铁路+公路) · 进出合计");
  CHECK(reading(scope, {}, en) == "listed firms together · gate basis · rail ÷ (rail + road) · in and out");
  CHECK(metric_reading("rail_share", {{"basis", "main_haul"}}, {}, zh) == "铁路运输比例 · 主运距口径");
  CHECK(metric_reading("rail_tonnes", {}, {}, zh) == "铁路运量");
}

TEST_CASE("a growth on the base year is no share of anything", "[analysis]") {
  const Scope scope{{"basis", "main_haul"}, {"denominator_kind", "base_year"}, {"numerator_kind", "rail"}};
  CHECK(reading(scope, {}, zh) == "主运距口径 · 铁路 · 比基年增长");
  CHECK(reading(scope, {}, en) == "main-haul basis · rail · growth on the base year");
}

TEST_CASE("standards, rings and levels are read out as people say them", "[analysis]") {
  CHECK(reading({{"standard", "<=china3"}}, {}, zh) == "≤国三");
  CHECK(reading({{"ring", "1"}}, {}, zh) == "外环以内");
  CHECK(reading({{"numerator_kind", "0.85"}}, {}, zh) == "≥85.00%");
  CHECK(reading({{"numerator_kind", "CO2_ttw"}}, {}, zh) == "二氧化碳（直接排放）");
  CHECK(reading({}, {}, zh).empty());
}

TEST_CASE("firms, segments and goods have the names of the scenario, in the other language or as an id where there is none", "[analysis]") {
  const World world = small_city::report_case().plan_world;
  const Names names = names_of(world);
  const Segment& segment = *world.segments.begin();
  CHECK(reading({{"segment", segment.id}}, names, zh) == segment.name_zh);
  CHECK(reading({{"segment", "*operating_heavy"}}, names, zh) == "重型营运货车");
  CHECK(reading({{"segment", "*medium"}}, names, en) == "all medium trucks");
  CHECK(reading({{"firm", "nobody"}}, names, zh) == "nobody");
  CHECK(name_in({{"a", {"甲", "A"}}}, "a", en) == "A");
}

TEST_CASE("places and lengths of hauls are said in words, counties and prefectures by their names", "[analysis]") {
  CHECK(reading({{"haul_class", "<100"}}, {}, zh) == "100 公里以内");
  CHECK(reading({{"haul_class", ">=500"}}, {}, en) == "500 km and more");
  CHECK(reading({{"county", "140121"}}, {}, zh) == "清徐县");
  CHECK(reading({{"county", "1401"}}, {}, en) == "Taiyuan");
  CHECK(reading({{"county", "1499"}}, {}, en) == "prefecture 1499");
  CHECK(reading({{"county", "990101"}}, {}, en) == "county 990101");
  CHECK(reading({{"county", "*no_county"}}, {}, en) == "county not stated");
  const World world = small_city::world();
  CHECK(reading({{"rail_station", "station"}}, names_of(world), zh) == "站");
}

TEST_CASE("every field that a scope can name has its place in the spoken order", "[analysis]") {
  std::vector<std::string> known = scenario::scope_fields();
  std::vector<std::string> spoken(spoken_order().begin(), spoken_order().end());
  std::sort(known.begin(), known.end());
  std::sort(spoken.begin(), spoken.end());
  CHECK(spoken == known);
}

TEST_CASE("a field without a place is read out last", "[analysis]") {
  CHECK(reading({{"a_new_field", "x"}, {"ring", "1"}}, {}, zh) == "外环以内 · x");
}

TEST_CASE("two rows never read the same: what has the name of another, or of a set of trucks, has its id behind it", "[analysis]") {
  World world = small_city::world();
  std::vector<Segment> segments(world.segments.begin(), world.segments.end());
  segments.front().name_zh = "全部重型货车";  // as the set *heavy is called
  segments.front().name_en = "big trucks";
  const std::string segment = segments.front().id;
  world.segments = Table<Segment>(segments);
  std::vector<Firm> firms(world.firms.begin(), world.firms.end());
  REQUIRE(firms.size() > 1);
  for (Firm& firm : firms) firm.name_en = "the firm";
  world.firms = Table<Firm>(firms);
  const Names names = names_of(world);
  CHECK(reading({{"segment", segment}}, names, Language::zh) == "全部重型货车 (" + segment + ")");
  CHECK(reading({{"segment", segment}}, names, Language::en) == "big trucks");
  CHECK(reading({{"segment", "*heavy"}}, names, Language::zh) == "全部重型货车");
  CHECK(reading({{"firm", firms[0].id}}, names, Language::en) == "the firm (" + firms[0].id + ")");
  CHECK(reading({{"firm", firms[1].id}}, names, Language::en) == "the firm (" + firms[1].id + ")");
}

}  // namespace scope_words_test
