#include "sim/rules/register/register_month.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/policy/kinds.hpp"
#include "sim/rules/register/purchase.hpp"
#include "tests/rules/register_fixture.hpp"

namespace register_month_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

const RegisterTally* tally(const RegisterMonth& month, Id<Segment> segment, AccessClass access) {
  for (const RegisterTally& t : month.tallies) {
    if (t.segment == segment && t.access == access) return &t;
  }
  return nullptr;
}

/// One truck of National V that a RetireOrder removes on exactly 10 March 2022.
World one_truck(double lag) {
  World w = fixture::world({row("r", freight, Standard::china5, 2018, 1)}, lag);
  RetireOrder order;
  order.up_to = Standard::china5;
  w.measures = Table<Measure>(
      {measure("go", make_date(2022, 3, 10), make_date(2022, 3, 10), order),
       measure("vi", make_date(2021, 7, 1), make_date(2021, 7, 1), SalesStandard{{VehicleType::heavy}, {}, Standard::china6})});
  return w;
}

const AccessClass diesel5{Standard::china5, Powertrain::diesel};
const AccessClass diesel6{Standard::china6, Powertrain::diesel};

}  // namespace

TEST_CASE("a truck leaves the cell of its old class and joins the cell of its new class when it is delivered", "[rules]") {
  // 10 March + 22 days = 1 April: the cell is empty at the end of March.
  const World w = one_truck(22.0);
  Run run(w);
  const RegisterMonth march = run.until(make_date(2022, 4, 1));
  REQUIRE(march.changes.size() == 1);
  CHECK(march.changes[0].removed);
  CHECK_FALSE(march.changes[0].joined);
  CHECK(march.changes[0].before.vehicle.access == diesel5);
  REQUIRE(tally(march, freight, diesel5) != nullptr);
  CHECK(tally(march, freight, diesel5)->open == 1);
  CHECK(tally(march, freight, diesel5)->left[static_cast<std::size_t>(LeaveCause::retire_order)] == 1);
  CHECK(tally(march, freight, diesel5)->close == 0);
  CHECK(tally(march, freight, diesel6) == nullptr);
  CHECK_FALSE(run.reg.trucks[0].present);
  CHECK(run.reg.trucks[0].generation == 1);

  const RegisterMonth april = run.until(make_date(2022, 5, 1));
  REQUIRE(tally(april, freight, diesel6) != nullptr);
  CHECK(tally(april, freight, diesel6)->joined == 1);
  CHECK(tally(april, freight, diesel6)->close == 1);
  CHECK(tally(april, freight, diesel6)->ordered_joined == 0);
  CHECK(run.reg.trucks[0].present);
  CHECK(run.reg.trucks[0].registered == make_date(2022, 4, 1).days);
}

TEST_CASE("a replacement delivered one day earlier joins in the month of the removal", "[rules]") {
  const World w = one_truck(21.0);  // 31 March
  Run run(w);
  const RegisterMonth march = run.until(make_date(2022, 4, 1));
  REQUIRE(march.changes.size() == 1);
  CHECK(march.changes[0].removed);
  CHECK(march.changes[0].joined);
  REQUIRE(tally(march, freight, diesel6) != nullptr);
  CHECK(tally(march, freight, diesel6)->joined == 1);
}

TEST_CASE("a replacement keeps the slot's pool, segment and vehicle type", "[rules]") {
  const World w = one_truck(0.0);
  Run run(w);
  run.reg.trucks[0].pool = 3;
  run.until(make_date(2022, 4, 1));
  CHECK(run.reg.trucks[0].generation == 1);
  CHECK(run.reg.trucks[0].pool == 3);
  CHECK(run.reg.trucks[0].segment == freight);
  CHECK(run.reg.trucks[0].vehicle.type == VehicleType::heavy);
}

TEST_CASE("the sales standard is the highest measure in force for the type and powertrain, National III without any", "[rules]") {
  World w;
  const auto rule = [](const std::string& id, Date from, std::vector<VehicleType> types, std::vector<Powertrain> powertrains, Standard s) {
    return measure(id, from, from, SalesStandard{std::move(types), std::move(powertrains), s});
  };
  w.measures = Table<Measure>({rule("a-vi", make_date(2021, 7, 1), {VehicleType::heavy}, {Powertrain::diesel}, Standard::china6),
                               rule("b-v", make_date(2017, 7, 1), {VehicleType::heavy, VehicleType::light}, {}, Standard::china5)});
  CHECK(sales_standard(w, VehicleType::heavy, Powertrain::diesel, make_date(2017, 6, 30)) == Standard::china3);
  CHECK(sales_standard(w, VehicleType::heavy, Powertrain::diesel, make_date(2017, 7, 1)) == Standard::china5);
  CHECK(sales_standard(w, VehicleType::heavy, Powertrain::diesel, make_date(2021, 6, 30)) == Standard::china5);
  CHECK(sales_standard(w, VehicleType::heavy, Powertrain::diesel, make_date(2021, 7, 1)) == Standard::china6);
  CHECK(sales_standard(w, VehicleType::heavy, Powertrain::gas, make_date(2021, 7, 1)) == Standard::china5);
  CHECK(sales_standard(w, VehicleType::light, Powertrain::diesel, make_date(2021, 7, 1)) == Standard::china5);
  CHECK(sales_standard(w, VehicleType::mini, Powertrain::diesel, make_date(2021, 7, 1)) == Standard::china3);
}

TEST_CASE("opening stock plus joined minus left is the closing stock of every cell in every month", "[rules]") {
  World w = fixture::world({row("r3", freight, Standard::china3, 2010, 500), row("r5", slag, Standard::china5, 2017, 500)});
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 8.0, 3.0, 13.0)});
  RetireOrder order;
  order.up_to = Standard::china3;
  order.obedience = 0.7;
  w.measures = Table<Measure>({measure("go", make_date(2023, 1, 1), make_date(2023, 12, 31), order)});
  Run run(w);
  std::int64_t sold = 0;
  std::int64_t all_left = 0;
  while (run.next < make_month(2026, 1)) {
    const RegisterMonth month = advance_register(w, run.seed, run.next, run.reg, run.book);
    run.next = run.next + 1;
    for (const RegisterTally& t : month.tallies) {
      std::int64_t left = 0;
      for (const std::int64_t n : t.left) left += n;
      REQUIRE(t.open + t.joined - left == t.close);
      for (std::size_t cause = 0; cause < t.left.size(); ++cause) {
        REQUIRE(t.sold_away[cause] <= t.left[cause]);
        sold += t.sold_away[cause];
      }
      all_left += left;
    }
  }
  CHECK(all_left > 700);
  // sold away with probability 0.3
  CHECK(sold == Approx(0.3 * static_cast<double>(all_left)).margin(3.29 * std::sqrt(0.21 * static_cast<double>(all_left))));
}

TEST_CASE("the mileage table gives every truck a twelfth of the kilometres of its age, whether it serves a pool or not", "[rules]") {
  World w = fixture::world({row("r", freight, Standard::china5, 2018, 3)});
  Mileage mileage;
  mileage.id = "heavy";
  mileage.new_truck_per_year = Kilometres{120000.0};
  mileage.decay_per_year = 0.1;
  w.mileage = Table<Mileage>({mileage});
  Run run(w);
  // 40 whole months on 1 January 2022: registered 1218 days before (40 x 30.4375 = 1217.5). km = 10000 exp(-0.1 x 40/12) = 7165.313
  for (RegisteredTruck& t : run.reg.trucks) t.registered = w.settings.start.days - 1218;
  run.reg.trucks[2].pool = 0;
  const RegisterMonth january = run.until(make_date(2022, 2, 1));
  REQUIRE(january.tallies.size() == 1);
  CHECK(january.tallies[0].mileage_metres == 3 * 7165313);
}

TEST_CASE("the same seed gives the same register and another seed another", "[rules]") {
  World w = fixture::world({row("r5", freight, Standard::china5, 2012, 400)});
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 8.0, 3.0, 13.0)});
  Run a(w, 1);
  Run b(w, 1);
  Run c(w, 2);
  a.until(make_date(2023, 1, 1));
  b.until(make_date(2023, 1, 1));
  c.until(make_date(2023, 1, 1));
  bool other = false;
  for (std::size_t i = 0; i < a.reg.trucks.size(); ++i) {
    REQUIRE(a.reg.trucks[i].registered == b.reg.trucks[i].registered);
    other = other || a.reg.trucks[i].generation != c.reg.trucks[i].generation;
  }
  CHECK(other);
}

TEST_CASE("another row of the register changes no truck of this row", "[rules]") {
  World alone = fixture::world({row("r5", freight, Standard::china5, 2012, 200)});
  alone.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 8.0, 3.0, 13.0)});
  World both = alone;
  both.register_rows =
      Table<RegisterRow>({row("a-first", freight, Standard::china4, 2012, 50), row("r5", freight, Standard::china5, 2012, 200)});
  Run a(alone);
  Run b(both);
  a.until(make_date(2024, 1, 1));
  b.until(make_date(2024, 1, 1));
  for (std::size_t i = 0; i < 200; ++i) REQUIRE(a.reg.trucks[i].registered == b.reg.trucks[i + 50].registered);
}

TEST_CASE("a register of 170,000 trucks lives through 84 months under an order and a quota", "[rules][slow]") {
  World w = fixture::world({});
  std::vector<RegisterRow> rows;
  for (int year = 2005; year < 2022; ++year) rows.push_back(row("r" + std::to_string(year), freight, Standard::china4, year, 10000));
  w.register_rows = Table<RegisterRow>(rows);
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 10.8, 3.6, 15.0)});
  RetireOrder order;
  order.up_to = Standard::china4;
  order.obedience = 0.8;
  w.measures = Table<Measure>(
      {measure("go", make_date(2022, 1, 1), make_date(2027, 12, 31), order),
       measure("q", make_date(2022, 1, 1), make_date(2027, 12, 31), StockQuota{{}, {freight}, {{make_date(2027, 12, 31), 0.5}}, 0.9})});
  Run run(w);
  run.until(make_date(2029, 1, 1));
  CHECK(run.reg.trucks.size() == 170000);
  CHECK(run.new_energy(freight) > 60000);
}

}  // namespace register_month_test
