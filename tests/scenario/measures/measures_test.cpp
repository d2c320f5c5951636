#include "sim/policy/kinds.hpp"
#include "tests/scenario/errors.hpp"

namespace measures_test {

using namespace railshift;
using namespace railshift::test;

TEST_CASE("a measure keeps its place and its fields", "[scenario]") {
  const scenario::Loaded loaded = scenario::load(small_scenario(), {});
  REQUIRE(loaded.world);
  const World& w = *loaded.world;
  const Measure& gate = w.measures[*w.measures.find("gate")];
  CHECK(gate.place.file == "small/scenario.toml");
  CHECK(gate.place.line == 20);
  CHECK(gate.from == make_date(2021, 1, 1));
  REQUIRE(gate.clause);
  CHECK(w.clauses[*gate.clause].id == "T-1");
  const auto& body = *policy::as<GateFloor>(gate);
  CHECK(body.threshold.value == 150000.0);
  CHECK(body.floor == Standard::china6);
  CHECK(body.obedience == 0.9);
  CHECK(policy::as<SalesStandard>(w.measures[*w.measures.find("law")])->standard == Standard::china6);  // written 国六
}

TEST_CASE("a target keeps its scope and its sign", "[scenario]") {
  const scenario::Loaded loaded = scenario::load(small_scenario(), {});
  REQUIRE(loaded.world);
  const Target& target = loaded.world->targets[*loaded.world->targets.find("share")];
  CHECK(target.metric == MetricKind::rail_share);
  CHECK(target.op == Operator::at_least);
  CHECK(target.scope == std::map<std::string, std::string>{{"basis", "gate"}, {"firm", "mine-co"}});
}

TEST_CASE("a measure's clause stands in the table of clauses", "[scenario]") {
  check_damage("scenario.toml", "clause = \"T-1\"\nthreshold", "clause = \"T-9\"\nthreshold", "small/scenario.toml:25:10",
               "clause is \"T-9\" (an id of clauses)");
}

TEST_CASE("a target's clause stands in the table of clauses", "[scenario]") {
  check_damage("scenario.toml", "clause = \"T-1\"\nmetric", "clause = \"T-7\"\nmetric", "small/scenario.toml:52:10",
               "clause is \"T-7\" (an id of clauses)");
}

TEST_CASE("a plan measure without a clause is refused, a baseline measure is not", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "clause = \"T-1\"\nthreshold", "threshold");
  const auto errors = errors_of(files);
  REQUIRE_FALSE(errors.empty());
  CHECK(errors.front().rfind("small/scenario.toml:", 0) == 0);
}

TEST_CASE("a number of a measure has a standing", "[scenario]") {
  check_damage("scenario.toml",
               "[[measure.numbers]]\nfield = \"obedience\"\nlow = 0.5\nhigh = 1.0\nstanding = \"assumed\"\nreason = \"no count of refused "
               "trucks\"\n",
               "", "small/scenario.toml:28:13", "obedience is 0.9 without a standing");
}

TEST_CASE("an assumed number of a measure has a range around it", "[scenario]") {
  check_damage("scenario.toml", "low = 0.5\n", "", "small/scenario.toml:29:1", "low or high is missing");
  check_damage("scenario.toml", "low = 0.5\n", "low = 0.95\n", "small/scenario.toml:28:13",
               "a number lies in its own range, from low to high); write 0.95 to 1");
  check_damage("scenario.toml", "low = 0.5\n", "low = 1.5\n", "small/scenario.toml:31:7", "low is above high");
}

TEST_CASE("a lever has a range unless a document states its number", "[scenario]") {
  const std::string range = "low = 0.5\nhigh = 1.0\nstanding = \"assumed\"\nreason = \"no count of refused trucks\"\n";
  const std::string reason = "reason = \"r\"\n", source = "source = \"clause 3\"\n";
  check_damage("scenario.toml", range, "standing = \"derived\"\n" + reason, "small/scenario.toml:29:1",
               "a lever, a number of a measure that");
  check_damage("scenario.toml", range, "low = 0.5\nstanding = \"derived\"\n" + reason, "small/scenario.toml:29:1",
               "low or high is missing");
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", range, "low = 0.5\nhigh = 1.0\nstanding = \"derived\"\n" + reason);
  CHECK(errors_of(files).empty());
  replace(files, "scenario.toml", "low = 0.5\nhigh = 1.0\nstanding = \"derived\"\n" + reason, "standing = \"published\"\n" + source);
  CHECK(errors_of(files).empty());
}

TEST_CASE("an entry of numbers names a number of the measure", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "field = \"obedience\"\nlow = 0.5", "field = \"obediance\"\nlow = 0.5");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].rfind("small/scenario.toml:28:13: obedience is 0.9 without a standing", 0) == 0);
  CHECK(errors[1].rfind("small/scenario.toml:30:9: field is \"obediance\"", 0) == 0);
  CHECK(errors[1].find("did you mean \"obedience\"?") != std::string::npos);
}

TEST_CASE("an unknown key and an unknown kind are answered with the nearest word", "[scenario]") {
  check_damage("scenario.toml", "floor = \"china6\"", "flor = \"china6\"\nfloor = \"china6\"", "small/scenario.toml:27:1",
               "did you mean \"floor\"?");
  check_damage("scenario.toml", "kind = \"gate_floor\"", "kind = \"gate_flor\"", "small/scenario.toml:22:8",
               "did you mean \"gate_floor\"?");
  check_damage("scenario.toml", "[scenario]", "[senario]\n[scenario]", "small/scenario.toml:1:2", "did you mean \"scenario\"?");
}

TEST_CASE("an unknown metric is answered with the list", "[scenario]") {
  check_damage("scenario.toml", "metric = \"rail_share\"", "metric = \"rail_shares\"", "small/scenario.toml:53:10",
               "did you mean \"rail_share\"?");
}

TEST_CASE("a scope names fields of metrics and rows that exist", "[scenario]") {
  check_damage("scenario.toml", "basis = \"gate\"", "bases = \"gate\"", "small/scenario.toml:54:29", "did you mean \"basis\"?");
  check_damage("scenario.toml", "firm = \"mine-co\"", "firm = \"mine-c\"", "small/scenario.toml:54:18", "did you mean \"mine-co\"?");
}

TEST_CASE("obedience is a share between 0 and 1", "[scenario]") {
  check_damage("scenario.toml", "obedience = 0.9", "obedience = 1.1", "small/scenario.toml:28:13", "obedience is \"1.1\" (number, 0 to 1)");
  check_damage("scenario.toml", "obedience = 0.9", "obedience = \"90%\"", "small/scenario.toml:28:13", "write 0.9");
}

TEST_CASE("a measure on firms names a threshold or a list, not both", "[scenario]") {
  check_damage("scenario.toml", "floor = \"china6\"", "floor = \"china6\"\nfirms = [\"mine-co\"]", "small/scenario.toml:20:1",
               "both threshold_t_per_year and firms");
  check_damage("scenario.toml", "threshold_t_per_year = 150000\n", "", "small/scenario.toml:20:1",
               "neither threshold_t_per_year nor firms");
}

TEST_CASE("a measure is due after it starts", "[scenario]") {
  check_damage("scenario.toml", "from = 2021-01-01\nclause", "from = 2021-01-01\ndue = 2020-12-31\nclause", "small/scenario.toml:25:7",
               "due is 2020-12-31, from is 2021-01-01");
}

TEST_CASE("steps of a duty stand in the order of their days", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["scenario.toml"] += R"(
[[measure]]
id = "duty"
kind = "rail_duty"
layer = "plan"
from = 2021-01-01
clause = "T-1"
firms = ["mine-co"]
required = [{due = 2021-12-31, level = 0.9}, {due = 2021-06-30, level = 0.85}]
price_yuan_per_t = 8
[[measure.numbers]]
field = "price_yuan_per_t"
low = 0
high = 30
standing = "assumed"
reason = "r"
)";
  check_single(errors_of(files), "small/scenario.toml:68:12", "2021-06-30 follows 2021-12-31");
  replace(files, "scenario.toml", "level = 0.9}", "level = 90}");
  check_single(errors_of(files), "small/scenario.toml:68:40", "level is \"90\"");
}

TEST_CASE("a run is at most 34 years long", "[scenario]") {
  check_damage("scenario.toml", "end = 2022-01-01", "end = 2055-01-01", "small/scenario.toml:7:7", "at most 34 years");
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "end = 2022-01-01", "end = 2054-01-01");  // 12,419 of 12,427 days
  CHECK(errors_of(files).empty());
}

TEST_CASE("a run starts and ends with a month and a day inside one is neither widened nor cut", "[scenario]") {
  check_damage("scenario.toml", "end = 2022-01-01", "end = 2021-12-31", "small/scenario.toml:7:7", "write 2021-12-01 or 2022-01-01");
  check_damage("scenario.toml", "start = 2020-01-01", "start = 2020-01-02", "small/scenario.toml:6:9", "write 2020-01-01 or 2020-02-01");
}

TEST_CASE("a run ends after it starts", "[scenario]") {
  check_damage("scenario.toml", "end = 2022-01-01", "end = 2020-01-01", "small/scenario.toml:7:7", "a run has at least one day");
}

}  // namespace measures_test
