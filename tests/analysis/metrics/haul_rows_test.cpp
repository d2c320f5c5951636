/// Rows by haul class and county, and shares in tonne-kilometres.
#include <catch2/catch.hpp>

#include "tests/analysis/small_city.hpp"

namespace haul_rows_test {

using namespace railshift;
using namespace small_city;

namespace {

/// The small city with a road from the mine to the gate of the port, and the plant in a county of its own, without a road.
World with_road(double km) {
  World w = world();
  Link road;
  road.id = "road";
  road.from = id(w.nodes, "mine-node");
  road.to = id(w.nodes, "gate");
  road.length = Kilometres{km};
  road.free_speed = KilometresPerHour{60.0};
  w.links = Table<Link>({road});
  std::vector<Site> sites(w.sites.begin(), w.sites.end());
  for (Site& site : sites) {
    if (site.id == "plant") site.county = "140200";
  }
  w.sites = Table<Site>(sites);
  return w;
}

/// February 2021: to the port by rail from the fence 600 t, by the yard 100 t, by road 200 t; home by belt 50 t, by road 50 t.
ledger::Ledger february(const World& w) {
  const Month feb = make_month(2021, 2);
  ledger::Ledger l;
  l.chains = {delivered(w, feb, "out-rail", 600), delivered(w, feb, "out-yard", 100), delivered(w, feb, "out-road", 200),
              delivered(w, feb, "home-belt", 50), delivered(w, feb, "home-road", 50)};
  return l;
}

const std::string kCity = "numerator_kind=rail;denominator_kind=rail_road;basis=main_haul;direction=both";

}  // namespace

TEST_CASE("a flow counts in the class of its shortest road, 99 km on one side and 100 km on the other", "[analysis]") {
  for (const auto& [km, haul, other] : {std::tuple{99.0, "<100", "100-249"}, {100.0, "100-249", "<100"}, {250.0, "250-499", "100-249"}}) {
    const World w = with_road(km);
    const auto table = measured(w, february(w));
    // to the port: 700 t by rail of 900 t
    const auto& share = row(table, "rail_share", "2021", kCity + ";haul_class=" + haul);
    CHECK(share.numerator == 700.0);
    CHECK(share.denominator == 900.0);
    CHECK_FALSE(has_row(table, "rail_share", "2021", kCity + ";haul_class=" + other));
    CHECK(row(table, "tonnes_by_chain", "2021", "basis=main_haul;numerator_kind=rail;haul_class=" + std::string(haul)).value == 700.0);
  }
}

TEST_CASE("plans speak of 500 km and more: both classes from there on, and none before", "[analysis]") {
  for (const auto& [km, haul] : {std::tuple{500.0, "500-749"}, {750.0, ">=750"}}) {
    const World w = with_road(km);
    const auto table = measured(w, february(w));
    CHECK(row(table, "rail_share", "2021", kCity + ";haul_class=" + haul).denominator == 900.0);
    CHECK(row(table, "rail_share", "2021", kCity + ";haul_class=>=500").denominator == 900.0);
  }
  const World w = with_road(499.0);
  CHECK_FALSE(has_row(measured(w, february(w)), "rail_share", "2021", kCity + ";haul_class=>=500"));
}

TEST_CASE("classes add up to the city: what no road joins is a class of its own", "[analysis]") {
  const World w = with_road(120.0);
  const auto table = measured(w, february(w));
  CHECK(row(table, "rail_share", "2021", kCity).denominator == 950.0);
  CHECK(row(table, "rail_share", "2021", kCity + ";haul_class=100-249").denominator == 900.0);
  CHECK(row(table, "rail_share", "2021", kCity + ";haul_class=no_road").denominator == 50.0);
}

TEST_CASE("a county counts flows that begin or end at its sites, each once, and by direction", "[analysis]") {
  const World w = with_road(120.0);
  const auto table = measured(w, february(w));
  // 140100 sends all: 700 by rail, 200 + 50 by road. 140200 receives 50 by road.
  CHECK(row(table, "rail_share", "2021", kCity + ";county=140100").numerator == 700.0);
  CHECK(row(table, "rail_share", "2021", kCity + ";county=140100").denominator == 950.0);
  CHECK(row(table, "rail_share", "2021", kCity + ";county=140200").denominator == 50.0);
  const std::string in = "numerator_kind=rail;denominator_kind=rail_road;basis=main_haul;direction=in;county=";
  CHECK(row(table, "rail_share", "2021", in + "140200").denominator == 50.0);
  CHECK_FALSE(has_row(table, "rail_share", "2021", in + "140100"));
  CHECK(row(table, "rail_tonnes", "2021", "numerator_kind=rail;basis=main_haul;direction=both;county=140100").value == 700.0);
}

TEST_CASE("a flow within one county is counted once there", "[analysis]") {
  World w = with_road(120.0);
  std::vector<Site> sites(w.sites.begin(), w.sites.end());
  for (Site& site : sites) {
    if (site.id == "plant") site.county = "140100";
  }
  w.sites = Table<Site>(sites);
  CHECK(row(measured(w, february(w)), "rail_share", "2021", kCity + ";county=140100").denominator == 950.0);
}

TEST_CASE("in tonne-kilometres every leg counts by its own mode and its own length", "[analysis]") {
  // Every leg states 10 km. Rail: 600 x 10 and, of those by the yard, 100 x 10. Road: 100 x 10 to the yard, 200 x 10, 50 x 10 home.
  // 7,000 of 10,500 t km by rail, 2/3; in tonnes it is 700 of 950.
  const World w = with_road(120.0);
  const auto table = measured(w, february(w));
  const std::string tonne_km = "basis=tonne_km;direction=both;numerator_kind=";
  const auto& share = row(table, "rail_share", "2021", tonne_km + "rail;denominator_kind=rail_road");
  CHECK(share.numerator == 7000.0);
  CHECK(share.denominator == 10500.0);
  CHECK(share.unit == "1");
  // with the belt, 50 x 10
  CHECK(row(table, "rail_share", "2021", tonne_km + "rail;denominator_kind=all").denominator == 11000.0);
  CHECK(row(table, "rail_share", "2021", tonne_km + "rail;denominator_kind=rail_road;haul_class=100-249").denominator == 10000.0);
}

TEST_CASE("a leg that states no kilometres has those of the shortest road or of its sections", "[analysis]") {
  // the road is 120 km, the section 50: 200 t x 120 by road, 600 x 50 by rail
  World w = with_road(120.0);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  for (Chain& chain : chains) {
    for (Leg& leg : chain.legs) leg.km.reset();
  }
  w.chains = Table<Chain>(chains);
  w.index();
  ledger::Ledger l;
  l.chains = {delivered(w, make_month(2021, 2), "out-rail", 600), delivered(w, make_month(2021, 2), "out-road", 200)};
  const auto table = measured(w, l);
  const auto& share = row(table, "rail_share", "2021", "basis=tonne_km;direction=both;numerator_kind=rail;denominator_kind=rail_road");
  CHECK(share.numerator == 30000.0);
  CHECK(share.denominator == 54000.0);
}

}  // namespace haul_rows_test
