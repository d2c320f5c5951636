#include "tests/scenario/errors.hpp"

namespace cell_errors_test {

using namespace railshift;
using namespace railshift::test;

TEST_CASE("an unknown site is reported with the nearest id", "[scenario]") {
  check_damage("tables/flows.csv", "fl-plant,coal,mine,plant", "fl-plant,coal,mine,plamt", "small/tables/flows.csv:2:20",
               "an id of sites); did you mean \"plant\"?");
}

TEST_CASE("tonnes are never negative", "[scenario]") {
  check_damage("tables/processes.csv", ",100万吨,", ",-3,", "small/tables/processes.csv:2:29",
               "t_per_year is \"-3\" (number in t/year, 0 to 1000000000)");
}

TEST_CASE("a duplicate id is reported at its second row", "[scenario]") {
  check_damage("tables/firms.csv", "far-co,外地公司,far company,\n", "far-co,外地公司,far company,\nmine-co,又一家,again,\n",
               "small/tables/firms.csv:5:1", "\"mine-co\" again (ids of firms are unique; first in line 2)");
}

TEST_CASE("the same id and day twice is a duplicate too", "[scenario]") {
  check_damage("../parameters/values.csv", "grid.co2_kg_per_kwh,2021-01-01", "grid.co2_kg_per_kwh,2020-01-01", "parameters/values.csv:34:1",
               "\"grid.co2_kg_per_kwh@2020-01-01\" again");
}

TEST_CASE("a day that does not exist is not a date", "[scenario]") {
  check_damage("tables/sites.csv", "112.1,37.9,,", "112.1,37.9,2024-02-30,", "small/tables/sites.csv:2:52",
               "opens is \"2024-02-30\" (day as YYYY-MM-DD); write a day that exists");
}

TEST_CASE("a column that was renamed is reported once, with the name it should have", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/flows.csv", "origin", "orign");
  const std::string error = only_error(files);
  CHECK(error.rfind("small/tables/flows.csv:1:19: unknown column \"orign\"", 0) == 0);
  CHECK(error.find("column \"origin\" is missing: rename it") != std::string::npos);
}

TEST_CASE("a missing column is reported once, not in every row", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["tables/firms.csv"] = "firm_id,name_zh,name_en\nmine-co,矿,m\npower-co,电,p\nfar-co,外,f\n";
  check_single(errors_of(files), "small/tables/firms.csv:1:1", "column \"county\" is missing");
}

TEST_CASE("a missing file is reported once, without complaints about references into it", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content.erase("tables/firms.csv");
  check_single(errors_of(files), "small/tables/firms.csv", "the file is missing");
}

TEST_CASE("NaN and infinity are not numbers", "[scenario]") {
  check_damage("tables/flows.csv", ",0.75,", ",NaN,", "small/tables/flows.csv:3:48", "share_or_t is \"NaN\"");
  check_damage("tables/flows.csv", ",0.75,", ",inf,", "small/tables/flows.csv:3:48", "share_or_t is \"inf\"");
}

TEST_CASE("a percentage is answered with the share to write", "[scenario]") {
  check_damage("tables/flows.csv", ",0.75,", ",75%,", "small/tables/flows.csv:3:48", "write 0.75");
}

TEST_CASE("thousands separators and full-width digits are answered with plain digits", "[scenario]") {
  check_damage("tables/processes.csv", ",400000,", ",\"400,000\",", "small/tables/processes.csv:3:31", "write 400000");
  check_damage("tables/processes.csv", ",400000,", ",４０００００,", "small/tables/processes.csv:3:31", "half-width digits");
}

TEST_CASE("a word outside a closed list is answered with the list and the nearest word", "[scenario]") {
  check_damage("tables/flows.csv", ",pull,", ",pul,", "small/tables/flows.csv:2:26", "did you mean \"pull\"?");
  check_damage("tables/register.csv", "国三", "国七", "small/tables/register.csv:2:19", "china6 (国六");
}

TEST_CASE("ids have lower-case letters, digits and three signs", "[scenario]") {
  check_damage("tables/observed.csv", "o-1,", "O 1,", "small/tables/observed.csv:2:1", "observed_id is \"O 1\"");
}

TEST_CASE("a payload under one kilogram is refused, one kilogram is not", "[scenario]") {
  check_damage("tables/flows.csv", ",semi,30,", ",semi,0.0009,", "small/tables/flows.csv:3:63", "payload_t is \"0.0009\"");
  scenario::Files files = small_scenario();
  replace(files, "tables/flows.csv", ",semi,30,", ",semi,0.001,");
  // That nobody has so many trucks is another matter.
  for (const std::string& error : errors_of(files)) CHECK(error.find("payload_t is") == std::string::npos);
}

TEST_CASE("no truck carries more than 450 t, of a flow or of its class", "[scenario]") {
  check_accepted("tables/flows.csv", ",semi,30,", ",semi,450,");
  check_damage("tables/flows.csv", ",semi,30,", ",semi,1100,", "small/tables/flows.csv:3:63", "0.001 to 450");
  scenario::Files files = small_scenario();
  for (auto& [name, text] : files.content) {
    if (const auto at = text.find("freight,heavy,32,"); at != std::string::npos) text.replace(at + 14, 2, "1100");
  }
  CHECK(only_error(files).find("payload_t is \"1100\"") != std::string::npos);
}

TEST_CASE("a row with too few cells is reported", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/clauses.csv", ",must,交通局", ",must");
  check_single(errors_of(files), "small/tables/clauses.csv:2:1", "the row has 5 cells (the header has 6 columns)");
}

TEST_CASE("published numbers have a source, others a reason, assumed ones a range around them", "[scenario]") {
  check_damage("tables/processes.csv", "400000,,,published,yearbook,", "400000,,,published,,", "small/tables/processes.csv:3:50",
               "source is empty");
  check_damage("tables/process_io.csv", "derived,,the driver itself\nburning", "derived,,\nburning", "small/tables/process_io.csv:2:41",
               "reason is empty");
  check_damage("tables/flows.csv", "30,0.5,1,assumed,,the rest", "30,0.5,1,assumed,,", "small/tables/flows.csv:3:81", "reason is empty");
  check_damage("tables/flows.csv", "30,0.5,1,assumed", "30,0.5,,assumed", "small/tables/flows.csv:3:70", "high is empty");
  check_damage("tables/flows.csv", "30,0.5,1,assumed", "30,1,0.5,assumed", "small/tables/flows.csv:3:66", "low is \"1\", high is \"0.5\"");
  check_damage("tables/flows.csv", "30,0.5,1,assumed", "30,0.8,1,assumed", "small/tables/flows.csv:3:48",
               "a number lies in its own range, low to high: 0.8 to 1); write a number of 0.8 to 1, or correct low and high");
}

TEST_CASE("tonnes with their unit pass the checks of tonnes, the row's own range too", "[scenario]") {
  // 10,000 t a day in a range of 8,000 to 12,000
  const auto with = [](const std::string& tonnes) {
    scenario::Files files = small_scenario();
    replace(files, "tables/sidings.csv", "2001-01-01,10000,2,fence", "2001-01-01," + tonnes + ",2,fence");
    return scenario::load(files, {}).problems;
  };
  for (const char* within : {"10000", "1万吨", "10000吨", "1.2万吨", "0.8万吨"}) {
    INFO(within);
    CHECK(with(within).empty());
  }
  for (const char* outside : {"20000", "2万吨", "20000吨", "1.2001万吨", "0.7999万吨"}) {
    INFO(outside);
    REQUIRE(with(outside).size() == 1);
    CHECK(to_string(with(outside).sorted().front()).find("a number lies in its own range") != std::string::npos);
  }
}

TEST_CASE("tonnes with their unit have a range for sensitivity like others", "[scenario]") {
  scenario::Files files = small_scenario();
  const std::size_t before = scenario::load(files, {}).ranged.size();
  replace(files, "tables/sidings.csv", "2001-01-01,10000,2,fence", "2001-01-01,1万吨,2,fence");
  replace(files, "tables/sidings.csv", ",8000,12000,", ",0.8万吨,12千吨,");
  const auto ranged = scenario::load(files, {}).ranged;
  CHECK(ranged.size() == before);
  const auto siding = std::find_if(ranged.begin(), ranged.end(), [](const auto& i) { return i.path == "sidings.sd-mine.t_per_day"; });
  REQUIRE(siding != ranged.end());
  CHECK(siding->value == "1万吨");  // as it stands: what --set gets
  REQUIRE(siding->range);
  CHECK(siding->range->value == 10000.0);
  CHECK(siding->range->low == 8000.0);
  CHECK(siding->range->high == 12000.0);
}

TEST_CASE("low and high take what their number takes, in its unit", "[scenario]") {
  check_accepted("tables/sidings.csv", ",8000,12000,", ",8千吨,1.2万吨/天,");
  check_damage("tables/sidings.csv", ",8000,12000,", ",1.1万吨,1.2万吨,", "small/tables/sidings.csv:2:49",
               "a number lies in its own range");
  check_damage("tables/sidings.csv", ",8000,12000,", ",8公里,12000,", "small/tables/sidings.csv:2:72", "write the number alone, in t/d");
  check_accepted("../parameters/values.csv", "30,min,15,60", "0.5小时,min,15分钟,1小时");
  check_damage("../parameters/values.csv", "30,min,15,60", "30,min,31分钟,60", "parameters/values.csv:20:33",
               "a number lies in its own range");
}

TEST_CASE("a named number with a unit word is counted in the unit of its name", "[scenario]") {
  const std::string service = "site.default_service,2020-01-01,30,min,";
  const auto with = [&](const std::string& written) {
    scenario::Files files = small_scenario();
    replace(files, "../parameters/values.csv", service, "site.default_service,2020-01-01," + written + ",min,");
    return files;
  };
  for (const char* half_an_hour : {"30", "30分钟", "0.5小时", "30 min"}) {
    INFO(half_an_hour);
    const auto loaded = scenario::load(with(half_an_hour), {});
    REQUIRE(loaded.world);
    const auto found =
        std::find_if(loaded.ranged.begin(), loaded.ranged.end(), [](const auto& i) { return i.row == "site.default_service"; });
    REQUIRE(found != loaded.ranged.end());
    CHECK(found->range->value == 30.0);
  }
  CHECK(only_error(with("3公里")).find("\"公里\" is no unit of this column: write the number alone, in min") != std::string::npos);
  // kg are no unit of grams a kilogram: nothing is made of them
  scenario::Files files = small_scenario();
  replace(files, "../parameters/values.csv", "rail.diesel_nox_g_per_kg,2020-01-01,55,", "rail.diesel_nox_g_per_kg,2020-01-01,25kg,");
  CHECK(only_error(files).find("write the number alone, in g/kg") != std::string::npos);
}

TEST_CASE("an observed value with a unit word is counted in the unit beside it", "[scenario]") {
  scenario::Files files = small_scenario();
  std::string& observed = files.content.at("tables/observed.csv");
  observed = "observed_id,metric,scope,period,value,unit,source\no-1,rail_tonnes,commodity=coal,2020,6万吨,t,survey\n";
  const auto loaded = scenario::load(files, {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  CHECK(loaded.world->observed.begin()->value == 60000.0);
  replace(files, "tables/observed.csv", "6万吨", "6小时");
  CHECK(only_error(files).find("write the number alone, in t") != std::string::npos);
}

TEST_CASE("minutes of a station may be written as minutes or hours", "[scenario]") {
  check_accepted("tables/stations_service.csv", ",triangular,15,", ",triangular,15分钟,");
  check_accepted("tables/stations_service.csv", ",triangular,15,", ",triangular,0.25小时,");
  check_damage("tables/stations_service.csv", ",triangular,15,", ",triangular,15公里,", "small/tables/stations_service.csv:2:34",
               "write the number alone, in min");
}

TEST_CASE("all errors come at once, causes first, then in the order of files and places", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/flows.csv", "fl-plant,coal,mine,plant", "fl-plant,coal,mine,plamt");
  replace(files, "tables/flows.csv", ",0.25,", ",NaN,");
  replace(files, "tables/processes.csv", ",100万吨,", ",-3,");
  replace(files, "tables/firms.csv", "name_en,county", "name_en,count");
  replace(files, "tables/sidings.csv", "mine,s-mine,", "mine,n-plant,");
  replace(files, "tables/profiles.csv", "0.085", "0.086");
  replace(files, "tables/legs.csv", "market-rail,1,rail,s-mine,s-east,ln-east,sd-mine", "market-rail,1,rail,s-mine,s-east,ln-east,");
  replace(files, "scenario.toml", "from = 2020-07-01", "from = 2020-02-30");
  replace(files, "scenario.toml", "clause = \"T-1\"\nthreshold", "clause = \"T-2\"\nthreshold");
  files.content.erase("tables/observed.csv");
  const auto errors = errors_of(files);
  for (const std::string& e : errors) UNSCOPED_INFO(e);
  const auto has = [&errors](const std::string& start) {
    return std::any_of(errors.begin(), errors.end(), [&start](const std::string& e) { return e.rfind(start, 0) == 0; });
  };
  CHECK(has("small/tables/flows.csv:2:20:"));
  CHECK(has("small/tables/flows.csv:4:49:"));
  CHECK(has("small/tables/processes.csv:2:29:"));
  CHECK(
      has("small/tables/firms.csv:1:25: unknown column \"count\" (only columns of the schema may stand here); column \"county\" is "
          "missing: rename it"));
  CHECK(has("small/tables/sidings.csv:2:20:"));
  CHECK(has("small/tables/profiles.csv:2:7:"));
  CHECK(has("small/tables/legs.csv:4:20:"));
  CHECK(has("small/scenario.toml:15:8: \"from = 2020-02-30\""));
  CHECK(has("small/scenario.toml:25:10: clause is \"T-2\" (an id of clauses)"));
  CHECK(has("small/tables/observed.csv: the file is missing"));
  REQUIRE(errors.size() == 10);
  // the file, then the forms, then the contents
  CHECK(errors[0].rfind("small/tables/observed.csv: ", 0) == 0);
  CHECK(errors[1].rfind("small/scenario.toml:15:", 0) == 0);
  CHECK(errors[2].rfind("small/tables/firms.csv:1:", 0) == 0);
  CHECK(std::is_sorted(errors.begin() + 3, errors.end(),
                       [](const std::string& a, const std::string& b) { return a.substr(0, a.find(':')) < b.substr(0, b.find(':')); }));
}

}  // namespace cell_errors_test
