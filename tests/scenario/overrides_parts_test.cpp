/// Changes on top of a folder, one function after the other; overrides_test.cpp has them together.
#include <catch2/catch.hpp>

#include "sim/scenario/load/overrides.hpp"
#include "sim/scenario/toml/toml_reader.hpp"
#include "tests/scenario/errors.hpp"

namespace overrides_parts_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::scenario;

namespace {

TomlNode tree(const std::string& text) {
  Problems problems;
  TomlNode root = read_toml(text, "s.toml", problems);
  REQUIRE(problems.empty());
  return root;
}

const std::string kScenario =
    "[scenario]\nseed = 1\n[[measure]]\nid = \"a\"\nkind = \"gate_floor\"\n[[measure]]\nid = \"b.c\"\nkind = \"new_only\"\n";

/// What is said when a change is made in the scenario, and the tree after it.
struct Made {
  TomlNode root = tree(kScenario);
  Problems problems;
  Made(const std::string& path, const std::string& text) { apply_to_toml({path, text, {"--set", 0, 0}}, root, problems); }
  [[nodiscard]] std::string said() const { return problems.empty() ? "" : told(problems.sorted()[0]); }
};

RawTables one_table() {
  TableSpec spec{"flows", Folder::tables, "", "", {"flow_id"}, "valid_from"};
  spec.fields = {id("flow_id", "", ""), date("valid_from", "", ""), share("share", "", "")};
  Problems problems;
  RawTables tables;
  tables["flows"] =
      read_table(spec, "flows.csv", "flow_id,valid_from,share\na,2020-01-01,0.1\na,2021-01-01,0.2\nb.c,2020-01-01,0.3\n", problems);
  REQUIRE(problems.empty());
  return tables;
}

std::vector<std::string> shares_after(const std::string& path, const std::string& text, std::string* said = nullptr) {
  RawTables tables = one_table();
  Problems problems;
  apply_to_tables({path, text, {"--set", 0, 0}}, tables, problems);
  if (said != nullptr && !problems.empty()) *said = told(problems.sorted()[0]);
  std::vector<std::string> out;
  for (const RawRow& row : tables["flows"].rows) out.emplace_back(row.cells.text(2));
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a change belongs to scenario.toml by its first word, else to a table", "[scenario]") {
  for (const std::string path : {"scenario.seed", "measure.a.obedience", "target.t.value"}) CHECK(concerns_toml({path, "", {}}));
  for (const std::string path : {"flows.a.share", "measures.a.x", "targets", ""}) CHECK_FALSE(concerns_toml({path, "", {}}));
}

TEST_CASE("a key of the scenario is changed where it stands, or added", "[scenario]") {
  CHECK(Made("scenario.seed", "7").root.find("scenario")->find("seed")->text == "7");
  CHECK(Made("scenario.base_year", "2021").root.find("scenario")->find("base_year")->text == "2021");
  CHECK(Made("scenario.seed", "7").root.find("scenario")->members.size() == 1);
  CHECK(Made("scenario.a.seed", "7").said().find("matches nothing") != std::string::npos);
}

TEST_CASE("a measure is found by its id, points and all", "[scenario]") {
  const Made a("measure.a.obedience", "0.5");
  CHECK(a.said().empty());
  CHECK(a.root.find("measure")->items[0].find("obedience")->text == "0.5");
  CHECK(a.root.find("measure")->items[1].find("obedience") == nullptr);
  CHECK(Made("measure.b.c.obedience", "0.5").root.find("measure")->items[1].find("obedience")->changed);
  CHECK(Made("measure.aa.obedience", "0.5").said().find("did you mean \"a\"?") != std::string::npos);
  CHECK(Made("measure.obedience", "0.5").said().find("matches nothing") != std::string::npos);
}

TEST_CASE("a cell is changed on all days of its id, or on the day that is named", "[scenario]") {
  CHECK(shares_after("flows.a.share", "0.9") == Texts{"0.9", "0.9", "0.3"});
  CHECK(shares_after("flows.a@2021-01-01.share", "0.9") == Texts{"0.1", "0.9", "0.3"});
  CHECK(shares_after("flows.b.c.share", "0.9") == Texts{"0.1", "0.2", "0.9"});
}

TEST_CASE("a path into a table that matches nothing is answered and changes nothing", "[scenario]") {
  std::string said;
  CHECK(shares_after("flows.d.share", "0.9", &said) == Texts{"0.1", "0.2", "0.3"});
  CHECK(said.find("\"flows.d.share\" matches nothing") != std::string::npos);
  CHECK(shares_after("flows.a.shar", "0.9", &said) == Texts{"0.1", "0.2", "0.3"});
  CHECK(said.find("did you mean \"share\"?") != std::string::npos);
  CHECK(shares_after("flow.a.share", "0.9", &said) == Texts{"0.1", "0.2", "0.3"});
  CHECK(said.find("did you mean \"flows\"?") != std::string::npos);
  for (const std::string path : {"flows", "flows.", ".share", "flows.share"}) {
    CHECK(shares_after(path, "0.9") == Texts{"0.1", "0.2", "0.3"});
  }
}

TEST_CASE("[set] of a variant has one value a path", "[scenario]") {
  Problems problems;
  const auto changes = overrides_of(tree("[set]\n\"flows.a.share\" = 0.5\n\"x.y.z\" = [1]\n\"scenario.start\" = 2021-01-01\n"), problems);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].path == "flows.a.share");
  CHECK(changes[0].text == "0.5");
  CHECK(changes[1].text == "2021-01-01");
  REQUIRE(problems.size() == 1);
  CHECK(problems.sorted()[0].found.en == "\"x.y.z\" is not a single value");
  CHECK(overrides_of(tree("extends = \"a\"\n"), problems).empty());
}

TEST_CASE("a variant's measure replaces that of its id as a whole, or is added", "[scenario]") {
  TomlNode root = tree(kScenario);
  Problems problems;
  merge_variant(root, tree("[[measure]]\nid = \"a\"\nkind = \"rail_duty\"\n[[measure]]\nid = \"d\"\nkind = \"new_only\"\n"), problems);
  CHECK(problems.empty());
  const TomlNode& list = *root.find("measure");
  REQUIRE(list.items.size() == 3);
  CHECK(list.items[0].find("kind")->text == "rail_duty");
  CHECK(list.items[2].find("id")->text == "d");
}

TEST_CASE("a scenario without measures takes those of the variant, and unknown keys of it are told", "[scenario]") {
  TomlNode root = tree("[scenario]\nseed = 1\n");
  Problems problems;
  merge_variant(root, tree("extend = \"x\"\n[[measure]]\nid = \"a\"\n"), problems);
  REQUIRE(root.find("measure"));
  CHECK(root.find("measure")->items.size() == 1);
  REQUIRE(problems.size() == 1);
  CHECK(problems.sorted()[0].accept.en == "did you mean \"extends\"?");
}

}  // namespace overrides_parts_test
