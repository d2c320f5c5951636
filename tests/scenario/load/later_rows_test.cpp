/// A number of a later day is a row of its own, which the command line and a variant may add; and which changes constants are fitted to.
#include "sim/scenario/load/overrides.hpp"
#include "tests/scenario/errors.hpp"

namespace later_rows_test {

using namespace railshift;
using namespace railshift::test;
using scenario::Changes;

namespace {

scenario::LoadRequest asked(const std::map<std::string, std::string>& set) {
  scenario::LoadRequest request;
  request.set = set;
  return request;
}

scenario::Loaded loaded(const scenario::Files& files, const scenario::LoadRequest& request) {
  scenario::Loaded found = scenario::load(files, request);
  for (const Problem& p : found.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(found.world);
  return found;
}

World with(const std::string& path, const std::string& value) { return std::move(*loaded(small_scenario(), asked({{path, value}})).world); }

void refused(const std::string& path, const std::string& value, const std::string& part) {
  check_single(errors_of(small_scenario(), asked({{path, value}})), "--set " + path, part);
}

}  // namespace

TEST_CASE("the value of time doubles on a later day and is as given on the day before", "[scenario]") {
  const World w = with("values.choice.value_of_time@2021-03-01.value", "1");
  CHECK(w.parameter("choice.value_of_time", make_date(2020, 1, 1)) == 0.5);
  CHECK(w.parameter("choice.value_of_time", make_date(2021, 2, 28)) == 0.5);
  CHECK(w.parameter("choice.value_of_time", make_date(2021, 3, 1)) == 1.0);
  CHECK(w.parameter("choice.value_of_time", make_date(2021, 12, 1)) == 1.0);
}

TEST_CASE("a row between two others counts until the second of them, and a third begins where it says", "[scenario]") {
  const World w = std::move(*loaded(small_scenario(), asked({{"values.grid.co2_kg_per_kwh@2020-07-01.value", "0.68"},
                                                             {"values.grid.co2_kg_per_kwh@2021-07-01.value", "0.62"}}))
                                 .world);
  CHECK(w.parameter("grid.co2_kg_per_kwh", make_date(2020, 6, 30)) == 0.7);
  CHECK(w.parameter("grid.co2_kg_per_kwh", make_date(2020, 7, 1)) == 0.68);
  CHECK(w.parameter("grid.co2_kg_per_kwh", make_date(2021, 1, 1)) == 0.65);
  CHECK(w.parameter("grid.co2_kg_per_kwh", make_date(2021, 7, 1)) == 0.62);
}

TEST_CASE("a variant adds a row as the command line does", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["variants/dear.toml"] = "extends = \"..\"\n[set]\n\"values.rail.price_factor@2021-01-01.value\" = 1.1\n";
  scenario::LoadRequest request;
  request.variant = "variants/dear.toml";
  const scenario::Loaded found = loaded(files, request);
  CHECK(found.world->parameter("rail.price_factor", make_date(2020, 12, 31)) == 1.0);
  CHECK(found.world->parameter("rail.price_factor", make_date(2021, 1, 1)) == 1.1);
}

TEST_CASE("no row begins before the first, none without a day of the calendar, and none of a number that is not there", "[scenario]") {
  refused("values.choice.value_of_time@2019-12-31.value", "1", "did you mean \"choice.value_of_time@2020-01-01\"?");
  refused("values.nobody@2021-01-01.value", "1", "a later date adds a row");
  refused("values.choice.value_of_time@2021-02-30.value", "1", "matches nothing");
  refused("values.choice.value_of_tim@2021-01-01.value", "1", "did you mean \"choice.value_of_time");
  refused("values.choice.value_of_time@2021-01-01.reason", "1", "matches nothing");
  refused("processes.mining@2021-01-01.t_per_year", "1", "matches nothing");  // a row of any other table belongs into the folder
}

TEST_CASE("a later row keeps to the sense of its number", "[scenario]") {
  refused("values.choice.value_of_time@2021-01-01.value", "-1", "value is \"-1\"");
  CHECK(with("values.choice.value_of_time@2021-01-01.value", "0").parameter("choice.value_of_time", make_date(2021, 1, 1)) == 0.0);
}

TEST_CASE("a number that is read once takes rows up to the first day of the scenario, and none of the day after", "[scenario]") {
  const std::string row = "stock.power_days,2020-01-01,15,d,7,25,assumed,,r\n";
  const auto rows = [&row](const std::string& day) {
    scenario::Files files = small_scenario();
    replace(files, "../parameters/values.csv", row,
            "stock.power_days,2019-01-01,15,d,7,25,assumed,,r\nstock.power_days," + day + ",20,d,7,25,assumed,,r\n");
    return errors_of(files);
  };
  CHECK(rows("2019-07-01").empty());
  CHECK(rows("2020-01-01").empty());
  const auto errors = rows("2020-01-02");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].rfind("parameters/values.csv:", 0) == 0);
  CHECK(errors[0].find("stock.power_days from 2020-01-02") != std::string::npos);
  refused("values.stock.power_days@2020-01-02.value", "20", "read once, on the first day of the scenario");
}

TEST_CASE("constants are fitted to base shares and the base year, and to nothing else", "[scenario]") {
  for (const std::string path : {"chains.market-rail.base_share", "chains.a.b.base_share", "scenario.base_year"})
    CHECK(scenario::is_base_year_input(path));
  for (const std::string path : {"chains.market-rail.low", "flows.fl-market.base_share", "scenario.start", "scenario.base_share",
                                 "values.choice.value_of_time.value", "values.choice.value_of_time@2020-01-01.value",
                                 "sidings.sd-mine.t_per_day", "measure.gate.obedience", "base_share", "chains", ""})
    CHECK_FALSE(scenario::is_base_year_input(path));
}

TEST_CASE("asked for changes of the base year alone, the rest of a variant and of the command line leaves no trace", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["variants/more.toml"] =
      "extends = \"..\"\n[set]\n\"chains.market-road.base_share\" = 0.7\n\"sidings.sd-mine.t_per_day\" = 9000\n";
  scenario::LoadRequest request = asked({{"chains.market-rail.base_share", "0.3"}, {"values.choice.value_of_time.value", "1"}});
  request.variant = "variants/more.toml";
  const std::map<std::string, std::string> shares{{"chains.market-rail.base_share", "0.3"}, {"chains.market-road.base_share", "0.7"}};
  const auto siding = [](const World& w) { return w.sidings.begin()->capacity.value; };
  const auto share = [](const World& w) { return w.chains[*w.chains.find("market-rail")].base_share; };
  const auto time = [](const World& w) { return w.parameter("choice.value_of_time", make_date(2020, 1, 1)); };

  const scenario::Loaded all = loaded(files, request);
  CHECK(all.changes.size() == 4);
  CHECK(siding(*all.world) == 9000.0);
  CHECK(time(*all.world) == 1.0);
  request.changes = Changes::of_base_year;
  const scenario::Loaded some = loaded(files, request);
  CHECK(some.changes == shares);
  CHECK(share(*some.world) == 0.3);
  CHECK(siding(*some.world) == 10'000.0);
  CHECK(time(*some.world) == 0.5);
}

}  // namespace later_rows_test
