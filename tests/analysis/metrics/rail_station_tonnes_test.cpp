/// What stations and counties load and unload.
#include <catch2/catch.hpp>

#include "analysis/metrics/target_scope.hpp"
#include "tests/analysis/small_city.hpp"

namespace rail_station_tonnes_test {

using namespace railshift;
using namespace small_city;

namespace {

/// The small city whose public yard stands at a station of the next prefecture: what its firm trucks there loads there.
World with_neighbour() {
  World w = world();
  // no section: traction is not the subject, but what a tonne weighs with its train is asked for all the same
  w.lines = Table<Line>(std::vector<Line>{{"line", {}}});
  std::vector<Parameter> parameters(w.parameters.begin(), w.parameters.end());
  Parameter gross;
  gross.id = "rail.gross_net";
  gross.value.from(make_date(2019, 1, 1), 1.75);
  parameters.push_back(gross);
  w.parameters = Table<Parameter>(parameters);
  std::vector<Node> nodes(w.nodes.begin(), w.nodes.end());
  nodes.push_back({"neighbour", "邻县站", 0, 0, NodeType::station, "141122"});
  w.nodes = Table<Node>(nodes);
  const auto moved = [&](Id<Node> old) { return id(w.nodes, world().nodes[old].id); };
  std::vector<Site> sites(w.sites.begin(), w.sites.end());
  for (Site& site : sites) site.node = moved(site.node);
  w.sites = Table<Site>(sites);
  std::vector<Siding> sidings(w.sidings.begin(), w.sidings.end());
  for (Siding& siding : sidings) siding.station = id(w.nodes, siding.id == "yard" ? "neighbour" : "station");
  w.sidings = Table<Siding>(sidings);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  for (Chain& chain : chains) {
    for (Leg& leg : chain.legs) {
      if (leg.mode != Mode::rail) continue;
      leg.from_node = id(w.nodes, chain.id == "out-yard" ? "neighbour" : "station");
      leg.to_node = id(w.nodes, "gate");
    }
  }
  w.chains = Table<Chain>(chains);
  w.index();
  return w;
}

ledger::RailRow train(const World& w, Month month, const std::string& chain, std::int64_t departed_t, std::int64_t arrived_t) {
  ledger::RailRow row;
  row.month = month;
  row.chain = id(w.chains, chain);
  row.departed_kg = departed_t * 1000;
  row.arrived_kg = arrived_t * 1000;
  return row;
}

/// December 2020: 600 t leave from the fence, 500 t of them arrive; 100 t from the yard. January 2021: the last 100 t arrive.
ledger::Ledger winter(const World& w) {
  ledger::Ledger l;
  l.rail = {train(w, make_month(2020, 12), "out-rail", 600, 500), train(w, make_month(2020, 12), "out-yard", 100, 100),
            train(w, make_month(2021, 1), "out-rail", 0, 100)};
  // a run reports the months of its flows
  for (const Month month : {make_month(2020, 12), make_month(2021, 1)}) {
    ledger::FlowRow flow;
    flow.month = month;
    flow.flow = id(w.flows, "coal-out");
    l.flows.push_back(flow);
  }
  return l;
}

}  // namespace

TEST_CASE("tonnes belong to the station and county where the train is loaded, not where the works stands", "[analysis]") {
  const World w = with_neighbour();
  const auto table = measured(w, winter(w));
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;county=140100;rail_station=station").value == 600.0);
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;county=141122;rail_station=neighbour").value == 100.0);
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;county=140100").value == 600.0);
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;county=141122").value == 100.0);
  // prefectures by the first four digits
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;county=1401").value == 600.0);
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;county=1411").value == 100.0);
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out").value == 700.0);
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;commodity=coal").value == 700.0);
}

TEST_CASE("tonnes without a county are those of stations in the city, of a prefecture or of a district", "[analysis]") {
  for (const auto& [code, tonnes] :
       std::vector<std::pair<std::string, double>>{{"", 700.0}, {"1401", 600.0}, {"1411", 100.0}, {"141122", 100.0}}) {
    INFO(code);
    World w = with_neighbour();
    w.settings.area_code = code;
    const auto table = measured(w, winter(w));
    CHECK(row(table, "rail_station_tonnes", "2020", "direction=out").value == tonnes);
    CHECK(row(table, "rail_station_tonnes", "2020", "direction=out;county=1411").value == 100.0);
  }
}

TEST_CASE("loaded tonnes count in the month of departure and unloaded ones in that of arrival", "[analysis]") {
  const World w = with_neighbour();
  const auto table = measured(w, winter(w));
  CHECK(row(table, "rail_station_tonnes", "2020-12", "direction=out;county=140100;rail_station=station").value == 600.0);
  CHECK_FALSE(has_row(table, "rail_station_tonnes", "2021-01", "direction=out;county=140100;rail_station=station"));
  // the gate states no county
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=in;county=*no_county;rail_station=gate").value == 600.0);
  CHECK(row(table, "rail_station_tonnes", "2021", "direction=in;county=*no_county;rail_station=gate").value == 100.0);
}

TEST_CASE("a warm-up month loads nothing that is reported", "[analysis]") {
  const World w = with_neighbour();
  ledger::Ledger l = winter(w);
  l.rail.push_back(train(w, make_month(2019, 12), "out-rail", 999, 999));
  const auto table = measured(w, l);
  CHECK(row(table, "rail_station_tonnes", "2020", "direction=out").value == 700.0);
  CHECK_FALSE(has_row(table, "rail_station_tonnes", "2019", "direction=out"));
}

TEST_CASE("a target on what a county loads is judged on the row of departures", "[analysis]") {
  const World w = with_neighbour();
  const Target asked =
      target(w, "t", MetricKind::rail_station_tonnes, {{"county", "1411"}}, Operator::at_least, 0.01, "万吨", make_date(2020, 12, 31));
  const auto table = measured(w, winter(w));
  const auto* found = analysis::row_at(analysis::rows_of(asked, table), "2020");
  REQUIRE(found != nullptr);
  CHECK(analysis::value_in(*found, "万吨") == Approx(0.01));  // 100 t
}

}  // namespace rail_station_tonnes_test
