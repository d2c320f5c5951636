/// What the numbers of a measure rest on: levels of a list have ranges of their own, can be set, and can be drawn.
#include <algorithm>

#include "sim/policy/kinds.hpp"
#include "tests/scenario/errors.hpp"

namespace measure_numbers_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kTwoLevels =
    "threshold_t_per_year = 150000\nprice_yuan_per_t = 8\nrequired = [{ due = 2021-06-30, level = 0.8 }, { due = 2021-12-31, level = 0.9 "
    "}]\n"
    "[[measure.numbers]]\nfield = \"price_yuan_per_t\"\nlow = 8\nhigh = 8\nstanding = \"assumed\"\nreason = \"r\"\n";

std::string entry(const std::string& field, const std::string& range, const std::string& standing = "assumed") {
  return "[[measure.numbers]]\nfield = \"" + field + "\"\n" + range + "standing = \"" + standing + "\"\nreason = \"r\"\nsource = \"s\"\n";
}

/// A duty with two levels: of clause T-1 in the plan, or asked by the user, who cites nobody.
scenario::Files duty(const std::string& entries, bool cited = true) {
  scenario::Files files = small_scenario();
  files.content.at("scenario.toml") += std::string("\n[[measure]]\nid = \"more\"\nkind = \"rail_duty\"\n") +
                                       (cited ? "layer = \"plan\"\nclause = \"T-1\"\n" : "layer = \"what_if\"\n") + "from = 2021-01-01\n" +
                                       kTwoLevels + entries;
  return files;
}

/// For a measure that cites nobody.
const std::string kFrom =
    entry("from", "low = 2021-01-01\nhigh = 2021-01-01\n") + entry("threshold_t_per_year", "low = 150000\nhigh = 150000\n");
const std::string kFirst = entry("required@2021-06-30", "low = 0.7\nhigh = 0.85\n"),
                  kSecond = entry("required@2021-12-31", "low = 0.9\nhigh = 1\n");

double level(const scenario::Files& files, const std::string& path, const std::string& value) {
  scenario::LoadRequest request;
  if (!path.empty()) request.set = {{path, value}};
  const scenario::Loaded loaded = scenario::load(files, request);
  for (const Problem& problem : loaded.problems.sorted()) UNSCOPED_INFO(to_string(problem));
  REQUIRE(loaded.world);
  return policy::as<RailDuty>(loaded.world->measures[*loaded.world->measures.find("more")])->required.front().level;
}

void refused(const scenario::Files& files, const std::vector<std::string>& parts) {
  const std::string error = only_error(files);
  INFO(error);
  for (const std::string& part : parts) CHECK(error.find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("assumed levels have an entry each with a range, published ones one for all", "[scenario]") {
  CHECK(errors_of(duty("")).empty());  // the clause states them
  CHECK(errors_of(duty(kFirst + kSecond)).empty());
  CHECK(errors_of(duty(kFirst)).empty());
  CHECK(errors_of(duty(entry("required", "", "published"))).empty());
  refused(duty(entry("required", "")), {"\"required\" has 2 levels", "required@2021-06-30"});
  refused(duty(entry("required", "low = 0.8\nhigh = 0.9\n", "published")), {"\"required\" has 2 levels"});
  refused(duty(entry("required@2021-06-30", "")), {"low or high is missing"});
  refused(duty(entry("required@2021-06-30", "low = 0.85\nhigh = 0.7\n")), {"low is above high"});
}

TEST_CASE("a level lies in its range, ends included, and a level of no step is refused with those that are there", "[scenario]") {
  CHECK(errors_of(duty(entry("required@2021-06-30", "low = 0.8\nhigh = 0.8\n"))).empty());
  refused(duty(entry("required@2021-06-30", "low = 0.81\nhigh = 0.9\n")), {"required@2021-06-30 is 0.8", "0.81 to 0.9"});
  refused(duty(entry("required@2021-07-30", "low = 0.7\nhigh = 0.9\n")), {"required@2021-07-30", "did you mean \"required@2021-0"});
  refused(duty(entry("threshold_t_per_year@2021-06-30", "low = 0.7\nhigh = 0.9\n")), {"threshold_t_per_year@2021-06-30"});
}

TEST_CASE("a measure that cites nobody has an entry for every level", "[scenario]") {
  const auto asked = [](const std::string& entries) { return duty(kFrom + entries, false); };
  CHECK(errors_of(asked(kFirst + kSecond)).empty());
  CHECK(errors_of(asked(entry("required", "", "published"))).empty());
  refused(asked(kFirst), {"without a standing", "required@2021-12-31"});
  refused(asked(""), {"without a standing", "required@2021-06-30"});
}

TEST_CASE("a level is set by the day of its step, and one of no step is refused with the nearest", "[scenario]") {
  CHECK(level(duty(kFirst), "", "") == 0.8);
  CHECK(level(duty(kFirst), "measure.more.required@2021-06-30", "0.75") == 0.75);
  CHECK(level(duty(kFirst), "measure.more.required@2021-12-31", "0.95") == 0.8);  // the other one
  scenario::LoadRequest request;
  request.set = {{"measure.more.required@2021-06-31", "0.75"}};
  const std::string error = only_error(duty(kFirst), request);
  INFO(error);
  CHECK(error.find("did you mean \"required@2021-06-30\"") != std::string::npos);
}

TEST_CASE("a ranged level can be drawn like any number, between nothing and all", "[scenario]") {
  const scenario::Loaded loaded = scenario::load(duty(kFirst), {});
  REQUIRE(loaded.world);
  const auto at = std::find_if(loaded.ranged.begin(), loaded.ranged.end(),
                               [](const auto& input) { return input.path == "measure.more.required@2021-06-30"; });
  REQUIRE(at != loaded.ranged.end());
  REQUIRE(at->range);
  CHECK(at->range->value == 0.8);
  CHECK(at->range->low == 0.7);
  CHECK(at->range->high == 0.85);
  CHECK(at->least == 0.0);
  CHECK(at->most == 1.0);
}

}  // namespace measure_numbers_test
