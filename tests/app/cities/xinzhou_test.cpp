/// The third city: its books close, a month runs, the audit holds.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

using namespace railshift::cli;

TEST_CASE("Xinzhou: the scenario checks clean and says what its tonnes rest on", "[app]") {
  const Answer answer = ask({"check", scenario("xinzhou").string(), "--lang", "en"});
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(answer.out.find("derived") != std::string::npos);
}

TEST_CASE("Xinzhou: no flow states tonnes but follows from a balance", "[app]") {
  int flows = 0;
  for (const Row& row : rows_of(scenario("xinzhou") / "tables" / "flows.csv")) {
    ++flows;
    INFO(row.at("flow_id"));
    CHECK(row.at("rule") != "fixed");
    CHECK_FALSE(row.at("reason").empty());
  }
  CHECK(flows > 150);
}

TEST_CASE("Xinzhou: in a month of the plan every identity of the audit holds, and more coal leaves the city by rail than by road",
          "[app][slow]") {
  const Scratch scratch;
  const auto run = run_into(scratch, "january", scenario("xinzhou"), {"--until", "2020-02-01"});
  const Answer audit = ask({"audit", run.string(), "--lang", "en"});
  INFO(audit.out << audit.err);
  CHECK(audit.code == 0);
  const auto share = metric(run, {{"metric", "rail_share"},
                                  {"commodity", "thermal-coal"},
                                  {"numerator_kind", "rail"},
                                  {"basis", "main_haul"},
                                  {"denominator_kind", "rail_road"},
                                  {"direction", "out"},
                                  {"period", "2020"}});
  REQUIRE(share.has_value());
  CHECK(*share > 0.5);
  CHECK(*share < 0.95);
}
