/// All cities: pools run as little empty as statistics know, their loads find a truck in time while it works, whatever rule sends trucks.
/// pools.csv of both layers are the same bytes until the end of 2022, so that what holds of the baseline's first years holds of the plan's.
/// Under gate floors the whole year 2025 is asked: they begin in September 2024, and that month is the one in which clean trucks come
/// (docs/limits.md).
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "tests/app/cities/gate_floor.hpp"
#include "tests/app/results.hpp"

namespace city_pools_test {

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

/// 2025 under gate floors, with the year before it in which they begin.
fs::path year_with_floors(const Scratch& scratch, const std::string& city) {
  return run_into(scratch, city + "-floors", with_gate_floor(scratch, city),
                  {"--layer", "plan", "--set", "scenario.start=2024-01-01", "--until", "2026-01-01"});
}

void check_floors_turn_trucks_away(const fs::path& run) {
  const Answer refused =
      call({"sqlite3", (run / "run.gpkg").string(),
            "select count(distinct month) from effects_view where effect = 'loads_redirected' and changed > 0 and month >= '2025'"});
  REQUIRE(refused.code == 0);
  CHECK(std::stoi(refused.out) == 12);
}

/// As in the base year; of a pool of six trucks one is a month's workshop or a clean truck that has not come yet. `shuttle_h`: what loads
/// of a haul with trucks of its own may wait (docs/limits.md).
void check_year_with_floors(const std::string& city, double shuttle_h = 12.0) {
  INFO(city);
  const Scratch scratch;
  const fs::path run = year_with_floors(scratch, city);
  check_floors_turn_trucks_away(run);
  check_empty_running(run);
  for (const Row& row : pools(run, [](const std::string& period) { return period == "2025"; })) {
    INFO(row.at("pool"));
    const double most_h = row.at("pool").starts_with("pl-shuttle-") ? shuttle_h : 12.0;
    CHECK(number(row, "p95_load_wait_h") <= (number(row, "trucks") < 7.0 ? std::max(14.0, most_h) : most_h));
  }
}

/// Trucks that were in a pool for some of a month: those of its first day and those that joined.
std::map<std::pair<std::string, std::string>, double> trucks_seen(const fs::path& run) {
  const Answer answer =
      call({"sqlite3", "-csv", (run / "run.gpkg").string(), "select pool, month, sum(open + joined) from pools_view group by pool, month"});
  REQUIRE(answer.code == 0);
  std::map<std::pair<std::string, std::string>, double> seen;
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find(','), second = line.rfind(',');
    seen[{line.substr(0, first), line.substr(first + 1, second - first - 1)}] = std::stod(line.substr(second + 1));
  }
  return seen;
}

/// A truck of a shuttle drives out and back in turn, so that within any period it has driven at most one leg more one way than the other.
/// What counts is every truck that was in the pool, not their mean over the month: nine of 2020-03 were there, of which two left the
/// register in its first hour and 7.001 stand in pools.csv; each of the nine may have been at the other end when the month began.
void check_shuttles(const fs::path& run, int pools_of_city) {
  const auto seen = trucks_seen(run);
  int shuttles = 0;
  for (const Row& row : pools(run, is_month)) {
    if (row.at("pool").rfind("pl-shuttle-", 0) != 0) continue;
    INFO(row.at("pool") << " " << row.at("period"));
    ++shuttles;
    const double km_of_leg = number(row, "loaded_km") / number(row, "loads");
    const double legs = std::abs(number(row, "empty_km") - number(row, "loaded_km")) / km_of_leg;
    CHECK(legs <= seen.at({row.at("pool"), row.at("period")}) + 1e-6);
  }
  CHECK(shuttles >= pools_of_city * 24);
}

/// What no order of the same hauls could go below; within a month each truck that was in the pool may be one haul short of its way back.
void check_least_empty_running(const fs::path& run) {
  const auto seen = trucks_seen(run);
  for (const Row& row : pools(run, is_month)) {
    INFO(row.at("pool") << " " << row.at("period"));
    const double km_of_haul = number(row, "loaded_km") / number(row, "loads");
    const double short_of = number(row, "least_empty_km") - number(row, "empty_km");
    CHECK(short_of <= km_of_haul * seen.at({row.at("pool"), row.at("period")}) + 1e-6);
  }
  for (const Row& row : pools(run, is_year)) {
    INFO(row.at("pool") << " " << row.at("period"));
    CHECK(number(row, "least_empty_km") <= 1.001 * number(row, "empty_km"));
    CHECK(number(row, "least_empty_km") >= 0.8 * number(row, "empty_km"));
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

/// The base year and the one after it. `shuttles`: how many pools of the city go to and fro on one haul.
void check_two_years(const std::string& city, int shuttles) {
  INFO(city);
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario(city), {"--layer", "baseline", "--until", "2022-01-01"});
  check_empty_running(run);
  check_least_empty_running(run);
  check_base_year(run, city);
  check_shuttles(run, shuttles);
  check_other_rules(scratch, city, run);
}

}  // namespace

TEST_CASE("Taiyuan: pools run empty as far as loaded at most, loads find trucks within 12 h, and no rule of dispatch moves goods to rail",
          "[app][slow]") {
  check_two_years("taiyuan", 0);
}

TEST_CASE("Shuozhou: pools run empty as far as loaded at most, loads find trucks within 12 h, and no rule of dispatch moves goods to rail",
          "[app][slow]") {
  check_two_years("shuozhou", 8);
}

TEST_CASE("the other cities: pools run empty as far as loaded at most, loads find trucks within 12 h, no rule of dispatch moves goods",
          "[app][.cities]") {
  const auto [city, shuttles] = GENERATE(table<std::string, int>({{"yangquan", 2}, {"pingcheng", 2}, {"xinzhou", 21}}));
  check_two_years(city, shuttles);
}

TEST_CASE("the other cities run to the end of the base year: the audit holds, pools run empty as far as loaded, loads find trucks",
          "[app][slow]") {
  const std::string city = GENERATE(as<std::string>{}, "yangquan", "pingcheng", "xinzhou");
  INFO(city);
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario(city), {"--until", "2021-01-01"});
  CHECK(ask({"audit", run.string()}).code == 0);
  check_empty_running(run);
  check_base_year(run, city);
}

TEST_CASE("Taiyuan: in a year under gate floors pools run no farther empty than loaded and loads find trucks as in the base year",
          "[app][slow]") {
  check_year_with_floors("taiyuan");
}

TEST_CASE("Shuozhou: in a year under gate floors pools run no farther empty than loaded and loads find trucks as in the base year",
          "[app][.cities]") {
  check_year_with_floors("shuozhou");
}

TEST_CASE("the other cities: in a year under gate floors pools run no farther empty than loaded and loads find trucks as in the base year",
          "[app][.cities]") {
  const auto [city, shuttle_h] = GENERATE(table<std::string, double>({{"yangquan", 12.0}, {"xinzhou", 24.0}}));
  check_year_with_floors(city, shuttle_h);
}

}  // namespace city_pools_test
