#include "tests/scenario/errors.hpp"

namespace encoding_test {

using namespace railshift;
using namespace railshift::test;

namespace {
// 矿 in GB18030; "矿业公司" begins with it
const std::string kMineGb = "\xBF\xF3\xD2\xB5\xB9\xAB\xCB\xBE";
}  // namespace

TEST_CASE("bytes that are not UTF-8 are placed and the encoding to declare is suggested", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/firms.csv", "矿业公司", kMineGb);
  check_single(errors_of(files), "small/tables/firms.csv:2:9",
               "byte 0xBF (the bytes are not UTF-8); save the file as UTF-8, or declare encoding = \"GB18030\"");
}

TEST_CASE("a declared encoding is decoded", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["tables/firms.csv"] = "firm_id,name_zh,name_en,county\nmine-co," + kMineGb + ",m,\npower-co,p,p,\nfar-co,f,f,\n";
  for (auto& [key, content] : files.content) {
    const bool other_table = key.rfind("tables/", 0) == 0 && key != "tables/firms.csv";
    if (other_table || key.rfind("network/", 0) == 0) content = "\xEF\xBB\xBF" + content;  // a byte order mark says UTF-8
  }
  replace(files, "scenario.toml", "seed = 1", "seed = 1\nencoding = \"GB18030\"");
  const scenario::Loaded loaded = scenario::load(files, {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  CHECK(loaded.world->firms[*loaded.world->firms.find("mine-co")].name_zh == "矿业公司");
  CHECK(loaded.world->sites[*loaded.world->sites.find("mine")].name_zh == "煤矿");
}

TEST_CASE("a byte order mark does not belong to the first column", "[scenario]") {
  scenario::Files files = small_scenario();
  for (auto& [key, content] : files.content) content = "\xEF\xBB\xBF" + content;
  CHECK(errors_of(files).empty());
}

TEST_CASE("Windows line ends are read like Unix ones", "[scenario]") {
  scenario::Files files = small_scenario();
  for (auto& [key, content] : files.content) {
    std::string with;
    for (const char c : content) with += c == '\n' ? std::string("\r\n") : std::string(1, c);
    content = with;
  }
  CHECK(errors_of(files).empty());
}

TEST_CASE("control characters are refused in tables and in TOML", "[scenario]") {
  check_damage("tables/clauses.csv", "三-1", std::string("三") + '\x01' + "-1", "small/tables/clauses.csv:2:11", "control character 0x01");
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "seed", std::string("\x02") + "seed");
  CHECK(errors_of(files).front().rfind("small/scenario.toml:9:1: control character 0x02", 0) == 0);
}

TEST_CASE("an encoding that is not known is refused", "[scenario]") {
  check_damage("scenario.toml", "seed = 1", "seed = 1\nencoding = \"big5\"", "small/scenario.toml:10:12", "one of utf-8");
}

}  // namespace encoding_test
