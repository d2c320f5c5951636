#include <algorithm>
#include <chrono>
#include <random>

#include <catch2/catch.hpp>

#include "sim/scenario/check/check_report.hpp"
#include "tests/scenario/errors.hpp"

namespace load_test {

using namespace railshift;
using namespace railshift::test;

namespace {

World small_world() {
  scenario::Loaded loaded = scenario::load(small_scenario(), {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  return std::move(*loaded.world);
}

/// The data lines of a table in another order, the header first.
std::string shuffled(const std::string& csv, unsigned seed) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < csv.size();) {
    const auto end = csv.find('\n', at);
    lines.push_back(csv.substr(at, end - at + 1));
    at = end + 1;
  }
  std::mt19937 random(seed);
  std::shuffle(lines.begin() + 1, lines.end(), random);
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace

TEST_CASE("a sound folder becomes a world with its references resolved", "[scenario]") {
  const World w = small_world();
  CHECK(w.settings.start == make_date(2020, 1, 1));
  CHECK(w.settings.warmup_months == 1);
  const Flow& flow = w.flows[*w.flows.find("fl-market")];
  CHECK(w.sites[flow.origin].id == "mine");
  CHECK(w.sites[flow.destination].outside());
  CHECK(w.firms[w.sites[flow.origin].firm].id == "mine-co");
  CHECK(flow.share_or_t.on(make_date(2021, 5, 1)) == 0.75);
  const Chain& chain = w.chains[*w.chains.find("market-rail")];
  REQUIRE(chain.legs.size() == 1);
  CHECK(w.lines[*chain.legs[0].line].id == "ln-east");
  CHECK(w.sidings[*chain.legs[0].siding].id == "sd-mine");
  CHECK(w.nodes[*chain.legs[0].from_node].id == "s-mine");
  CHECK(w.chains_of(*w.flows.find("fl-market")).size() == 2);
}

TEST_CASE("a flow without a payload has that of its truck class", "[scenario]") {
  const World w = small_world();
  CHECK(w.flows[*w.flows.find("fl-market")].payload == Kilograms{30000});
  CHECK(w.flows[*w.flows.find("fl-market2")].payload == Kilograms{32000});
}

TEST_CASE("tonnes may carry the suffix for ten thousand tonnes", "[scenario]") {
  const World w = small_world();
  CHECK(w.processes[*w.processes.find("mining")].activity.in_year(2020).value == 1000000.0);  // 100万吨
}

TEST_CASE("rows of one id with several days become one dated value", "[scenario]") {
  const World w = small_world();
  CHECK(w.parameter("grid.co2_kg_per_kwh", make_date(2020, 12, 31)) == 0.7);
  CHECK(w.parameter("grid.co2_kg_per_kwh", make_date(2021, 1, 1)) == 0.65);
}

TEST_CASE("closed lists accept the Chinese word", "[scenario]") {
  const World w = small_world();
  const RegisterRow& row = w.register_rows[*w.register_rows.find("r-3")];
  CHECK(row.standard == Standard::china3);
  CHECK(row.powertrain == Powertrain::diesel);
}

TEST_CASE("a line has its sections in order and a section its background trains", "[scenario]") {
  const World w = small_world();
  REQUIRE(w.lines.size() == 1);
  CHECK(w.lines.begin()->sections == std::vector<std::uint32_t>{0});
  CHECK(w.rail_sections.begin()->background_per_day.on(make_date(2020, 1, 1)) == 10.0);
}

TEST_CASE("the order of rows, columns and files changes nothing", "[scenario]") {
  const std::string expected = scenario::check_report(small_world(), scenario::Language::en);
  for (unsigned seed = 1; seed <= 5; ++seed) {
    scenario::Files files = small_scenario();
    for (auto& [key, content] : files.content) {
      if (key != "scenario.toml") content = shuffled(content, seed);
    }
    const scenario::Loaded loaded = scenario::load(files, {});
    REQUIRE(loaded.world);
    CHECK(scenario::check_report(*loaded.world, scenario::Language::en) == expected);
    const World& w = *loaded.world;
    CHECK(w.flows[*w.flows.find("fl-market2")].payload == Kilograms{32000});
    CHECK(w.parameter("grid.co2_kg_per_kwh", make_date(2021, 1, 1)) == 0.65);
    CHECK(w.parameters[*w.parameters.find("grid.co2_kg_per_kwh")].value.steps().size() == 2);
  }
}

TEST_CASE("columns are found by name in any order", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["tables/firms.csv"] = "county,firm_id,name_en,name_zh\n140121,mine-co,m,矿\n140122,power-co,p,电\n,far-co,f,外\n";
  const scenario::Loaded loaded = scenario::load(files, {});
  REQUIRE(loaded.world);
  CHECK(loaded.world->firms[*loaded.world->firms.find("mine-co")].county == "140121");
}

TEST_CASE("every file that was read is kept with its hash", "[scenario]") {
  const scenario::Loaded loaded = scenario::load(small_scenario(), {});
  CHECK(loaded.inputs.size() == 31);  // scenario.toml and 30 tables
  for (const InputFile& input : loaded.inputs) CHECK(input.sha256 == sha256_hex(input.content));
}

TEST_CASE("a folder on disk gives the same world as its files in memory", "[scenario]") {
  const auto root = std::filesystem::temp_directory_path() / "railshift-load-test";
  std::filesystem::remove_all(root);
  const auto folder = write_folder(small_scenario(), root);
  const scenario::Loaded loaded = scenario::load(folder, {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  CHECK(scenario::check_report(*loaded.world, scenario::Language::zh) == scenario::check_report(small_world(), scenario::Language::zh));
  CHECK(loaded.inputs.size() == 31);
  std::filesystem::remove_all(root);
}

TEST_CASE("layers: baseline leaves out the plan, plan leaves out what nobody asked for", "[scenario]") {
  const auto ids = [](Layer layer, std::vector<std::string> removed = {}) {
    scenario::LoadRequest request;
    request.layer = layer;
    request.removed_measures = std::move(removed);
    const scenario::Loaded loaded = scenario::load(small_scenario(), request);
    REQUIRE(loaded.world);
    std::vector<std::string> out;
    for (const Measure& m : loaded.world->measures) out.push_back(m.id);
    return out;
  };
  CHECK(ids(Layer::baseline) == std::vector<std::string>{"law"});
  CHECK(ids(Layer::plan) == std::vector<std::string>{"gate", "law"});
  CHECK(ids(Layer::what_if) == std::vector<std::string>{"gate", "law", "trial"});
  CHECK(ids(Layer::plan, {"gate"}) == std::vector<std::string>{"law"});
}

TEST_CASE("a city of usual size is read in half a second", "[scenario]") {
  const std::filesystem::path folder = std::filesystem::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "taiyuan";
  if (!std::filesystem::exists(folder / "scenario.toml")) return;
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const scenario::Loaded loaded = scenario::load(folder, {});
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    CHECK(loaded.inputs.size() == 32);
  }
#ifdef NDEBUG
  CHECK(best <= 0.5);
#else
  CHECK(best <= 10.0);  // a build for debugging only has to end
#endif
}

}  // namespace load_test
