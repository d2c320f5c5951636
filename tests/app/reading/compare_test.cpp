/// Several runs beside a base.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/app/results.hpp"

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kTown = scenario("tiny");

bool holds(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

Row row_of(const std::vector<Row>& rows, const Row& fields) {
  for (const Row& row : rows) {
    if (std::all_of(fields.begin(), fields.end(), [&row](const auto& f) { return row.at(f.first) == f.second; })) return row;
  }
  FAIL("no such row");
  return {};
}

}  // namespace

TEST_CASE("three runs stand side by side: targets first, each with its difference from the base", "[app]") {
  const Scratch scratch;
  const std::string baseline = run_into(scratch, "baseline", kTown, {"--layer", "baseline"}).string();
  const std::string plan = run_into(scratch, "plan", kTown).string();
  const std::string late = run_into(scratch, "late", kTown, {"--set", "measure.ms-siding.in_service=2024-07-01"}).string();
  const fs::path csv = scratch / "three.csv";
  const Answer answer = ask({"compare", baseline, plan, late, "--out", csv.string()});
  REQUIRE(answer.code == 0);
  for (const std::string& words : {"A: baseline (no plan) · " + baseline, "B: plan · " + plan, "C: plan · " + late, std::string("targets:"),
                                   std::string("difference B−A"), std::string("difference C−A"), std::string("tg-rail-2024")}) {
    INFO(words);
    CHECK(holds(answer.out, words));
  }
  CHECK(answer.out.find("targets:") < answer.out.find("yearly metrics"));
  const std::vector<Row> rows = rows_of(csv);
  // tests/hand/tiny.md: 18,200 t by rail in 2024 without the plan, 46,700 t with it; target tg-rail-2024 asks for 40,000.
  const Row target = row_of(rows, {{"row", "target"}, {"target", "tg-rail-2024"}});
  CHECK_FALSE(target.at("plan difference").empty());
  CHECK(target.at("plan percent").empty());
  const Row rail = row_of(rows, {{"row", "figure"},
                                 {"metric", "rail_tonnes"},
                                 {"period", "2024"},
                                 {"unit", "t"},
                                 {"firm", ""},
                                 {"county", ""},
                                 {"commodity", ""},
                                 {"haul_class", ""},
                                 {"basis", "main_haul"},
                                 {"direction", "both"},
                                 {"denominator_kind", ""}});
  CHECK((rail.at("baseline") == "18200" && rail.at("plan") == "46700" && rail.at("plan difference") == "28500"));
  CHECK(std::stod(rail.at("late")) < 46700.0);
  CHECK(rail.at("late seeds") == "1");
}

TEST_CASE("replicated runs differ seed by seed, with the least and the greatest", "[app]") {
  const Scratch scratch;
  const auto two_seeds = [&](const std::string& name, const std::string& layer) {
    return run_into(scratch, name, kTown, {"--layer", layer, "--replications", "2", "--jobs", "1", "--until", "2024-01-01"}).string();
  };
  const std::string baseline = two_seeds("baseline", "baseline"), plan = two_seeds("plan", "plan");
  const fs::path csv = scratch / "seeds.csv";
  const Answer answer = ask({"compare", baseline, plan, "--out", csv.string()});
  REQUIRE(answer.code == 0);
  CHECK(holds(answer.out, "(mean of 2 seeds)"));
  CHECK(holds(answer.out, "by seed"));
  int counted = 0;
  for (const Row& row : rows_of(csv)) {
    if (row.at("plan seeds").empty()) continue;
    CHECK(row.at("plan seeds") == "2");
    CHECK(std::stod(row.at("plan least")) <= std::stod(row.at("plan difference")));
    CHECK(std::stod(row.at("plan difference")) <= std::stod(row.at("plan greatest")));
    ++counted;
  }
  CHECK(counted > 20);
}

TEST_CASE("runs on other seeds are compared with a note that their differences hold chance", "[app]") {
  const Scratch scratch;
  const std::string one = run_into(scratch, "one", kTown, {"--until", "2023-03-01"}).string();
  const std::string other = run_into(scratch, "other", kTown, {"--until", "2023-03-01", "--seed", "7", "--layer", "baseline"}).string();
  CHECK(holds(ask({"compare", one, other}).out, "note: B and A have no random seed in common"));
  CHECK_FALSE(holds(ask({"compare", one, one}).out, "no random seed"));
}

TEST_CASE("a run whose figures were altered is not compared", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown, {"--until", "2023-02-01"});
  write_to(run / "metrics.csv", text_of(run / "metrics.csv") + "\n");
  const Answer answer = ask({"compare", run.string(), run.string()});
  CHECK(answer.code == 2);
  CHECK(holds(answer.err, "metrics.csv of " + run.string() + " is not as the run wrote it"));
}
