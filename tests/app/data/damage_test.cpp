/// Twelve damaged copies of tiny: each is refused with the place of the damage, and nothing is written.
#include <catch2/catch.hpp>

#include "tests/app/cli.hpp"

namespace damage_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

struct Damage {
  std::string what;
  std::string file;
  std::string from;
  std::string to;
  std::string place;  ///< file and line that must be named
};

const std::vector<Damage> kDamages = {
    {"a site that does not exist", "tables/flows.csv", "fl-ore,ore,st-orefield", "fl-ore,ore,st-nowhere", "tables/flows.csv:4:"},
    {"negative tonnes", "tables/processes.csv", "2023-01-01,60000,60000", "2023-01-01,-60000,60000", "tables/processes.csv:2:"},
    {"an id that stands twice", "tables/firms.csv", "fm-works,小钢公司", "fm-mine,小钢公司", "tables/firms.csv:3:"},
    {"a full-width colon in TOML", "scenario.toml", "city_zh = \"小城\"", "city_zh：\"小城\"", "scenario.toml:8:"},
    {"bytes that are not UTF-8", "tables/sites.csv", "小矿,mine", "\xD0\xA1\xBF\xF3,mine", "tables/sites.csv:2:"},
    {"a day that does not exist", "tables/sidings.csv", "2000-01-01,2000-01-01", "2000-01-01,2024-02-30", "tables/sidings.csv:3:"},
    {"a key that nobody knows", "scenario.toml", "base_year = 2023", "base_yaer = 2023", "scenario.toml:11:"},
    {"a number that is none", "tables/chains.csv", "ch-coke-road,fl-coke,1,", "ch-coke-road,fl-coke,NaN,", "tables/chains.csv:4:"},
    {"a column that is missing", "tables/pools.csv", "pool_id,truck_class,shift_hours", "pool_id,truck_class,shift", "tables/pools.csv:1:"},
    {"a siding without a line", "tables/legs.csv", "ch-ore-rail,1,rail,rs-west,rs-works,ln-west,sd-works,,",
     "ch-ore-rail,1,rail,rs-west,rs-works,,sd-works,,", "tables/legs.csv:6:"},
    {"flow shares over 1", "tables/flows.csv", "fl-coke,coking-coal,st-mine,st-works,push,2023-01-01,1,",
     "fl-coke,coking-coal,st-mine,st-works,push,2023-01-01,1.2,", "tables/flows.csv:3:"},
    {"a measure whose clause is not in the table", "scenario.toml", "clause = \"TN-02\"\nfrom", "clause = \"TN-99\"\nfrom",
     "scenario.toml:"}};

}  // namespace

TEST_CASE("a damaged scenario is refused with the place of the damage, and no folder is written", "[app][repeats]") {
  const Damage damage = GENERATE(from_range(kDamages));
  INFO(damage.what);
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / damage.file, damage.from, damage.to);
  for (const std::string command : {"check", "run", "assess"}) {
    std::vector<std::string> words = {command, copy.string()};
    if (command != "check") words.insert(words.end(), {"--out", (scratch / "out").string()});
    const Answer answer = ask(words);
    INFO(answer.err);
    CHECK(answer.code == 2);
    CHECK(answer.err.find(damage.place) != std::string::npos);
    CHECK_FALSE(fs::exists(scratch / "out"));
    CHECK_FALSE(fs::exists(scratch / "out.partial"));
  }
}

TEST_CASE("two damages are named together", "[app]") {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / kDamages[0].file, kDamages[0].from, kDamages[0].to);
  replace_in(copy / kDamages[5].file, kDamages[5].from, kDamages[5].to);
  const Answer answer = ask({"check", copy.string()});
  CHECK(answer.code == 2);
  CHECK(answer.err.find(kDamages[0].place) != std::string::npos);
  CHECK(answer.err.find(kDamages[5].place) != std::string::npos);
}

}  // namespace damage_test
