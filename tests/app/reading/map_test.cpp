/// run.gpkg and map.gpkg as a map program opens them.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace map_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTown = scenario("tiny").string();

std::string select(const fs::path& file, const std::string& sql) {
  const Answer answer = call({"sqlite3", file.string(), sql});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return answer.out;
}

}  // namespace

TEST_CASE("a run file has places, roads and railway as layers with styles, and the years of a road are the sums of its months", "[app]") {
  const Scratch scratch;
  const fs::path file = run_into(scratch, "run", kTown) / "run.gpkg";
  CHECK(select(file, "select table_name || ' ' || geometry_type_name from gpkg_geometry_columns where srs_id = 4326 order by rowid") ==
        "link_geometry LINESTRING\nmap_sites POINT\nmap_sidings POINT\nmap_stations POINT\nmap_rail_stations POINT\nmap_gateways POINT\n"
        "map_links LINESTRING\nmap_railway LINESTRING\n");
  CHECK(select(file, "select count(*) from gpkg_geometry_columns g join gpkg_contents c using (table_name) where c.min_x is null") ==
        "0\n");
  CHECK(select(file, "select count(*) from layer_styles where styleQML like '%RuleRenderer%'") == "7\n");
  CHECK(select(
            file,
            "select count(*) from map_links m where vehicles <> (select coalesce(sum(vehicles), 0) from links_view v where v.link = m.link "
            "and substr(v.month, 1, 4) = cast(m.year as text))") == "0\n");
  CHECK(select(file, "select sum(vehicles) from map_links") == select(file, "select sum(vehicles) from links"));
  // The works' siding carries 1,500 t a train from October 2023 on; every train of the west line runs from -> to.
  CHECK(select(file, "select sum(round(forward_per_day * 365)) > 0, sum(backward_per_day) from map_railway where section = 'rl-west'") ==
        "1|0.0\n");
  CHECK(ask({"audit", (scratch / "run").string()}).code == 0);
}

TEST_CASE("an assessment has plan, baseline and difference of roads and railway as layers, and they agree", "[app]") {
  const Scratch scratch;
  const Answer answer = ask({"assess", kTown, "--quick", "--out", (scratch / "assessed").string()});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  const fs::path file = scratch / "assessed" / "map.gpkg";
  CHECK(select(file,
               "select count(*), max(abs(d.difference - (p.per_day - b.per_day))) < 1e-9, sum(d.difference <> 0) > 0 from "
               "map_links_difference d "
               "join map_links_plan p using (link, year) join map_links_baseline b using (link, year)") == "16|1|1\n");
  CHECK(select(file,
               "select count(*), max(abs(d.difference_t - (p.tonnes_t - b.tonnes_t))) < 1e-6 from map_railway_difference d join "
               "map_railway_plan p using (section, year) join map_railway_baseline b using (section, year)") == "4|1\n");
  CHECK(select(file, "select count(*) from layer_styles") == "11\n");
  CHECK(select(scratch / "assessed" / "plan" / "run.gpkg", "select sum(vehicles) from map_links") ==
        select(file, "select sum(vehicles) from map_links_plan"));
  CHECK(ask({"audit", (scratch / "assessed").string()}).code == 0);
}

}  // namespace map_test
