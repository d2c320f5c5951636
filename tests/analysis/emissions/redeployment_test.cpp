// What a gate floor moves between the gates that it binds and the work beside them, by hand.
#include <catch2/catch.hpp>

#include "analysis/emissions/redeployment.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

namespace redeployment_test {

using namespace railshift;
using namespace small_city;
using analysis::Redeployment;

namespace {

const Month kMay = make_month(2021, 5);

/// The firm `small`, whose plant takes coal-home, refuses trucks below National VI from May 2021 on; coal-out of the mine passes no gate of
/// its own.
World city(Date from) {
  World w = world();
  GateFloor floor;
  floor.firms = {id(w.firms, "small")};
  w.measures = Table<Measure>(std::vector<Measure>{measure("floor", from, floor)});
  w.index();
  return w;
}

struct Loads {
  std::string flow;
  AccessClass truck;
  std::int64_t tonnes;
  ledger::Compliance stance = ledger::Compliance::no_rule;
  Owner owner = Owner::local;
};

ledger::Ledger month_of_loads(const World& w, const std::vector<Loads>& all, std::int64_t clean_trucks) {
  ledger::Ledger l;
  for (const Loads& loads : all) {
    ledger::ServiceRow row;
    row.month = kMay;
    row.flow = id(w.flows, loads.flow);
    row.leg = 1;
    row.loaded = true;
    row.vehicle = EmissionClass{VehicleType::heavy, loads.truck, Fault::sound}.index();
    row.owner = loads.owner;
    row.compliance = loads.stance;
    row.kg = loads.tonnes * 1000;
    row.metres = loads.tonnes * 1000;  // one km a tonne
    l.service.push_back(row);
  }
  for (const auto& [access, trucks] : {std::pair{kDiesel6, clean_trucks}, {kDiesel5, 100 - clean_trucks}}) {
    l.registers.push_back(stock(w, kMay, "freight", access, trucks, 0));
    l.registers.back().tally.open = trucks;
    l.registers.back().tally.mileage_metres = trucks * 3'000;
  }
  return l;
}

constexpr auto kObeyed = ledger::Compliance::compliant;

/// Half of the gates' and of the other hauls' tonnes by National VI and V as the stock of 60 and 40 has them.
std::vector<Loads> before() {
  return {{"coal-home", kDiesel6, 30}, {"coal-home", kDiesel5, 20}, {"coal-out", kDiesel6, 60}, {"coal-out", kDiesel5, 40}};
}
/// All at the gates by National VI; 15 t less of it on the other hauls.
std::vector<Loads> after() { return {{"coal-home", kDiesel6, 50, kObeyed}, {"coal-out", kDiesel6, 45}, {"coal-out", kDiesel5, 55}}; }

std::vector<Redeployment> compared(const World& w, const ledger::Ledger& baseline, const ledger::Ledger& plan) {
  return analysis::redeployments({&w, &baseline}, {&w, &plan}, 2021);
}

}  // namespace

TEST_CASE("clean trucks that a floor draws to a gate, and refused ones that go elsewhere, in tonnes", "[analysis]") {
  const World w = city(make_date(2021, 5, 1));
  const auto rows = compared(w, month_of_loads(w, before(), 60), month_of_loads(w, after(), 60));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].measure == "floor");
  CHECK(rows[0].baseline.gates.clean_t == Approx(30));
  CHECK(rows[0].baseline.gates.refused_t == Approx(20));
  CHECK(rows[0].plan.gates.clean_t == Approx(50));
  CHECK(rows[0].plan.gates.refused_t == 0.0);
  // 50 t x (1.0 - 0.6) = 20 t; on the other hauls 100 t x (0.60 - 0.45) = 15 t
  CHECK(*rows[0].clean_in_t() == Approx(20));
  CHECK(*rows[0].refused_out_t() == Approx(15));
  // Table: 180 and 120 km. Baseline: 90 and 60 km of flows leave 90 + 60 of other work. Plan: 95 and 55 leave 85 + 65.
  CHECK(rows[0].baseline.other_clean_km == Approx(90));
  CHECK(rows[0].plan.other_clean_km == Approx(85));
  CHECK(rows[0].plan.other_refused_km == Approx(65));
}

TEST_CASE("a floor that binds from May on is held against the other work of those months, not of the year", "[analysis]") {
  const World w = city(make_date(2021, 5, 1));
  // April before the floor, with ten times the table of May and no flows: May's figures stay those of May but for the demand, which is the
  // mean of what both months leave: (3,000 + 150) / 2 = 1,575 km in May, of which 1,725 km are driven in all by a table of 300.
  const auto with_april = [&](ledger::Ledger l) {
    for (const auto& [access, trucks] : {std::pair{kDiesel6, std::int64_t{60}}, {kDiesel5, std::int64_t{40}}}) {
      l.registers.push_back(stock(w, make_month(2021, 4), "freight", access, trucks, 0));
      l.registers.back().tally.open = trucks;
      l.registers.back().tally.mileage_metres = trucks * 30'000;
    }
    return l;
  };
  const auto rows = compared(w, with_april(month_of_loads(w, before(), 60)), with_april(month_of_loads(w, after(), 60)));
  REQUIRE(rows.size() == 1);
  // 60 % and 40 % of 1,725 km, less 90 and 60 km of flows in the baseline, 95 and 55 in the plan
  CHECK(rows[0].baseline.other_clean_km == Approx(0.6 * 1725 - 90));
  CHECK(rows[0].baseline.other_refused_km == Approx(0.4 * 1725 - 60));
  CHECK(rows[0].plan.other_clean_km == Approx(0.6 * 1725 - 95));
  CHECK(rows[0].plan.other_refused_km == Approx(0.4 * 1725 - 55));
}

TEST_CASE("what purchases changed in the stock is no redeployment", "[analysis]") {
  const World w = city(make_date(2021, 5, 1));
  // The plan's stock has 70 instead of 60 of National VI: ten points of the gain at the gate are bought. 50 t x (0.4 - 0.1) = 15 t.
  const auto rows = compared(w, month_of_loads(w, before(), 60), month_of_loads(w, after(), 70));
  CHECK(*rows.at(0).clean_in_t() == Approx(15));
  CHECK(*rows.at(0).refused_out_t() == Approx(25));
}

TEST_CASE("outside trucks that a pool hires are told apart, and loads that the floor redirected are counted", "[analysis]") {
  const World w = city(make_date(2021, 5, 1));
  std::vector<Loads> hires = after();
  hires.push_back({"coal-home", kDiesel6, 10, kObeyed, Owner::hired});
  ledger::Ledger plan = month_of_loads(w, hires, 60);
  plan.effects = {{kMay, "floor", "loads_redirected", "loads", 9, 7, 5}, {kMay, "other", "loads_redirected", "loads", 9, 3, 3}};
  const auto rows = compared(w, month_of_loads(w, before(), 60), plan);
  CHECK(rows.at(0).plan.gates.hired_clean_t == Approx(10));
  CHECK(*rows.at(0).clean_in_t() == Approx(20));
  CHECK(rows.at(0).loads_redirected == 7);
}

TEST_CASE("a floor that is not in force in the month has no row, nor one that bound no haul", "[analysis]") {
  const World later = city(make_date(2021, 6, 1));  // on the last day of May it would have a row
  CHECK(compared(later, month_of_loads(later, before(), 60), month_of_loads(later, after(), 60)).empty());
  const World w = city(make_date(2021, 5, 1));
  CHECK(compared(w, month_of_loads(w, before(), 60), month_of_loads(w, before(), 60)).empty());
}

TEST_CASE("without hauls in the baseline there is nothing to compare and no figure", "[analysis]") {
  const World w = city(make_date(2021, 5, 1));
  const auto rows = compared(w, month_of_loads(w, {{"coal-out", kDiesel6, 60}}, 60), month_of_loads(w, after(), 60));
  REQUIRE(rows.size() == 1);
  CHECK_FALSE(rows[0].clean_in_t().has_value());
  CHECK(rows[0].refused_out_t().has_value());
}

}  // namespace redeployment_test
