/// Both cities: pools run as little empty as statistics know, their loads find a truck in time while it works, whatever rule sends trucks.
/// pools.csv of both layers are the same bytes until the end of 2022, so that what holds of the baseline's first years holds of the plan's.
#include <catch2/catch.hpp>

#include <cmath>

#include "tests/app/results.hpp"

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

double number(const Row& row, const std::string& column) { return std::stod(row.at(column)); }

bool is_year(const std::string& period) { return period.size() == 4; }
bool is_month(const std::string& period) { return period.size() == 7; }

/// Rows of whole pools that had loads, with a period that `of` takes.
template <typename Which>
std::vector<Row> pools(const fs::path& run, const Which& of) {
  std::vector<Row> rows;
  for (const Row& row : rows_of(run / "pools.csv")) {
    if (row.at("owner") == "all" && of(row.at("period")) && number(row, "loads") > 0.0) rows.push_back(row);
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

/// Hours of a year in which the trucks of a pool worked, for a truck in it.
double hours_of_work(const Row& row) {
  double a_load = 0.0;
  for (const char* part : {"empty_h", "origin_wait_h", "load_h", "loaded_h", "destination_wait_h", "unload_h", "repair_h"})
    a_load += number(row, part);
  return a_load * number(row, "loads") / number(row, "trucks");
}

/// Hours of a year in which a truck of a pool could work.
double hours_of_shifts(const std::string& city, const std::string& pool, double days) {
  for (const Row& row : rows_of(scenario(city) / "tables" / "pools.csv")) {
    if (row.at("pool_id") == pool) return days * number(row, "shift_hours") * number(row, "availability");
  }
  FAIL("no pool " << pool);
  return 0.0;
}

/// More than 40 % of truck kilometres empty is what the province reports (a ratio of 0.67); no pool drives much more empty than loaded.
void check_empty_running(const fs::path& run) {
  for (const Row& row : pools(run, is_year)) {
    INFO(row.at("pool") << " " << row.at("period"));
    CHECK(number(row, "empty_km") <= 1.05 * number(row, "loaded_km"));
    CHECK(number(row, "empty_km") >= 0.67 * number(row, "loaded_km"));
  }
}

void check_base_year(const fs::path& run, const std::string& city) {
  for (const Row& row : pools(run, [](const std::string& period) { return period == "2020"; })) {
    INFO(row.at("pool"));
    CHECK(number(row, "p95_load_wait_h") <= 12.0);
    CHECK(hours_of_work(row) >= 0.5 * hours_of_shifts(city, row.at("pool"), 366.0));
    const double idle_h = number(row, "idle_trucks") / number(row, "trucks") * 366.0 * 24.0;
    CHECK(hours_of_work(row) >= 0.5 * (hours_of_work(row) + idle_h));
  }
}

/// Tonnes that trains brought in 2020.
double rail_tonnes(const fs::path& run) {
  const Answer answer =
      call({"sqlite3", (run / "run.gpkg").string(), "select sum(arrived_kg) / 1000.0 from rail_view where month < '2021'"});
  REQUIRE(answer.code == 0);
  return std::stod(answer.out);
}

/// The pools of the city whose trucks look for loads within a growing reach take this rule instead.
fs::path base_year_with(const Scratch& scratch, const std::string& city, const std::string& rule) {
  std::vector<std::string> words{"--layer", "baseline", "--until", "2021-01-01"};
  for (const Row& row : rows_of(scenario(city) / "tables" / "pools.csv")) {
    if (row.at("dispatch") != "growing_reach") continue;
    const std::string pool = "pools." + row.at("pool_id");
    for (const std::string& change : {".dispatch=" + rule, std::string(".reach_start_h="), std::string(".reach_growth=")})
      words.insert(words.end(), {"--set", pool + change});
  }
  return run_into(scratch, city + "-" + rule, scenario(city), words);
}

void check_other_rules(const Scratch& scratch, const std::string& city, const fs::path& as_shipped) {
  const double rail = rail_tonnes(as_shipped);
  REQUIRE(rail > 1e7);
  for (const char* rule : {"nearest_load", "priority"}) {
    INFO(rule);
    CHECK(std::abs(rail_tonnes(base_year_with(scratch, city, rule)) / rail - 1.0) < 0.005);
  }
}

}  // namespace

TEST_CASE("Taiyuan: pools run empty as far as loaded at most, loads find trucks within 12 h, and no rule of dispatch moves goods to rail",
          "[app][slow]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("taiyuan"), {"--layer", "baseline", "--until", "2022-01-01"});
  check_empty_running(run);
  check_base_year(run, "taiyuan");
  check_other_rules(scratch, "taiyuan", run);
}

TEST_CASE("Shuozhou: pools run empty as far as loaded at most, loads find trucks within 12 h, and no rule of dispatch moves goods to rail",
          "[app][slow]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("shuozhou"), {"--layer", "baseline", "--until", "2022-01-01"});
  check_empty_running(run);
  check_base_year(run, "shuozhou");
  for (const Row& row : pools(run, is_month)) {
    if (row.at("pool").rfind("pl-shuttle-", 0) != 0) continue;
    INFO(row.at("pool") << " " << row.at("period"));
    const double km_of_leg = number(row, "loaded_km") / number(row, "loads");
    CHECK(std::abs(number(row, "empty_km") - number(row, "loaded_km")) <= number(row, "trucks") * km_of_leg);
  }
  check_other_rules(scratch, "shuozhou", run);
}

TEST_CASE("Shuozhou: under the gate floors of the plan pools run empty no farther than loaded", "[app][slow]") {
  const Scratch scratch;
  check_empty_running(run_into(scratch, "floors", scenario("shuozhou"),
                               {"--layer", "plan", "--set", "scenario.start=2025-01-01", "--until", "2025-04-01"}));
}
