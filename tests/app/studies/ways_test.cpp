// Goods whose road or siding is closed to them wait, and the run says so: the town of scenarios/tiny with a road or a capacity taken away.
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include "tests/app/results.hpp"

namespace ways_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

void edit(const fs::path& file, const std::string& from, const std::string& to) {
  std::ifstream in(file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(in), {});
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  write_to(file, text);
}

/// The only road of the mine is closed from March to September 2024: a second link with its ends stands for it from October on.
fs::path mine_without_road(const Scratch& scratch) {
  const fs::path town = copy_of_tiny(scratch);
  const std::string row = "lk-mine,矿区路,mine-road,nd-mine,nd-a,0,20,1,800,50,primary,990101,0,,,no,,,assumed,,invented: a round number";
  edit(town / "network" / "link.csv", row,
       "lk-mine-2,矿区路,mine-road,nd-mine,nd-a,0,20,1,800,50,primary,990101,0,2024-10-01,,no,,,assumed,,invented: a round number\n"
       "lk-mine,矿区路,mine-road,nd-mine,nd-a,0,20,1,800,50,primary,990101,0,,2024-03-01,no,,,assumed,,invented: a round number");
  return town;
}

/// Coal goes to the port by the yard alone.
fs::path coal_by_rail_only(const Scratch& scratch) {
  const fs::path town = copy_of_tiny(scratch);
  edit(town / "tables" / "chains.csv", "ch-coal-road,fl-coal,0.5,0.5,0.5,assumed,,invented: a round number for the worked case\n", "");
  edit(town / "tables" / "chains.csv", "ch-coal-yard,fl-coal,0.5,0.5,0.5,", "ch-coal-yard,fl-coal,1,1,1,");
  edit(town / "tables" / "legs.csv", "ch-coal-road,1,truck,,,,,,,0,,,assumed,,invented: a round number for the worked case\n", "");
  return town;
}

/// A sum over the flow table of a run, in kg.
std::int64_t kg(const fs::path& run, const std::string& column, const std::string& where) {
  const Answer answer =
      call({"sqlite3", (run / "run.gpkg").string(), "select coalesce(sum(" + column + "),0) from flows_view where " + where});
  REQUIRE(answer.code == 0);
  return std::stoll(answer.out);
}

}  // namespace

TEST_CASE("a mine whose only road is closed for seven months sends nothing by truck in them, and all of it later", "[app][repeats]") {
  const Scratch scratch;
  const auto run = run_into(scratch, "closed", mine_without_road(scratch), {"--layer", "baseline"});
  const std::string coal = "flow='fl-coal' and ";
  CHECK(kg(run, "delivered_kg", coal + "month between '2024-04' and '2024-09'") == 0);
  CHECK(kg(run, "delivered_kg", "flow='fl-coke' and month between '2024-04' and '2024-09'") == 0);
  // 3,000 t a month wait, from March to September; whoever had set out on the last of February has arrived.
  CHECK(kg(run, "waiting_close_kg", coal + "month = '2024-09'") == 21'000'000);
  CHECK(kg(run, "delivered_kg", coal + "month = '2024-10'") > 3'000'000);
  CHECK(kg(run, "delivered_kg", "flow='fl-ore' and month = '2024-06'") > 0);
  CHECK(ask({"audit", run.string(), "--lang", "en"}).code == 0);
}

TEST_CASE("a run that ends while the road is closed says who waits for it", "[app][repeats]") {
  const Scratch scratch;
  const Answer answer = ask({"run", mine_without_road(scratch).string(), "--layer", "baseline", "--until", "2024-05-01", "--out",
                             (scratch / "run").string(), "--lang", "en", "--assert", "served"});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("flow fl-coke waits for an open road from site st-mine (no open road): 100 loads, 3,000 t") != std::string::npos);
}

TEST_CASE("goods with rail alone deliver nothing over a siding that takes nothing, and wait before it", "[app][repeats]") {
  const Scratch scratch;
  const fs::path town = coal_by_rail_only(scratch);
  const Answer answer = ask({"run", town.string(), "--layer", "baseline", "--set", "sidings.sd-yard.t_per_day=0", "--out",
                             (scratch / "run").string(), "--lang", "en", "--assert", "served"});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 4);
  const fs::path run = scratch / "run";
  CHECK(kg(run, "delivered_kg", "flow='fl-coal'") == 0);
  // 36,000 t a year: all 24 months of 3,000 t wait.
  CHECK(kg(run, "waiting_close_kg", "flow='fl-coal' and month='2024-12'") == 72'000'000);
  CHECK(answer.out.find("flow fl-coal waits for capacity of siding sd-yard (refused): 2,400 loads, 72,000 t") != std::string::npos);
  CHECK(ask({"audit", run.string(), "--lang", "en"}).code == 0);
}

TEST_CASE("goods with rail alone come as fast as their siding takes them, and no faster", "[app][repeats]") {
  const Scratch scratch;
  const auto run = run_into(scratch, "half", coal_by_rail_only(scratch), {"--layer", "baseline", "--set", "sidings.sd-yard.t_per_day=50"});
  const std::int64_t waiting = kg(run, "waiting_close_kg", "flow='fl-coal' and month='2024-12'");
  // 72,000 t in 24 months, of which 50 t on each of 365 + 366 days have been let on; what fills no truck (below 30 t) waits too.
  CHECK(waiting >= 72'000'000 - 731 * 50'000);
  CHECK(waiting < 72'000'000 - 731 * 50'000 + 30'000);
  CHECK(kg(run, "delivered_kg", "flow='fl-coal'") <= 731 * 50'000 + 1'400'000);
  CHECK(kg(run, "delivered_kg", "flow='fl-coal'") >= 731 * 50'000 - 2 * 1'400'000);
  CHECK(ask({"audit", run.string(), "--lang", "en"}).code == 0);
}

}  // namespace ways_test
