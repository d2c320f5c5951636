#include "sim/scenario/load/files.hpp"

#include <set>

#include "sim/scenario/measures/targets.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/toml/toml_reader.hpp"
#include "tests/scenario/errors.hpp"

namespace files_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::scenario;

namespace {

/// A folder of one test, removed when it ends.
struct OwnFolder {
  std::filesystem::path root = std::filesystem::temp_directory_path() / ("railshift-files-test-" + std::to_string(::getpid()));
  OwnFolder() {
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root);
  }
  ~OwnFolder() { std::filesystem::remove_all(root); }
};

struct Text {
  Problems problems;
  std::optional<std::string> text;
  Text(const std::string& bytes, const std::string& encoding, const std::string& key = "tables/a.csv") {
    Files files;
    files.display_root = "city";
    files.content[key] = bytes;
    text = text_of(files, key, encoding, problems);
  }
  [[nodiscard]] std::string said() const { return problems.empty() ? "" : told(problems.sorted()[0]); }
};

/// The targets of a scenario, and what is said about them.
struct Read {
  Problems problems;
  std::vector<Target> targets;
  explicit Read(const std::string& toml) {
    KeyBook keys;
    keys.add("clauses", {"T-1"});
    keys.add("firms", {"works"});
    const TomlNode root = read_toml(toml, "s.toml", problems);
    REQUIRE(problems.empty());
    Decoder decoder(keys, problems);
    targets = read_targets(root, decoder);
  }
  [[nodiscard]] std::string said() const { return problems.empty() ? "" : told(problems.sorted()[0]); }
};

std::string target(const std::string& more) {
  return "[[target]]\nid = \"t\"\nclause = \"T-1\"\nmetric = \"rail_share\"\noperator = \">=\"\nvalue = 0.85\nunit = \"1\"\n"
         "due = 2024-12-31\nforce = \"must\"\n" +
         more;
}

}  // namespace

TEST_CASE("messages name a file as the user would", "[scenario]") {
  Files files;
  files.display_root = "scenarios/city";
  CHECK(display_name(files, "tables/flows.csv") == "scenarios/city/tables/flows.csv");
  CHECK(display_name(files, "../parameters/values.csv") == "scenarios/parameters/values.csv");
}

TEST_CASE("a text is its bytes without a mark, and a mark says UTF-8 whatever was declared", "[scenario]") {
  CHECK(Text("a,b\n", "utf-8").text == "a,b\n");
  CHECK(Text("\xEF\xBB\xBF"
             "a,b\n",
             "utf-8")
            .text == "a,b\n");
  CHECK(Text("\xEF\xBB\xBF"
             "煤\n",
             "GB18030")
            .text == "煤\n");
  CHECK(Text("\xC3\xBA\n", "GB18030").text == "煤\n");
}

TEST_CASE("bytes that are no text are told with their place and their cure", "[scenario]") {
  CHECK(Text("a\nb\xFF", "utf-8").said() ==
        "city/tables/a.csv:2:2: byte 0xFF (the bytes are not UTF-8); save the file as UTF-8, or declare encoding = \"GB18030\" in "
        "scenario.toml");
  CHECK(Text("a\xFF", "utf-8", "scenario.toml").said().find("; save the file as UTF-8") != std::string::npos);
  CHECK(Text("a\xFF", "utf-8", "scenario.toml").said().find("declare") == std::string::npos);
  CHECK(Text(std::string("a\0b\0", 4), "utf-8").said().find("begins like UTF-16") != std::string::npos);
  CHECK(Text("\xFF\xFE"
             "a",
             "utf-8")
            .said()
            .find("begins like UTF-16") != std::string::npos);
  CHECK(Text("a\x01", "utf-8").said().find("control character 0x01") != std::string::npos);
  CHECK_FALSE(Text("a\x01", "utf-8").text);
}

TEST_CASE("a file that is missing is told by its name alone", "[scenario]") {
  Problems problems;
  CHECK_FALSE(text_of(Files{"city", {}}, "tables/a.csv", "utf-8", problems));
  CHECK(problems.sorted().at(0).place.line == 0);
  CHECK(problems.sorted().at(0).found.en == "the file is missing");
}

TEST_CASE("a folder is read with the parameters that its scenario names", "[scenario]") {
  const OwnFolder f;
  Files files = small_scenario();
  const auto folder = write_folder(files, f.root);
  Problems problems;
  const Files read = read_files(folder, std::nullopt, problems);
  CHECK(problems.empty());
  CHECK(read.content.size() == files.content.size());
  CHECK(read.content.at("../parameters/values.csv") == files.content.at("../parameters/values.csv"));
  replace(files, "scenario.toml", "seed = 1", "seed = 1\nparameters = \"own\"");
  write_folder(files, f.root);
  const Files elsewhere = read_files(folder, std::nullopt, problems);
  CHECK(elsewhere.content.count("../parameters/values.csv") == 0);
}

TEST_CASE("a variant is read with the folder that it extends", "[scenario]") {
  const OwnFolder f;
  const auto folder = write_folder(small_scenario(), f.root);
  const auto with = [&](const std::string& extends) {
    std::ofstream(f.root / "late.toml") << "extends = \"" << extends << "\"\n";
    Problems problems;
    const Files read = read_files(folder, f.root / "late.toml", problems);
    CHECK(read.content.count("../late.toml") == 1);
    return problems.size();
  };
  CHECK(with("small") == 0);
  CHECK(with("./small") == 0);
  CHECK(with("other") == 1);
}

TEST_CASE("every table stands once in the list, with a key and a word for it", "[scenario]") {
  std::set<std::string> names;
  for (const TableSpec& spec : all_tables()) {
    INFO(spec.name);
    CHECK(names.insert(spec.name).second);
    CHECK_FALSE(spec.key.empty());
    for (const std::string& key : spec.key) {
      CHECK(std::any_of(spec.fields.begin(), spec.fields.end(), [&key](const FieldInfo& field) { return field.name == key; }));
    }
  }
  CHECK(names.size() == 37);
}

TEST_CASE("a target has an id of its own, a sign and a day", "[scenario]") {
  const Read one(target(""));
  REQUIRE(one.said().empty());
  REQUIRE(one.targets.size() == 1);
  CHECK(one.targets[0].op == Operator::at_least);
  CHECK(one.targets[0].due == make_date(2024, 12, 31));
  CHECK(one.targets[0].tolerance == 0.0);
  const Read twice(target("") + target(""));
  CHECK(twice.said().find("\"t\" again (ids of targets are unique)") != std::string::npos);
  CHECK(twice.targets.size() == 1);
  CHECK(Read("[scenario]\nseed = 1\n").targets.empty());
  CHECK(Read("target = 3\n").said().find("targets are sections [[target]]") != std::string::npos);
}

TEST_CASE("a scope names fields of metrics", "[scenario]") {
  CHECK(Read(target("scope = { firm = \"works\" }\n")).said().empty());
  CHECK(Read(target("scope = { firm = \"*over_threshold\" }\n")).said().empty());
  CHECK(Read(target("scope = { segment = \"*operating_heavy\" }\n")).said().empty());
  CHECK(Read(target("scope = { firms = \"works\" }\n")).said().find("did you mean \"firm\"?") != std::string::npos);
  CHECK(Read(target("scope = \"works\"\n")).said().find("write scope = { firm = \"...\" }") != std::string::npos);
  CHECK(Read(target("tolerance = -0.1\n")).said().find("0 or more") != std::string::npos);
}

}  // namespace files_test
