/// Which numbers a verdict hangs on: the ranking against runs made one by one with --set.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "tests/app/results.hpp"

namespace sensitivity_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// tiny with five numbers that have a range: the capacity of the works' siding and the day of its opening, a price, a base share (which the
/// other chain of the flow makes up) and an emission factor.
fs::path town_with_ranges(const Scratch& scratch) {
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / "tables" / "sidings.csv", ",1500,4,75,75,", ",1500,4,50,120,");
  replace_in(copy / "tables" / "chains.csv", "ch-coal-yard,fl-coal,0.5,0.5,0.5", "ch-coal-yard,fl-coal,0.5,0.3,0.6");
  replace_in(copy / "parameters" / "emission_factors.csv", "diesel-china5-nox,heavy,diesel,china5,NOx,4,2,4,4",
             "diesel-china5-nox,heavy,diesel,china5,NOx,4,2,3,6");
  replace_in(copy / "scenario.toml", "field = \"in_service\"\nlow = 2023-10-01\nhigh = 2023-10-01",
             "field = \"in_service\"\nlow = 2023-09-01\nhigh = 2024-02-01");
  replace_in(copy / "scenario.toml", "field = \"price_yuan_per_t\"\nlow = 20\nhigh = 20",
             "field = \"price_yuan_per_t\"\nlow = 5\nhigh = 40");
  return copy;
}

std::vector<Row> ranking(const Scratch& scratch, const fs::path& town, const std::string& verdict, std::vector<std::string> words = {}) {
  std::vector<std::string> command = {"sensitivity", town.string(), "--verdict", verdict, "--out", (scratch / "ranking.csv").string(),
                                      "--force"};
  command.insert(command.end(), words.begin(), words.end());
  const Answer answer = ask(command);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return rows_of(scratch / "ranking.csv");
}

double margin_of(const fs::path& run, const std::string& target) {
  for (const Row& row : rows_of(run / "verdicts.csv")) {
    if (row.at("target") == target) return std::stod(row.at("margin"));
  }
  FAIL("no such verdict");
  return 0.0;
}

const Row& row_of(const std::vector<Row>& rows, const std::string& input) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.at("input") == input; });
  REQUIRE(found != rows.end());
  return *found;
}

}  // namespace

TEST_CASE("the ranking of inputs equals one run for each end of each range", "[app][repeats]") {
  const Scratch scratch;
  const fs::path town = town_with_ranges(scratch);
  const auto rows = ranking(scratch, town, "tg-rail-2024");
  REQUIRE(rows.size() == 7);  // five that the town adds, the years of through traffic
  const double as_given = margin_of(run_into(scratch, "given", town), "tg-rail-2024");
  double before = INFINITY;
  for (const Row& row : rows) {
    double reach = 0.0;
    for (const std::string end : {"low", "high"}) {
      std::vector<std::string> words = {"--set", row.at("input") + "=" + row.at(end)};
      if (row.at("input").starts_with("chains.")) {  // the road takes what the yard leaves
        words.insert(words.end(), {"--set", "chains.ch-coal-road.base_share=" + std::string(end == "low" ? "0.7" : "0.4")});
      }
      const double margin = margin_of(run_into(scratch, end + row.at("rank"), town, words), "tg-rail-2024");
      INFO(row.at("input") << " at " << end);
      CHECK(std::stod(row.at("margin_at_" + end)) == Approx(margin));
      reach = std::max(reach, std::abs(margin - as_given));
    }
    CHECK(std::stod(row.at("reach")) == Approx(reach).margin(1e-12));
    CHECK(reach <= before);
    before = reach;
  }
}

TEST_CASE("an input that the metric does not depend on shows exactly 0, for a metric that does it shows", "[app][repeats]") {
  const Scratch scratch;
  const fs::path town = town_with_ranges(scratch);
  const std::string factor = "emission_factors.diesel-china5-nox.loaded_g_per_km";
  CHECK(row_of(ranking(scratch, town, "tg-rail-2024"), factor).at("reach") == "0");
  CHECK(std::stod(row_of(ranking(scratch, town, "tg-nox"), factor).at("reach")) > 0.0);
}

TEST_CASE("inputs are chosen by pattern and number, and each names the office that usually has it", "[app][repeats]") {
  const Scratch scratch;
  const fs::path town = town_with_ranges(scratch);
  const auto chosen = ranking(scratch, town, "tg-rail-2024", {"--inputs", "chains.*", "--inputs", "emission_factors.*", "--lang", "en"});
  REQUIRE(chosen.size() == 2);
  CHECK(row_of(chosen, "chains.ch-coal-yard.base_share").at("office").find("rail freight centre") != std::string::npos);
  CHECK(ranking(scratch, town, "tg-rail-2024", {"--limit", "1"}).size() == 1);
}

TEST_CASE("a ranking says in words what is asked, and margins in the unit of the target", "[app][repeats]") {
  const Scratch scratch;
  const fs::path town = town_with_ranges(scratch);
  const auto said = [&](const std::string& verdict, const std::string& language) {
    return ask({"sensitivity", town.string(), "--verdict", verdict, "--limit", "1", "--inputs", "chains.*", "--lang", language}).out;
  };
  // tests/hand/tiny.md: 46,700 t by rail in 2024 against 40,000 t asked.
  const std::string zh = said("tg-rail-2024", "zh"), en = said("tg-rail-2024", "en");
  CHECK(zh.find("铁路运量 · 主运距口径 · 铁路 · 进出合计\n按现有输入 4.67 万吨，余量 +6,700 吨") != std::string::npos);
  CHECK(en.find("rail tonnes · main-haul basis · rail · in and out\nas given 46,700 t, margin +6,700 t") != std::string::npos);
  const std::string share = said("tg-works", "zh");
  CHECK(share.find("小钢公司 · 门口口径") != std::string::npos);
  CHECK(share.find("个百分点") != std::string::npos);
}

TEST_CASE("a number that the scenario refuses is named with the reason and moves nothing", "[app]") {
  const Scratch scratch;
  const fs::path town = town_with_ranges(scratch);
  // 50,000 t of raw coal give less coking coal than the works need, 70,000 t more than they can take (tiny.md): no balance closes.
  replace_in(town / "tables" / "processes.csv", "2023-01-01,60000,60000,60000", "2023-01-01,60000,50000,70000");
  const auto rows = ranking(scratch, town, "tg-rail-2024", {"--inputs", "processes.*"});
  REQUIRE(rows.size() == 1);
  CHECK_FALSE(rows[0].at("refused").empty());
  CHECK(rows[0].at("reach").empty());
}

TEST_CASE("a verdict that is not there, or not named, is refused", "[app]") {
  CHECK(ask({"sensitivity", scenario("tiny").string()}).code == 2);
  const Answer wrong = ask({"sensitivity", scenario("tiny").string(), "--verdict", "tg-rail", "--lang", "en"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("tg-rail-2024") != std::string::npos);
}

}  // namespace sensitivity_test
