/// What it takes, on towns of which the answer is known: tiny with ranges around its orders (tests/hand/tiny.md, section 8).
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace levers_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kRangeOfSlag = "level = 0.6 }]\nobedience = 1.0\n[[measure.numbers]]\nfield = \"obedience\"\nlow = 1.0\nhigh = 1.0\n";

/// tiny with the order on slag trucks obeyed by 80 % (range 0.4 to 1): of 10 trucks ceil(0.6 x 0.8 x 10) = 5 leave, 0.5 of the stock. The
/// target of 2024 asks for `wanted`.
fs::path slag_town(const Scratch& scratch, const std::string& wanted) {
  const fs::path town = copy_of_tiny(scratch, "town-" + wanted);
  replace_in(town / "scenario.toml", kRangeOfSlag,
             "level = 0.6 }]\nobedience = 0.8\n[[measure.numbers]]\nfield = \"obedience\"\nlow = 0.4\nhigh = 1.0\n");
  replace_in(town / "scenario.toml", "value = 0.6\nunit = \"1\"\ndue = 2024-12-31",
             "value = " + wanted + "\nunit = \"1\"\ndue = 2024-12-31");
  return town;
}

std::vector<Row> levers_of(const fs::path& folder, const std::string& target) {
  std::vector<Row> found;
  for (const Row& row : rows_of(folder / "levers.csv")) {
    if (row.at("target") == target) found.push_back(row);
  }
  return found;
}

Answer assess(const fs::path& town, const fs::path& out, const std::vector<std::string>& words = {}) {
  std::vector<std::string> command = {"assess", town.string(), "--members", "4", "--full", "1", "--out", out.string()};
  command.insert(command.end(), words.begin(), words.end());
  const Answer answer = ask(command);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return answer;
}

}  // namespace

TEST_CASE("obedience is found at the truck that is missing, on both sides of it", "[app][repeats]") {
  const Scratch scratch;
  // 0.55 lies between five trucks and six: six leave from 6 x obedience > 5 on, that is above 0.8333.
  const Answer answer = assess(slag_town(scratch, "0.55"), scratch / "a", {"--lang", "en"});
  const auto rows = levers_of(scratch / "a", "tg-slag-2024");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].at("lever") == "measure.ms-slag.obedience");
  CHECK(rows[0].at("finding") == "step");
  CHECK(rows[0].at("enough_at") == "0.834");
  CHECK(rows[0].at("value_enough") == "0.6");
  CHECK(rows[0].at("misses_at") == "0.833");
  CHECK(rows[0].at("value_misses") == "0.5");
  CHECK(rows[1].at("row") == "set");
  CHECK(rows[1].at("finding") == "single");
  CHECK(answer.out.find("What it takes") != std::string::npos);
  CHECK(answer.out.find("0.8 → 0.834, figure 60.00% (one step less, 0.833: 50.00%)") != std::string::npos);
  CHECK(text_of(scratch / "a" / "report.html").find("0.834") != std::string::npos);
  // What is printed is what a run of its own gives.
  for (const auto& [obedience, share] : {std::pair{"0.834", 0.6}, std::pair{"0.833", 0.5}}) {
    const fs::path run = run_into(scratch, std::string("run-") + obedience, scratch / "town-0.55",
                                  {"--set", std::string("measure.ms-slag.obedience=") + obedience});
    for (const Row& row : rows_of(run / "verdicts.csv")) {
      if (row.at("target") == "tg-slag-2024") CHECK(std::stod(row.at("value")) == Approx(share));
    }
  }
}

TEST_CASE("a target that the range of its lever does not reach says its best run", "[app][repeats]") {
  const Scratch scratch;
  assess(slag_town(scratch, "0.7"), scratch / "a");
  const auto rows = levers_of(scratch / "a", "tg-slag-2024");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].at("finding") == "not_within_range");
  CHECK(rows[0].at("misses_at") == "1");
  CHECK(rows[0].at("value_misses") == "0.6");
  CHECK(rows[0].at("enough_at").empty());
  CHECK(rows[1].at("finding") == "none");
}

TEST_CASE("levers are the same bytes with one, two and four processes", "[app][repeats]") {
  const Scratch scratch;
  const fs::path town = slag_town(scratch, "0.55");
  for (const std::string jobs : {"1", "2", "4"}) assess(town, scratch / jobs, {"--jobs", jobs});
  for (const std::string file : {"levers.csv", "ways.csv", "verdicts.csv"}) {
    CHECK(text_of(scratch / "1" / file) == text_of(scratch / "2" / file));
    CHECK(text_of(scratch / "1" / file) == text_of(scratch / "4" / file));
  }
}

TEST_CASE("a quick assessment turns no lever and says so", "[app][repeats]") {
  const Scratch scratch;
  const Answer answer = assess(slag_town(scratch, "0.7"), scratch / "q", {"--quick", "--lang", "zh"});
  CHECK_FALSE(fs::exists(scratch / "q" / "levers.csv"));
  CHECK_FALSE(fs::exists(scratch / "q" / "ways.csv"));
  CHECK(answer.out.find("未试杠杆（--quick）") != std::string::npos);
  CHECK(text_of(scratch / "q" / "report.html").find("未试杠杆（--quick）") != std::string::npos);
}

}  // namespace levers_test
