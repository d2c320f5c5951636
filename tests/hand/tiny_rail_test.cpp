// Section 5 of tiny.md: trains, path slots, stock at the yard.
#include <catch2/catch.hpp>

#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_rail_test {
namespace {

std::int64_t departed(const Town& town, Id<Chain> chain, Month month) {
  return total(
      town.ledger.rail, [&](const auto& r) { return r.chain == chain && r.month == month; },
      [](const auto& r) { return r.trains_departed; });
}

}  // namespace

TEST_CASE("tiny: an ore train leaves whenever 1500 t have gathered at the far end", "[hand]") {
  const Town& town = planned_town();
  const Id<Chain> chain = chain_named(town.world, "ch-ore-rail");
  // 2023: 1,500 t a month are a train at its last midnight: 1 November, 1 December, 1 January.
  for (int m = 1; m <= 12; ++m) CHECK(departed(town, chain, make_month(2023, m)) == (m >= 11 ? 1 : 0));
  // 2024: 75 t a day are a train every 20 days: 1 and 21 January, 10 February, 1 and 21 March ... 6 and 26 December.
  const int trains[] = {2, 1, 2, 2, 1, 2, 1, 2, 1, 2, 1, 2};
  for (int m = 1; m <= 12; ++m) {
    INFO(m);
    CHECK(departed(town, chain, make_month(2024, m)) == trains[m - 1]);
  }
}

TEST_CASE("tiny: a train that is ready at midnight takes the slot of 01:00 because midnight is the background's", "[hand]") {
  const Town& town = planned_town();
  const Id<Chain> chain = chain_named(town.world, "ch-ore-rail");
  for (const ledger::RailRow& row : town.ledger.rail) {
    if (row.chain != chain) continue;
    INFO(to_string(row.month));
    CHECK(row.trains_arrived == row.trains_departed);
    CHECK(row.departed_kg == row.trains_departed * 1500000);
    CHECK(row.slot_wait_ticks == row.trains_departed * kTicksPerHour);
    CHECK(row.dwell_ticks == row.trains_departed * kTicksPerHour);    // no loading track of ours
    CHECK(row.run_ticks == row.trains_departed * 6 * kTicksPerHour);  // 100 km at 50 km/h, 4 h unloading
  }
}

TEST_CASE("tiny: a coal train leaves the yard whenever 1400 t have been trucked there", "[hand]") {
  const Town& town = planned_town();
  const Id<Chain> chain = chain_named(town.world, "ch-coal-yard");
  for (int m = 1; m <= 12; ++m) CHECK(departed(town, chain, make_month(2023, m)) == 1);
  // Load 700 is the last one of February 2024, so its train leaves on 1 March.
  for (int m = 1; m <= 12; ++m) CHECK(departed(town, chain, make_month(2024, m)) == (m == 3 ? 2 : 1));
  for (const ledger::RailRow& row : town.ledger.rail) {
    if (row.chain != chain) continue;
    CHECK(row.slot_wait_ticks < row.trains_departed * kTicksPerHour);  // a slot every hour, no background
    CHECK(row.dwell_ticks == row.trains_departed * 4 * kTicksPerHour + row.slot_wait_ticks);
    CHECK(row.run_ticks == row.trains_arrived * 2 * kTicksPerHour);
  }
}

TEST_CASE("tiny: what is left at the yard at the end of a year is what no train has taken", "[hand]") {
  const Town& town = planned_town();
  for (const ledger::StockRow& row : town.ledger.stocks) {
    if (row.kind != ledger::StockKind::siding) continue;
    CHECK(town.world.sidings[Id<Siding>{row.place}].id == "sd-yard");
    if (row.month == make_month(2023, 12)) CHECK(row.close_kg == 18000000 - 12 * 1400000);
    if (row.month == make_month(2024, 12)) CHECK(row.close_kg == 36000000 - 25 * 1400000);
  }
}

}  // namespace railshift::hand::tiny_rail_test
