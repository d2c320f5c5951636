/// Scopes, units and values of targets and of what was observed.
#include "tests/scenario/errors.hpp"

namespace check_figures_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kToml = "scenario.toml";
const std::string kScope = R"(scope = { firm = "mine-co", basis = "gate" })";
const std::string kAsked = "value = 0.85\nunit = \"1\"";

void refused(const std::string& scope, const std::string& part) {
  check_refused(kToml, kScope, "scope = { " + scope + " }", "small/scenario.toml:", part);
}
void accepted(const std::string& scope) { check_accepted(kToml, kScope, "scope = { " + scope + " }"); }
void value_refused(const std::string& asked, const std::string& part) { check_refused(kToml, kAsked, asked, "small/scenario.toml:", part); }
void value_accepted(const std::string& asked) { check_accepted(kToml, kAsked, asked); }

}  // namespace

TEST_CASE("every word of a scope comes from a closed list, with the nearest one named", "[scenario]") {
  refused(R"(numerator_kind = "rial")", "numerator_kind is \"rial\" (rail, rail_belt_pipe); did you mean \"rail\"?");
  refused(R"(basis = "gates")", "did you mean \"gate\"?");
  refused(R"(denominator_kind = "road_rail")", "rail_road, all");
  refused(R"(direction = "inn")", "did you mean \"in\"?");
  refused(R"(haul_class = "500-800")", "<100, 100-249, 250-499, 500-749, >=750");
  accepted(R"(haul_class = ">=500")");
  accepted(R"(numerator_kind = "rail_belt_pipe", denominator_kind = "all", basis = "tonne_km", direction = "out")");
}

TEST_CASE("a firm, a commodity and a county of a scope exist", "[scenario]") {
  refused(R"(firm = "mine-c")", "did you mean \"mine-co\"?");
  accepted(R"(firm = "*over_threshold")");
  refused(R"(firm = "*over_treshold")", "did you mean \"*over_threshold\"?");
  refused(R"(county = "140199")", "write a county that stands in sites.csv, six digits");
  accepted(R"(county = "140121")");
  refused(R"(county = "1401")", "six digits");  // figures by prefecture are those of stations alone
  refused(R"(county = "*beyond")", "the county of a site");
}

TEST_CASE("a set of trucks and a station of a scope exist", "[scenario]") {
  const auto with = [](const std::string& metric, const std::string& scope, const std::string& unit) {
    scenario::Files files = small_scenario();
    replace(files, kToml, "metric = \"rail_share\"", "metric = \"" + metric + "\"");
    replace(files, kToml, kScope, "scope = { " + scope + " }");
    replace(files, kToml, kAsked, "value = 1\nunit = \"" + unit + "\"");
    return errors_of(files);
  };
  CHECK(with("register_stock", R"(segment = "*operating_heavy", standard = "<=china3")", "trucks").empty());
  check_single(with("register_stock", R"(segment = "*operating_heavvy")", "trucks"), "small/scenario.toml:54:21",
               "did you mean \"*operating_heavy\"?");
  check_single(with("register_stock", R"(standard = "<=china7")", "trucks"), "small/scenario.toml:54:22", "<=china6");
  CHECK(with("rail_station_tonnes", R"(rail_station = "s-mine", county = "140121")", "t").empty());
  CHECK(with("rail_station_tonnes", R"(county = "1401")", "t").empty());
  check_single(with("rail_station_tonnes", R"(rail_station = "s-mine")", "t"), "small/scenario.toml:54:26",
               "figures by rail_station have their county");
  check_single(with("rail_station_tonnes", R"(rail_station = "nowhere", county = "140121")", "t"), "small/scenario.toml:54:26",
               "rail_station is \"nowhere\"");
}

TEST_CASE("a field that figures of the metric do not have is refused, once", "[scenario]") {
  refused(R"(ring = "1")", "the scope of rail_share has ring (figures of this metric are told apart by firm, county, commodity");
  refused(R"(colour = "red")", "colour");
}

TEST_CASE("fields of which no figure has both are refused together, an empty one and a missing one too", "[scenario]") {
  refused(R"(county = "140121", firm = "mine-co")", "the scope of rail_share has firm and county");
  refused(R"(commodity = "coal", haul_class = "<100")", "has commodity and haul_class");
  refused(R"(denominator_kind = "")", "leave it out");
  const auto exhaust = [](const std::string& scope) {
    scenario::Files files = small_scenario();
    replace(files, kToml, "metric = \"rail_share\"", "metric = \"exhaust\"");
    replace(files, kToml, kScope, "scope = { " + scope + " }");
    replace(files, kToml, kAsked, "value = 1\nunit = \"t\"");
    return errors_of(files);
  };
  CHECK(exhaust(R"(numerator_kind = "NOx", county = "*beyond")").empty());
  check_single(exhaust(R"(numerator_kind = "NOx", county = "140121", ring = "1")"), "small/scenario.toml:54:61", "has county and ring");
  check_single(exhaust(R"(ring = "1")"), "small/scenario.toml:57:8", "the scope of exhaust has no numerator_kind");
}

TEST_CASE("a share is at most 1, or 100 %, and 80 is told how percent are written", "[scenario]") {
  value_refused("value = 80\nunit = \"1\"",
                "value is 80 in unit \"1\", which is 8000 % (a share lies between 0 and 1 (80 % is 0.8)); for 80 % write value = 0.8, or "
                "unit = \"%\"");
  value_accepted("value = 1\nunit = \"1\"");
  value_refused("value = 1.001\nunit = \"share\"", "for 1.001 % write value = 0.01001");
  value_accepted("value = 100\nunit = \"%\"");
  value_refused("value = 100.1\nunit = \"%\"", "a share lies between 0 and 100 %");
  value_refused("value = -0.1\nunit = \"1\"", "a share lies between 0 and 1 (80 % is 0.8)); correct the value");
  value_refused("value = 101\nunit = \"1\"", "correct the value");
}

TEST_CASE("a unit that does not count what the metric counts is refused", "[scenario]") {
  value_refused("value = 0.85\nunit = \"km\"", "rail_share is counted in 1, share, %");
}

TEST_CASE("growth may pass 100 %, up to ten times the base year, and tonnes are not below 0", "[scenario]") {
  const auto growth = [](const std::string& asked) {
    scenario::Files files = small_scenario();
    replace(files, kToml, "metric = \"rail_share\"", "metric = \"rail_tonnes\"");
    replace(files, kToml, kScope, R"(scope = { denominator_kind = "base_year" })");
    replace(files, kToml, kAsked, asked);
    return errors_of(files);
  };
  CHECK(growth("value = 0.1\nunit = \"1\"").empty());
  CHECK(growth("value = 10\nunit = \"1\"").empty());
  check_single(growth("value = 10.5\nunit = \"1\""), "small/scenario.toml:56:9", "growth lies between -1 and 10 (+10 % is 0.1)");
  check_single(growth("value = 10\nunit = \"t\""), "small/scenario.toml:57:8", "rail_tonnes is counted in 1, share, %");
  scenario::Files files = small_scenario();
  replace(files, kToml, "metric = \"rail_share\"", "metric = \"rail_tonnes\"");
  replace(files, kToml, kAsked, "value = -1\nunit = \"万吨\"");
  check_single(errors_of(files), "small/scenario.toml:56:9", "no such figure is below 0");
}

TEST_CASE("an observed value obeys the same lists", "[scenario]") {
  const auto observed = [](const std::string& row) {
    scenario::Files files = small_scenario();
    files.content["tables/observed.csv"] = "observed_id,metric,scope,period,value,unit,source\n" + row + "\n";
    return errors_of(files);
  };
  CHECK(observed("o1,rail_share,direction=out,2020,0.5,1,yearbook").empty());
  check_single(observed("o1,rail_share,direction=outt,2020,0.5,1,yearbook"), "small/tables/observed.csv:2:15", "did you mean \"out\"?");
  check_single(observed("o1,rail_share,direction,2020,0.5,1,yearbook"), "small/tables/observed.csv:2:15", "field=value;field=value");
  check_single(observed("o1,rail_share,direction=out,2020,50,1,yearbook"), "small/tables/observed.csv:2:34", "for 50 % write value = 0.5");
  check_single(observed("o1,rail_share,direction=out;direction=in,2020,0.5,1,yearbook"), "small/tables/observed.csv:2:15",
               "each field once");
  // What was observed of a small flow may grow more than tenfold.
  CHECK(observed("o1,rail_tonnes,denominator_kind=base_year,2021,80,1,yearbook").empty());
  // Metrics that no target names are held against results only.
  CHECK(observed("o1,truck_km,basis=local_km,2020,1000000000,km,yearbook").empty());
}

TEST_CASE("a tolerance is less than what is asked", "[scenario]") {
  value_accepted("value = 0.85\nunit = \"1\"\ntolerance = 0.849");
  value_refused("value = 0.85\nunit = \"1\"\ntolerance = 0.85",
                "tolerance is 0.85 (a tolerance is less than the value that is asked, 0.85)");
  value_accepted("value = 0\nunit = \"1\"\ntolerance = 0.1");
}

}  // namespace check_figures_test
