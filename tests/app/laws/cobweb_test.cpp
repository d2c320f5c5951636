// One priced supply of trucks: a town whose work doubles for good settles down, its rate and its hires do not swing from month to month.
// The town of scenarios/tiny thirty times as large, its semis within a growing reach; its work doubles in 2024 and is the same every day
// then.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

#include <fmt/format.h>

#include "tests/app/results.hpp"

namespace cobweb_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

constexpr int kTimes = 30;
const std::string kReason = "assumed,,invented: a round number\n";

/// Every process makes thirty times as much, from 2024 on `growth` times that.
void scale_processes(const fs::path& file, int growth) {
  std::istringstream lines(text_of(file));
  std::string text, line;
  std::getline(lines, line);
  text = line + "\n";
  while (std::getline(lines, line)) {
    const std::string head = line.substr(0, line.find(",2023-01-01"));
    const int tonnes = kTimes * std::stoi(line.substr(head.size() + 12));
    text += fmt::format("{0},2023-01-01,{1},{1},{1},{2}", head, tonnes, kReason);
    text += fmt::format("{0},2024-01-01,{1},{1},{1},{2}", head, growth * tonnes, kReason);
  }
  write_to(file, text);
}

/// The same tonnes every day of a year of 365 days.
void write_even_profile(const fs::path& file) {
  const std::string text = text_of(file);
  std::string row = "pf-flat,";
  for (const int days : {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}) row += fmt::format(",{:.16g}", days / 365.0);
  write_to(file, text.substr(0, text.find('\n') + 1) + row + ",,," + kReason);
}

fs::path town_that_doubles(const Scratch& scratch, int growth) {
  const fs::path town = copy_of_tiny(scratch);
  const fs::path tables = town / "tables";
  // Trucks work round the clock: the mileage table gives them twice what it gives in tiny.
  replace_in(town / "parameters" / "mileage.csv", "heavy,heavy,60000,0,60000,60000,", "heavy,heavy,120000,0,120000,120000,");
  scale_processes(tables / "processes.csv", growth);
  write_even_profile(tables / "profiles.csv");
  replace_in(tables / "stations_service.csv", "sv-mine-load,st-mine,load,10,constant,30,,,1,10,10",
             "sv-mine-load,st-mine,load,100,constant,30,,,1,100,100");
  replace_in(tables / "stations_service.csv", "unload,10,constant,30,,,1,10,10", "unload,100,constant,30,,,1,100,100");
  replace_in(tables / "sidings.csv", "1000,1,yard,10,1400,4,1000,1000", "100000,50,yard,10,1400,4,100000,100000");
  replace_in(tables / "register.csv", "rg-heavy,heavy,heavy,china3,diesel,2012,local,990101,10,10,10",
             "rg-heavy,heavy,heavy,china3,diesel,2012,local,990101,600,600,600");
  replace_in(tables / "register.csv", "rg-slag,slag-truck,heavy,china4,diesel,2016,local,990101,10,10,10",
             "rg-slag,slag-truck,heavy,china4,diesel,2016,local,990101,600,600,600");
  write_to(tables / "pools.csv",
           "pool_id,truck_class,shift_hours,availability,closed_shuttle,trucks,dispatch,reach_start_h,reach_growth,low,high,standing,"
           "source,reason\n"
           "pl-ore,semi,24,1,fl-ore,240,,,,,," +
               kReason + "pl-semi,semi,24,1,,,growing_reach,1,2,,," + kReason);
  return town;
}

struct Months {
  std::vector<double> rate, joined, seen;
};

/// Numbers that a question to the run file has for its months.
std::vector<double> asked(const fs::path& run, const std::string& sql) {
  const Answer answer = call({"sqlite3", (run / "run.gpkg").string(), sql});
  REQUIRE(answer.code == 0);
  std::vector<double> months;
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) months.push_back(std::stod(line));
  return months;
}

/// The rate factor that each month sets, the trucks that joined in it, and what the choice saw of the rate: the rail wishes that road rates
/// bring, as a share of those at base shares.
Months months_of(double premium, int growth) {
  const Scratch scratch;
  const fs::path run =
      run_into(scratch, "run", town_that_doubles(scratch, growth),
               {"--layer", "baseline", "--set", "scenario.end=2026-01-01", "--set", "values.pool.utilisation.value=0.65", "--set",
                "values.pool.join_rate.value=0.02", "--set", fmt::format("values.pool.outside_premium.value={}", premium)});
  Months months;
  double size = 0.0;  // of the first month: nobody has joined by then
  for (const Row& row : rows_of(run / "pools.csv")) {
    if (row.at("pool") != "pl-semi" || row.at("owner") != "all" || row.at("period").size() != 7) continue;
    const double trucks = std::stod(row.at("trucks"));
    if (months.rate.empty()) size = trucks;
    months.rate.push_back(1.0 + premium * std::max(0.0, trucks - size) / size);
  }
  months.joined = asked(run, "select sum(joined) from pools_view where pool='pl-semi' group by month order by month");
  months.seen = asked(run,
                      "select 1.0 * sum(case cause when 'road_rates' then rail_kg when 'delays' then -rail_kg else 0 end)"
                      " / sum(case cause when 'base_shares' then rail_kg else 0 end) from drift_view group by month order by month");
  REQUIRE((months.rate.size() == 36 && months.joined.size() == 36 && months.seen.size() == 36));
  return months;
}

/// Between the highest and the lowest of a year; 0 is 2023.
double swing(const std::vector<double>& months, int year) {
  const auto begin = months.begin() + 12 * year;
  const auto [low, high] = std::minmax_element(begin, begin + 12);
  return *high - *low;
}
/// Between one month and the next inside a year.
double largest_step(const std::vector<double>& months, int year) {
  double largest = 0.0;
  for (auto m = months.begin() + 12 * year; m + 1 != months.begin() + 12 * (year + 1); ++m)
    largest = std::max(largest, std::abs(m[1] - m[0]));
  return largest;
}
double sum(const std::vector<double>& months, int year) {
  const auto begin = months.begin() + 12 * year;
  return std::accumulate(begin, begin + 12, 0.0);
}

}  // namespace

TEST_CASE("when work doubles for good the road rate, the shares that it moves and the hires settle in the second year, at any premium",
          "[app][repeats]") {
  // At ten times the premium of the cities too.
  for (const auto& [premium, growth] : std::vector<std::pair<double, int>>{{0.3, 2}, {0.3, 4}, {0.8, 2}, {3.0, 2}}) {
    INFO("premium " << premium << ", work times " << growth);
    const Months months = months_of(premium, growth);
    CHECK(swing(months.rate, 0) == 0.0);
    CHECK(months.rate[12] > 1.01);  // trucks were short
    CHECK(swing(months.joined, 1) >= 10.0);
    CHECK(swing(months.rate, 2) < swing(months.rate, 1));
    CHECK(swing(months.joined, 2) < 0.5 * swing(months.joined, 1));
    CHECK(sum(months.joined, 2) < 0.5 * sum(months.joined, 1));
    // The choice sees a rate in the month after: shares move with it and settle too, from month to month as over the year.
    for (std::size_t m = 0; m + 1 < months.rate.size(); ++m) CHECK((months.seen[m + 1] > 0.0) == (months.rate[m] > 1.0));
    CHECK(swing(months.seen, 1) > 0.01);
    CHECK(swing(months.seen, 2) < 0.5 * swing(months.seen, 1));
    CHECK(largest_step(months.seen, 2) < 0.5 * largest_step(months.seen, 1));
  }
}

}  // namespace cobweb_test
