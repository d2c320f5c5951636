// The audit of the one book of kilometres: nobody drives more than his trucks can, and who does is named.
#include <algorithm>
#include <catch2/catch.hpp>

#include "analysis/audit/audit.hpp"
#include "tests/analysis/audit_fixture.hpp"

namespace audit_trucks_test {

using namespace railshift;
using analysis::Breach;

namespace {

constexpr const char* kRoom = "other work >= 0";

std::vector<Breach> breaches(const World& world, const ledger::Ledger& ledger) { return analysis::audit(world, ledger).breaches; }

/// Balanced books whose freight trucks can drive so many metres in each of the two months.
ledger::Ledger with_table(std::int64_t january, std::int64_t february) {
  ledger::Ledger l = audit_fixture::balanced();
  l.registers[0].tally.mileage_metres = january;
  l.registers[2].tally.mileage_metres = february;
  return l;
}

/// Local trucks drive 450 + 480 + 40 + 50 km in January and 280 + 40 + 50 in February.
constexpr std::int64_t kDriven = 1'020'000 + 370'000;

}  // namespace

TEST_CASE("trucks that drive all that their table gives in a year pass, one metre more is a breach that says who and how much",
          "[analysis]") {
  const World world = audit_fixture::world();
  CHECK(breaches(world, with_table(kDriven - 10, 10)).empty());
  const auto found = breaches(world, with_table(kDriven - 11, 10));
  REQUIRE(found.size() == 1);
  CHECK(found[0].table == "registers, service");
  CHECK(found[0].identity.find(kRoom) == 0);
  CHECK(found[0].month == "2024-01..2024-12");
  CHECK(found[0].key == "segment=freight_heavy can drive 1389 km, drives 1390 km");
  CHECK(found[0].residual == -1);
  CHECK(found[0].unit == "m");
}

TEST_CASE("a month above the table does no harm if the year is below it", "[analysis]") {
  CHECK(breaches(audit_fixture::world(), with_table(0, 2 * kDriven)).empty());
}

TEST_CASE("hired trucks are none of the register's, and a pool of stated size may hold trucks that it does not have", "[analysis]") {
  World world = audit_fixture::world();
  ledger::Ledger l = with_table(370'000, 370'000);  // 650 km too few
  CHECK(breaches(world, l).size() == 1);
  // 450 + 480 km of January are by outside trucks: service and traffic say so, 460 km are left for 740.
  l.service[0].owner = l.service[1].owner = Owner::hired;
  l.traffic[0].owner = Owner::hired;
  l.traffic[1].owner = Owner::hired;
  l.traffic[1].metres = 480'000;
  l.traffic[1].ticks = 27'600 * kTicksPerSecond;
  l.traffic[4].metres = 40'000;
  l.traffic[4].ticks = 2'200 * kTicksPerSecond;
  CHECK(breaches(world, l).empty());

  // Fifty of the hundred trucks belong to a pool of stated size, which carries all of it.
  l = with_table(370'000, 370'000);
  Pool pool = world.pools[Id<Pool>{0}];
  pool.trucks = 50;
  world.pools = Table<Pool>({pool});
  world.index();
  CHECK(breaches(world, l).empty());
}

TEST_CASE("trucks that a pool of stated size takes from the register leave less for the others to drive", "[analysis]") {
  World world = audit_fixture::world();
  // A shuttle of 10 trucks carries the coke. The open pool and counted trips drive 1,020 + 370 km less the coke's.
  Pool open = world.pools[Id<Pool>{0}], shuttle = open;
  shuttle.id = "pl-coke";
  shuttle.closed_shuttle = Id<Flow>{1};
  shuttle.trucks = 10;
  world.pools = Table<Pool>({shuttle, open});
  world.index();
  const ledger::Ledger books = audit_fixture::balanced();
  std::int64_t driven = 0;
  for (const ledger::ServiceRow& row : books.service) {
    if (row.owner == Owner::local && row.flow != Id<Flow>{1}) driven += row.metres;
  }
  REQUIRE(driven > 0);
  // January: 90 of 100 trucks are free. A table of 10/9 of what is driven leaves just as much, a metre less of it does not.
  const auto room = [&](std::int64_t january) {
    std::vector<Breach> found = breaches(world, with_table(january, 0));
    std::erase_if(found, [](const Breach& b) { return b.identity.find(kRoom) != 0; });
    return found;
  };
  CHECK(room((driven * 10 + 8) / 9).empty());
  const auto found = room((driven * 10 + 8) / 9 - 2);
  REQUIRE(found.size() == 1);
  CHECK(found[0].residual < 0);
}

}  // namespace audit_trucks_test
