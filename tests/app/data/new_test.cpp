/// `railshift new`: a folder that checks clean and runs at once, anywhere, and that answers to the edit its own comment names.
#include <catch2/catch.hpp>

#include <set>

#include "tests/app/results.hpp"

namespace new_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

Surroundings in(const Scratch& scratch) { return {{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()}; }

std::set<std::string> files_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.insert(fs::relative(entry.path(), folder).generic_string());
  }
  return names;
}

void check_refused(const Scratch& scratch, const std::vector<std::string>& words, const std::string& said) {
  const auto before = files_in(scratch.path());
  const Answer answer = ask(words, in(scratch));
  INFO(answer.err);
  CHECK(answer.code == 2);
  CHECK(answer.err.find(said) != std::string::npos);
  CHECK(answer.out.empty());
  CHECK(files_in(scratch.path()) == before);
}

double rail_tonnes(const fs::path& run) {
  const auto tonnes = metric(
      run, {{"metric", "rail_tonnes"}, {"numerator_kind", "rail"}, {"basis", "main_haul"}, {"direction", "both"}, {"period", "2025"}});
  REQUIRE(tonnes);
  return *tonnes;
}

}  // namespace

TEST_CASE("a new city checks clean and runs at once from an empty folder", "[app][repeats]") {
  const Scratch scratch;
  const Answer made = ask({"new", "demo"}, in(scratch));
  INFO(made.err);
  REQUIRE(made.code == 0);
  CHECK(made.err.empty());
  CHECK(made.out.find("railshift check demo") != std::string::npos);
  CHECK(ask({"check", "demo"}, in(scratch)).code == 0);
  const Answer look = ask({"look", "demo"}, in(scratch));
  CHECK(look.code == 0);
  CHECK(look.out.find("0 wrong, 0 doubtful") != std::string::npos);
  const Answer run = ask({"run", "demo", "--assert", "served"}, in(scratch));
  INFO(run.out);
  CHECK(run.code == 0);
  CHECK(run.out.find("tg-rail-share") != std::string::npos);
  CHECK(fs::exists(scratch / "runs" / "demo-plan" / "manifest.json"));
  CHECK(ask({"audit", (scratch / "runs" / "demo-plan").string()}).code == 0);
  CHECK_FALSE(fs::exists(scratch / "demo.partial"));
}

TEST_CASE("the edit that the skeleton names in its own comment raises the rail tonnes", "[app][repeats]") {
  const Scratch scratch;
  REQUIRE(ask({"new", "demo"}, in(scratch)).code == 0);
  const std::string toml = text_of(scratch / "demo" / "scenario.toml");
  REQUIRE(toml.find("change t_per_year of pr-mine in tables/processes.csv from 3000000 to 6000000 and the rail tonnes rise") !=
          std::string::npos);
  const double before = rail_tonnes(run_into(scratch, "before", scratch / "demo"));
  replace_in(scratch / "demo" / "tables" / "processes.csv", ",3000000,", ",6000000,");
  CHECK(ask({"check", (scratch / "demo").string()}).code == 0);
  const double after = rail_tonnes(run_into(scratch, "after", scratch / "demo"));
  // The works take 0.8 Mt in both; what is left for the port grows from 2.2 to 5.2 Mt, of which half goes by rail in the base year.
  CHECK(after > before + 1'000'000.0);
  CHECK(after < before + 3'000'000.0);
}

TEST_CASE("the shared parameters of a new city are those of the source tree, byte for byte", "[app]") {
  const Scratch scratch;
  REQUIRE(ask({"new", "demo"}, in(scratch)).code == 0);
  const auto names = files_in(scenario("parameters"));
  CHECK(names.size() == 12);
  CHECK(files_in(scratch / "demo" / "parameters") == names);
  for (const std::string& name : names) {
    INFO(name);
    CHECK((text_of(scratch / "demo" / "parameters" / name) == text_of(scenario("parameters") / name)));
  }
}

TEST_CASE("every number of the skeleton is an example with a reason, and the text names what to replace", "[app]") {
  const Scratch scratch;
  REQUIRE(ask({"new", "demo"}, in(scratch)).code == 0);
  for (const std::string table :
       {"sites", "processes", "process_io", "flows", "chains", "legs", "sidings", "register", "pools", "through"}) {
    for (const Row& row : rows_of(scratch / "demo" / "tables" / (table + ".csv"))) {
      INFO(table);
      CHECK(row.at("standing") == "assumed");
      CHECK((row.at("reason").starts_with("example: ") || row.at("reason") == "the siding was not there in the base year"));
    }
  }
  for (const std::string file : {"scenario.toml", "README.md"}) CHECK(text_of(scratch / "demo" / file).find('@') == std::string::npos);
}

TEST_CASE("a Chinese name needs an id and stands in the titles", "[app]") {
  const Scratch scratch;
  check_refused(scratch, {"new", "示例市"}, "--id");
  REQUIRE(ask({"new", "示例市", "--id", "shili"}, in(scratch)).code == 0);
  const std::string toml = text_of(scratch / "shili" / "scenario.toml");
  CHECK(toml.find("id = \"shili\"") != std::string::npos);
  CHECK(toml.find("city_zh = \"示例市\"") != std::string::npos);
  CHECK(ask({"check", "shili"}, in(scratch)).code == 0);
}

TEST_CASE("a name that is no id is refused and nothing is written", "[app]") {
  const Scratch scratch;
  for (const std::string city : {"Demo", "my city", "my_city", "my.city", "-demo"}) {
    const Answer answer = ask({"new", city}, in(scratch));
    INFO(city);
    CHECK(answer.code == 2);
    CHECK(fs::is_empty(scratch.path()));
  }
  check_refused(scratch, {"new", "demo", "--id", "Demo"}, "--id Demo");
  check_refused(scratch, {"new", "../demo"}, "slashes");
  check_refused(scratch, {"new", "a\"b", "--id", "ab"}, "quotation marks");
  check_refused(scratch, {"new", "a\nb\nid = 1", "--id", "ab"}, "control characters");
  check_refused(scratch, {"new", "\xff", "--id", "ab"}, "control characters");
  check_refused(scratch, {"new", ""}, "empty");
  check_refused(scratch, {"new"}, "Usage: railshift new CITY");
}

TEST_CASE("a folder that holds something is left alone, an empty one is filled", "[app]") {
  const Scratch scratch;
  fs::create_directories(scratch / "thesis");
  write_to(scratch / "thesis" / "chapter.txt", "ten years of work");
  check_refused(scratch, {"new", "demo", "--into", "thesis"}, "no empty folder");
  write_to(scratch / "note", "a file");
  check_refused(scratch, {"new", "demo", "--into", "note"}, "no empty folder");
  fs::create_directories(scratch / "empty");
  REQUIRE(ask({"new", "demo", "--into", "empty/"}, in(scratch)).code == 0);
  CHECK_FALSE(fs::exists(scratch / "empty" / ".partial"));
  // From inside an empty folder the result is the same as from outside.
  fs::create_directories(scratch / "inside");
  REQUIRE(ask({"new", "demo", "--into", "."}, {{{"LC_ALL", "en_US.UTF-8"}}, scratch / "inside"}).code == 0);
  CHECK(files_in(scratch / "inside") == files_in(scratch / "empty"));
  CHECK(ask({"check", (scratch / "inside").string()}).code == 0);
  check_refused(scratch, {"new", "demo", "--into", "empty"}, "no empty folder");
}

}  // namespace new_test
