#include <catch2/catch.hpp>

#include "tests/analysis/small_city.hpp"

namespace clean_share_test {

using namespace railshift;
using namespace small_city;

namespace {

const Month kMonth = make_month(2021, 4);

ledger::ServiceRow loads(const World& w, const std::string& flow, AccessClass truck, std::int64_t trips, std::int64_t tonnes) {
  ledger::ServiceRow row;
  row.month = kMonth;
  row.flow = id(w.flows, flow);
  row.leg = 1;
  row.loaded = true;
  row.vehicle = EmissionClass{VehicleType::heavy, truck, Fault::sound}.index();
  row.trips = trips;
  row.kg = tonnes * 1000;
  return row;
}

/// coal-out: 500 t rail, 300 t road carried by electric 3 trips 100 t, China VI 3 trips 100 t, China V 4 trips 100 t.
/// coal-home: 100 t belt, 100 t road by China V, 3 trips.
ledger::Ledger april(const World& w) {
  ledger::Ledger l;
  l.chains = {delivered(w, kMonth, "out-rail", 500), delivered(w, kMonth, "out-road", 300), delivered(w, kMonth, "home-belt", 100),
              delivered(w, kMonth, "home-road", 100)};
  l.service = {loads(w, "coal-out", kElectric, 3, 100), loads(w, "coal-out", kDiesel6, 3, 100), loads(w, "coal-out", kDiesel5, 4, 100),
               loads(w, "coal-home", kDiesel5, 3, 100)};
  return l;
}

}  // namespace

TEST_CASE("the clean share by tonnes counts rail, belt and new-energy trucks, and National VI only in the reading that says so",
          "[analysis]") {
  const World w = world();
  const auto table = measured(w, april(w));
  // strict: 500 rail + 100 belt + 100 electric = 700 of 1000; with VI: 800 of 1000.
  const auto& strict = row(table, "clean_share", "2021", "numerator_kind=clean_without_china6;basis=tonnes");
  CHECK(strict.value == Approx(0.7));
  CHECK(strict.denominator == Approx(1000.0));
  CHECK(row(table, "clean_share", "2021", "numerator_kind=clean_with_china6;basis=tonnes").value == Approx(0.8));
}

TEST_CASE("the clean share by entries counts loaded truck trips alone", "[analysis]") {
  const World w = world();
  const auto table = measured(w, april(w));
  // 3 electric of 3 + 3 + 4 + 3 = 13 trips; with VI 6 of 13.
  CHECK(row(table, "clean_share", "2021", "numerator_kind=clean_without_china6;basis=entries").numerator == 3.0);
  CHECK(row(table, "clean_share", "2021", "numerator_kind=clean_with_china6;basis=entries").numerator == 6.0);
  CHECK(row(table, "clean_share", "2021", "numerator_kind=clean_with_china6;basis=entries").denominator == 13.0);
}

TEST_CASE("National V is one standard too low for the clean share and a gas truck of National VI is not new energy", "[analysis]") {
  const World w = world();
  ledger::Ledger ledger;
  ledger.chains = {delivered(w, kMonth, "out-road", 200)};
  ledger.service = {loads(w, "coal-out", kDiesel5, 1, 100), loads(w, "coal-out", {Standard::china6, Powertrain::gas}, 1, 100)};
  const auto table = measured(w, ledger);
  CHECK(row(table, "clean_share", "2021", "numerator_kind=clean_with_china6;basis=tonnes").value == Approx(0.5));
  CHECK(row(table, "clean_share", "2021", "numerator_kind=clean_without_china6;basis=tonnes").value == 0.0);
}

TEST_CASE("empty runs and warm-up months are in no clean share", "[analysis]") {
  const World w = world();
  auto ledger = april(w);
  const auto before = measured(w, ledger);
  auto empty = loads(w, "coal-out", kDiesel5, 50, 0);
  empty.loaded = false;
  ledger.service.push_back(empty);
  auto early = loads(w, "coal-out", kDiesel5, 50, 500);
  early.month = make_month(2019, 12);
  ledger.service.push_back(early);
  const std::string entries = "numerator_kind=clean_with_china6;basis=entries";
  CHECK(row(measured(w, ledger), "clean_share", "2021", entries).value == row(before, "clean_share", "2021", entries).value);
  CHECK_FALSE(has_row(measured(w, ledger), "clean_share", "2019", entries));
}

}  // namespace clean_share_test
