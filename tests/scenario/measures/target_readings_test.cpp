/// Readings of targets: what one shares with its main target, what both are called, and whether there is anything to read.
#include "tests/scenario/errors.hpp"

namespace target_readings_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kToml = "scenario.toml";
const std::string kNames = "reading_zh = \"门口口径\"\nreading_en = \"gate basis\"\n";

/// A reading of "share" as a section; each key can be written otherwise.
struct Section {
  std::string id = "again", of = "share", clause = "T-1", op = ">=", due = "2021-12-31", force = "must", names = kNames;
  std::string metric = "rail_share", scope = "firm = \"mine-co\", basis = \"main_haul\"";
  [[nodiscard]] std::string text() const {
    return "\n[[target]]\nid = \"" + id + "\"\n" + (of.empty() ? "" : "reading_of = \"" + of + "\"\n") + "clause = \"" + clause + "\"\n" +
           names + "metric = \"" + metric + "\"\nscope = { " + scope + " }\noperator = \"" + op +
           "\"\nvalue = 0.85\nunit = \"1\"\ndue = " + due + "\nforce = \"" + force + "\"\n";
  }
};

/// The small scenario with names on its target and these sections behind it.
scenario::Files with(const std::vector<Section>& sections, const std::string& names_of_main = kNames) {
  scenario::Files files = small_scenario();
  replace(files, kToml, "id = \"share\"\n", "id = \"share\"\n" + names_of_main);
  for (const Section& section : sections) files.content[kToml] += section.text();
  return files;
}

/// Exactly one error, in scenario.toml.
void one_error(const scenario::Files& files, const std::string& part) {
  const std::string error = only_error(files);
  INFO(error);
  CHECK(error.rfind("small/scenario.toml:", 0) == 0);
  CHECK(error.find(part) != std::string::npos);
}
void refused(const Section& section, const std::string& part) { one_error(with({section}), part); }

}  // namespace

TEST_CASE("a reading with the clause, day, operator and force of its main target is accepted", "[scenario]") {
  CHECK(errors_of(with({Section{}})).empty());
}

TEST_CASE("a reading of a target that is not there names the one that may be meant", "[scenario]") {
  Section s;
  s.of = "shar";
  one_error(with({s}, ""), "reading_of is \"shar\"");
}

TEST_CASE("a reading of a reading, or of itself, is refused", "[scenario]") {
  Section second;
  second.id = "third";
  second.of = "again";
  one_error(with({Section{}, second}), "write share");
  Section itself;
  itself.of = "again";
  one_error(with({itself}, ""), "a main target is no reading itself");
}

TEST_CASE("a reading that asks by another day, operator or force than its main target is refused", "[scenario]") {
  Section s;
  s.due = "2021-12-30";
  refused(s, "reading again has due");
  s = {};
  s.op = "<=";
  refused(s, "reading again has operator \"<=\", main target share has \">=\"");
  s = {};
  s.force = "strive";
  refused(s, "reading again has force");
}

TEST_CASE("a reading and a main target that has readings are called something, and no other target is", "[scenario]") {
  Section s;
  s.names = "reading_zh = \"主运距口径\"\n";
  refused(s, "target again has no reading_en");
  one_error(with({Section{}}, "reading_zh = \"门口口径\"\n"), "target share has no reading_en");
  one_error(with({}, "reading_zh = \"甲\"\n"), "target share has reading_zh");
}

TEST_CASE("a reading of a list that no firm is in is one error", "[scenario]") {
  // The mine moves 1.0 Mt, the list begins at 1.5 Mt.
  Section s;
  s.scope = "firm = \"*over_threshold\", basis = \"gate\"";
  refused(s, "no firm moves as much as the list asks");
}

TEST_CASE("clean transport of a sector without a rule is one error that names sector and region", "[scenario]") {
  Section s;
  s.metric = "clean_ok";
  s.scope = "firm = \"*over_threshold\"";
  scenario::Files files = with({s});
  replace(files, "../parameters/values.csv", "scope.over_threshold,2020-01-01,1500000,", "scope.over_threshold,2020-01-01,900000,");
  one_error(files, "clean_rules.csv has no rule of site_kind mine, key_region no");
  files.content["../parameters/clean_rules.csv"] =
      "rule_id,site_kind,key_region,level,fallback,inbound_only,shortfall_new_energy,shortfall_until,low,high,standing,source,reason\n"
      "mine,mine,no,0.8,yes,no,,,0.7,0.9,assumed,,r\n";
  CHECK(errors_of(files).empty());
  replace(files, kToml, "seed = 1\n", "seed = 1\nkey_region = true\n");
  one_error(files, "site_kind mine, key_region yes");
}

TEST_CASE("firms pass at a level of the closed list, which is always named", "[scenario]") {
  Section s;
  s.metric = "firms_passing";
  s.scope = "level = \"0.87\"";
  refused(s, "level is \"0.87\"");
  s.scope = "basis = \"gate\"";
  refused(s, "has no level");
}

TEST_CASE("rules of clean transport are of works, one for a kind and region, with an end only of a share", "[scenario]") {
  const auto with_rules = [](const std::string& rows) {
    scenario::Files files = small_scenario();
    files.content["../parameters/clean_rules.csv"] =
        "rule_id,site_kind,key_region,level,fallback,inbound_only,shortfall_new_energy,shortfall_until,low,high,standing,source,reason\n" +
        rows;
    return files;
  };
  CHECK(errors_of(with_rules("a,mine,no,0.8,yes,no,,,,,derived,,r\nb,mine,yes,0.8,yes,no,0.6,2025-12-31,,,derived,,r\n")).empty());
  const auto told = [&](const std::string& rows, const std::string& part) {
    const std::string error = only_error(with_rules(rows));
    INFO(error);
    CHECK(error.find(part) != std::string::npos);
  };
  told("a,mine,no,0.8,yes,no,,,,,derived,,r\nb,mine,no,0.9,yes,no,,,,,derived,,r\n", "one rule for a kind of works");
  told("a,rail_yard,no,0.8,yes,no,,,,,derived,,r\n", "industrial works alone");
  told("a,mine,no,0.8,yes,no,,2025-12-31,,,derived,,r\n", "the day ends the share");
  told("a,mine,no,0.8,no,no,0.6,,,,derived,,r\n", "a rule without a fallback");
}

}  // namespace target_readings_test
