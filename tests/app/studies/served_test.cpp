// Loads that can never be served: the run ends, says who waits for what and how much, and --assert served fails.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/app/results.hpp"

namespace served_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// A theory case with one number changed, run with --assert served.
Answer served(const std::string& name, const std::vector<std::string>& set, const std::vector<std::string>& more = {}) {
  const Scratch scratch;
  const fs::path folder = fs::path(RAILSHIFT_SOURCE_DIR) / "tests" / "theory" / name;
  std::vector<std::string> words{"run", folder.string(), "--out", (scratch / "run").string(), "--lang", "en", "--assert", "served"};
  for (const std::string& change : set) {
    words.push_back("--set");
    words.push_back(change);
  }
  words.insert(words.end(), more.begin(), more.end());
  return ask(words);
}

/// The works of tiny let in National VI alone from 1 August 2023, and no truck of it is registered, bought or to be hired: nobody may bring
/// coke from the mine, while the same pool goes on with coal to the port.
std::vector<std::string> nobody_may_enter(const Scratch& scratch) {
  const fs::path town = copy_of_tiny(scratch);
  replace_in(town / "parameters" / "outside_mix.csv", "hired-2023,hired,heavy,2023,china6", "hired-2023,hired,heavy,2023,china5");
  return {"run",     town.string(), "--out", (scratch / "run").string(),        "--lang",   "en",
          "--until", "2023-12-01",  "--set", "measure.ms-retire.enabled=false", "--assert", "served"};
}

/// kg delivered of a flow in a month.
std::string delivered(const fs::path& run, const std::string& flow, const std::string& month) {
  return call({"sqlite3", (run / "run.gpkg").string(),
               "select delivered_kg from flows_view where flow = '" + flow + "' and month = '" + month + "'"})
      .out;
}

}  // namespace

TEST_CASE("trucks at a bay without servers wait for ever, and the run names the bay", "[app][repeats]") {
  const Answer answer = served("mg1", {"stations_service.bay.servers=0", "scenario.end=2021-02-01"});
  INFO(answer.out);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("flow haul waits for station bay (no server): 300 loads, 300 t") != std::string::npos);
  // The other loads of the month find no truck.
  CHECK(answer.out.find("flow haul waits for truck of pool fleet") != std::string::npos);
}

TEST_CASE("zero use behind a full yard: the trucks at its gate are named", "[app][repeats]") {
  const Answer answer = served("full-yard", {"stockyards.pile.t_per_day=0"});
  INFO(answer.out);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("flow haul waits for room in stockyard pile: 200 loads, 200 t") != std::string::npos);
}

TEST_CASE("a workshop without bays holds every truck that breaks down", "[app][repeats]") {
  const Answer answer = served("finite-source", {"stations_service.workshop.servers=0", "scenario.end=2021-02-01"});
  INFO(answer.out);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("flow haul waits for repair station workshop (no server): 6 loads") != std::string::npos);
}

TEST_CASE("loads that were turned away are not served, and the run says how many", "[app][repeats]") {
  const Answer answer = served("erlang-b", {"scenario.end=2021-02-01"});
  INFO(answer.out);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("were turned away for want of room and not carried") != std::string::npos);
}

TEST_CASE("a road closed for good holds every truck that is ready after the closure begins", "[app][repeats]") {
  // 144 loads a day from 11 January, 6:00, to the end of the month: 144 x 20 + 108 are released, and 1 was being loaded.
  const Answer answer = served("closed-road", {"closures.works.to_day=2050-01-01"});
  INFO(answer.out);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("flow haul waits for the end of closure works: 2,988 loads, 2,988 t") != std::string::npos);
}

TEST_CASE("a site closed for good holds the trucks that stand there", "[app][repeats]") {
  const Scratch scratch;
  const fs::path theory = fs::path(RAILSHIFT_SOURCE_DIR) / "tests" / "theory";
  fs::copy(theory / "mm1", scratch / "mm1", fs::copy_options::recursive);
  fs::copy(theory / "parameters", scratch / "parameters", fs::copy_options::recursive);
  write_to(scratch / "mm1" / "tables" / "closures.csv",
           "closure_id,site_id,road,chain_id,from_day,from_h,to_day,to_h,vehicles_per_hour,low,high,standing,source,reason\n"
           "strike,a,,,2021-01-11,0,2050-01-01,0,,,,assumed,,a number of the test\n");
  const Answer answer = ask({"run", (scratch / "mm1").string(), "--out", (scratch / "run").string(), "--lang", "en", "--assert", "served",
                             "--set", "scenario.end=2021-02-01"});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("flow haul waits for service at site a: ") != std::string::npos);
}

TEST_CASE("the statement is in Chinese where Chinese is asked for", "[app][repeats]") {
  const Scratch scratch;
  const fs::path folder = fs::path(RAILSHIFT_SOURCE_DIR) / "tests" / "theory" / "mg1";
  const Answer answer = ask({"run", folder.string(), "--out", (scratch / "run").string(), "--lang", "zh", "--set",
                             "stations_service.bay.servers=0", "--set", "scenario.end=2021-02-01"});
  INFO(answer.out << answer.err);
  CHECK(answer.out.find("货流 haul 等 作业点 bay（无服务台）：300 车") != std::string::npos);
  CHECK(answer.out.find("货流 haul 等 在用车池 fleet 的可用卡车") != std::string::npos);
}

TEST_CASE("where every load finds its truck in time the assertion holds", "[app][repeats]") {
  CHECK(served("mm1", {"scenario.end=2021-02-01"}).code == 0);
}

TEST_CASE("on three seeds the assertion holds if all of them were served, and fails if one was not", "[app][repeats]") {
  CHECK(served("mm1", {"scenario.end=2021-02-01"}, {"--replications", "3"}).code == 0);
  CHECK(served("mg1", {"stations_service.bay.servers=0", "scenario.end=2021-02-01"}, {"--replications", "3"}).code == 4);
}

TEST_CASE("a flow that no truck of its pool may serve is said not to be served, by name and tonnes, while the pool serves the others",
          "[app][repeats]") {
  // 1,500 t a month are 50 loads of 30 t: August to November 200, of which those up to October, 150, have waited more than 30 days by a
  // month end. The first was offered at noon of the first of August or so: 122 days to the end of November.
  const Scratch scratch;
  const Answer answer = ask(nobody_may_enter(scratch));
  INFO(answer.out << answer.err);
  CHECK(answer.code == 4);
  CHECK(answer.out.find("flow fl-coke waits for truck of pool pl-semi: 200 loads, 6,000 t") != std::string::npos);
  CHECK(answer.out.find("flow fl-coke: 150 loads, 4,500 t, waited more than 30 days for a truck of pool pl-semi, the longest 122 days: no "
                        "eligible truck under a gate rule") != std::string::npos);
  CHECK(answer.out.find("flow fl-coal") == std::string::npos);
  CHECK(delivered(scratch / "run", "fl-coke", "2023-07") == "1500000\n");
  CHECK(delivered(scratch / "run", "fl-coke", "2023-08") == "0\n");
  CHECK(std::stod(delivered(scratch / "run", "fl-coal", "2023-11")) > 0.9 * 3'000'000.0);
}

TEST_CASE("a replication that is not served is not dropped: it stands in every table and the assertion fails", "[app][repeats]") {
  const Scratch scratch;
  std::vector<std::string> words = nobody_may_enter(scratch);
  words.insert(words.end(), {"--replications", "3", "--jobs", "2"});
  const Answer answer = ask(words);
  INFO(answer.out << answer.err);
  CHECK(answer.code == 4);
  const auto replications = nlohmann::json::parse(text_of(scratch / "run" / "manifest.json")).at("replications");
  REQUIRE(replications.size() == 3);
  for (const auto& replication : replications) CHECK(replication.at("long_waits").size() == 2);
  for (const Row& figure : rows_of(scratch / "run" / "replications.csv")) {
    if (figure.at("metric") == "rail_tonnes") CHECK(figure.at("n") == "3");
  }
}

TEST_CASE("an assessment of a town with goods left behind says so in table, verdicts.csv and report, and asserts neither",
          "[app][repeats]") {
  // tests/hand/tiny.md, section 15: the rail share of what is carried is 100 %, and 54,000 of 72,000 t are left.
  const Scratch scratch;
  const auto assessed = [&](const std::string& name, const std::vector<std::string>& more) {
    std::vector<std::string> words{
        "assess", scenario("tiny").string(),         "--out", (scratch / name).string(),           "--lang", "en", "--quick",
        "--set",  "measure.ms-retire.enabled=false", "--set", "measure.ms-duty.price_yuan_per_t=0"};
    words.insert(words.end(), more.begin(), more.end());
    return ask(words);
  };
  const Answer served = assessed("served", {"--assert", "served"});
  INFO(served.out << served.err);
  CHECK(served.code == 4);
  CHECK(served.out.find("75.00% not carried") != std::string::npos);
  const std::string all_seeds =
      "plan: 54,000 t still wait at the end, the first of them for a day or longer (in 3 of 3 seeds, the greatest of them):";
  CHECK(served.out.find(all_seeds) != std::string::npos);
  CHECK(served.out.find("plan:   flow fl-coke waits for truck of pool pl-semi: 850 loads, 25,500 t") != std::string::npos);
  CHECK(served.out.find("--quick left no measure out and ran none alone") != std::string::npos);
  for (const Row& row : rows_of(scratch / "served" / "verdicts.csv")) {
    if (row.at("target") != "tg-works") continue;
    CHECK(row.at("outcome") == "cannot_say");
    CHECK(row.at("status") == "impossible_reading");  // 67.74 % of its goods at most go by rail, carried or not
    CHECK(row.at("unserved_share") == "0.75");
    CHECK(row.at("basis_reason").find("not_served: ") != std::string::npos);
  }
  const std::string report = text_of(scratch / "served" / "report.html");
  CHECK(report.find(all_seeds.substr(6)) != std::string::npos);  // behind the name of the layer
  CHECK(report.find("flow coking coal: mine → works waits for truck of pool semitrailer (pool 2): 850 loads, 25,500 t") !=
        std::string::npos);
  CHECK(report.find("75.00% of the goods were not carried") != std::string::npos);
  CHECK(assessed("targets", {"--assert", "targets"}).code == 4);
  CHECK(assessed("nothing", {}).code == 0);
  const std::string zh = ask({"assess", scenario("tiny").string(), "--out", (scratch / "zh").string(), "--lang", "zh", "--quick", "--set",
                              "measure.ms-retire.enabled=false"})
                             .out;
  CHECK(zh.find("方案：期末仍在等候，最久者已逾一天（3 个种子中的 3 个，取最大）：") != std::string::npos);
  CHECK(zh.find("未运比例") != std::string::npos);
  CHECK(zh.find("--quick 未逐项去掉或单留措施") != std::string::npos);
}

}  // namespace served_test
