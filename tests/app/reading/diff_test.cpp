/// What differs in the inputs of scenarios and runs.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTown = scenario("tiny").string();

bool holds(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("a scenario does not differ from itself, nor from a run of it, and both end with exit code 0", "[app]") {
  const Scratch scratch;
  const Answer same = ask({"diff", kTown, kTown, "--lang", "zh"});
  CHECK(same.code == 0);
  CHECK(holds(same.out, "输入没有差异"));
  const std::string run = run_into(scratch, "run", kTown, {"--until", "2023-02-01"}).string();
  const Answer of_run = ask({"diff", kTown, run});
  CHECK(of_run.code == 0);
  CHECK(holds(of_run.out, "the inputs do not differ"));
  CHECK(holds(of_run.out, "B: run (plan, seed 6756, until 2023-02-01) · " + run));
}

TEST_CASE("measures, targets and rows differ with old and new value, unit and standing, and are counted", "[app]") {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / "scenario.toml", "in_service = 2023-10-01\n", "in_service = 2023-12-01\n");
  replace_in(copy / "scenario.toml", "[[measure.numbers]]\nfield = \"in_service\"\nlow = 2023-10-01\nhigh = 2023-10-01",
             "[[measure.numbers]]\nfield = \"in_service\"\nlow = 2023-10-01\nhigh = 2024-10-01");
  replace_in(copy / "tables" / "sidings.csv", "75,1,fence,0,1500,4,75,75", "90,1,fence,0,1500,4,75,90");
  const fs::path csv = scratch / "diff.csv";
  const Answer answer = ask({"diff", kTown, copy.string(), "--out", csv.string()});
  CHECK(answer.code == 0);
  for (const char* words :
       {"measure ms-siding (siding opens): changed", "in_service (first day of service): 2023-10-01 → 2023-12-01 [assumed]",
        "in_service.high", "table sidings", "0 added, 0 removed, 1 changed", "75 → 90 t/d [assumed]", "in all:"}) {
    INFO(words);
    CHECK(holds(answer.out, words));
  }
  CHECK(answer.out.find("measure ms-siding") < answer.out.find("table sidings"));
  int rows = 0;
  for (const Row& row : rows_of(csv)) {
    if (row.at("field") != "t_per_day") continue;
    ++rows;
    CHECK((row.at("from") == "75" && row.at("to") == "90" && row.at("standing_to") == "assumed" && row.at("change") == "changed"));
  }
  CHECK(rows == 1);
}

TEST_CASE("a run with --set differs from its scenario in what was set", "[app]") {
  const Scratch scratch;
  const std::string run = run_into(scratch, "set", kTown, {"--until", "2023-02-01", "--set", "pools.pl-ore.trucks=3"}).string();
  const Answer answer = ask({"diff", kTown, run});
  CHECK(answer.code == 0);
  CHECK(holds(answer.out, "table pools"));
  CHECK(holds(answer.out, "2 → 3"));
}

TEST_CASE("a folder that is neither scenario nor run is refused", "[app]") {
  const Answer answer = ask({"diff", kTown, "nowhere"});
  CHECK(answer.code == 2);
  CHECK(holds(answer.err, "nowhere"));
  CHECK(ask({"diff", kTown}).code == 2);
}
