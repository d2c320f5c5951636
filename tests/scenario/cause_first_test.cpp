/// One mistake, one message: what follows from it is not told, and causes stand before consequences.
#include "sim/scenario/tables/all_tables.hpp"
#include "tests/scenario/errors.hpp"

namespace cause_first_test {

using namespace railshift;
using namespace railshift::test;

namespace {

std::string without_first_row(const std::string& table) {
  const std::size_t header = table.find('\n') + 1;
  return table.substr(0, header) + table.substr(table.find('\n', header) + 1);
}

constexpr std::size_t kTables = 30;  // of the small scenario: each is needed and has a row

/// Every table with the same damage, one at a time: one message each, in that file.
template <class Damage>
void check_each_table(const Damage& damage) {
  std::size_t damaged = 0;
  const scenario::Files sound = small_scenario();
  for (const auto& [key, content] : sound.content) {
    if (key == "scenario.toml") continue;
    scenario::Files files = sound;
    damage(files, key);
    if (files.content == sound.content) continue;
    ++damaged;
    INFO(key);
    CHECK(only_error(files).rfind(scenario::display_name(files, key), 0) == 0);
  }
  CHECK(damaged == kTables);
}

}  // namespace

TEST_CASE("a table that is missing is one mistake, whatever refers to it", "[scenario]") {
  const auto tables = scenario::all_tables();
  check_each_table([&tables](scenario::Files& files, const std::string& key) {
    const auto spec = std::find_if(tables.begin(), tables.end(), [&key](const auto& t) { return key.ends_with("/" + t.name + ".csv"); });
    if (spec != tables.end() && !spec->may_be_left_out) files.content.erase(key);
  });
}

TEST_CASE("a quote that is never closed is one mistake, not one of each row behind it", "[scenario]") {
  check_each_table([](scenario::Files& files, const std::string& key) {
    std::string& text = files.content.at(key);
    if (text.find('\n') + 1 < text.size()) text.insert(text.find('\n') + 1, "\"");
  });
}

TEST_CASE("a row without its last comma is one mistake, also of those that name it", "[scenario]") {
  check_each_table([](scenario::Files& files, const std::string& key) {
    std::string& text = files.content.at(key);
    const std::size_t row = text.find('\n') + 1;
    if (row < text.size()) text.erase(text.rfind(',', text.find('\n', row)), 1);
  });
}

TEST_CASE("a key column that is called otherwise is one mistake", "[scenario]") {
  check_each_table([](scenario::Files& files, const std::string& key) {
    std::string& text = files.content.at(key);
    text.replace(0, text.find(','), "xyzzy");
  });
}

TEST_CASE("an id that cannot be one is told where it stands, not where it is named", "[scenario]") {
  check_damage("tables/sites.csv", "\nmine,煤矿", "\n煤 矿,煤矿", "small/tables/sites.csv:2:1", "site_id is \"煤 矿\"");
  check_damage("tables/profiles.csv", "\nflat,", "\nFlat,", "small/tables/profiles.csv:2:1", "lower-case");
}

TEST_CASE("an id that many rows name and no row has is told once, with their number", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/profiles.csv", "\nflat,", "\nflatt,");
  // three flows name it, the first in line 2
  CHECK(only_error(files) ==
        "small/tables/flows.csv:2:44: profile_id is \"flat\" (an id of profiles); did you mean \"flatt\"?; the same at 2 more place(s)");
}

TEST_CASE("a table without rows is told once to those who look for its rows", "[scenario]") {
  scenario::Files files = small_scenario();
  std::string& profiles = files.content.at("tables/profiles.csv");
  profiles = without_first_row(profiles);
  CHECK(only_error(files).find("profiles has no rows; add them; the same at 2 more place(s)") != std::string::npos);
}

TEST_CASE("a TOML key that stands twice is one mistake, at the second one", "[scenario]") {
  check_damage("scenario.toml", "base_year = 2020\n", "base_year = 2020\nbase_year = 2021\n", "small/scenario.toml:9:13",
               "base_year = 2021");
  check_damage("scenario.toml", "obedience = 0.9\n", "obedience = 0.9\nobedience = 0.9\n", "small/scenario.toml:29:13", "obedience");
}

TEST_CASE("a value that is never closed is told at its own line", "[scenario]") {
  check_damage("scenario.toml", "vehicle_types = [\"heavy\"]", "vehicle_types = [\"heavy\"", "small/scenario.toml:16:17", "vehicle_types");
  check_damage("scenario.toml", "city_zh = \"某市\"", "city_zh = \"某市", "small/scenario.toml:5:11", "city_zh");
}

TEST_CASE("a section header that cannot be read costs its section and nothing else", "[scenario]") {
  check_damage("scenario.toml", "[[measure]]\nid = \"law\"", "[[measure]\nid = \"law\"", "small/scenario.toml:11:11", "TOML");
  check_damage("scenario.toml", "[scenario]", "[scenario", "small/scenario.toml:1:10", "TOML");
}

TEST_CASE("a scenario file that is missing says nothing about tables", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content.erase("scenario.toml");
  CHECK(only_error(files).rfind("small/scenario.toml", 0) == 0);
}

TEST_CASE("files come before forms, forms before contents", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "network/node.csv", "n-mine", "n mine");                 // content, in the first file by name
  replace(files, "scenario.toml", "seed = 1\n", "seed = 1\nseed = 1\n");  // form
  files.content.erase("tables/through.csv");                              // file, the last by name
  const auto errors = errors_of(files);
  for (const std::string& e : errors) UNSCOPED_INFO(e);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].rfind("small/tables/through.csv", 0) == 0);
  CHECK(errors[1].rfind("small/scenario.toml", 0) == 0);
  CHECK(errors[2].rfind("small/network/node.csv", 0) == 0);
}

TEST_CASE("a key of very many parts is refused before it is read", "[scenario]") {
  std::string deep = "[scenario]\n";
  for (int i = 0; i < 50000; ++i) deep += "a.";
  scenario::Files files = small_scenario();
  files.content.at("scenario.toml") = deep + "a = 1\n";
  check_single(errors_of(files), "small/scenario.toml:2:34", "more than 16 levels inside each other");
  check_damage("scenario.toml", "seed = 1\n", "seed = 1\na.b.c.d.e.f.g.h = 1\n", "small/scenario.toml:10:1", "unknown key");
}

}  // namespace cause_first_test
