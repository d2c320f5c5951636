#include <catch2/catch.hpp>

#include "analysis/emissions/inventory.hpp"
#include "tests/analysis/small_city.hpp"

namespace inventory_test {

using namespace railshift;
using namespace small_city;

namespace {

const Month kMonth = make_month(2021, 7);

EmissionFactor factor(const std::string& name, AccessClass truck, const std::string& pollutant, double loaded, double empty) {
  EmissionFactor f;
  f.id = name;
  f.standard = truck.standard;
  f.powertrain = truck.powertrain;
  f.pollutant = pollutant;
  f.loaded = GramsPerKilometre{loaded};
  f.empty = GramsPerKilometre{empty};
  return f;
}

Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

/// Faults: 10 % tampered at 3 times, 10 % without urea at 2 times -> mean = sound x (1 + 0.1 x 2 + 0.1 x 1) = 1.3 sound.
World with_factors() {
  World w = world();
  w.emission_factors =
      Table<EmissionFactor>({factor("d4-nox", kDiesel4, "NOx", 6.5, 3.25), factor("d3-nox", kDiesel3, "NOx", 10.0, 5.0),
                             factor("d5-ttw", kDiesel5, "CO2_ttw", 1000.0, 500.0), factor("d5-wtw", kDiesel5, "CO2_wtw", 1200.0, 600.0),
                             factor("e-wtw", kElectric, "CO2_wtw", 800.0, 400.0)});
  w.parameters = Table<Parameter>(
      {parameter("scope.over_threshold", 1.5e6), parameter("scope.yard_km", 10.0), parameter("fault.tampered_share", 0.1),
       parameter("fault.no_urea_share", 0.1), parameter("fault.tampered_factor", 3.0), parameter("fault.no_urea_factor", 2.0),
       parameter("road.idle_nox_g_per_h", 40.0), parameter("road.idle_pm25_g_per_h", 0.5), parameter("road.idle_co2_g_per_h", 4500.0),
       parameter("rail.gross_net", 1.5), parameter("rail.electric_kwh_per_10kgtkm", 100.0), parameter("grid.co2_kg_per_kwh", 0.7),
       parameter("rail.diesel_kg_per_10kgtkm", 25.0), parameter("rail.diesel_nox_g_per_kg", 50.0),
       parameter("rail.diesel_pm25_g_per_kg", 2.0), parameter("rail.diesel_co2_kg_per_kg", 3.0)});
  return w;
}

ledger::TrafficRow km(AccessClass truck, Fault fault, std::int64_t kilometres) {
  ledger::TrafficRow row;
  row.month = kMonth;
  row.county = "140100";
  row.ring = 1;
  row.vehicle = EmissionClass{VehicleType::heavy, truck, fault}.index();
  row.loaded = true;
  row.metres = kilometres * 1000;
  return row;
}

double total(const World& w, const ledger::Ledger& l, const std::string& pollutant) {
  double grams = 0.0;
  for (const auto& row : analysis::inventory(w, l)) grams += row.pollutant == pollutant ? row.grams : 0.0;
  return grams;
}

}  // namespace

TEST_CASE("no activity emits nothing and has no row", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  CHECK(analysis::inventory(w, l).empty());
  l.traffic = {km(kDiesel4, Fault::sound, 0)};
  CHECK(analysis::inventory(w, l).empty());
}

TEST_CASE("sound and faulty trucks in their shares emit the fleet mean, which already contains the faulty ones", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  l.traffic = {km(kDiesel4, Fault::sound, 100)};
  CHECK(total(w, l, "NOx") == Approx(100 * 6.5 / 1.3));
  l.traffic = {km(kDiesel4, Fault::tampered, 100)};
  CHECK(total(w, l, "NOx") == Approx(100 * 3 * 6.5 / 1.3));
  // 80 km sound + 10 km tampered + 10 km without urea = 100 km at the mean of 6.5
  l.traffic = {km(kDiesel4, Fault::sound, 80), km(kDiesel4, Fault::tampered, 10), km(kDiesel4, Fault::no_urea, 10)};
  CHECK(total(w, l, "NOx") == Approx(650.0));
}

TEST_CASE("trucks below National IV have nothing to tamper with, and counted trips take the mean", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  l.traffic = {km(kDiesel3, Fault::sound, 10)};
  CHECK(total(w, l, "NOx") == Approx(100.0));
  l.traffic = {km(kDiesel4, Fault::sound, 10)};
  l.traffic[0].counted = true;
  CHECK(total(w, l, "NOx") == Approx(65.0));
}

TEST_CASE("an empty truck takes the empty factor, and beyond the gateways only local trucks are the city's", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  l.traffic = {km(kDiesel3, Fault::sound, 10)};
  l.traffic[0].loaded = false;
  CHECK(total(w, l, "NOx") == Approx(50.0));
  l.traffic[0].inside = false;
  CHECK(total(w, l, "NOx") == Approx(50.0));
  for (const Owner owner : {Owner::hired, Owner::through}) {
    l.traffic[0].owner = owner;
    CHECK(total(w, l, "NOx") == 0.0);
  }
}

TEST_CASE("electric trains emit the CO2 of the grid and diesel ones NOx of their own", "[analysis]") {
  World w = with_factors();
  ledger::Ledger l;
  ledger::RailRow train;
  train.month = kMonth;
  train.chain = id(w.chains, "out-rail");
  train.departed_kg = 4'000'000;
  l.rail = {train};
  // 4000 t x 1.5 gross x 50 km = 300,000 gross t km. Electric: x 100 / 10^4 kWh x 0.7 kg = 2100 kg CO2, no NOx.
  CHECK(total(w, l, "CO2_wtw") == Approx(2'100'000.0));
  CHECK(total(w, l, "NOx") == 0.0);
  // Diesel: x 25 / 10^4 = 750 kg fuel x 50 g = 37,500 g NOx; 2250 kg CO2 tank-to-wheel, x 1.2 well-to-wheel.
  w.rail_sections.rows_for_loading()[0].traction = Traction::diesel;
  CHECK(total(w, l, "NOx") == Approx(37'500.0));
  CHECK(total(w, l, "CO2_ttw") == Approx(2'250'000.0));
  CHECK(total(w, l, "CO2_wtw") == Approx(2'700'000.0));
}

TEST_CASE("a truck that waits at a works idles there and an electric one does not", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  ledger::ServiceRow wait;
  wait.month = kMonth;
  wait.flow = id(w.flows, "coal-home");
  wait.loaded = true;
  wait.vehicle = EmissionClass{VehicleType::heavy, kDiesel4, Fault::sound}.index();
  wait.wait_ticks = 2 * kTicksPerHour;
  l.service = {wait};
  CHECK(total(w, l, "NOx") == Approx(80.0));
  l.service[0].vehicle = EmissionClass{VehicleType::heavy, kElectric, Fault::sound}.index();
  CHECK(total(w, l, "NOx") == 0.0);
}

TEST_CASE("activity without a factor is listed with its kilometres and never silently zero", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  l.traffic = {km(kDiesel5, Fault::sound, 70)};
  const auto gaps = analysis::missing_factors(w, l);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].pollutant == "NOx");
  CHECK(gaps[0].standard == Standard::china5);
  CHECK(gaps[0].amount == Approx(70.0));
  CHECK(gaps[0].unit == "km");
}

TEST_CASE("the exhaust of all sources sums to the total, which is printed once", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  l.traffic = {km(kDiesel3, Fault::sound, 1000), km(kDiesel3, Fault::sound, 500), km(kDiesel3, Fault::sound, 200),
               km(kDiesel3, Fault::sound, 300)};
  l.traffic[1].owner = Owner::through;
  l.traffic[2].counted = true;
  l.traffic[3].owner = Owner::hired;
  l.registers = {stock(w, kMonth, "freight", kDiesel3, 1, 0)};
  l.registers[0].tally.mileage_metres = 4'000'000;
  const auto table = measured(w, l);
  const auto nox = [&](const std::string& source) { return row(table, "exhaust", "2021", "numerator_kind=NOx" + source).value; };
  // 10 g/km: 10 kg, 5 kg, 2 kg, 3 kg; other work 4,000 km at (10 + 5) / 2 = 30 kg (no flow is served: all that the table gives)
  CHECK(nox(";basis=modelled_exhaust") == Approx(0.010));
  CHECK(nox(";basis=through_exhaust") == Approx(0.005));
  CHECK(nox(";basis=counted_exhaust") == Approx(0.002));
  CHECK(nox(";basis=hired_exhaust") == Approx(0.003));
  CHECK(nox(";basis=other_exhaust") == Approx(0.030));
  CHECK(nox("") == Approx(0.050));
  // Other work has no road, so it is in no ring.
  CHECK(nox(";ring=1") == Approx(0.020));
  CHECK(row(table, "exhaust", "2021", "numerator_kind=NOx;ring=2").value == 0.0);
  CHECK(nox(";standard=china3") == Approx(0.050));
}

TEST_CASE("rows of counties sum to the city: inside, beyond the gateways, and what has no county", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  l.traffic = {km(kDiesel3, Fault::sound, 1000), km(kDiesel3, Fault::sound, 300), km(kDiesel3, Fault::sound, 500),
               km(kDiesel3, Fault::sound, 900)};
  l.traffic[1].county.clear();
  l.traffic[2].inside = l.traffic[3].inside = false;
  l.traffic[2].county.clear(), l.traffic[3].county.clear();
  l.traffic[3].owner = Owner::through;
  l.registers = {stock(w, kMonth, "freight", kDiesel3, 1, 0)};
  l.registers[0].tally.mileage_metres = 4'000'000;
  const auto table = measured(w, l);
  const auto nox = [&](const std::string& scope) { return row(table, "exhaust", "2021", "numerator_kind=NOx" + scope).value; };
  // 10 kg in the county, 3 on a road without one and 30 of other work, 5 beyond; the through truck beyond is none of the city's
  CHECK(nox(";county=140100") == Approx(0.010));
  CHECK(nox(";county=*no_county") == Approx(0.033));
  CHECK(nox(";county=*beyond") == Approx(0.005));
  CHECK(nox("") == Approx(0.048));
  CHECK(nox(";ring=1") == Approx(0.013));
}

TEST_CASE("a gate that swaps a truck whose road leaves the city leaves the city's kilometres where they were", "[analysis]") {
  const World w = with_factors();
  // 100 km by the table each; the haul of 40 km, half of it beyond the gateway, is done by National IV (6.5 g/km) or III (10), the other
  // one does as much more of other work: 100 x 4.875 + 100 x 7.5 g plus what a loaded haul emits over the mean, 40 x 1.625 or 40 x 2.5.
  const auto nox = [&](AccessClass truck) {
    ledger::Ledger l;
    for (const bool inside : {true, false}) {
      l.traffic.push_back(km(truck, Fault::sound, 20));
      l.traffic.back().inside = inside;
      l.traffic.back().counted = true;
    }
    ledger::ServiceRow work;
    work.month = kMonth;
    work.flow = id(w.flows, "coal-home");
    work.loaded = true;
    work.vehicle = l.traffic[0].vehicle;
    work.metres = 40'000;
    l.service = {work};
    for (const AccessClass access : {kDiesel4, kDiesel3}) {
      l.registers.push_back(stock(w, kMonth, "freight", access, 1, 0));
      l.registers.back().tally.mileage_metres = 100'000;
    }
    return row(measured(w, l), "exhaust", "2021", "numerator_kind=NOx").value;
  };
  CHECK(nox(kDiesel4) == Approx((1237.5 + 40 * 1.625) * 1e-6));
  CHECK(nox(kDiesel3) == Approx((1237.5 + 40 * 2.5) * 1e-6));
}

TEST_CASE("a floor that only reshuffles trucks of equal kilometres leaves the city's exhaust where it was", "[analysis]") {
  const World w = with_factors();
  // National IV emits 6.5 g/km loaded, 4.875 as a mean of loaded and empty; National III 10 and 7.5. 60 and 40 km by the table.
  const auto nox = [&](std::int64_t clean, std::int64_t dirty) {
    ledger::Ledger l;
    const auto drive = [&](Month month, AccessClass truck, std::int64_t kilometres) {
      if (kilometres == 0) return;
      for (const bool loaded : {true, false}) {
        ledger::TrafficRow road = km(truck, Fault::sound, kilometres / 2);
        road.month = month;
        road.loaded = loaded;
        road.counted = true;  // fleet mean, as other work has it
        l.traffic.push_back(road);
        ledger::ServiceRow work;
        work.month = month;
        work.flow = id(w.flows, "coal-home");
        work.loaded = loaded;
        work.vehicle = road.vehicle;
        work.metres = road.metres;
        l.service.push_back(work);
      }
    };
    drive(make_month(2020, 1), kDiesel4, 30), drive(make_month(2020, 1), kDiesel3, 20);
    drive(make_month(2021, 1), kDiesel4, clean), drive(make_month(2021, 1), kDiesel3, dirty);
    for (const int year : {2020, 2021}) {
      l.registers.push_back(stock(w, make_month(year, 1), "freight", kDiesel4, 60, 0));
      l.registers.back().tally.mileage_metres = 60'000;
      l.registers.push_back(stock(w, make_month(year, 1), "freight", kDiesel3, 40, 0));
      l.registers.back().tally.mileage_metres = 40'000;
    }
    return row(measured(w, l), "exhaust", "2021", "numerator_kind=NOx").value;
  };
  // 60 km x 4.875 + 40 km x 7.5 = 592.5 g, whoever serves the firms
  CHECK(nox(30, 20) == Approx(592.5e-6));
  CHECK(nox(50, 0) == Approx(592.5e-6));
  // Two kilometres more of clean trucks for the same loads: all drive 1.02 of their table, 61.2 and 40.8 km.
  CHECK(nox(52, 0) == Approx(592.5e-6 * 1.02).epsilon(1e-6));
}

TEST_CASE("through kilometres count inside links by how many ring roads enclose them", "[analysis]") {
  const World w = with_factors();
  ledger::Ledger l;
  l.traffic = {km(kDiesel5, Fault::sound, 100), km(kDiesel5, Fault::sound, 20), km(kDiesel5, Fault::sound, 7),
               km(kDiesel5, Fault::sound, 999)};
  for (auto& row : l.traffic) row.owner = Owner::through;
  l.traffic[0].ring = 0;
  l.traffic[1].ring = 1;
  l.traffic[2].ring = 2;
  l.traffic[3].inside = false;
  const auto table = measured(w, l);
  CHECK(row(table, "through_km_inside", "2021", "").value == Approx(127.0));
  CHECK(row(table, "through_km_inside", "2021", "ring=1").value == Approx(27.0));
  CHECK(row(table, "through_km_inside", "2021", "ring=2").value == Approx(7.0));
}

}  // namespace inventory_test
