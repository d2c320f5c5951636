/// The third city: its books close, a month runs, the audit holds, coal of Jinzhong stays apart.
#include <catch2/catch.hpp>

#include <map>

#include "tests/app/results.hpp"

using namespace railshift::cli;

TEST_CASE("Yangquan: the scenario checks clean and says what its tonnes rest on", "[app]") {
  const Answer answer = ask({"check", scenario("yangquan").string(), "--lang", "en"});
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(answer.out.find("derived") != std::string::npos);
  CHECK(answer.out.find("Warning") == std::string::npos);
}

TEST_CASE("Yangquan: only coal of Jinzhong states tonnes, every other flow follows from a balance", "[app]") {
  int flows = 0;
  for (const Row& row : rows_of(scenario("yangquan") / "tables" / "flows.csv")) {
    ++flows;
    INFO(row.at("flow_id"));
    CHECK((row.at("rule") == "fixed") == (row.at("flow_id").rfind("fl-yq-017-", 0) == 0));
    CHECK_FALSE(row.at("reason").empty());
  }
  CHECK(flows > 120);
}

TEST_CASE(
    "Yangquan: in a month of the plan the audit holds, coal of Jinzhong is loaded outside, and a third of the bulk goods goes by rail",
    "[app][slow]") {
  const Scratch scratch;
  const auto run = run_into(scratch, "january", scenario("yangquan"), {"--until", "2020-02-01"});
  const Answer audit = ask({"audit", run.string(), "--lang", "en"});
  INFO(audit.out << audit.err);
  CHECK(audit.code == 0);
  const auto share = metric(run, {{"metric", "rail_share"},
                                  {"numerator_kind", "rail"},
                                  {"basis", "main_haul"},
                                  {"denominator_kind", "rail_road"},
                                  {"direction", "both"},
                                  {"period", "2020"}});
  REQUIRE(share.has_value());
  CHECK(*share > 0.25);
  CHECK(*share < 0.5);
  const std::map<std::string, std::string> outside{{"rs-xiyang", "140724"}, {"rs-shouyang", "140725"}};  // 8.0 and 6.0 Mt a year
  for (const auto& [station, county] : outside) {
    INFO(station);
    const auto loaded = metric(
        run,
        {{"metric", "rail_station_tonnes"}, {"county", county}, {"rail_station", station}, {"direction", "out"}, {"period", "2020-01"}});
    REQUIRE(loaded.has_value());
    CHECK(*loaded > 400000.0);
  }
}
