#include <catch2/catch.hpp>

#include <chrono>

#include "sim/ledger/fold.hpp"

namespace fold_speed_test {

using namespace railshift;
using namespace railshift::ledger;

namespace {

/// 2,000 routes of 12 cells and 20 links over 16 counties.
RouteBook city_routes() {
  RouteBook routes(2000);
  for (std::uint32_t r = 0; r < routes.size(); ++r) {
    for (std::uint32_t c = 0; c < 12; ++c) {
      routes[r].cells.push_back({std::to_string(140100 + (r + c) % 16), static_cast<int>(c % 3), static_cast<RoadClass>(c % 5), 1'000 + r,
                                 (60 + (r * c) % 90) * kTicksPerSecond, true});
    }
    for (std::uint32_t l = 0; l < 20; ++l) routes[r].links.push_back(Id<Link>{(r * 7 + l) % 600});
  }
  return routes;
}

/// A month of 600,000 legs: 300 flows, each with a few routes, 12 kinds of truck, half of the legs empty.
std::vector<LegRecord> city_month() {
  std::vector<LegRecord> records;
  std::uint32_t random = 1;
  for (std::uint32_t i = 0; i < 600'000; ++i) {
    random = random * 1664525U + 1013904223U;
    LegFacts f;
    f.end = static_cast<Tick>(i) * 4'500;
    f.flow = (random >> 8) % 300;
    f.loaded = i % 2 == 0;
    f.leg = f.loaded ? 1 : 0;
    f.vehicle = {
        VehicleType::heavy, {static_cast<Standard>(3 + (random >> 20) % 4), static_cast<Powertrain>((random >> 24) % 3)}, Fault::sound};
    f.route = f.loaded ? f.flow : 300 + (f.flow * 5 + (random >> 28) % 5) % 1700;
    f.mass = Kilograms{f.loaded ? 30'000 : 0};
    records.push_back(pack(f));
  }
  return records;
}

}  // namespace

// The bound is ten times what an optimised build takes, so that it notices a square law and not a busy machine.
TEST_CASE("a month of 600,000 legs folds in a fraction of a second", "[ledger][slow]") {
  const RouteBook routes = city_routes();
  const std::vector<LegRecord> records = city_month();
  const auto begin = std::chrono::steady_clock::now();
  const MonthFold fold = fold_month(make_month(2024, 3), records, routes);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  std::int64_t trips = 0;
  for (const ServiceRow& row : fold.service) trips += row.trips;
  INFO("folded into " << fold.service.size() << " + " << fold.traffic.size() << " + " << fold.links.size() << " rows in " << took.count()
                      << " ms");
  CHECK(trips == 600'000);
  CHECK(took.count() < 500.0);
}

}  // namespace fold_speed_test
