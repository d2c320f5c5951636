/// A district by county code: its books close with the mines and lines that feed it, and its own sites, roads and stations are told apart.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

using namespace railshift::cli;

namespace {

constexpr const char* kDistrict = "140213";

}  // namespace

TEST_CASE("Pingcheng: the scenario checks clean and says what its tonnes rest on", "[app]") {
  const Answer answer = ask({"check", scenario("pingcheng").string(), "--lang", "en"});
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(answer.out.find("derived") != std::string::npos);
}

TEST_CASE("Pingcheng: no flow states tonnes but follows from a balance", "[app]") {
  int flows = 0;
  for (const Row& row : rows_of(scenario("pingcheng") / "tables" / "flows.csv")) {
    ++flows;
    INFO(row.at("flow_id"));
    CHECK(row.at("rule") != "fixed");
    CHECK_FALSE(row.at("reason").empty());
  }
  CHECK(flows > 130);
}

TEST_CASE("Pingcheng: no mine lies in the district, a power plant and stations do, and gateways stand on its border", "[app]") {
  int mines = 0;
  int plants = 0;
  for (const Row& row : rows_of(scenario("pingcheng") / "tables" / "sites.csv")) {
    INFO(row.at("site_id"));
    if (row.at("kind") == "mine") {
      ++mines;
      CHECK(row.at("county") != kDistrict);
    }
    if (row.at("kind") == "power_plant" && row.at("county") == kDistrict) ++plants;
  }
  CHECK(mines == 34);
  CHECK(plants == 1);
  int border = 0;
  int stations = 0;
  for (const Row& row : rows_of(scenario("pingcheng") / "network" / "node.csv")) {
    if (row.at("node_type") == "gateway" && row.at("node_id").rfind("gw-pc-", 0) == 0) ++border;
    if (row.at("node_type") == "station" && row.at("county") == kDistrict) ++stations;
  }
  CHECK(border == 19);
  CHECK(stations == 2);
}

TEST_CASE("Pingcheng: in a month of the plan every identity of the audit holds, and most coal leaves by rail", "[app][slow]") {
  const Scratch scratch;
  const auto run = run_into(scratch, "january", scenario("pingcheng"), {"--until", "2020-02-01"});
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
