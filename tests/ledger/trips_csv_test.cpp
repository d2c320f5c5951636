#include <catch2/catch.hpp>

#include "ledger_fixture.hpp"
#include "sim/ledger/trips_csv.hpp"

namespace trips_csv_test {

using namespace railshift;
using namespace railshift::ledger;

namespace {

LegRecord trip(Tick end, bool loaded) {
  LegFacts f;
  f.end = end;
  f.flow = loaded ? 1 : 0;
  f.leg = loaded ? 2 : 0;
  f.loaded = loaded;
  f.vehicle = {VehicleType::heavy, {Standard::china4, Powertrain::gas}, Fault::no_urea};
  f.owner = Owner::hired;
  f.compliance = loaded ? Compliance::violation : Compliance::no_rule;
  f.route = 12;
  f.wait = loaded ? 1025 : 0;
  f.mass = Kilograms{loaded ? 30'000 : 0};
  return pack(f);
}

/// Route 12 runs from the second site to a yard.
RouteBook routes_of_trips() {
  RouteBook routes(13);
  routes[12].from = Id<Site>{1};
  return routes;
}

}  // namespace

TEST_CASE("trips are written month by month in the order of time", "[ledger]") {
  const test::TemporaryFolder folder;
  const World world = test::ledger_world();
  TripsCsv trips(folder.file("trips.csv"), world);
  trips.append(make_month(2024, 1), std::vector{trip(900, true), trip(500, false)}, routes_of_trips());
  trips.append(make_month(2024, 2), std::vector{trip(5000, true)}, routes_of_trips());
  trips.close();
  CHECK(test::read_bytes(folder.file("trips.csv")) ==
        "\xEF\xBB\xBFmonth,end_tick,flow,leg,loaded,vehicle_type,standard,powertrain,fault,owner,compliance,route,wait_ticks,kg,from_site,"
        "to_site\n"
        "2024-01,500,fl-coal,0,no,heavy,china4,gas,no_urea,hired,no_rule,12,0,0,si-plant,\n"
        "2024-01,900,\"fl-coke, \"\"hot\"\"\",2,yes,heavy,china4,gas,no_urea,hired,violation,12,1025,30000,si-plant,\n"
        "2024-02,5000,\"fl-coke, \"\"hot\"\"\",2,yes,heavy,china4,gas,no_urea,hired,violation,12,1025,30000,si-plant,\n");
}

TEST_CASE("more trips than the buffer holds all reach the file", "[ledger]") {
  const test::TemporaryFolder folder;
  TripsCsv trips(folder.file("trips.csv"), test::ledger_world());
  std::vector<LegRecord> records;
  for (Tick end = 1; end <= 40'000; ++end) records.push_back(trip(end, false));
  trips.append(make_month(2024, 1), records, routes_of_trips());
  trips.close();
  const std::string bytes = test::read_bytes(folder.file("trips.csv"));
  CHECK(std::count(bytes.begin(), bytes.end(), '\n') == 40'001);
  CHECK(bytes.find("\n2024-01,40000,") != std::string::npos);
}

TEST_CASE("trips to a folder that is not there are refused", "[ledger]") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(TripsCsv(folder.file("none/trips.csv"), test::ledger_world()), std::runtime_error);
}

TEST_CASE("routes are written as cells and as links", "[ledger]") {
  RouteBook routes(2);
  routes[1].cells = {{"140121", 1, RoadClass::trunk, 10'000, 600 * kTicksPerSecond, true},
                     {"", 0, RoadClass::motorway, 5'000, 400 * kTicksPerSecond, false}};
  routes[1].links = {Id<Link>{1}, Id<Link>{0}};
  CHECK(route_cells_csv(routes) ==
        "\xEF\xBB\xBFroute,cell,county,inside,ring,road_class,metres,ticks\n1,0,140121,yes,1,trunk,10000,614400\n1,1,,no,0,motorway,5000,"
        "409600\n");
  CHECK(route_links_csv(test::ledger_world(), routes) == "\xEF\xBB\xBFroute,position,link\n1,0,l-2\n1,1,l-1\n");
}

}  // namespace trips_csv_test
