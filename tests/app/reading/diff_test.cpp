/// What differs in the inputs of scenarios and runs.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace diff_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTown = scenario("tiny").string();

}  // namespace

TEST_CASE("a scenario does not differ from itself, nor from a run of its plan to its end, and both end with exit code 0", "[app]") {
  const Scratch scratch;
  const Answer same = ask({"diff", kTown, kTown, "--lang", "zh"});
  CHECK(same.code == 0);
  CHECK(contains(same.out, "输入没有差异"));
  const std::string run = run_into(scratch, "run", kTown).string();
  const Answer of_run = ask({"diff", kTown, run});
  CHECK(of_run.code == 0);
  CHECK(contains(of_run.out, "the inputs do not differ"));
  CHECK(contains(of_run.out, "B: run (plan, seed 6756) · " + run));
}

TEST_CASE("runs of one scenario differ in layer, seed and end, and in the measures that take no part", "[app]") {
  const Scratch scratch;
  const std::string plan = run_into(scratch, "plan", kTown, {"--until", "2023-02-01"}).string();
  const auto against = [&](const std::string& name, const std::vector<std::string>& words) {
    const Answer answer = ask({"diff", plan, run_into(scratch, name, kTown, words).string()});
    CHECK(answer.code == 0);
    CHECK_FALSE(contains(answer.out, "do not differ"));
    return answer.out;
  };
  const std::string baseline = against("baseline", {"--until", "2023-02-01", "--layer", "baseline"});
  CHECK(contains(baseline, "layer (layer that is run): plan → baseline"));
  check_order(baseline, "settings: changed", "measure ms-siding (siding opens): changed");
  CHECK(contains(baseline, "takes_part (takes part in the layer that is run): true → false"));
  CHECK_FALSE(contains(baseline, "ms-sales-5"));  // of the baseline: takes part in both
  const std::string seeded = against("seeded", {"--until", "2023-02-01", "--seed", "7"});
  CHECK(contains(seeded, "seed: 6756 → 7"));
  CHECK_FALSE(contains(seeded, "measure"));
  CHECK(contains(against("longer", {"--until", "2023-03-01"}), "2023-02-01 → 2023-03-01"));
  CHECK(contains(ask({"diff", kTown, plan}).out, "2025-01-01 → 2023-02-01"));
  CHECK(contains(ask({"diff", plan, plan}).out, "the inputs do not differ"));
}

TEST_CASE("an output file that cannot be written is refused before anything is read", "[app]") {
  const Scratch scratch;
  const fs::path broken = copy_of_tiny(scratch);
  write_to(broken / "scenario.toml", "[");
  const fs::path input = fs::path(kTown) / "tables" / "flows.csv";
  const Answer answer = ask({"diff", kTown, broken.string(), "--out", input.string(), "--force"});
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "--out"));
  CHECK_FALSE(contains(answer.err, "scenario.toml"));
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
    CHECK(contains(answer.out, words));
  }
  check_order(answer.out, "measure ms-siding", "table sidings");
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
  CHECK(contains(answer.out, "table pools"));
  CHECK(contains(answer.out, "2 → 3"));
}

TEST_CASE("a folder that is neither scenario nor run is refused", "[app]") {
  const Answer answer = ask({"diff", kTown, "nowhere"});
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "nowhere"));
  CHECK(ask({"diff", kTown}).code == 2);
}

}  // namespace diff_test
