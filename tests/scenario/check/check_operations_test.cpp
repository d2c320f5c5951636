#include "tests/scenario/errors.hpp"

namespace check_operations_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kStations = "tables/stations_service.csv";
const std::string kBay = "load-mine,mine,load,2,triangular,15,20,30,1,";
const std::string kYardHeader =
    "stockyard_id,site_id,commodity,side,opening_t,capacity_t,t_per_day,profile_id,order_up_to_t,low,high,standing,source,reason\n";

std::vector<std::string> with_bay(const std::string& law) {
  scenario::Files files = small_scenario();
  replace(files, kStations, kBay, "load-mine,mine,load,2," + law + ",1,");
  return errors_of(files);
}

/// Stations with the columns that a file may do without.
std::vector<std::string> with_stations(const std::string& rows) {
  scenario::Files files = small_scenario();
  files.content[kStations] =
      "station_id,site_id,kind,servers,distribution,p1,p2,p3,order,waiting_room,when_full,feedback,feedback_to,low,high,standing,source,"
      "reason\n" +
      rows;
  return errors_of(files);
}

std::vector<std::string> with_hours(const std::string& first, const std::string& second) {
  scenario::Files files = small_scenario();
  std::string header = "hour_profile_id";
  std::string row = "hp";
  for (int h = 0; h < 24; ++h) {
    header += std::string(",h") + (h < 10 ? "0" : "") + std::to_string(h);
    row += "," + (h == 8 ? first : h == 9 ? second : std::string("0"));
  }
  files.content["tables/hour_profiles.csv"] = header + ",low,high,standing,source,reason\n" + row + ",,,published,survey,\n";
  return errors_of(files);
}

bool says(const std::vector<std::string>& errors, const std::string& part) {
  for (const std::string& e : errors) UNSCOPED_INFO(e);
  return errors.size() == 1 && errors[0].find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the parameters of every law are tried on both sides of what it allows", "[scenario]") {
  CHECK(with_bay("uniform,5,5,").empty());
  CHECK(says(with_bay("uniform,5.1,5,"), "uniform has p1 <= p2"));
  CHECK(with_bay("erlang,5,1,").empty());
  CHECK(says(with_bay("erlang,5,0.5,"), "whole p2 >= 1"));
  CHECK(with_bay("lognormal,5,0.1,").empty());
  CHECK(says(with_bay("lognormal,0,0.1,"), "lognormal has p1 > 0 and p2 > 0"));
  CHECK(with_bay("triangular,5,5,6").empty());
  CHECK(with_bay("triangular,5,6,6").empty());
  CHECK(says(with_bay("triangular,5,5,5"), "p1 < p3"));
  CHECK(says(with_bay("triangular,5,7,6"), "p1 <= p2 <= p3"));
  CHECK(with_bay("exponential,0.1,,").empty());
}

TEST_CASE("a truck goes back to a station of the same way that it passed before, or to the same one", "[scenario]") {
  const std::string end = ",,,published,x,\n";
  const std::string gate = "gate-mine,mine,gate,1,constant,1,,,1,,,," + end;
  const auto bay = [&](const std::string& to) { return "load-mine,mine,load,2,constant,5,,,2,,,0.1," + to + end; };
  CHECK(with_stations(gate + bay("gate-mine")).empty());
  CHECK(with_stations(gate + bay("load-mine")).empty());
  const std::string later = "scale-mine,mine,weighbridge,1,constant,1,,,3,,,," + end;
  CHECK(says(with_stations(gate + bay("scale-mine") + later), "a truck goes back to this station"));
  const std::string elsewhere = "gate-plant,plant,gate,1,constant,1,,,1,,,," + end;
  CHECK(says(with_stations(gate + bay("gate-plant") + elsewhere), "a truck goes back to this station"));
  const std::string other_bays = "unload-mine,mine,unload,1,constant,1,,,1,,,," + end;
  CHECK(says(with_stations(gate + bay("unload-mine") + other_bays), "a truck goes back to this station"));
}

TEST_CASE("only where trucks are empty are they turned away", "[scenario]") {
  const auto with = [](const std::string& kind) {
    return with_stations("s-mine,mine," + kind + ",1,constant,5,,,1,4,turn_away,,,,,published,x,\n");
  };
  CHECK(with("load").empty());
  CHECK(with("gate").empty());
  CHECK(says(with("unload"), "only empty trucks are turned away"));
  CHECK(says(with("repair"), "only empty trucks are turned away"));
}

TEST_CASE("hours of a day sum to one within a thousandth", "[scenario]") {
  CHECK(with_hours("0.5", "0.5009").empty());
  CHECK(says(with_hours("0.5", "0.502"), "h00 to h23 sum to 1.0020"));
  CHECK(with_hours("0.5", "0.4991").empty());
  CHECK(says(with_hours("0.5", "0.498"), "h00 to h23 sum to 0.9980"));
}

TEST_CASE("a pool of nobody is refused where a flow needs it", "[scenario]") {
  const std::string pool = "semi,semi,16,0.85,,,,,assumed,,r\n";
  check_refused("tables/pools.csv", pool, "semi,semi,16,0.85,,0,,,assumed,,r\n", "small/tables/pools.csv:2:", "trucks is \"0\"");
  check_accepted("tables/pools.csv", pool, "semi,semi,16,0.85,,1,,,assumed,,r\n");
  // every flow has a shuttle of its own: nobody needs the pool of the class
  check_accepted("tables/pools.csv", pool,
                 "semi,semi,16,0.85,,0,,,assumed,,r\na,semi,16,0.85,fl-market,5,,,assumed,,r\nb,semi,16,0.85,fl-market2,5,,,assumed,,r\n"
                 "c,semi,16,0.85,fl-plant,5,,,assumed,,r\n");
}

TEST_CASE("a pool without a number lives on local trucks of its segment", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/register.csv", "2012,local,140121,20", "2012,local,140121,0");
  replace(files, "tables/register.csv", "2018,local,140121,30", "2018,local,140121,1");
  CHECK_FALSE(says(errors_of(files), "the register has no local truck"));  // that one truck cannot drive it all is another matter
  replace(files, "tables/register.csv", "2018,local,140121,1", "2018,local,140121,0");
  CHECK(says(errors_of(files), "the register has no local truck for pool \"semi\""));
}

TEST_CASE("a closed shuttle has the truck class of its flow", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["../parameters/truck_classes.csv"] += "tipper,自卸车,tipper,freight,heavy,20,12,individual,18,25,assumed,,r\n";
  files.content["tables/pools.csv"] += "shuttle,tipper,16,0.85,fl-plant,5,,,assumed,,r\n";
  CHECK(says(errors_of(files), "a closed shuttle has the truck class of its flow"));
  replace(files, "tables/pools.csv", "shuttle,tipper", "shuttle,semi");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a stockyard's opening stock and level fit into it to the kilogram", "[scenario]") {
  const auto with = [](const std::string& row) {
    scenario::Files files = small_scenario();
    files.content["tables/stockyards.csv"] = kYardHeader + row + ",,,published,survey,\n";
    return errors_of(files);
  };
  CHECK(with("y,plant,coal,in,1000,1000,1000,,1000").empty());
  CHECK(says(with("y,plant,coal,in,1000.001,1000,1000,,"), "the opening stock fits into capacity_t"));
  CHECK(says(with("y,plant,coal,in,10,1000,1000,,1000.001"), "the level fits into capacity_t"));
  CHECK(with("y,plant,coal,in,1000.001,,1000,,5000").empty());
  CHECK(says(with("y,mine,coal,out,10,1000,1000,,500"), "only yards of side in are filled up to a level"));
}

}  // namespace check_operations_test
