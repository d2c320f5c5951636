/// What a scenario says of its own data, and scopes of targets.
#include "sim/scenario/check/check_report.hpp"
#include "tests/scenario/errors.hpp"

namespace caveats_test {

using namespace railshift;
using namespace railshift::test;

namespace {

std::string caveat(const std::string& more) { return "[[caveat]]\nid = \"cv-coke\"\ntext_zh = \"焦炭\"\ntext_en = \"coke\"\n" + more; }

scenario::Files with(const std::string& section) {
  scenario::Files files = small_scenario();
  files.content["scenario.toml"] += section;
  return files;
}

scenario::Files with_scope(const std::string& scope) {
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "scope = { firm = \"mine-co\", basis = \"gate\" }", "scope = { " + scope + " }");
  return files;
}

}  // namespace

TEST_CASE("a caveat is read with the metrics it concerns", "[scenario]") {
  const auto loaded =
      scenario::load(with(caveat("concerns = [\"rail_share\", \"发送量\"]\nstanding = \"assumed\"\nsource = \"flows.csv\"\n")), {});
  REQUIRE(loaded.world);
  const Caveat expected{"cv-coke",         "焦炭",     "coke", {MetricKind::rail_share, MetricKind::rail_station_tonnes},
                        Standing::assumed, "flows.csv"};
  REQUIRE(loaded.world->caveats.size() == 1);
  CHECK(*loaded.world->caveats.begin() == expected);
}

TEST_CASE("a caveat without a source, of an unknown metric or said twice is refused", "[scenario]") {
  check_single(errors_of(with(caveat("standing = \"assumed\"\n"))), "small/scenario.toml:60:1", "key \"source\" is missing");
  check_single(errors_of(with(caveat("concerns = [\"rail_shore\"]\nstanding = \"assumed\"\nsource = \"x\"\n"))),
               "small/scenario.toml:64:13", "rail_shore");
  const std::string whole = caveat("standing = \"assumed\"\nsource = \"x\"\n");
  check_single(errors_of(with(whole + whole)), "small/scenario.toml:67:6", "\"cv-coke\" again");
}

TEST_CASE("a scope names a class of hauls or a county that exists, and no field of another metric", "[scenario]") {
  for (const char* scope : {"haul_class = \">=750\"", "haul_class = \"<100\"", "haul_class = \">=500\"", "county = \"140121\""}) {
    INFO(scope);
    CHECK(errors_of(with_scope(scope)) == std::vector<std::string>{});
  }
  check_single(errors_of(with_scope("haul_class = \"<99\"")), "small/scenario.toml:54:24", "haul_class is \"<99\"");
  check_single(errors_of(with_scope("county = \"1402\"")), "small/scenario.toml:54:20", "county is \"1402\"");
  check_single(errors_of(with_scope("rail_station = \"nowhere\"")), "small/scenario.toml:54:26",
               "the scope of rail_share has rail_station");
}

TEST_CASE("check lists a row of several firms that a threshold binds, and none where every row is one firm", "[scenario]") {
  // the gate floor binds firms from 150,000 t a year on; the plant burns 400,000 t
  scenario::Files files = small_scenario();
  const auto text = [&files] { return scenario::check_report(*scenario::load(files, {}).world, scenario::Language::en); };
  CHECK(text().find("Rows of several firms") == std::string::npos);
  replace(files, "tables/firms.csv", "name_zh,name_en,county\n", "name_zh,name_en,county,is_sum\n");
  replace(files, "tables/firms.csv", "140121\n", "140121,no\n");
  replace(files, "tables/firms.csv", "140122\n", "140122,yes\n");
  std::string& firms = files.content["tables/firms.csv"];
  firms.insert(firms.size() - 1, ",");  // the last firm leaves the cell empty
  CHECK(text().find("power company (power-co): gate\n") != std::string::npos);
}

}  // namespace caveats_test
