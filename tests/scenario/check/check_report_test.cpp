#include "sim/scenario/check/check_report.hpp"

#include "sim/core/text.hpp"
#include "tests/scenario/errors.hpp"

namespace check_report_test {

using namespace railshift;
using namespace railshift::test;

namespace {

std::string report(scenario::Language language) {
  const scenario::Loaded loaded = scenario::load(small_scenario(), {});
  REQUIRE(loaded.world);
  return scenario::check_report(*loaded.world, language);
}

/// The line of a report that starts with a word, blanks joined to one.
std::string line_with(const std::string& text, const std::string& start) {
  const auto at = text.find("\n" + start);
  if (at == std::string::npos) return "";
  std::string out;
  for (const char c : text.substr(at + 1, text.find('\n', at + 1) - at - 1)) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("the report closes every balance in the base year and the last year", "[scenario]") {
  // mined 1,000,000 t; 400,000 t to the plant, 600,000 t to the market
  const std::string text = report(scenario::Language::en);
  CHECK(text.find("\nmine (mine)\n  coal  ") != std::string::npos);
  CHECK(line_with(text, "  coal ") == "coal output 1,000,000 1,000,000 0 1,000,000 1,000,000 0");
  // The plant needs fuel, a group without a name of its own: its one member says what it is.
  CHECK(line_with(text.substr(text.find("\nplant (plant)") + 1), "  coal ") == "coal need 400,000 400,000 0 400,000 400,000 0");
}

TEST_CASE("the report counts tonnes by commodity, trucks by standard and what the tonnes rest on", "[scenario]") {
  const std::string text = report(scenario::Language::en);
  // 400,000 + 600,000
  CHECK(line_with(text, "coal ") == "coal 1,000,000 1,000,000");
  CHECK(line_with(text, "china3 ") == "china3 diesel 20");
  CHECK(line_with(text, "china5 ") == "china5 diesel 30");
  // fl-plant: derived share of published burning x derived yield; the market flows have assumed shares
  CHECK(line_with(text, "published ") == "published 0 0.0% 0 0.0%");
  CHECK(line_with(text, "derived ") == "derived 400,000 40.0% 400,000 40.0%");
  CHECK(line_with(text, "derived(assumed) ") == "derived(assumed) 600,000 60.0% 600,000 60.0%");
}

TEST_CASE("columns of numbers end at the same place in Chinese and English", "[scenario]") {
  for (const auto language : {scenario::Language::zh, scenario::Language::en}) {
    const std::string text = report(language);
    const std::string name = language == scenario::Language::zh ? "\n煤 " : "\ncoal ";
    const std::string total = language == scenario::Language::zh ? "\n合计" : "\ntotal";
    const auto width = [&text](std::size_t at) { return display_width(text.substr(at + 1, text.find('\n', at + 1) - at - 1)); };
    CHECK(width(text.find(name)) == width(text.find(total)));
  }
}

TEST_CASE("balances name sites and goods in the language asked for, with the id of the site", "[scenario]") {
  CHECK(report(scenario::Language::zh).find("\n煤矿 (mine)\n  煤  ") != std::string::npos);
  CHECK(report(scenario::Language::zh).find("\n电厂 (plant)\n  煤  ") != std::string::npos);
}

TEST_CASE("the report speaks the language asked for", "[scenario]") {
  CHECK(report(scenario::Language::zh).rfind("小情景 (small)\n2020-01-01 至 2021-12-31，基年 2020\n", 0) == 0);
  CHECK(report(scenario::Language::en).rfind("small scenario (small)\n2020-01-01 to 2021-12-31, base year 2020\n", 0) == 0);
}

TEST_CASE("the report warns of stated kilometres below 0.8 of the straight line, and of roads that close", "[scenario]") {
  // n-mine to n-plant: 14.17 km in a straight line; 0.8 of it are 11.33 km.
  const auto report_of = [](const std::string& file, const std::string& from, const std::string& to) {
    scenario::Files files = small_scenario();
    replace(files, file, from, to);
    files.content["tables/through.csv"] = files.content["tables/through.csv"].substr(0, files.content["tables/through.csv"].find('\n') + 1);
    const scenario::Loaded loaded = scenario::load(files, {});
    REQUIRE(loaded.world);
    return scenario::check_report(*loaded.world, scenario::Language::en);
  };
  const std::string leg = "plant-road,1,truck,,,,,,,0";
  CHECK(report(scenario::Language::en).find("Warning") == std::string::npos);
  CHECK(report_of("tables/legs.csv", leg, "plant-road,1,truck,,,,,11.4,,0").find("Warning") == std::string::npos);
  CHECK(report_of("tables/legs.csv", leg, "plant-road,1,truck,,,,,11.3,,0")
            .find("plant-road.1 states 11.3 km, the straight line between its ends is 14.2 km") != std::string::npos);
  CHECK(report_of("network/link.csv", "140121,0,,,no", "140121,0,,2022-01-01,no").find("Warning") == std::string::npos);
  CHECK(report_of("network/link.csv", "140121,0,,,no", "140121,0,,2021-12-31,no").find("plant-road.1: no open road on 2021-12-31") !=
        std::string::npos);
}

TEST_CASE("check says what a run asks of the machine at most", "[scenario]") {
  const scenario::Loaded loaded = scenario::load(small_scenario(), {});
  REQUIRE(loaded.world);
  // 99,245 loads x 6 us, 396 trains x 0.1 ms and 20 s to start; a month has 2,682 loads of 400 bytes, beside 250 MiB.
  CHECK(scenario::check_report(*loaded.world, Language::en)
            .find("a run has at most 99,245 truckloads and 396 trains, and ends within 21 s and 251 MiB") != std::string::npos);
  CHECK(scenario::check_report(*loaded.world, Language::zh).find("一次模拟至多 99,245 车次、396 列车，21 秒、251 MiB 以内完成") !=
        std::string::npos);
}

TEST_CASE("the report names stations of sidings that count for no city because they have no county", "[scenario]") {
  const auto report_with = [](const std::string& code) {
    scenario::Files files = small_scenario();
    replace(files, "scenario.toml", "city_zh = \"某市\"", "city_zh = \"某市\"" + code);
    replace(files, "network/node.csv", "station,140121", "station,");
    const scenario::Loaded loaded = scenario::load(files, {});
    REQUIRE(loaded.world);
    return scenario::check_report(*loaded.world, Language::en);
  };
  // without a code of the city every station is the city's
  CHECK(report_with("").find("Warning") == std::string::npos);
  const std::string text = report_with("\narea_code = \"1401\"");
  CHECK(text.find("Warning: stations with a siding or yard and no county") != std::string::npos);
  CHECK(text.find("\ns-mine\n") != std::string::npos);
}

}  // namespace check_report_test
