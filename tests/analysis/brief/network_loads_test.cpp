/// What links, sections and sidings carry, worked by hand on the small city.
#include <catch2/catch.hpp>

#include "analysis/loads/network_loads.hpp"
#include "tests/analysis/report_city.hpp"

namespace network_loads_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace small_city;

namespace {

Link link(const World& w, const std::string& name) {
  Link l;
  l.id = name;
  l.from = small_city::id(w.nodes, "mine-node");
  l.to = small_city::id(w.nodes, "gate");
  return l;
}

/// One link of the first day, one that opens on 1 July 2020, and vehicles on both.
struct Roads {
  World world = small_city::world();
  ledger::Ledger ledger;
  Roads() {
    Link later = link(world, "later");
    later.opens = make_date(2020, 7, 1);
    world.links = Table<Link>({link(world, "old"), later});
    for (Month m = make_month(2020, 1); m <= make_month(2020, 12); m = m + 1) {
      ledger.flows.push_back({m, small_city::id(world.flows, "coal-out")});
      ledger.links.push_back({m, small_city::id(world.links, "old"), 0, 0, Owner::local, true, 3660});
    }
    ledger.links.push_back({make_month(2020, 8), small_city::id(world.links, "later"), 1, 0, Owner::hired, false, 310});
  }
};

}  // namespace

TEST_CASE("trucks a day on a link are its vehicles over the days of the period, in years and months", "[brief]") {
  const Roads roads;
  const LoadTable table = trucks_on_links(roads.world, roads.ledger);
  REQUIRE(table.periods.front() == "2020");
  REQUIRE(table.periods.size() == 13);
  CHECK(table.periods[8] == "2020-08");
  const auto& later = table.rows[small_city::id(roads.world.links, "later").index];
  const auto& old = table.rows[small_city::id(roads.world.links, "old").index];
  CHECK(old[0] == Approx(120.0));   // 12 x 3,660 over the 366 days of 2020
  CHECK(later[8] == Approx(10.0));  // 310 in the 31 days of August
  CHECK(later[0] == Approx(310.0 / 366));
  CHECK_FALSE(later[6]);   // June: it is not open on any day
  CHECK(later[7] == 0.0);  // July: it opens on the first, nobody drives
}

TEST_CASE("a difference stands where both have a figure", "[brief]") {
  const LoadTable plan{{"2020", "2021"}, {{5.0, 7.0}, {std::nullopt, 1.0}}};
  const LoadTable baseline{{"2020"}, {{2.0}, {1.0}}};
  const LoadTable change = difference(plan, baseline);
  CHECK(change.rows[0][0] == 3.0);
  CHECK_FALSE(change.rows[0][1]);
  CHECK_FALSE(change.rows[1][0]);
}

TEST_CASE("a section carries what its trains carry, a siding what they load, over its capacity", "[brief]") {
  World world = small_city::world();
  world.sidings.rows_for_loading()[small_city::id(world.sidings, "fence").index].capacity = TonnesPerDay{400.0};
  ledger::Ledger ledger;
  for (Month m = make_month(2020, 1); m <= make_month(2020, 12); m = m + 1) {
    ledger.flows.push_back({m, small_city::id(world.flows, "coal-out")});
    ledger::RailRow row;
    row.month = m;
    row.chain = small_city::id(world.chains, "out-rail");
    row.departed_kg = 6'100'000;
    ledger.rail.push_back(row);
  }
  // 12 x 6,100 t over 366 days are 200 t a day, half of 400 t.
  const LoadTable loads = siding_loads(world, ledger);
  CHECK(loads.rows[small_city::id(world.sidings, "fence").index][0] == Approx(0.5));
  CHECK(tonnes_on_sections(world, ledger).rows[0][0] == Approx(200.0));
}

TEST_CASE("firms have a rail share on the map if they are listed", "[brief]") {
  const ReportCase c = report_case();
  const LoadTable shares = firm_rail_shares(c.plan_world, c.plan, load_periods(c.plan_world, c.plan_ledger));
  CHECK(shares.periods == std::vector<std::string>{"2020", "2021"});
  // 2021: 138 of 138 + 12 + 22 + 10 thousand tonnes a month pass the mine's gate by rail.
  CHECK(shares.rows[small_city::id(c.plan_world.firms, "big").index][1] == Approx(138.0 / 182.0));
  CHECK_FALSE(shares.rows[small_city::id(c.plan_world.firms, "small").index][1]);
}

}  // namespace network_loads_test
