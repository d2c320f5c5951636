/// [[uncertainty]]: which numbers move together, and what is said of a group that cannot be.
#include "sim/scenario/uncertainty/uncertainty_report.hpp"
#include "tests/scenario/errors.hpp"

namespace uncertainty_test {

using namespace railshift;
using namespace railshift::test;
using scenario::Uncertainty;
using scenario::UncertaintyGroup;

namespace {

/// A section of eight lines; it begins in line 60 of the file.
std::string section(const std::string& law, const std::string& inputs, const std::string& more = "", const std::string& id = "un-a") {
  return "[[uncertainty]]\nid = \"" + id + "\"\nname_zh = \"组\"\nname_en = \"group\"\nlaw = \"" + law + "\"\ninputs = " + inputs +
         "\nstage = \"base\"\nstanding = \"assumed\"\nreason = \"r\"\n" + more;
}

scenario::Files with(const std::string& sections) {
  scenario::Files files = small_scenario();
  files.content["scenario.toml"] += sections;
  return files;
}

Uncertainty uncertainty(const scenario::Files& files, const scenario::LoadRequest& request = {}) {
  scenario::Loaded loaded = scenario::load(files, request);
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  return std::move(loaded.uncertainty);
}

const UncertaintyGroup* group(const Uncertainty& all, const std::string& id) {
  const auto found = std::find_if(all.groups.begin(), all.groups.end(), [&](const auto& g) { return g.id == id; });
  return found == all.groups.end() ? nullptr : &*found;
}

bool stands(const Uncertainty& all, const std::string& path) {
  return std::find(all.standing.begin(), all.standing.end(), path) != all.standing.end();
}

}  // namespace

TEST_CASE("a group moves the numbers that its patterns fit, some of them the other way", "[scenario]") {
  const Uncertainty all =
      uncertainty(with(section("三角分布", "[\"rail_tariffs.*\", \"values.rail.price_factor*\"]", "against = [\"road_rates.*\"]\n")));
  const UncertaintyGroup* prices = group(all, "un-a");
  REQUIRE(prices != nullptr);
  REQUIRE(prices->inputs.size() == 3);
  CHECK(prices->inputs[0].path == "rail_tariffs.coal.yuan_per_t_km");
  CHECK_FALSE(prices->inputs[0].against);
  CHECK(prices->inputs[1].path == "road_rates.all.yuan_per_t_km");
  CHECK(prices->inputs[1].against);
  CHECK(prices->inputs[2].path == "values.rail.price_factor@2020-01-01.value");
  CHECK(prices->stage == scenario::Stage::base);
  CHECK_FALSE(prices->by_default);
}

TEST_CASE("where narrows a pattern to rows that say so", "[scenario]") {
  scenario::Files files = with(section("triangular", "[\"processes.*\"]", "where = [\"site_id=m*\"]\n"));
  replace(files, "tables/processes.csv", "100万吨,,,", "100万吨,90万吨,120万吨,");
  replace(files, "tables/processes.csv", "400000,,,", "400000,300000,500000,");
  const Uncertainty all = uncertainty(files);
  REQUIRE(group(all, "un-a")->inputs.size() == 1);
  CHECK(group(all, "un-a")->inputs[0].range.low == 900000.0);
  CHECK(group(all, "processes.t_per_year")->inputs[0].path == "processes.burning@2020-01-01.t_per_year");
}

TEST_CASE("numbers that no section names move by table and column, named values alone, shares of a whole not at all", "[scenario]") {
  const Uncertainty all = uncertainty(small_scenario());
  CHECK(group(all, "sidings.t_per_day")->by_default);
  CHECK(group(all, "values.road.local_speed")->inputs.size() == 1);
  CHECK(group(all, "sidings.t_per_day")->stage == scenario::Stage::base);
  CHECK(group(all, "measure.obedience")->stage == scenario::Stage::later);
  CHECK(group(all, "chains.base_share") == nullptr);
  CHECK(stands(all, "chains.market-rail.base_share"));
  CHECK(stands(all, "outside_mix.hired-5.share"));
  const Uncertainty named = uncertainty(with(section("triangular", "[\"chains.market-road.base_share\"]")));
  CHECK_FALSE(stands(named, "chains.market-road.base_share"));
  CHECK(stands(named, "chains.market-rail.base_share"));
}

TEST_CASE("groups that no section names are called by what their numbers mean, in both languages", "[scenario]") {
  const Uncertainty all = uncertainty(small_scenario());
  CHECK(group(all, "sidings.t_per_day")->name == Words{"铁路专用线和货场：日能力", "sidings and public yards: t per day"});
  CHECK(group(all, "values.road.local_speed")->name == Words{"地方道路车速", "speed on access roads"});
  CHECK(group(all, "measure.obedience")->name == Words{"措施：执行率", "measures: obedience"});
}

TEST_CASE("what the user sets is certain", "[scenario]") {
  scenario::LoadRequest request;
  request.set = {{"sidings.sd-mine.t_per_day", "9000"}, {"values.road.local_speed.value", "30"}};
  const Uncertainty all = uncertainty(small_scenario(), request);
  CHECK(group(all, "sidings.t_per_day") == nullptr);
  CHECK(stands(all, "sidings.sd-mine.t_per_day"));
  CHECK(stands(all, "values.road.local_speed@2020-01-01.value"));
  CHECK(group(all, "values.road.stated_speed") != nullptr);
}

TEST_CASE("a layer that leaves the measures of a group out makes no mistake of it", "[scenario]") {
  const scenario::Files files = with(section("triangular", "[\"measure.*.obedience\"]"));
  CHECK(group(uncertainty(files), "un-a")->inputs.size() == 1);
  scenario::LoadRequest baseline;
  baseline.layer = Layer::baseline;
  CHECK(group(uncertainty(files, baseline), "un-a") == nullptr);
}

TEST_CASE("a law that is none, or a group without its keys, is told with what is accepted", "[scenario]") {
  check_single(errors_of(with(section("normal", "[\"sidings.*\"]"))), "small/scenario.toml:64:7", "triangular (三角分布");
  check_single(errors_of(with(section("triangular", "[]"))), "small/scenario.toml:65:10", "inputs is empty");
  check_single(errors_of(with(section("triangular", "[\"sidings.*\"]", "low_high = \"10_90\"\n"))), "small/scenario.toml:69:12", "5_95");
  check_single(
      errors_of(with("[[uncertainty]]\nid = \"un-a\"\nname_zh = \"组\"\nname_en = \"g\"\nlaw = \"uniform\"\nstage = \"later\"\nstanding = "
                     "\"assumed\"\nreason = \"r\"\n")),
      "small/scenario.toml:60:1", "key \"inputs\" is missing");
  const std::string once = section("triangular", "[\"sidings.*\"]");
  check_single(errors_of(with(once + once)), "small/scenario.toml:70:6", "\"un-a\" again");
}

TEST_CASE("a pattern that fits nothing is told with the nearest path or the tables with ranges", "[scenario]") {
  check_single(errors_of(with(section("triangular", "[\"sidings.*\", \"sidings.sd-mine.t_per_dax\"]"))), "small/scenario.toml:65:24",
               "did you mean \"sidings.sd-mine.t_per_day\"?");
  check_single(errors_of(with(section("triangular", "[\"trains.*\"]"))), "small/scenario.toml:65:11", "tables with ranges:");
  check_single(errors_of(with(section("triangular", "[\"sidings.*\"]", "where = [\"site_id=plant\"]\n"))), "small/scenario.toml:65:11",
               "(in the rows of where)");
  check_single(errors_of(with(section("triangular", "[\"sidings.*\"]", "where = [\"site_idd=mine\"]\n"))), "small/scenario.toml:69:9",
               "did you mean \"site_id\"?");
  check_single(errors_of(with(section("triangular", "[\"sidings.*\"]", "where = [\"mine\"]\n"))), "small/scenario.toml:69:9",
               "column=pattern");
}

TEST_CASE("a number without low and high cannot move", "[scenario]") {
  check_single(errors_of(with(section("triangular", "[\"processes.mining@2020-01-01.t_per_year\"]"))), "small/scenario.toml:65:11",
               "has no low and high");
  check_single(errors_of(with(section("triangular", "[\"measure.gate.threshold_t_per_year\"]"))), "small/scenario.toml:65:11",
               "has no low and high");
}

TEST_CASE("a number stands in one group and in one of its lists", "[scenario]") {
  const std::string first = section("triangular", "[\"sidings.*\"]");
  check_single(errors_of(with(first + section("uniform", "[\"sidings.sd-mine.*\"]", "", "un-b"))), "small/scenario.toml:74:11",
               "is moved by group \"un-a\" already, as \"sidings.*\"");
  check_single(errors_of(with(section("triangular", "[\"sidings.*\"]", "against = [\"*.t_per_day\"]\n"))), "small/scenario.toml:69:12",
               "is moved by group \"un-a\" already");
}

TEST_CASE("lognormal asks for bounds that are quantiles, and for numbers above 0", "[scenario]") {
  check_single(errors_of(with(section("lognormal", "[\"sidings.*\"]"))), "small/scenario.toml:64:7", "write low_high = \"5_95\"");
  CHECK(errors_of(with(section("lognormal", "[\"sidings.*\"]", "low_high = \"5_95\"\n"))).empty());
  check_single(errors_of(with(section("lognormal", "[\"values.choice.latent_demand*\"]", "low_high = \"5_95\"\n"))),
               "small/scenario.toml:65:11", "low is 0, and a lognormal law has numbers above 0 only");
}

TEST_CASE("a discrete law has a rising list of positions with a weight each, other laws none", "[scenario]") {
  const auto discrete = [](const std::string& lists) { return errors_of(with(section("discrete", "[\"sidings.*\"]", lists))); };
  CHECK(discrete("values = [-1, 0, 1]\nweights = [1, 2, 1]\n").empty());
  check_single(discrete(""), "small/scenario.toml:64:7", "a discrete law with 0 values and 0 weights");
  check_single(discrete("values = [-1, 1]\nweights = [1]\n"), "small/scenario.toml:69:10", "with 2 values and 1 weights");
  check_single(discrete("values = [0, 0]\nweights = [1, 1]\n"), "small/scenario.toml:69:10", "rise");
  check_single(discrete("values = [0, 1]\nweights = [0, 0]\n"), "small/scenario.toml:69:10", "not all weights are 0");
  check_single(discrete("values = [0, 1.5]\nweights = [1, 1]\n"), "small/scenario.toml:69:14", "1.5");
  check_single(errors_of(with(section("uniform", "[\"sidings.*\"]", "values = [0]\n"))), "small/scenario.toml:69:10",
               "this law has no values and weights");
}

TEST_CASE("check says of every group how many numbers it moves, in both languages", "[scenario]") {
  const Uncertainty all = uncertainty(with(section("uniform", "[\"sidings.*\", \"through.*\"]")));
  const std::string english = scenario::uncertainty_report(all, Language::en), chinese = scenario::uncertainty_report(all, Language::zh);
  CHECK(english.find("  un-a group: 2 numbers, uniform, base year settled anew\n") != std::string::npos);
  CHECK(english.find("  values.road.local_speed speed on access roads: 1 number, triangular, base year settled anew\n") !=
        std::string::npos);
  CHECK(english.find("  measure.obedience measures: obedience: 1 number, triangular, base year stays\n") != std::string::npos);
  CHECK(chinese.find("  un-a 组：2 个数，均匀分布，基年随之重新率定\n") != std::string::npos);
  CHECK(scenario::uncertainty_report({}, Language::en).empty());
}

}  // namespace uncertainty_test
