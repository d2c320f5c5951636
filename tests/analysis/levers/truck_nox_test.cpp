/// NOx of the trucks of a firm, as they are and as National VI.
#include <catch2/catch.hpp>

#include "analysis/levers/truck_nox.hpp"
#include "tests/analysis/small_city.hpp"

namespace truck_nox_test {

using namespace railshift;
using namespace small_city;

namespace {

constexpr AccessClass kGas6{Standard::china6, Powertrain::gas};

EmissionFactor nox(const std::string& name, AccessClass truck, double grams) {
  EmissionFactor f;
  f.id = name;
  f.standard = truck.standard;
  f.powertrain = truck.powertrain;
  f.pollutant = "NOx";
  f.loaded = f.empty = GramsPerKilometre{grams};
  return f;
}

Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

World city() {
  World w = world();
  std::vector<Parameter> parameters(w.parameters.begin(), w.parameters.end());
  for (const char* name : {"fault.tampered_share", "fault.no_urea_share", "fault.tampered_factor", "fault.no_urea_factor"})
    parameters.push_back(parameter(name, 1.0));
  w.parameters = Table<Parameter>(parameters);
  w.emission_factors = Table<EmissionFactor>({nox("d3", kDiesel3, 10.0), nox("d6", kDiesel6, 1.5), nox("g6", kGas6, 0.5)});
  return w;
}

/// One loaded kilometre by each of these trucks.
analysis::TruckNox by(const World& w, const std::vector<AccessClass>& trucks) {
  ledger::Ledger l;
  for (const AccessClass& truck : trucks) {
    ledger::ServiceRow row;
    row.month = make_month(2021, 4);
    row.flow = id(w.flows, "coal-out");
    row.leg = 1;
    row.loaded = true;
    row.vehicle = EmissionClass{VehicleType::heavy, truck, Fault::sound}.index();
    row.metres = 1000;
    l.service.push_back(row);
  }
  return analysis::truck_nox({&w, &l}, analysis::EmissionFactors(w), std::vector<bool>(w.flows.size(), true), 2021);
}

}  // namespace

TEST_CASE("who must have National VI or better replaces trucks below it, and keeps those that are", "[analysis]") {
  const World w = city();
  // 10 + 1.5 + 0.5 + 0 g over four kilometres; the National III truck becomes a National VI diesel.
  const analysis::TruckNox mixed = by(w, {kDiesel3, kDiesel6, kGas6, kElectric});
  CHECK(*mixed.now == Approx(12.0 / 4));
  CHECK(*mixed.vi == Approx(3.5 / 4));
  const analysis::TruckNox clean = by(w, {kDiesel6, kGas6, kElectric});
  CHECK(*clean.vi == Approx(*clean.now));
}

}  // namespace truck_nox_test
