/// Pingcheng: a district by county code; its own sites, roads and stations are told from the mines and lines that feed it.
#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "tests/app/results.hpp"

namespace pingcheng_test {

using namespace railshift::cli;

namespace {

constexpr const char* kDistrict = "140213";

}  // namespace

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

TEST_CASE("Pingcheng: coal of Inner Mongolia joins Daqin at Hudong, so fewer trains of others run before it than beyond it", "[app]") {
  std::map<std::string, int> trains;  // of the base year: 27 of Shuozhou's coal and ten more; 421 Mt less 64 Mt / 365 / 9,091 t
  for (const Row& row : rows_of(scenario("pingcheng") / "network" / "rail_background.csv")) {
    if (row.at("valid_from") == "2020-01-01") trains[row.at("section_id")] = std::stoi(row.at("trains_per_day"));
  }
  CHECK(trains.at("ln-daqin-1") == 37);
  CHECK(trains.at("ln-daqin-2") == 37);
  CHECK(trains.at("ln-daqin-3") == 108);
}

}  // namespace pingcheng_test
