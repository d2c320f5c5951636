#include "sim/rules/roads/through_counts.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "sim/policy/kinds.hpp"
#include "sim/rules/roads/outside_shares.hpp"
#include "tests/rules/through_fixture.hpp"

namespace through_counts_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

void divert(World& w, double obedience, Date from, const std::string& road = "nw2") {
  w.measures = Table<Measure>({diversion("divert", obedience, from, road)});
}

struct Month1 {
  std::vector<CountedTrips> counts;
  RouteBook routes;
};
Month1 counted(const World& w, Month month) {
  Month1 m;
  const RoadMap map(w, regime_on(w, first_day(month)));
  m.counts = through_counts(w, 11, month, map, m.routes).counts;
  return m;
}

std::int64_t trips(const Month1& m, bool loaded) {
  std::int64_t n = 0;
  for (const CountedTrips& c : m.counts) n += c.loaded == loaded ? c.trips : 0;
  return n;
}

/// Trips that enter the ring.
std::int64_t inside(const Month1& m) {
  std::int64_t n = 0;
  for (const CountedTrips& c : m.counts) {
    for (const RouteCell& cell : m.routes[c.route].cells) n += cell.ring > 0 ? c.trips : 0;
  }
  return n;
}

}  // namespace

TEST_CASE("the months of a year sum to the year's trips, whole trips each", "[rules]") {
  const World w = through_world();
  const Through& row = *w.through.begin();
  CHECK(through_trips(row, Haul::loaded, make_date(2024, 1, 1), make_date(2024, 2, 1)) == 31000);
  CHECK(through_trips(row, Haul::empty, make_date(2024, 2, 1), make_date(2024, 3, 1)) == 14500);
  std::int64_t year = 0;
  for (int m = 1; m <= 12; ++m) year += through_trips(row, Haul::loaded, make_date(2025, m, 1), end_day(make_month(2025, m)));
  CHECK(year == 366183);
  // flat after the last point, and before the first
  CHECK(through_trips(row, Haul::loaded, make_date(2030, 1, 1), make_date(2031, 1, 1)) == 366183);
  CHECK(through_trips(row, Haul::loaded, make_date(2019, 1, 1), make_date(2020, 1, 1)) == 366000);
}

TEST_CASE("the outside mix is linear between the years and flat outside", "[rules]") {
  const World w = through_world();
  const auto china6 = [&](Month month) { return outside_shares(w, Owner::through, VehicleType::heavy, month).back().share; };
  CHECK(china6(make_month(2020, 5)) == 0.25);
  CHECK(china6(make_month(2024, 1)) == 0.25);
  CHECK(china6(make_month(2024, 7)) == Approx(0.5));
  CHECK(china6(make_month(2025, 1)) == 0.75);
  CHECK(china6(make_month(2029, 1)) == 0.75);
  CHECK(outside_shares(w, Owner::hired, VehicleType::heavy, make_month(2024, 1)).empty());
}

TEST_CASE("loaded trips carry the payload one way and empty trips run back", "[rules]") {
  const World w = through_world();
  const Month1 m = counted(w, make_month(2024, 3));
  CHECK(trips(m, true) == 31000);
  CHECK(trips(m, false) == 15500);
  for (const CountedTrips& c : m.counts) {
    CHECK(c.owner == Owner::through);
    CHECK(c.kg == (c.loaded ? c.trips * 32000 : 0));
    CHECK(c.by_day_part[0] + c.by_day_part[1] + c.by_day_part[2] + c.by_day_part[3] == c.trips);
    const Link& first = w.links[m.routes[c.route].links.front()];
    CHECK(first.id == (c.loaded ? "a-in" : "b-out"));
  }
}

TEST_CASE("classes, routes and day parts follow their shares within 3.29 standard errors", "[rules]") {
  const World w = through_world();
  const Month1 m = counted(w, make_month(2024, 1));
  std::map<Standard, double> by_standard;
  double afternoon = 0.0;
  double city = 0.0;
  for (const CountedTrips& c : m.counts) {
    if (!c.loaded) continue;
    by_standard[c.vehicle.access.standard] += static_cast<double>(c.trips);
    afternoon += static_cast<double>(c.by_day_part[2]);
    if (m.routes[c.route].metres() == 44000) city += static_cast<double>(c.trips);
  }
  const auto band = [](double p) { return 3.29 * std::sqrt(31000.0 * p * (1.0 - p)); };
  CHECK(by_standard[Standard::china5] == Approx(31000.0 * 0.75).margin(band(0.75)));
  CHECK(afternoon == Approx(31000.0 * 0.3).margin(band(0.3)));
  CHECK(city == Approx(31000.0 * 0.91718).margin(band(0.91718)));  // shares worked out in road_routes_test
}

TEST_CASE("a diversion binds from the opening of its road, not before", "[rules]") {
  World w = through_world();
  divert(w, 1.0, make_date(2024, 3, 1));
  World without = through_world();
  // November: as without the measure.
  const Month1 november = counted(w, make_month(2024, 11));
  CHECK(inside(november) == inside(counted(without, make_month(2024, 11))));
  CHECK(inside(november) > 0);
  // December: the first eight days only. 8 of 31 days: 8000 loaded and 4000 empty trips at most.
  const Month1 december = counted(w, make_month(2024, 12));
  CHECK(inside(december) > 0);
  CHECK(inside(december) <= 12000);
  CHECK(trips(december, true) == 31000);
  CHECK(inside(counted(without, make_month(2024, 12))) > inside(december));
  // January: nobody.
  CHECK(inside(counted(w, make_month(2025, 1))) == 0);
}

TEST_CASE("a diversion whose from lies after the opening starts on its from", "[rules]") {
  World w = through_world();
  divert(w, 1.0, make_date(2025, 3, 1));
  REQUIRE(diversions_of(w).size() == 1);
  CHECK(diversions_of(w).front().start == make_date(2025, 3, 1));
  CHECK(inside(counted(w, make_month(2025, 2))) > 0);
  CHECK(inside(counted(w, make_month(2025, 3))) == 0);
  policy::edit<ThroughDiversion>(w.measures.rows_for_loading()[0]).when_opens = "no-such-road";
  CHECK(diversions_of(w).empty());
}

TEST_CASE("fewer trips enter the ring the higher the obedience, and at zero nothing changes at all", "[rules]") {
  World w = through_world();
  const Month month = make_month(2025, 2);
  const Month1 absent = counted(w, month);
  std::int64_t before = inside(absent) + 1;
  for (const double obedience : {0.0, 0.5, 0.9, 1.0}) {
    divert(w, obedience, make_date(2024, 3, 1));
    const Month1 m = counted(w, month);
    CHECK(inside(m) < before);
    before = inside(m);
    if (obedience > 0.0) continue;
    REQUIRE(m.counts.size() == absent.counts.size());
    for (std::size_t i = 0; i < m.counts.size(); ++i) {
      CHECK(m.counts[i].route == absent.counts[i].route);
      CHECK(m.counts[i].by_day_part == absent.counts[i].by_day_part);
    }
  }
  CHECK(before == 0);
}

TEST_CASE("obeying trips find the bypass even when it is not among their alternatives", "[rules]") {
  // One path offered, the city; the eastern road is always open.
  World w = through_world();
  std::vector<Through> rows(w.through.begin(), w.through.end());
  rows[0].paths = 1;
  w.through = Table<Through>(rows);
  CHECK(inside(counted(w, make_month(2024, 3))) == 31000 + 15500);
  divert(w, 1.0, make_date(2024, 3, 1), "east");
  const Month1 m = counted(w, make_month(2024, 3));
  CHECK(inside(m) == 0);
  for (const CountedTrips& c : m.counts) CHECK(m.routes[c.route].metres() == 60000);
}

TEST_CASE("where every way enters the ring obeying trips keep their choice", "[rules]") {
  World w = through_world();
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[0].ring = 1;  // the gateway road itself
  w.links = Table<Link>(links);
  divert(w, 1.0, make_date(2024, 3, 1), "east");
  const Month1 m = counted(w, make_month(2024, 3));
  CHECK(trips(m, true) == 31000);
}

TEST_CASE("a route that stands in the book is not appended again", "[rules]") {
  const World w = through_world();
  const RoadMap map(w, regime_on(w, make_date(2024, 1, 1)));
  RouteBook routes(3);
  const auto january = through_counts(w, 11, make_month(2024, 1), map, routes).counts;
  const std::size_t size = routes.size();
  CHECK(size == 3 + 4);  // two ways, two directions
  const auto february = through_counts(w, 11, make_month(2024, 2), map, routes).counts;
  CHECK(routes.size() == size);
  for (const CountedTrips& c : february) CHECK(c.route >= 3);
}

}  // namespace through_counts_test
