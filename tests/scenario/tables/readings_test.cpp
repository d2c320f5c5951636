#include "sim/scenario/tables/readings.hpp"

#include "sim/scenario/check/check_report.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/toml/toml_reader.hpp"
#include "tests/scenario/errors.hpp"

namespace readings_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::scenario;

namespace {

/// The raw tables of a folder.
RawTables raw_of(const Files& files) {
  RawTables tables;
  Problems problems;
  for (const TableSpec& spec : all_tables()) {
    const auto at = files.content.find(spec.path("../parameters"));
    if (at != files.content.end())
      tables[spec.name] = read_table(spec, spec.name, at->second, problems);
    else
      tables[spec.name].spec = spec;
  }
  return tables;
}

std::string report_of(World world, Language language = Language::en) { return check_report(world, language); }

World loaded(const Files& files) {
  const Loaded l = load(files, {});
  REQUIRE(l.world);
  return *l.world;
}

/// A TOML text, what is said about it, and its tree.
struct Toml {
  Problems problems;
  TomlNode root;
  explicit Toml(const std::string& text) : root(read_toml(text, "t.toml", problems)) {}
};

}  // namespace

TEST_CASE("keys are those of tables that could be read, lines and roads stand in tables of others", "[scenario]") {
  const KeyBook keys = keys_of(raw_of(small_scenario()));
  CHECK(keys.ids("sites") == std::vector<std::string>{"market", "mine", "plant"});
  CHECK(keys.ids("lines") == std::vector<std::string>{"ln-east"});
  CHECK(keys.rank("chains", "plant-road"));
  CHECK(keys.rank("commodities and need groups", "fuel"));
  CHECK(keys.rank("commodities and need groups", "coal"));
  CHECK_FALSE(keys.rank("commodities", "fuel"));
  Files without = small_scenario();
  without.content.erase("tables/sites.csv");
  CHECK_FALSE(keys_of(raw_of(without)).knows("sites"));
  CHECK(keys_of(raw_of(without)).knows("firms"));
}

TEST_CASE("a row with one wrong cell is not sound, the rows beside it are", "[scenario]") {
  Files files = small_scenario();
  replace(files, "tables/flows.csv", "rest_out,2020-01-01,0.25", "rest_out,2020-13-01,0.25");
  const RawTables raw = raw_of(files);
  const KeyBook keys = keys_of(raw);
  Problems problems;
  Decoder decoder(keys, problems);
  const Readings rows = read_all(raw, decoder);
  CHECK(problems.size() == 1);
  REQUIRE(rows.flows.size() == 3);
  CHECK(rows.flows[0].sound);
  CHECK_FALSE(rows.flows[1].sound);  // fl-market2
  CHECK(rows.flows[1].raw->id == "fl-market2");
  CHECK(rows.flows[2].sound);
}

TEST_CASE("references are ranks, so that it does not matter which table is read first", "[scenario]") {
  const RawTables raw = raw_of(small_scenario());
  const KeyBook keys = keys_of(raw);
  Problems problems;
  Decoder decoder(keys, problems);
  const Readings rows = read_all(raw, decoder);
  CHECK(problems.empty());
  for (const auto& read : rows.flows) CHECK(read.row.origin.index == 1);  // market, mine, plant
  CHECK(rows.sidings.at(0).row.site == Id<Site>{1});
}

TEST_CASE("the report looks at the base year and at the last year, or at the year up to which values were observed", "[scenario]") {
  World w = loaded(small_scenario());
  CHECK(report_of(w).find("2021") != std::string::npos);
  w.settings.end = make_date(2024, 1, 1);
  CHECK(report_of(w).find("2023") != std::string::npos);
  w.settings.as_of = make_date(2022, 6, 30);
  const std::string seen = report_of(w);
  CHECK(seen.find("2022") != std::string::npos);
  CHECK(seen != report_of(loaded(small_scenario())));
}

TEST_CASE("the report names rows in its language, by the Chinese name where there is no other", "[scenario]") {
  World w = loaded(small_scenario());
  CHECK(report_of(w).find("\ncoal ") != std::string::npos);
  CHECK(report_of(w, Language::zh).find("\n煤 ") != std::string::npos);
  w.commodities.rows_for_loading().at(0).name_en = "";
  CHECK(report_of(w).find("\n煤 ") != std::string::npos);
}

TEST_CASE("a line of TOML that cannot be read is told and the lines behind it are still read", "[scenario]") {
  const Toml t("a = 1\nb = 0.9.1\nc = 3\n[d]\ne = \"x\"\n");
  REQUIRE(t.problems.size() == 1);
  CHECK(t.problems.sorted()[0].place.line == 2);
  REQUIRE(t.root.find("b"));
  CHECK(t.root.find("b")->kind == TomlNode::Kind::damaged);
  CHECK(t.root.find("c")->text == "3");
  CHECK(t.root.find("d")->find("e")->text == "x");
}

TEST_CASE("numbers of TOML lose their exponent and separators, days stay days", "[scenario]") {
  const Toml t("a = 1_000\nb = 2.5e3\nc = 2024-12-31\nd = false\ne = [1, [2, 3]]\n");
  REQUIRE(t.problems.empty());
  CHECK(t.root.find("a")->text == "1000");
  CHECK(t.root.find("b")->text == "2500");
  CHECK(t.root.find("c")->text == "2024-12-31");
  CHECK(t.root.find("c")->kind == TomlNode::Kind::date);
  CHECK(t.root.find("d")->text == "false");
  CHECK(t.root.find("e")->items.at(1).items.at(1).text == "3");
}

TEST_CASE("sections with two brackets are a list, each with the place where it begins", "[scenario]") {
  const Toml t("[[m]]\nid = \"a\"\n\n[[m]]\nid = \"b\"\n[[m.n]]\nx = 1\n");
  REQUIRE(t.problems.empty());
  REQUIRE(t.root.find("m")->items.size() == 2);
  CHECK(t.root.find("m")->items[0].find("n") == nullptr);
  CHECK(t.root.find("m")->items[1].find("n")->items.size() == 1);
  CHECK(t.root.find("m")->items[1].place.line == 4);
}

TEST_CASE("a key that stands twice and a section that breaks off are told", "[scenario]") {
  CHECK_FALSE(Toml("a = 1\na = 2\n").problems.empty());
  CHECK(Toml("[a\nb = 1\n").problems.size() >= 1);
  CHECK(Toml("").problems.empty());
  CHECK(Toml("# only words\n").root.members.empty());
}

}  // namespace readings_test
