/// Every number of every table has limits: what cannot be is an error, what is unusual is noted.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/tables/required_values.hpp"
#include "tests/scenario/errors.hpp"

namespace limits_test {

using namespace railshift;
using namespace railshift::test;

namespace {

bool is_number(const scenario::FieldInfo& f) {
  return f.type == scenario::FieldType::number || f.type == scenario::FieldType::integer || f.type == scenario::FieldType::tonnes;
}

/// The columns of origin, of values from outside and of named numbers have the limits of what they stand beside.
bool has_own_limits(const scenario::TableSpec& spec, const scenario::FieldInfo& f) {
  return f.name != "low" && f.name != "high" && spec.in_row == nullptr;
}

std::vector<Unusual> unusual_with(const std::string& key, const std::string& from, const std::string& to) {
  scenario::Files files = small_scenario();
  replace(files, key, from, to);
  return scenario::load(files, {}).unusual;
}

const Unusual* found(const std::vector<Unusual>& all, const std::string& column) {
  for (const Unusual& u : all) {
    if (u.column == column) return &u;
  }
  return nullptr;
}

/// Other named numbers of the small scenario are not usual either.
bool speed_noted(const std::vector<Unusual>& all) {
  return std::any_of(all.begin(), all.end(), [](const Unusual& u) { return u.column == "value" && u.id.find("road.stated_speed") == 0; });
}

}  // namespace

TEST_CASE("every numeric column of every table and every named number has a lowest and a highest value", "[scenario]") {
  for (const scenario::TableSpec& spec : scenario::all_tables()) {
    for (const scenario::FieldInfo& f : spec.fields) {
      INFO(spec.name << "." << f.name);
      if (is_number(f) && has_own_limits(spec, f)) CHECK((std::isfinite(f.low) && std::isfinite(f.high) && f.low < f.high));
    }
  }
  for (const scenario::RequiredValue& v : scenario::required_values()) {
    INFO(v.name);
    CHECK((std::isfinite(v.low) && std::isfinite(v.high) && v.low < v.high));
  }
}

TEST_CASE("no price, length, time or mass is below zero: only places on the earth and utilities may be", "[scenario]") {
  std::vector<std::string> below;
  for (const scenario::TableSpec& spec : scenario::all_tables()) {
    for (const scenario::FieldInfo& f : spec.fields) {
      if (is_number(f) && has_own_limits(spec, f) && f.low < 0 && f.unit != "degree") below.push_back(spec.name + "." + f.name);
    }
  }
  for (const scenario::RequiredValue& v : scenario::required_values()) {
    if (v.low < 0) below.emplace_back(v.name);
  }
  CHECK(below == std::vector<std::string>{"choice.cost_coefficient", "choice.new_chain_constant"});
}

TEST_CASE("a road rate may begin at nothing and not below it", "[scenario]") {
  check_accepted("../parameters/road_rates.csv", "all,0,6,0.4", "all,0,0,0.4");
  check_damage("../parameters/road_rates.csv", "all,0,6,0.4", "all,0,-0.01,0.4", "parameters/road_rates.csv:2:7",
               "number in yuan/t, 0 to 1000");
}

TEST_CASE("a usual range belongs to a column or a named number, lies inside its limits and says in both languages what it rests on",
          "[scenario]") {
  for (const scenario::UsualRange& usual : scenario::usual_ranges()) {
    INFO(usual.table << "." << usual.column);
    CHECK(usual.low < usual.high);
    CHECK_FALSE((std::string(usual.zh).empty() || std::string(usual.en).empty()));
    bool belongs = false;
    for (const scenario::TableSpec& spec : scenario::all_tables()) {
      for (const scenario::FieldInfo& f : spec.fields) {
        if (spec.name == usual.table && f.name == usual.column && f.usual == &usual) belongs = usual.low >= f.low && usual.high <= f.high;
      }
    }
    for (const scenario::RequiredValue& v : scenario::required_values()) {
      if (std::string(usual.table) == "values" && v.name == usual.column) belongs = usual.low >= v.low && usual.high <= v.high;
    }
    CHECK(belongs);
  }
}

TEST_CASE("a number at the edge of its usual range is taken, one beyond is taken and noted with its row", "[scenario]") {
  const std::string train = "10000,2,fence,0,3500,5";
  CHECK(found(unusual_with("tables/sidings.csv", train, "10000,2,fence,0,15000,5"), "train_t") == nullptr);
  const auto noted = unusual_with("tables/sidings.csv", train, "10000,2,fence,0,15001,5");
  const Unusual* over = found(noted, "train_t");
  REQUIRE(over != nullptr);
  CHECK(over->file == "tables/sidings.csv");
  CHECK(over->id == "sd-mine");
  CHECK(over->text == "15001");
  CHECK(over->high == 15000.0);
  check_damage("tables/sidings.csv", train, "10000,2,fence,0,35000,5", "small/tables/sidings.csv:2:65", "number in t, 1 to 25000");
}

TEST_CASE("nothing (0) is never unusual: it says that there is none", "[scenario]") {
  CHECK(found(unusual_with("tables/legs.csv", "ln-east,sd-mine,,,9,3,24", "ln-east,sd-mine,,,0,0,24"), "yuan_per_t") == nullptr);
  CHECK(found(unusual_with("tables/legs.csv", "ln-east,sd-mine,,,9,3,24", "ln-east,sd-mine,,,0.9,0.3,24"), "yuan_per_t") != nullptr);
}

TEST_CASE("a named number is refused with its own limits and unit, whatever is wrong with it", "[scenario]") {
  const std::string row = "site.default_service,2020-01-01,";
  check_damage("../parameters/values.csv", row + "30,min,15,60", row + "1441,min,15,2000", "parameters/values.csv:20:33",
               "value is \"1441\" (number in min, 0 to 1440)");
  check_accepted("../parameters/values.csv", row + "30,min,15,60", row + "1440,min,15,2000");
  check_damage("../parameters/values.csv", row + "30,", row + "half,", "parameters/values.csv:20:33",
               "value is \"half\" (number in min, 0 to 1440)");
  check_damage("../parameters/values.csv", row + "30,min", row + "30,h", "parameters/values.csv:20:36",
               "unit is \"h\" (the program takes site.default_service in min)");
}

TEST_CASE("named numbers have usual ranges of their own", "[scenario]") {
  scenario::LoadRequest request;
  request.set["values.road.stated_speed.value"] = "90";
  CHECK_FALSE(speed_noted(scenario::load(small_scenario(), request).unusual));
  request.set["values.road.stated_speed.value"] = "90.5";
  CHECK(speed_noted(scenario::load(small_scenario(), request).unusual));
}

}  // namespace limits_test
