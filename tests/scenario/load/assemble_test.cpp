#include "sim/scenario/check/standing_of_flow.hpp"
#include "tests/scenario/errors.hpp"

namespace assemble_test {

using namespace railshift;
using namespace railshift::test;

namespace {

World world_of(const scenario::Files& files) {
  const scenario::Loaded loaded = scenario::load(files, {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  return *loaded.world;
}

template <class T>
const T& row(const Table<T>& table, const std::string& id) {
  const auto at = table.find(id);
  REQUIRE(at);
  return table[*at];
}

Standing standing(const scenario::Files& files, const std::string& flow) {
  const World w = world_of(files);
  return scenario::standing_of(w, row(w.flows, flow));
}

const std::string kProcesses = "tables/processes.csv";
const std::string kIo = "tables/process_io.csv";
const std::string kFlows = "tables/flows.csv";

}  // namespace

TEST_CASE("every row has become a row of the world, and the lines come from their sections", "[scenario]") {
  const World w = world_of(small_scenario());
  CHECK(w.firms.size() == 3);
  CHECK(w.sites.size() == 3);
  CHECK(w.flows.size() == 3);
  CHECK(w.chains.size() == 4);
  CHECK(w.nodes.size() == 6);
  CHECK(w.lines.size() == 1);
  CHECK(row(w.lines, "ln-east").sections == std::vector<std::uint32_t>{0});
  CHECK(row(w.rail_sections, "sec-1").background_per_day.on(make_date(2020, 1, 1)) == 10.0);
}

TEST_CASE("a process has its activity by day and its inputs and outputs by commodity and role", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content[kProcesses] += "mining,mine,coal,2021-01-01,900000,,,published,yearbook,\n";
  files.content[kIo] += "mining,coal,loss,2020-01-01,0,,,derived,,none\n";
  files.content[kFlows] += "";
  const World w = world_of(files);
  const Process& mining = row(w.processes, "mining");
  REQUIRE(mining.activity.points.size() == 2);
  CHECK(mining.activity.points[0].valid_from == make_date(2020, 1, 1));
  CHECK(mining.io.size() == 2);
  CHECK(row(w.processes, "burning").io.size() == 1);
}

TEST_CASE("legs stand in their chain in the order of their numbers, whatever the order of the rows", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/legs.csv", "plant-road,1,truck,,,,,,,0,,,derived,,network path\n",
          "plant-road,2,truck,s-mine,,,,9,0.3,7,,,derived,,x\nplant-road,1,truck,,s-mine,,,3,0.1,0,,,derived,,x\n");
  const Chain chain = row(world_of(files).chains, "plant-road");
  REQUIRE(chain.legs.size() == 2);
  CHECK(chain.legs[0].seq == 1);
  CHECK(chain.legs[1].charges.value == 7.0);
}

TEST_CASE("a flow's payload is its own or that of its truck class, its times those of its timetable", "[scenario]") {
  const World w = world_of(small_scenario());
  CHECK(row(w.flows, "fl-market").payload == Kilograms{30'000});
  CHECK(row(w.flows, "fl-market2").payload == Kilograms{32'000});
  CHECK(row(w.flows, "fl-market").times.empty());
}

TEST_CASE("a fixed flow stands as its own row does", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, kFlows, "rest_out,2020-01-01,0.75,flat,semi,30,0.5,1,assumed,,the rest",
          "rest_out,2020-01-01,1,flat,semi,30,,,derived,,all");
  replace(files, kFlows, "rest_out,2020-01-01,0.25,flat,semi,,0,0.5,assumed,,the rest",
          "fixed,2020-01-01,85,flat,semi,,,,published,yearbook,");
  CHECK(standing(files, "fl-market2") == Standing::published);
}

TEST_CASE("a share is derived at best: published activity and yields do not make it published", "[scenario]") {
  CHECK(standing(small_scenario(), "fl-plant") == Standing::derived);
  CHECK(standing(small_scenario(), "fl-market") == Standing::derived_from_assumed);  // its own share is assumed
}

TEST_CASE("an assumed activity or yield makes the shares of its own side assumed, and no others", "[scenario]") {
  // The plant's need is assumed: what it pulls rests on it. What the mine sends away is a share of the mine's output.
  const std::string plant = "burning,plant,coal,2020-01-01,400000,,,published,yearbook,";
  scenario::Files need = small_scenario();
  replace(need, kFlows, "0.75,flat,semi,30,0.5,1,assumed,,the rest", "0.75,flat,semi,30,,,derived,,the rest");
  scenario::Files output = need;
  replace(need, kProcesses, plant, "burning,plant,coal,2020-01-01,400000,300000,500000,assumed,,r");
  CHECK(standing(need, "fl-plant") == Standing::derived_from_assumed);
  CHECK(standing(need, "fl-market") == Standing::derived);
  replace(output, kIo, "mining,coal,out,2020-01-01,1,,,derived,,the driver itself", "mining,coal,out,2020-01-01,1,1,1,assumed,,r");
  CHECK(standing(output, "fl-plant") == Standing::derived);
  CHECK(standing(output, "fl-market") == Standing::derived_from_assumed);
}

TEST_CASE("an output that a site makes besides does not touch what it needs", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content[kIo] += "burning,coal,loss,2020-01-01,0,0,0.1,assumed,,r\n";
  CHECK(standing(files, "fl-plant") == Standing::derived);  // a loss belongs to the output side
}

}  // namespace assemble_test
