#include <catch2/catch.hpp>

#include "analysis/metrics/tonnes.hpp"
#include "tests/analysis/small_city.hpp"

namespace rail_metrics_test {

using namespace railshift;
using namespace small_city;

namespace {

/// February 2021: rail from the fence 600 t, by the yard 100 t, by road 200 t; home by belt 50 t, by road 50 t; acid by road 40 t.
ledger::Ledger february() {
  const World w = world();
  const Month feb = make_month(2021, 2);
  ledger::Ledger l;
  l.chains = {delivered(w, feb, "out-rail", 600), delivered(w, feb, "out-yard", 100), delivered(w, feb, "out-road", 200),
              delivered(w, feb, "home-belt", 50), delivered(w, feb, "home-road", 50), delivered(w, feb, "acid-road", 40)};
  return l;
}

const std::string kGateOut = "firm=*over_threshold;numerator_kind=rail;denominator_kind=rail_road;basis=gate;direction=out";

}  // namespace

TEST_CASE("the list over the threshold holds the firm that moves 2.21 Mt and not the one that moves 0.2 Mt", "[analysis]") {
  const World w = world();
  const std::vector<Id<Firm>> listed = analysis::listed_firms(w);
  REQUIRE(listed.size() == 1);
  CHECK(w.firms[listed[0]].id == "big");
}

TEST_CASE("at the gate a load that a truck takes to the public yard is road, on the main haul it is rail", "[analysis]") {
  const auto table = measured(world(), february());
  // gate: 600 rail, road 100 + 200 + 50 = 350 -> 600 / 950. Main haul: 700 rail, road 200 + 50 -> 700 / 950.
  const auto& gate = row(table, "rail_share", "2021", kGateOut);
  CHECK(gate.numerator == 600.0);
  CHECK(gate.denominator == 950.0);
  CHECK(gate.value == 600.0 / 950.0);
  CHECK(gate.unit == "1");
  const auto& haul =
      row(table, "rail_share", "2021", "firm=*over_threshold;numerator_kind=rail;denominator_kind=rail_road;basis=main_haul;direction=out");
  CHECK(haul.numerator == 700.0);
  CHECK(haul.denominator == 950.0);
}

TEST_CASE("listed firms with a siding are those whose siding is in service on the first day of the year", "[analysis]") {
  const auto value_if_open = [](Date day) -> std::optional<double> {
    World w = world();
    for (Siding& siding : w.sidings.rows_for_loading()) siding.in_service = day;
    const auto table = measured(w, february());
    const std::string scope = "firm=*over_threshold_with_siding;numerator_kind=rail;denominator_kind=rail_road;basis=gate;direction=out";
    // a month has the firms of its year, and growth of one set over another is nobody's
    CHECK(has_row(table, "rail_share", "2021-02", scope) == has_row(table, "rail_share", "2021", scope));
    CHECK_FALSE(has_row(table, "rail_tonnes", "2021",
                        "firm=*over_threshold_with_siding;numerator_kind=rail;denominator_kind=base_year;basis=gate;direction=out"));
    if (!has_row(table, "rail_share", "2021", scope)) return std::nullopt;
    return row(table, "rail_share", "2021", scope).value;
  };
  CHECK(value_if_open(make_date(2021, 1, 1)) == 600.0 / 950.0);
  CHECK_FALSE(value_if_open(make_date(2021, 1, 2)).has_value());
}

TEST_CASE("belts stand in the denominator of all modes and in the numerator only when it says so", "[analysis]") {
  const auto table = measured(world(), february());
  const auto& rail = row(table, "rail_share", "2021", "firm=big;numerator_kind=rail;denominator_kind=all;basis=gate;direction=out");
  CHECK(rail.numerator == 600.0);
  CHECK(rail.denominator == 1000.0);
  const auto& with_belt =
      row(table, "rail_share", "2021", "firm=big;numerator_kind=rail_belt_pipe;denominator_kind=all;basis=gate;direction=out");
  CHECK(with_belt.numerator == 650.0);
  CHECK(with_belt.denominator == 1000.0);
}

TEST_CASE("what a firm receives counts at its own gate alone and a share without rail is 0, not absent", "[analysis]") {
  const auto table = measured(world(), february());
  const auto& in = row(table, "rail_share", "2021", "firm=small;numerator_kind=rail;denominator_kind=rail_road;basis=gate;direction=in");
  CHECK(in.value == 0.0);
  CHECK(in.denominator == 50.0);
  CHECK_FALSE(has_row(table, "rail_share", "2021", "firm=small;numerator_kind=rail;denominator_kind=rail_road;basis=gate;direction=out"));
}

TEST_CASE("dangerous goods are no part of the rail share but of the rail and road tonnes", "[analysis]") {
  auto ledger = february();
  const auto table = measured(world(), ledger);
  CHECK(row(table, "rail_share", "2021", "numerator_kind=rail;denominator_kind=rail_road;basis=main_haul;direction=both").denominator ==
        950.0);
  // 600 + 100 by rail, 200 + 50 + 40 by road, 50 by belt
  CHECK(row(table, "tonnes_by_chain", "2021", "numerator_kind=truck;basis=main_haul").value == 290.0);
  CHECK(row(table, "tonnes_by_chain", "2021", "numerator_kind=rail_yard;basis=chain_class").value == 100.0);
  CHECK(row(table, "rail_tonnes", "2021", "numerator_kind=rail;basis=main_haul;direction=both").value == 700.0);
}

TEST_CASE("a warm-up month is in no figure and reported_months says how many months a year sums", "[analysis]") {
  const World w = world();
  auto ledger = february();
  ledger.chains.push_back(delivered(w, make_month(2019, 12), "out-rail", 999));
  ledger.chains.push_back(delivered(w, make_month(2020, 1), "out-rail", 1));
  const auto table = measured(w, ledger);
  CHECK(row(table, "rail_tonnes", "2020", "numerator_kind=rail;basis=main_haul;direction=both").value == 1.0);
  CHECK(row(table, "rail_tonnes", "2020-01", "numerator_kind=rail;basis=main_haul;direction=both").value == 1.0);
  CHECK_FALSE(has_row(table, "rail_tonnes", "2019", "numerator_kind=rail;basis=main_haul;direction=both"));
  CHECK(row(table, "reported_months", "2020", "").value == 12.0);
  World late = w;
  late.settings.start = make_date(2020, 2, 1);
  CHECK(row(measured(late, ledger), "reported_months", "2020", "").value == 11.0);
  CHECK_FALSE(has_row(measured(late, ledger), "rail_tonnes", "2020", "numerator_kind=rail;basis=main_haul;direction=both"));
}

TEST_CASE("a firm exactly at 85 % counts at that level and one kilogram less does not", "[analysis]") {
  const World w = world();
  const Month month = make_month(2021, 5);
  ledger::Ledger ledger;
  ledger.chains = {delivered(w, month, "out-rail", 850), delivered(w, month, "out-road", 150)};
  const std::string at85 = "firm=*over_threshold;numerator_kind=0.85;denominator_kind=rail_road;basis=gate;direction=both";
  CHECK(row(measured(w, ledger), "firms_at_or_above", "2021", at85).value == 1.0);
  CHECK(row(measured(w, ledger), "firms_at_or_above", "2021", at85).denominator == 1.0);
  ledger.chains[0].delivered_kg -= 1;
  CHECK(row(measured(w, ledger), "firms_at_or_above", "2021", at85).value == 0.0);
}

TEST_CASE("growth splits into volume, share and interaction and they sum to the difference", "[analysis]") {
  const World w = world();
  ledger::Ledger ledger;
  // June 2020: T0 = 1000 t, 600 by rail (s0 = 0.6). June 2021: T1 = 1200 t, 900 by rail (s1 = 0.75).
  // volume 200 x 0.6 = 120; share 1000 x 0.15 = 150; interaction 200 x 0.15 = 30; sum 300 = 900 - 600.
  ledger.chains = {delivered(w, make_month(2020, 6), "out-rail", 600), delivered(w, make_month(2020, 6), "out-road", 400),
                   delivered(w, make_month(2021, 6), "out-rail", 900), delivered(w, make_month(2021, 6), "out-road", 300)};
  const auto table = measured(w, ledger);
  const std::string city = "numerator_kind=rail;denominator_kind=rail_road;basis=main_haul;direction=both";
  CHECK(row(table, "rail_tonnes_change", "2021", city).value == Approx(300.0));
  CHECK(row(table, "rail_tonnes_volume_effect", "2021", city).value == Approx(120.0));
  CHECK(row(table, "rail_tonnes_share_effect", "2021", city).value == Approx(150.0));
  CHECK(row(table, "rail_tonnes_interaction", "2021", city).value == Approx(30.0));
  // 900 t after 600 t: + 50 %; the base year itself has no growth
  const std::string growth = "numerator_kind=rail;denominator_kind=base_year;basis=main_haul;direction=both";
  CHECK(row(table, "rail_tonnes", "2021", growth).value == Approx(0.5));
  CHECK(std::none_of(table.begin(), table.end(), [](const auto& r) { return r.denominator_kind == "base_year" && r.period == "2020"; }));
}

TEST_CASE("growth compares the months that both years report so that a run from February on does not take January for growth",
          "[analysis]") {
  World w = world();
  w.settings.start = make_date(2020, 2, 1);
  ledger::Ledger ledger;
  // 100 t by rail and 100 t by road in every month of both years; January 2020 is not reported: no change, not + 9 %.
  for (Month m = make_month(2020, 1); m < make_month(2022, 1); m = m + 1) {
    ledger.chains.push_back(delivered(w, m, "out-rail", 100));
    ledger.chains.push_back(delivered(w, m, "out-road", 100));
  }
  const auto table = measured(w, ledger);
  const auto& change =
      row(table, "rail_tonnes_change", "2021", "numerator_kind=rail;denominator_kind=rail_road;basis=main_haul;direction=both");
  CHECK(change.value == 0.0);
  CHECK(change.numerator == 1100.0);
  CHECK(change.denominator == 1100.0);
}

TEST_CASE("a figure says derived(assumed) only when a row behind it is assumed", "[analysis]") {
  const World w = world();
  ledger::Ledger ledger;
  ledger.chains = {delivered(w, make_month(2021, 3), "out-rail", 10)};
  const std::string city = "numerator_kind=rail;basis=main_haul;direction=both";
  CHECK(row(measured(w, ledger), "rail_tonnes", "2021", city).standing == "derived");
  ledger.chains.push_back(delivered(w, make_month(2021, 3), "acid-road", 1));
  CHECK(row(measured(w, ledger), "rail_tonnes", "2021", city).standing == "derived(assumed)");
  CHECK(row(measured(w, ledger), "tonnes_by_standing", "2021", "basis=flow;numerator_kind=assumed").value == 1.0);
}

}  // namespace rail_metrics_test
