/// What a user is told of an estimate.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "tests/app/cli.hpp"
#include "tests/app/results.hpp"

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
  CHECK(contains(ask({"audit", (scratch / "twin").string(), "--lang", "en"}).out, "0"));
}

TEST_CASE("a run by months says it in Chinese too", "[months]") {
  const Scratch scratch;
  const Answer answer = ask({"run", scenario("tiny").string(), "--engine", "months", "--out", (scratch / "twin").string(), "--lang", "zh"});
  CHECK(contains(answer.out, "估算"));
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
