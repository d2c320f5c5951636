#include "tests/scenario/errors.hpp"

namespace operations_errors_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kStations = "tables/stations_service.csv";
const std::string kBay = "load-mine,mine,load,2,triangular,15,20,30,1";

/// The table of stations with the columns that a file may do without, and these rows.
scenario::Files with_stations(const std::string& rows) {
  scenario::Files files = small_scenario();
  files.content[kStations] =
      "station_id,site_id,kind,servers,distribution,p1,p2,p3,order,waiting_room,when_full,feedback,feedback_to,low,high,standing,source,"
      "reason\n" +
      rows;
  return files;
}

void check_error(const scenario::Files& files, const std::string& place, const std::string& text) {
  const auto errors = errors_of(files);
  INFO((errors.empty() ? std::string("no error") : errors.front()));
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().rfind(place, 0) == 0);
  CHECK(errors.front().find(text) != std::string::npos);
}

/// A change of one file that is refused there.
void check_change(const std::string& key, const std::string& from, const std::string& to, const std::string& place,
                  const std::string& text) {
  scenario::Files files = small_scenario();
  replace(files, key, from, to);
  check_error(files, place, text);
}

/// The one bay with another law is refused.
void check_law(const std::string& law, const std::string& rule) {
  check_change(kStations, kBay, "load-mine,mine,load,2," + law + ",1", "small/tables/stations_service.csv:2:", rule);
}

}  // namespace

TEST_CASE("a service takes time: zero is refused for every law, and just above zero is not", "[scenario]") {
  check_law("constant,0,,", "constant has p1 > 0");
  check_law("exponential,0,,", "exponential has p1 > 0");
  check_law("uniform,0,0,", "uniform has p1 <= p2, p2 > 0");
  check_law("triangular,0,0,0", "triangular has p1 <= p2 <= p3, p1 < p3");
  scenario::Files files = small_scenario();
  replace(files, kStations, kBay, "load-mine,mine,load,2,constant,0.001,,,1");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a negative service time and parameters that no law has are refused", "[scenario]") {
  check_law("constant,-1,,", "p1 is \"-1\"");
  check_law("erlang,5,1.5,", "whole p2 >= 1");
  check_law("erlang,5,0,", "whole p2 >= 1");
  check_law("lognormal,5,0,", "lognormal has p1 > 0 and p2 > 0");
  check_law("uniform,9,3,", "uniform has p1 <= p2");
  check_law("empirical,,,", "an empirical station has rows with a weight over 0");
}

TEST_CASE("measured times belong to an empirical station", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["tables/service_times.csv"] =
      "station_id,minutes,weight,low,high,standing,source,reason\nload-mine,4,1,,,published,survey,\n";
  check_error(files, "small/tables/stations_service.csv:2:", "only stations with distribution empirical");
  replace(files, kStations, kBay, "load-mine,mine,load,2,empirical,,,,1");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a truck that is sent back for ever is refused: feedback is below 1", "[scenario]") {
  check_error(with_stations("load-mine,mine,load,2,constant,5,,,1,,,1,,1,4,assumed,,r\n"), "small/tables/stations_service.csv:2:40",
              "feedback is \"1\"");
  CHECK(errors_of(with_stations("load-mine,mine,load,2,constant,5,,,1,,,0.99,,1,4,assumed,,r\n")).empty());
}

TEST_CASE("feedback leads to this station or an earlier one of the same way", "[scenario]") {
  const std::string scale = "scale,mine,weighbridge,1,constant,2,,,1,,,0.1,";
  const std::string bay = ",1,4,assumed,,r\nload-mine,mine,load,2,constant,5,,,2,,,0.1,";
  CHECK(errors_of(with_stations(scale + bay + "scale,1,4,assumed,,r\n")).empty());
  check_error(with_stations(scale + "load-mine" + bay + ",1,4,assumed,,r\n"),
              "small/tables/stations_service.csv:2:", "a truck goes back to this station or to one that it passed before");
}

TEST_CASE("only empty trucks are turned away", "[scenario]") {
  check_error(with_stations("tip,plant,unload,2,constant,5,,,1,0,turn_away,,,1,4,assumed,,r\n"),
              "small/tables/stations_service.csv:2:", "only empty trucks are turned away");
}

TEST_CASE("a pool has trucks", "[scenario]") {
  check_change("tables/pools.csv", "semi,semi,16,0.85,,,", "semi,semi,16,0.85,,0,",
               "small/tables/pools.csv:2:", "a pool has one truck or more");
  scenario::Files files = small_scenario();
  replace(files, "tables/register.csv", "2012,local,140121,20", "2012,hired,140121,20");
  replace(files, "tables/register.csv", "2018,local,140121,30", "2018,local,140121,0");
  check_error(files, "small/tables/pools.csv:2:", "the register has no local truck for pool \"semi\"");
}

TEST_CASE("a day has no more than 24 hours of duty", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/pools.csv", "semi,semi,16,", "semi,semi,25,");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 2);  // without this pool its flows have none
  CHECK(errors[1].rfind("small/tables/pools.csv:2:11: shift_hours is \"25\"", 0) == 0);
  replace(files, "tables/pools.csv", "semi,semi,25,", "semi,semi,24,");
  CHECK(errors_of(files).empty());
}

TEST_CASE("breakdowns need a place where trucks are mended", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["tables/pools.csv"] =
      "pool_id,truck_class,shift_hours,availability,closed_shuttle,trucks,driving_h_between_breakdowns,repair_site,low,high,standing,"
      "source,"
      "reason\nsemi,semi,16,0.85,,,200,plant,,,assumed,,r\n";
  check_error(files, "small/tables/pools.csv:2:", "a site with a station of kind repair");
  replace(files, "tables/pools.csv", "200,plant", "200,");
  check_error(files, "small/tables/pools.csv:2:", "repair_site is empty");
}

TEST_CASE("a timetable has times of day, each once", "[scenario]") {
  const auto with_times = [](const std::string& release, const std::string& times) {
    scenario::Files files = small_scenario();
    files.content["tables/flows.csv"] =
        "flow_id,commodity,origin,destination,rule,valid_from,share_or_t,profile_id,truck_class,payload_t,release,times,low,high,standing,"
        "source,"
        "reason\nfl-plant,coal,mine,plant,pull,2020-01-01,1,flat,semi,," +
        release + "," + times +
        ",,,derived,,only supplier\n"
        "fl-market,coal,mine,market,rest_out,2020-01-01,0.75,flat,semi,30,,,0.5,1,assumed,,the rest\n"
        "fl-market2,coal,mine,market,rest_out,2020-01-01,0.25,flat,semi,,,,0,0.5,assumed,,the rest\n";
    return files;
  };
  CHECK(errors_of(with_times("timetable", "06:00;14:30;23:59:59")).empty());
  for (const char* wrong : {"24:00", "6", "06:00;06:00", "06:60", "06:00;", "six"}) {
    INFO(wrong);
    check_error(with_times("timetable", wrong), "small/tables/flows.csv:2:", "times of day, each once");
  }
  check_error(with_times("timetable", ""), "small/tables/flows.csv:2:", "release timetable has times");
  check_error(with_times("poisson", "06:00"), "small/tables/flows.csv:2:", "only release timetable has times");
  check_error(with_times("order_up_to", ""), "small/tables/flows.csv:2:", "order_up_to needs a stockyard");
}

TEST_CASE("a closure closes one thing and ends after it begins", "[scenario]") {
  const auto with_closure = [](const std::string& row) {
    scenario::Files files = small_scenario();
    files.content["tables/closures.csv"] =
        "closure_id,site_id,road,chain_id,from_day,from_h,to_day,to_h,vehicles_per_hour,low,high,standing,source,reason\nworks," + row +
        ",,,assumed,,r\n";
    return files;
  };
  CHECK(errors_of(with_closure("mine,,,2020-03-01,6,2020-03-01,6.5,")).empty());
  check_error(with_closure("mine,,,2020-03-01,6,2020-03-01,6,"), "small/tables/closures.csv:2:", "a closure ends after it begins");
  check_error(with_closure("mine,r-east,,2020-03-01,6,2020-03-02,6,"), "small/tables/closures.csv:2:1",
              "2 of site_id, road, chain_id are given");
  check_error(with_closure(",r-est,,2020-03-01,6,2020-03-02,6,"), "small/tables/closures.csv:2:", "did you mean \"r-east\"?");
}

TEST_CASE("a stockyard holds its opening stock, once a site, commodity and side", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["tables/stockyards.csv"] =
      "stockyard_id,site_id,commodity,side,opening_t,capacity_t,t_per_day,profile_id,order_up_to_t,low,high,standing,source,reason\n"
      "pile,plant,coal,in,5000,4000,1000,,,900,1100,assumed,,r\npile-2,plant,coal,in,1,,1000,,,900,1100,assumed,,r\n";
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].find("the opening stock fits into capacity_t") != std::string::npos);
  CHECK(errors[1].find("one stockyard a site, commodity and side") != std::string::npos);
}

TEST_CASE("hours of a day sum to one, and working hours have both ends", "[scenario]") {
  scenario::Files files = small_scenario();
  std::string header = "hour_profile_id", row = "day";
  for (int h = 0; h < 24; ++h) {
    header += std::string(",h") + (h < 10 ? "0" : "") + std::to_string(h);
    row += h < 20 ? ",0.05" : ",0";
  }
  files.content["tables/hour_profiles.csv"] = header + ",low,high,standing,source,reason\n" + row + ",,,derived,,a day shift\n";
  CHECK(errors_of(files).empty());
  replace(files, "tables/hour_profiles.csv", ",0.05,0,", ",0.04,0,");
  check_error(files, "small/tables/hour_profiles.csv:2:", "h00 to h23 sum to 0.9900");
}

}  // namespace operations_errors_test
