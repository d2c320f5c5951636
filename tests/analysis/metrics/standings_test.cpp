// Standing of figures that rest on many rows: one assumed row makes them derived(assumed), whichever table it stands in.
#include <catch2/catch.hpp>

#include <functional>

#include "analysis/metrics/choice_constants.hpp"
#include "tests/analysis/small_city.hpp"

namespace standings_test {

using namespace railshift;
using namespace small_city;

namespace {

const Month kMonth = make_month(2021, 7);

template <class Row>
void set_all(Table<Row>& table, Standing standing) {
  for (Row& row : table.rows_for_loading()) row.provenance.standing = standing;
}

Parameter value(const std::string& name, double number) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), number);
  return p;
}

/// Every row is published.
World published() {
  World w = world();
  EmissionFactor f;
  f.id = "nox";
  f.standard = Standard::china5;
  f.powertrain = Powertrain::diesel;
  f.pollutant = "NOx";
  f.loaded = GramsPerKilometre{4.0};
  f.empty = GramsPerKilometre{2.0};
  w.emission_factors = Table<EmissionFactor>(std::vector<EmissionFactor>{f});
  w.parameters =
      Table<Parameter>({value("scope.over_threshold", 1.5e6), value("scope.yard_km", 10.0), value("choice.cost_coefficient", -0.5),
                        value("fault.tampered_share", 0.1), value("fault.no_urea_share", 0.1), value("fault.tampered_factor", 3.0),
                        value("fault.no_urea_factor", 2.0)});
  w.mileage = Table<Mileage>(std::vector<Mileage>{Mileage{}});
  w.register_rows = Table<RegisterRow>(std::vector<RegisterRow>{RegisterRow{}});
  w.through = Table<Through>(std::vector<Through>{Through{}});
  w.rail_tariffs = Table<RailTariff>(std::vector<RailTariff>{RailTariff{}});
  for (const auto& all : std::vector<std::function<void()>>{
           [&] { set_all(w.flows, Standing::published); }, [&] { set_all(w.chains, Standing::published); },
           [&] { set_all(w.links, Standing::published); }, [&] { set_all(w.sidings, Standing::published); },
           [&] { set_all(w.rail_sections, Standing::published); }, [&] { set_all(w.emission_factors, Standing::published); },
           [&] { set_all(w.parameters, Standing::published); }, [&] { set_all(w.mileage, Standing::published); },
           [&] { set_all(w.register_rows, Standing::published); }, [&] { set_all(w.through, Standing::published); },
           [&] { set_all(w.rail_tariffs, Standing::published); }})
    all();
  return w;
}

ledger::Ledger books(const World& w) {
  ledger::Ledger l;
  ledger::TrafficRow road;
  road.month = kMonth;
  road.vehicle = EmissionClass{VehicleType::heavy, kDiesel5, Fault::sound}.index();
  road.loaded = true;
  road.metres = 1000;
  l.traffic = {road, road};
  l.traffic[1].owner = Owner::through;
  ledger::ServiceRow work;
  work.month = kMonth;
  work.flow = id(w.flows, "coal-home");
  work.loaded = true;
  work.vehicle = road.vehicle;
  work.metres = 1000;
  l.service = {work};
  l.registers = {stock(w, kMonth, "freight", kDiesel5, 1, 0)};
  l.registers[0].tally.mileage_metres = 4000;
  l.drift = {{kMonth, "base_shares", 1000}, {kMonth, "duties", 1000}};
  return l;
}

/// Standing of the row of a metric with this scope.
std::string standing(const World& w, const std::string& metric, const std::string& scope) {
  return row(measured(w, books(w)), metric, "2021", scope).standing;
}

struct Figure {
  std::string metric, scope;
};
const Figure kModelled{"exhaust", "numerator_kind=NOx;basis=modelled_exhaust"}, kOther{"exhaust", "numerator_kind=NOx;basis=other_exhaust"},
    kThrough{"exhaust", "numerator_kind=NOx;basis=through_exhaust"}, kAll{"exhaust", "numerator_kind=NOx"},
    kTable{"truck_km", "basis=table_km"}, kFlows{"truck_km", "basis=modelled_km"}, kWork{"truck_km", "basis=other_km"},
    kAtBase{"rail_wishes", "numerator_kind=base_shares"}, kWished{"rail_wishes", ""};

}  // namespace

TEST_CASE("figures on published rows alone are derived", "[analysis]") {
  const World w = published();
  for (const Figure& f : {kModelled, kOther, kThrough, kAll, kTable, kFlows, kWork, kAtBase, kWished}) {
    INFO(f.metric << " " << f.scope);
    CHECK(standing(w, f.metric, f.scope) == "derived");
  }
}

TEST_CASE("one assumed row of any table that enters a figure shows in it, and in no figure that it does not enter", "[analysis]") {
  struct Case {
    std::string name;
    std::function<void(World&)> assume;
    std::vector<Figure> soft, firm;
  };
  const std::vector<Case> cases{
      {"factor",
       [](World& w) { set_all(w.emission_factors, Standing::assumed); },
       {kModelled, kOther, kThrough, kAll},
       {kTable, kWork, kWished}},
      {"mileage",
       [](World& w) { set_all(w.mileage, Standing::assumed); },
       {kOther, kAll, kTable, kWork},
       {kModelled, kThrough, kFlows, kWished}},
      {"register",
       [](World& w) { set_all(w.register_rows, Standing::assumed); },
       {kModelled, kOther, kAll, kTable, kWork},
       {kThrough, kFlows, kWished}},
      {"flow",
       [](World& w) { w.flows.rows_for_loading()[0].provenance.standing = Standing::assumed; },
       {kModelled, kOther, kAll, kFlows, kWork, kAtBase, kWished},
       {kThrough, kTable}},
      {"chain",
       [](World& w) { w.chains.rows_for_loading()[0].provenance.standing = Standing::assumed; },
       {kModelled, kOther, kAll, kFlows, kWork, kAtBase, kWished},
       {kThrough, kTable}},
      {"through", [](World& w) { set_all(w.through, Standing::assumed); }, {kThrough, kAll}, {kModelled, kOther, kTable, kWished}},
      {"tariff", [](World& w) { set_all(w.rail_tariffs, Standing::assumed); }, {kWished}, {kAtBase, kAll, kFlows}},
      {"fault",
       [](World& w) {
         w.parameters.rows_for_loading()[w.parameters.find("fault.tampered_share")->index].provenance.standing = Standing::assumed;
       },
       {kModelled, kAll},
       {kOther, kThrough, kWished}},
      {"choice",
       [](World& w) {
         w.parameters.rows_for_loading()[w.parameters.find("choice.cost_coefficient")->index].provenance.standing = Standing::assumed;
       },
       {kWished},
       {kAtBase, kAll, kTable}}};
  for (const Case& c : cases) {
    World w = published();
    c.assume(w);
    for (const Figure& f : c.soft) {
      INFO(c.name << ": " << f.metric << " " << f.scope);
      CHECK(standing(w, f.metric, f.scope) == "derived(assumed)");
    }
    for (const Figure& f : c.firm) {
      INFO(c.name << ": " << f.metric << " " << f.scope);
      CHECK(standing(w, f.metric, f.scope) == "derived");
    }
  }
}

TEST_CASE("a constant of the choice is as weak as the shares of its flow, and a median as those of its class", "[analysis]") {
  using rules::ConstantFrom;
  const auto of = [](const World& w, const std::string& chain, ConstantFrom from) {
    rules::ChoiceConstants c;
    c.of_chain.assign(w.chains.size(), 0.0);
    c.wish_share.assign(w.chains.size(), 0.5);
    c.from.assign(w.chains.size(), ConstantFrom::base_share);
    c.from[id(w.chains, chain).index] = from;
    c.samples.assign(w.chains.size(), 0);
    const std::string csv = analysis::choice_csv(w, c);
    const std::size_t at = csv.find("\n" + chain + ",") + 1;
    const std::string line = csv.substr(at, csv.find('\n', at) - at);
    return line.substr(line.rfind(',') + 1);
  };
  World w = published();
  CHECK(of(w, "out-rail", ConstantFrom::base_share) == "derived");
  // Another chain of the flow, of another class.
  w.chains.rows_for_loading()[id(w.chains, "out-road").index].provenance.standing = Standing::assumed;
  CHECK(of(w, "out-rail", ConstantFrom::base_share) == "derived(assumed)");
  CHECK(of(w, "home-road", ConstantFrom::base_share) == "derived");
  // The road of another flow is in the median of the class of roads.
  CHECK(of(w, "home-road", ConstantFrom::class_median) == "derived(assumed)");
}

}  // namespace standings_test
