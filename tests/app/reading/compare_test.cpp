/// Several runs beside a base.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/app/results.hpp"

namespace compare_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kTown = scenario("tiny");

Row row_of(const std::vector<Row>& rows, const Row& fields) {
  for (const Row& row : rows) {
    if (std::all_of(fields.begin(), fields.end(), [&row](const auto& f) { return row.at(f.first) == f.second; })) return row;
  }
  FAIL("no such row");
  return {};
}

}  // namespace

TEST_CASE("three runs stand side by side: targets first, each with its difference from the base", "[app][repeats]") {
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
    CHECK(contains(answer.out, words));
  }
  check_order(answer.out, "targets:", "yearly metrics");
  // what only one layer has (no plan, no frozen base) is counted and stands in no row
  CHECK(contains(answer.out, " more yearly metrics are not in all of the runs and are not compared\n"));
  CHECK_FALSE(contains(answer.out.substr(answer.out.find("yearly metrics")), "retired share"));
  const std::vector<Row> rows = rows_of(csv);
  // tests/hand/tiny.md: 18,200 t by rail in 2024 without the plan, 46,700 t with it; target tg-rail-2024 asks for 40,000.
  const Row target = row_of(rows, {{"row", "target"}, {"target", "tg-rail-2024"}});
  CHECK((target.at("baseline") == "18200" && target.at("plan") == "46700" && target.at("plan_difference") == "28500"));
  CHECK(target.at("plan_percent").empty());
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
  CHECK((rail.at("baseline") == "18200" && rail.at("plan") == "46700" && rail.at("plan_difference") == "28500"));
  // From July 75 t a day, a train of 1,500 t every 20 days: 21 Jul, 10 and 30 Aug, 19 Sep, 9 and 29 Oct, 18 Nov, 8 and 28 Dec, nine of
  // them. 18,200 + 9 x 1,500 = 31,700 t, 13,500 t more than without the plan.
  CHECK((rail.at("late") == "31700" && rail.at("late_difference") == "13500" && rail.at("late_seeds") == "1"));
  CHECK((rail.at("baseline_months") == "1..12" && rail.at("late_replications") == "1" && rail.at("late_common_seeds") == "6756..6756"));
}

TEST_CASE("replicated runs differ seed by seed, with the least and the greatest", "[app][repeats]") {
  const Scratch scratch;
  const auto two_seeds = [&](const std::string& name, const std::string& layer) {
    return run_into(scratch, name, kTown, {"--layer", layer, "--replications", "2", "--jobs", "1", "--until", "2024-01-01"}).string();
  };
  const std::string baseline = two_seeds("baseline", "baseline"), plan = two_seeds("plan", "plan");
  const fs::path csv = scratch / "seeds.csv";
  const Answer answer = ask({"compare", baseline, plan, "--out", csv.string()});
  REQUIRE(answer.code == 0);
  CHECK(contains(answer.out, "(mean of 2 seeds)"));
  CHECK(contains(answer.out, "by seed"));
  CHECK_FALSE(contains(answer.out, "note:"));  // the differences cover all seeds of both
  int counted = 0;
  for (const Row& row : rows_of(csv)) {
    if (row.at("plan_seeds").empty()) continue;
    CHECK(row.at("plan_seeds") == "2");
    CHECK(std::stod(row.at("plan_least")) <= std::stod(row.at("plan_difference")));
    CHECK(std::stod(row.at("plan_difference")) <= std::stod(row.at("plan_greatest")));
    ++counted;
  }
  CHECK(counted > 20);
}

TEST_CASE("three seeds against one: the difference covers the one that both ran, which terminal and CSV say", "[app][repeats]") {
  const Scratch scratch;
  const std::string one = run_into(scratch, "one", kTown, {"--layer", "baseline", "--until", "2024-01-01"}).string();
  const std::string three = run_into(scratch, "three", kTown, {"--replications", "3", "--jobs", "1", "--until", "2024-01-01"}).string();
  const fs::path csv = scratch / "seeds.csv";
  const Answer answer = ask({"compare", one, three, "--out", csv.string()});
  CHECK(answer.code == 0);
  CHECK(contains(answer.out, "note: differences and per cent of B and A cover the seeds that both ran alone, 1 of them (6756)"));
  CHECK(contains(ask({"compare", three, one, "--lang", "zh"}).out, "提示：乙 与 甲 的差值和百分比只按共有的 1 个种子（6756）"));
  const Row trucks = row_of(rows_of(csv), {{"row", "target"}, {"target", "tg-china3"}});
  CHECK((trucks.at("one_replications") == "1" && trucks.at("three_replications") == "3"));
  CHECK((trucks.at("three_seeds") == "1" && trucks.at("three_common_seeds") == "6756..6756"));
}

TEST_CASE("a value that was observed and that no run made says so beside the targets", "[app]") {
  const Scratch scratch;
  const std::string run = run_into(scratch, "run", kTown, {"--until", "2024-01-01"}).string();
  const std::string other = run_into(scratch, "other", kTown, {"--until", "2024-01-01", "--layer", "baseline"}).string();
  // tg-rail-2022 is due before the first day; observed.csv has 12,000 t.
  const fs::path csv = scratch / "observed.csv";
  const Answer answer = ask({"compare", run, other, "--out", csv.string()});
  CHECK(answer.code == 0);
  CHECK(contains(answer.out, "12,000 t (observed)"));
  CHECK(contains(ask({"compare", run, other, "--lang", "zh"}).out, "1.20 万吨（实测）"));
  const Row rail = row_of(rows_of(csv), {{"row", "target"}, {"target", "tg-rail-2022"}});
  CHECK((rail.at("run") == "12000" && rail.at("run_replications") == "0" && rail.at("other_difference").empty()));
}

TEST_CASE("runs on other seeds are compared with a note that their differences hold chance", "[app]") {
  const Scratch scratch;
  const std::string one = run_into(scratch, "one", kTown, {"--until", "2023-03-01"}).string();
  const std::string other = run_into(scratch, "other", kTown, {"--until", "2023-03-01", "--seed", "7", "--layer", "baseline"}).string();
  CHECK(contains(ask({"compare", one, other}).out, "note: B and A have no random seed in common"));
  const Answer same = ask({"compare", one, one});
  CHECK(same.code == 0);
  CHECK(contains(same.out, "no difference: all"));
  CHECK_FALSE(contains(same.out, "note:"));
}

TEST_CASE("a run whose figures were altered is not compared", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown, {"--until", "2023-02-01"});
  write_to(run / "metrics.csv", text_of(run / "metrics.csv") + "\n");
  const Answer answer = ask({"compare", run.string(), run.string()});
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "metrics.csv of " + run.string() + " is not as the run wrote it"));
}

}  // namespace compare_test
