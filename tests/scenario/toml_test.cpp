#include "sim/scenario/toml/toml_node.hpp"
#include "sim/scenario/toml/toml_reader.hpp"
#include "tests/scenario/errors.hpp"

namespace toml_test {

using namespace railshift;
using namespace railshift::test;
using scenario::TomlNode;

TEST_CASE("a full-width colon is answered with the half-width sign to type", "[scenario]") {
  check_damage("scenario.toml", "base_year = 2020", "base_year：2020", "small/scenario.toml:8:10", "character '：' outside quotes");
  check_damage("scenario.toml", "base_year = 2020", "base_year ＝ 2020", "small/scenario.toml:8:11", "write the half-width '='");
}

TEST_CASE("full-width quotes and commas are found, in strings and comments they are welcome", "[scenario]") {
  check_damage("scenario.toml", "city_zh = \"某市\"", "city_zh = “某市”", "small/scenario.toml:5:11", "write the half-width '\"'");
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "city_zh = \"某市\"", "city_zh = \"某市：“甲”，\"  # 说明：，");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a unit behind a number of a TOML file is named, with the number to write", "[scenario]") {
  check_damage("scenario.toml", "threshold_t_per_year = 150000", "threshold_t_per_year = 15万吨", "small/scenario.toml:26:26",
               "a number with the unit \"万吨\" (numbers of a scenario file have no unit; the key says which it is); write 150000 for t");
}

TEST_CASE("of a unit that keys have in several scales nothing is worked out", "[scenario]") {
  check_damage("scenario.toml", "obedience = 0.9", "obedience = 10天", "small/scenario.toml:28:15",
               "write the number alone, in the unit of the key");
}

TEST_CASE("brackets that are never closed are told line by line, and count as no depth of those behind", "[scenario]") {
  const auto said = [](const std::string& toml) {
    Problems problems;
    static_cast<void>(scenario::read_toml(toml, "s.toml", problems));
    std::vector<std::string> out;
    for (const Problem& p : problems.sorted()) out.push_back(told(p));
    return out;
  };
  std::string open;
  for (int i = 0; i < 20; ++i) open += "a" + std::to_string(i) + " = [1, 2\n";
  const auto errors = said(open + "b = 1\n");
  CHECK(errors.size() == 20);
  for (const std::string& e : errors) {
    INFO(e);
    CHECK(e.find("levels inside each other") == std::string::npos);
  }
  // a list over many lines is as deep as it is; that it is not closed is told at its beginning
  const auto too_deep_at = [&said](const std::string& toml, const std::string& place) {
    const auto lines = said(toml);
    for (const std::string& e : lines) UNSCOPED_INFO(e);
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& e) {
      return e.starts_with(place) && e.find("more than 16 levels inside each other") != std::string::npos;
    });
  };
  std::string lists = "a = ";
  for (int i = 0; i < 16; ++i) lists += "[\n";
  CHECK_FALSE(too_deep_at(lists, "s.toml:"));
  CHECK(too_deep_at(lists + "[\n", "s.toml:17:1: "));
  std::string tables = "a = ";
  for (int i = 0; i < 9; ++i) tables += "[\n{b = ";
  CHECK(too_deep_at(tables, "s.toml:"));
}

TEST_CASE("several mistakes of a TOML file are reported together", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "start = 2020-01-01", "start = 2020-02-30");
  replace(files, "scenario.toml", "base_year = 2020", "base_year：2020");
  replace(files, "scenario.toml", "obedience = 0.9", "obedience = 0.9.1");
  const auto errors = errors_of(files);
  for (const std::string& e : errors) UNSCOPED_INFO(e);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].rfind("small/scenario.toml:6:", 0) == 0);
  CHECK(errors[1].rfind("small/scenario.toml:8:10:", 0) == 0);
  CHECK(errors[2].rfind("small/scenario.toml:28:", 0) == 0);
}

TEST_CASE("values keep their kind, text and place in characters", "[scenario]") {
  Problems problems;
  const TomlNode root = scenario::read_toml("\"名\" = 1e-3  # 注\nb = [2024-12-31, true]\n", "t.toml", problems);
  REQUIRE(problems.empty());
  CHECK(root.find("名")->text == "0.001");
  CHECK(root.find("名")->place.column == 7);  // two quotes, one character, a blank, =, a blank
  CHECK(root.find("b")->items.at(0).kind == TomlNode::Kind::date);
  CHECK(root.find("b")->items.at(1).text == "true");
  CHECK(root.find("b")->items.at(1).place.column == 18);
}

TEST_CASE("control characters and unclosed brackets in TOML end in a message", "[scenario]") {
  for (const std::string text : {"[", "[[", "a = [", "a = \"", "[\\x01]", "a = {b = ", "= 3", "a.b.c", "\"\"\"", "a = 0x",
                                 "a = 99999999999999999999", "a = 1\na = 2"}) {
    INFO(text);
    Problems problems;
    (void)scenario::read_toml(text, "t.toml", problems);
    REQUIRE_FALSE(problems.empty());
    for (const Problem& p : problems.sorted()) static_cast<void>(told(p));
  }
}

TEST_CASE("levels inside each other are bounded, however they are written", "[scenario]") {
  const auto said = [](const std::string& toml) {
    Problems problems;
    static_cast<void>(scenario::read_toml(toml, "s.toml", problems));
    return problems.empty() ? std::string() : to_string(problems.sorted().front());
  };
  const auto times = [](int n, const std::string& text) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
  };
  CHECK(said("a = " + times(16, "[") + times(16, "]") + "\n").empty());
  CHECK(said("x" + times(16, ".a") + " = 1\n").empty());
  CHECK(said("a = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]\n").empty());
  CHECK(said("a = \"" + times(40, "[.") + "\" # " + times(40, "[.") + "\n").empty());
  for (const int depth : {17, 50000}) {
    for (const std::string& deep : {"a = " + times(depth, "["), "x" + times(depth, ".a") + " = 1", "[x" + times(depth, ".a") + "]",
                                    "a = " + times(depth, "{b = ") + "1", "a = {x" + times(depth, ".a") + " = 1}"}) {
      INFO(depth << " " << deep.substr(0, 30));
      CHECK(said(deep + "\n").find("more than 16 levels inside each other") != std::string::npos);
    }
  }
}

TEST_CASE("the code of the city has four digits of a prefecture or six of a county", "[scenario]") {
  for (const char* code : {"1401", "140122"})
    check_accepted("scenario.toml", "city_zh = \"某市\"", std::string("city_zh = \"某市\"\narea_code = \"") + code + "\"");
  for (const char* code : {"14", "14010", "1401000", "14o1"})
    check_refused("scenario.toml", "city_zh = \"某市\"", std::string("city_zh = \"某市\"\narea_code = \"") + code + "\"",
                  "small/scenario.toml:6:13", "four digits of a prefecture or six of a county");
}

TEST_CASE("the code of the city must name an area with a station, or all would be left out of the city's tonnes", "[scenario]") {
  // the stations of the small city stand in 140121 and 140122
  const auto coded = [](const std::string& code) { return "city_zh = \"某市\"\narea_code = \"" + code + "\""; };
  check_refused("scenario.toml", "city_zh = \"某市\"", coded("9999"), "small/scenario.toml:6:13", "prefectures that have a station: 1401");
  check_refused("scenario.toml", "city_zh = \"某市\"", coded("140213"), "small/scenario.toml:6:13", "no station of node.csv lies in it");
  check_refused("scenario.toml", "city_zh = \"某市\"", coded("140100"), "small/scenario.toml:6:13",
                "write the first four digits, 1401, of a whole prefecture");
  // stations that have no county lie nowhere; one that has is enough
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "city_zh = \"某市\"", coded("1401"));
  replace(files, "network/node.csv", "station,140121", "station,");
  CHECK(errors_of(files).empty());
  replace(files, "network/node.csv", "station,140122", "station,");
  check_single(errors_of(files), "small/scenario.toml:6:13", "give the stations their county in node.csv");
}

}  // namespace toml_test
