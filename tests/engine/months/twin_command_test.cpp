/// What a user is told of an estimate.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "tests/app/cli.hpp"
#include "tests/app/results.hpp"

namespace twin_command_test {

using namespace railshift::cli;

TEST_CASE("a run by months says on the terminal, in its verdicts and in its manifest that it is an estimate", "[months]") {
  const Scratch scratch;
  const Answer answer = ask({"run", scenario("tiny").string(), "--engine", "months", "--out", (scratch / "twin").string(), "--lang", "en"});
  CHECK(answer.code == 0);
  CHECK(contains(answer.out, "ESTIMATE"));
  CHECK(contains(answer.out, "(estimate)"));
  const auto manifest = nlohmann::json::parse(text_of(scratch / "twin/manifest.json"));
  CHECK(manifest.at("estimate") == true);
  CHECK(manifest.at("request").at("engine") == "months");
  CHECK(manifest.at("caveats").front().at("id") == "quick-estimate");
  const auto verdicts = rows_of(scratch / "twin/verdicts.csv");
  REQUIRE(!verdicts.empty());
  for (const Row& row : verdicts) CHECK(contains(row.at("basis_reason"), "estimate"));
  CHECK(contains(answer.out, " trains (estimate); results in "));
  CHECK(ask({"audit", (scratch / "twin").string(), "--lang", "en"}).code == 0);
}

TEST_CASE("a run by months says it in Chinese too", "[months]") {
  const Scratch scratch;
  const Answer answer = ask({"run", scenario("tiny").string(), "--engine", "months", "--out", (scratch / "twin").string(), "--lang", "zh"});
  CHECK(contains(answer.out, "估算"));
  CHECK(contains(answer.out, " 列（估算）；结果在 "));
}

TEST_CASE("a full run says nothing of estimates", "[months]") {
  const Scratch scratch;
  const Answer answer = ask({"run", scenario("tiny").string(), "--out", (scratch / "full").string(), "--lang", "en"});
  CHECK(!contains(answer.out, "estimate"));
  CHECK(nlohmann::json::parse(text_of(scratch / "full/manifest.json")).at("estimate") == false);
}

TEST_CASE("a comparison marks the side that is an estimate", "[months]") {
  const Scratch scratch;
  const auto full = run_into(scratch, "full", scenario("tiny"));
  const auto twin = run_into(scratch, "twin", scenario("tiny"), {"--engine", "months"});
  const Answer answer = ask({"compare", full.string(), twin.string(), "--lang", "en"});
  CHECK(contains(answer.out, twin.string() + " (estimate)"));
  CHECK(!contains(answer.out, full.string() + " (estimate)"));
}

TEST_CASE("a comparison as a file names the estimate in its headings", "[months]") {
  const Scratch scratch;
  const auto full = run_into(scratch, "full", scenario("tiny"));
  const auto twin = run_into(scratch, "twin", scenario("tiny"), {"--engine", "months"});
  const auto csv = scratch / "beside.csv";
  REQUIRE(ask({"compare", full.string(), twin.string(), "--out", csv.string(), "--lang", "en"}).code == 0);
  const Row row = rows_of(csv).front();
  CHECK(row.count("twin (estimate)") == 1);
  CHECK(row.count("twin (estimate)_difference") == 1);
  CHECK(row.count("full") == 1);
  CHECK(row.count("twin") == 0);
}

TEST_CASE("verdicts of an estimate are marked beside the clauses, on the terminal and in the file", "[months]") {
  const Scratch scratch;
  const std::string town = scenario("tiny").string();
  const std::string full = run_into(scratch, "full", town).string();
  const std::string twin = run_into(scratch, "twin", town, {"--engine", "months"}).string();
  const auto csv = scratch / "clauses.csv";
  const Answer answer = ask({"coverage", town, "--run", twin, "--out", csv.string(), "--lang", "en"});
  REQUIRE(answer.code == 0);
  CHECK(contains(answer.out, "  target: tg-nox missed (estimate): simulated "));
  CHECK(rows_of(csv)[10].at("estimates") == "estimate;estimate");
  const Answer simulated = ask({"coverage", town, "--run", full, "--out", csv.string(), "--force", "--lang", "en"});
  CHECK(!contains(simulated.out, "(estimate)"));
  CHECK(rows_of(csv)[10].at("estimates") == ";");
  CHECK(contains(ask({"coverage", town, "--run", twin, "--lang", "zh"}).out, "  目标：tg-nox 未达到（估算）：模拟值 "));
}

TEST_CASE("of several scenarios the table marks the targets of the estimate alone", "[months]") {
  const Scratch scratch;
  const std::string town = scenario("tiny").string(), copy = copy_of_tiny(scratch).string();
  const std::string full = run_into(scratch, "full", town).string();
  const std::string twin = run_into(scratch, "twin", copy, {"--engine", "months"}).string();
  const auto csv = scratch / "targets.csv";
  const Answer answer = ask({"coverage", town, copy, "--run", full, "--run", twin, "--out", csv.string(), "--lang", "en"});
  REQUIRE(answer.code == 0);
  CHECK(contains(answer.out, "missed (estimate)"));
  std::map<std::string, int> targets;
  for (const Row& row : rows_of(csv)) ++targets[row.at("estimate")];
  REQUIRE(targets.size() == 2);
  CHECK(targets.at("estimate") == targets.at(""));
}

TEST_CASE("what differs between two results says which of them is an estimate", "[months]") {
  const Scratch scratch;
  const auto full = run_into(scratch, "full", scenario("tiny"));
  const auto twin = run_into(scratch, "twin", scenario("tiny"), {"--engine", "months"});
  const Answer answer = ask({"diff", full.string(), twin.string(), "--lang", "en"});
  CHECK(contains(answer.out, twin.string() + " (estimate)"));
  CHECK(!contains(answer.out, full.string() + " (estimate)"));
}

TEST_CASE("lists of single trips are refused with an estimate", "[months]") {
  const Scratch scratch;
  for (const std::string list : {"--trips", "--trains"}) {
    const Answer answer = ask({"run", scenario("tiny").string(), "--engine", "months", list, (scratch / "list.csv").string(), "--out",
                               (scratch / "twin").string(), "--lang", "en"});
    CHECK(answer.code == 2);
    CHECK(contains(answer.err, "--engine months estimates by the month"));
  }
}

TEST_CASE("another engine is refused with those that there are", "[months]") {
  const Answer answer = ask({"run", scenario("tiny").string(), "--engine", "days", "--lang", "en"});
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "events months"));
}

TEST_CASE("assess takes neither --engine nor the folder of an estimate for a run of its own", "[months]") {
  const Scratch scratch;
  CHECK(ask({"assess", scenario("tiny").string(), "--engine", "months", "--lang", "en"}).code == 2);
  const auto twin = run_into(scratch, "twin", scenario("tiny"), {"--engine", "months"});
  const Answer answer = ask({"assess", twin.string(), "--lang", "en"});
  CHECK(answer.code == 2);
  CHECK(!answer.err.empty());
}

}  // namespace twin_command_test
