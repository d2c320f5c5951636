// The promise of a run: nobody waits longer than 30 days for a truck unless the inputs say why. The town of scenarios/tiny, which needs
// three times as much from 2024 on: its pool of one semi carries 7.6 loads a day, asked are 4.9 in 2023 and 14.8 in 2024.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <sstream>

#include "app/exit_code.hpp"
#include "tests/app/results.hpp"

namespace promise_test {

using namespace railshift;
using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// Every process makes three times as much from the second year on. Trucks work round the clock, so the mileage table gives them twice what
/// it gives in tiny: the audit lets nobody drive more.
fs::path town_that_grows(const Scratch& scratch) {
  const fs::path town = copy_of_tiny(scratch);
  replace_in(town / "parameters" / "mileage.csv", "heavy,heavy,60000,0,60000,60000,", "heavy,heavy,120000,0,120000,120000,");
  const fs::path file = town / "tables" / "processes.csv";
  std::istringstream lines(text_of(file));
  std::string text, line;
  std::getline(lines, line);
  text = line + "\n";
  const std::string reason = "assumed,,invented: a round number\n";
  for (; std::getline(lines, line);) {
    text += line + "\n";
    const std::string head = line.substr(0, line.find(",2023-01-01"));
    const std::string tonnes = std::to_string(3 * std::stoi(line.substr(head.size() + 12)));
    text += head + ",2024-01-01," + tonnes + "," + tonnes + "," + tonnes + "," + reason;
  }
  write_to(file, text);
  return town;
}

/// The answer to a run of that town, with one semi in its pool and changes of numbers.
Answer run_of(const std::string& command, const std::vector<std::string>& set, const std::vector<std::string>& words = {}) {
  const Scratch scratch;
  std::vector<std::string> all{command, town_that_grows(scratch).string(), "--out", (scratch / "run").string(), "--lang", "en"};
  for (const std::string& change : set) all.insert(all.end(), {"--set", change});
  all.insert(all.end(), words.begin(), words.end());
  return ask(all);
}

const std::string kOneTruck = "values.pool.utilisation.value=0.9";
const std::string kAnyoneMayJoin = "values.pool.join_rate.value=0.02";
/// Nobody calls a truck for 20 days, the longest that is accepted; then one a day comes.
const std::string kNobodyCalls = "values.pool.outside_wait.value=480";
const std::vector<std::string> kBaseline{"--layer", "baseline"};
const std::vector<std::string> kServed{"--layer", "baseline", "--assert", "served"};

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a broken promise ends a command with 1 even where what is demanded holds, a demand that does not hold with 4, else it is 0",
          "[app]") {
  // Every cause that is known is named, so that no input breaks the promise: the decision alone is asked, on records made by hand.
  study::ChildRecord good, late, broken;
  late.long_waits.push_back({"fl-coal", "pl-semi", engine::WaitCause::stated_size, 3, 90'000, 900.0});
  broken.long_waits.push_back({"fl-coal", "pl-semi", engine::WaitCause::none, 3, 90'000, 900.0});
  const auto code = [](study::Demand demand, const std::vector<study::ChildRecord>& runs) {
    return static_cast<int>(app::exit_code(study::ending_of(demand, {}, runs, {})));
  };
  CHECK(code(study::Demand::nothing, {good, good}) == 0);
  CHECK(code(study::Demand::nothing, {good, late}) == 0);
  CHECK(code(study::Demand::nothing, {late, broken}) == 1);
  CHECK(code(study::Demand::targets, {good, broken}) == 1);  // there is no target: all are met
  CHECK(code(study::Demand::served, {good, good}) == 0);
  CHECK(code(study::Demand::served, {good, late}) == 4);
  CHECK(code(study::Demand::served, {late, broken}) == 1);
}

TEST_CASE("the manifest of a run names who waited too long", "[app][repeats]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", town_that_grows(scratch),
                                {"--layer", "baseline", "--set", "pools.pl-semi.trucks=1", "--set", kAnyoneMayJoin});
  const auto waits = nlohmann::json::parse(text_of(run / "manifest.json")).at("long_waits");
  REQUIRE(waits.size() == 2);
  CHECK(waits[0].at("flow") == "fl-coal");
  CHECK(waits[0].at("pool") == "pl-semi");
  CHECK(waits[0].at("cause") == "stated_size");
  CHECK(waits[0].at("kg").get<std::int64_t>() == 30'000 * waits[0].at("loads").get<std::int64_t>());
  CHECK(waits[0].at("longest_hours").get<double>() > 30 * 24.0);
}

TEST_CASE("with trucks called after a day, and after 20 days, nobody waits for 30 days", "[app]") {
  for (const std::vector<std::string>& set :
       {std::vector{kOneTruck, kAnyoneMayJoin}, std::vector{kOneTruck, kAnyoneMayJoin, kNobodyCalls}}) {
    const Answer answer = run_of("run", set, kBaseline);
    INFO(answer.out << answer.err);
    CHECK(answer.code == 0);
    CHECK_FALSE(says(answer.out + answer.err, "30 days"));
  }
}

TEST_CASE("a call for trucks after more than 20 days is refused: it would leave too little of the 30", "[app]") {
  const Answer answer = run_of("run", {kOneTruck, "values.pool.outside_wait.value=481"}, kBaseline);
  CHECK(answer.code == 2);
  CHECK(says(answer.err, "number in h, 0 to 480"));
}

TEST_CASE("a pool of stated size is a cause: the run says it and ends well, and asked whether all were served it does not", "[app]") {
  for (const auto& [words, code] : std::vector<std::pair<std::vector<std::string>, int>>{{kBaseline, 0}, {kServed, 4}}) {
    const Answer answer = run_of("run", {"pools.pl-semi.trucks=1", kAnyoneMayJoin}, words);
    INFO(answer.out << answer.err);
    CHECK(answer.code == code);
    CHECK(says(answer.out, "waited more than 30 days for a truck of pool pl-semi, the longest 177 days: the size of the pool is stated"));
    CHECK_FALSE(says(answer.err, "30 days"));
  }
}

TEST_CASE("a pool that nobody may join is a cause", "[app][repeats]") {
  const Answer answer = run_of("run", {kOneTruck, "values.pool.join_rate.value=0"}, kBaseline);
  INFO(answer.out << answer.err);
  CHECK(answer.code == 0);
  CHECK(says(answer.out, "or nobody may join it"));
}

TEST_CASE("runs on several seeds say a long wait once, with the number of seeds, and asked whether all were served do not agree", "[app]") {
  const Answer answer =
      run_of("run", {"pools.pl-semi.trucks=1", kAnyoneMayJoin}, {"--layer", "baseline", "--assert", "served", "--replications", "3"});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 4);
  std::map<std::string, int> rows;  // by flow and pool
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    if (!says(line, "waited more than 30 days")) continue;
    ++rows[line.substr(0, line.find(':'))];
    CHECK(says(line, "the size of the pool is stated, or nobody may join it (in 3 of 3 seeds, the greatest of them)"));
  }
  CHECK(rows == std::map<std::string, int>{{"flow fl-coal", 1}, {"flow fl-coke", 1}});
}

TEST_CASE("a tariff at the end of what its number may be runs to an end and passes the audit: nothing is paid less than nothing", "[app]") {
  const auto tariff = [](const std::string& id, const std::string& on, const std::string& number) {
    const std::string field = number.substr(0, number.find(' ')), value = number.substr(number.rfind(' ') + 1);
    return "[[measure]]\nid = \"" + id + "\"\nkind = \"tariff\"\nlayer = \"what_if\"\nfrom = 2023-02-01\napplies_to = \"" + on + "\"\n" +
           number + "\npayer = \"carrier\"\n[[measure.numbers]]\nfield = \"" + field + "\"\nlow = " + value + "\nhigh = " + value +
           "\nstanding = \"assumed\"\nreason = \"invented\"\n";
  };
  const std::string handled = tariff("ms-handled", "handling", "factor = 0"), free_train = tariff("ms-train", "rail_haul", "factor = 0");
  for (const std::string& measures :
       {tariff("ms-road", "road_haul", "factor = 0"), tariff("ms-toll", "toll", "yuan_per_t_km = -10"), handled + free_train}) {
    const Scratch scratch;
    const fs::path town = copy_of_tiny(scratch);
    write_to(town / "tariff.toml", "extends = \".\"\n" + measures);
    const std::string run = (scratch / "run").string();
    INFO(measures);
    CHECK(ask({"run", town.string(), "--variant", (town / "tariff.toml").string(), "--out", run}).code == 0);
    CHECK(ask({"audit", run}).code == 0);
  }
}

}  // namespace promise_test
