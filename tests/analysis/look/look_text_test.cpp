#include <catch2/catch.hpp>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/output/map_legend.hpp"
#include "analysis/look/tables/scribe.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_text_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

namespace {

/// A look at the small scenario in which all flows together carry this many kilograms in the base year.
Look with_total(const World& world, std::int64_t kg) {
  Look look;
  look.masses = masses(world);
  for (auto& months : look.masses.of_flow.base) months.fill(Kilograms{0});
  look.masses.of_flow.base[0][3] = Kilograms{kg};
  return look;
}

}  // namespace

TEST_CASE("Chinese readers count tonnes in ten thousands, English ones in millions, both small amounts as they are", "[look]") {
  CHECK(tonnes_zh(Tonnes{9'999.0}) == "9,999 吨");
  CHECK(tonnes_zh(Tonnes{10'000.0}) == "1.0 万吨");
  CHECK(tonnes_zh(Tonnes{-12'345.0}) == "-1.2 万吨");
  CHECK(tonnes_en(Tonnes{99'999.0}) == "99,999 t");
  CHECK(tonnes_en(Tonnes{100'000.0}) == "0.10 Mt");
  CHECK(tonnes_en(Tonnes{1'234'000.0}) == "1.23 Mt");
  CHECK(whole(12'345.4) == "12,345");
}

TEST_CASE("names come in both languages, and one that is missing is taken from the other or from the id", "[look]") {
  World w = small_world();
  CHECK(name_of(w, *w.sites.find("mine")).zh == "煤矿");
  CHECK(name_of(w, *w.sites.find("mine")).en == "mine");
  row(w.sites, "mine").name_en = "";
  CHECK(name_of(w, *w.sites.find("mine")).en == "煤矿");
  row(w.sites, "mine").name_zh = "";
  CHECK(name_of(w, *w.sites.find("mine")).zh == "mine");
  row(w.sites, "plant").name_zh = "";
  CHECK(name_of(w, *w.sites.find("plant")).zh == "plant");
  CHECK(name_of(w, *w.sidings.find("sd-mine")).en == "煤矿专用线");
  CHECK(name_of(w, *w.rail_sections.find("sec-1")).zh == "矿东段");
  CHECK(name_of(w, *w.segments.find("freight")).en == "freight trucks");
  CHECK(name_of(w, *w.truck_classes.find("semi")).zh == "半挂车");
  CHECK(name_of(Standard::china6).zh == "国六");
}

TEST_CASE("a flow is named by its ends and its goods", "[look]") {
  const World w = small_world();
  CHECK(name_of(w, *w.flows.find("fl-plant")).zh == "煤矿→电厂（煤）");
  CHECK(name_of(w, *w.flows.find("fl-plant")).en == "mine → plant (coal)");
}

TEST_CASE("a need group is named by its members, and one without any by its id", "[look]") {
  scenario::Files files = small_scenario();
  files.content["../parameters/commodities.csv"] += "slack,煤泥,slack,fuel,yes,no,coal\n";
  const World w = world_of(files);
  CHECK(name_of_goods(w, "fuel").zh == "煤或煤泥");
  CHECK(name_of_goods(w, "fuel").en == "coal or slack");
  CHECK(name_of_goods(w, "coal").en == "coal");
  CHECK(name_of_goods(w, "ore").zh == "ore");
}

TEST_CASE("a cell is written as its words or as its number with the decimals it asks for", "[look]") {
  CHECK(written(Cell{std::string("煤")}) == "煤");
  CHECK(written(Cell{1234.56, 1}) == "1,234.6");
  CHECK(written(Cell{1234.56, 0}) == "1,235");
}

TEST_CASE("a table of a small city has one decimal more than one of ten million tonnes", "[look]") {
  const World w = small_world();
  const Look large = with_total(w, 10'000'000'000);
  const Look small = with_total(w, 9'999'999'999);
  CHECK(Scribe(w, large, Language::zh).mass(Tonnes{25'000.0}).decimals == 1);
  CHECK(Scribe(w, small, Language::zh).mass(Tonnes{25'000.0}).decimals == 2);
  CHECK(Scribe(w, large, Language::en).mass(Tonnes{25'000.0}).decimals == 0);
  CHECK(Scribe(w, small, Language::en).mass(Tonnes{25'000.0}).decimals == 1);
  CHECK(*Scribe(w, small, Language::zh).mass(Tonnes{25'000.0}).number == Approx(2.5));   // 万吨
  CHECK(*Scribe(w, small, Language::en).mass(Tonnes{25'000.0}).number == Approx(25.0));  // kt
  CHECK(Scribe(w, small, Language::en).mass(Tonnes{0.0}).decimals == 0);
}

TEST_CASE("headings carry their year, severities their word", "[look]") {
  const World w = small_world();
  const Look look = with_total(w, 0);
  const Scribe zh(w, look, Language::zh);
  const Scribe en(w, look, Language::en);
  CHECK(zh.heading(When::base, "区内", "within") == "2020年区内");
  CHECK(en.heading(When::last, "区内", "within") == "2021 within");
  CHECK(zh.severity(Severity::wrong) == "错误");
  CHECK(en.severity(Severity::doubtful) == "doubtful");
  CHECK(en.severity(Severity::note) == "note");
  CHECK(yearly(zh, 25'000.0) == "2.5 万吨/年");
  CHECK(yearly(en, 250'000.0) == "0.25 Mt a year");
}

}  // namespace look_text_test
