/// From where trucks come, worked by hand: a mine and a plant an hour apart.
#include <catch2/catch.hpp>

#include "sim/engine/months/empty_shares.hpp"
#include "tests/engine/haul_town.hpp"

namespace empty_shares_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

HaulTown both_ways() {
  HaulTown town;
  town.has_second_flow = town.second_flow_returns = true;
  return town;
}

/// Share of the trucks loading at `origin` that come free at `place`.
double share(const EmptyShares& shares, PlaceIndex origin, PlaceIndex place) {
  for (std::size_t i = 0; i < shares.from.size(); ++i) {
    if (shares.from[i] == place) return shares.shares.at(origin)[i];
  }
  return 0.0;
}

}  // namespace

TEST_CASE("where loads go one way, every truck comes back empty", "[months]") {
  HaulScene scene{HaulTown()};
  const EmptyShares shares = empty_shares(0, scene.book.legs, {10.0}, scene.roads.empty_runs(), 1.5);
  CHECK(share(shares, kMine, kPlant) == Approx(1.0));
  CHECK(shares.hours.at(kMine) == Approx(1.0));
}

TEST_CASE("where loads go both ways, half of them find a truck where they stand and half of the trucks go back", "[months]") {
  HaulScene scene(both_ways());
  const EmptyShares shares = empty_shares(0, scene.book.legs, {10.0, 10.0}, scene.roads.empty_runs(), 1.5);
  CHECK(share(shares, kMine, kMine) == Approx(0.5));
  CHECK(share(shares, kMine, kPlant) == Approx(0.5));
  CHECK(shares.hours.at(kMine) == Approx(0.5));
  CHECK(shares.hours.at(kPlant) == Approx(0.5));
}

TEST_CASE("of unequal ways the smaller one finds trucks where it begins, and the larger one's others come back", "[months]") {
  // 10 loads to the plant, 4 back. Half of what both sides have meets on the spot: 2 at the plant, 2 at the mine. Back go 10 - 2 = 8 loads'
  // trucks to the mine, as far as 8 come free at the plant (10 - 2), and 2 to the plant.
  HaulScene scene(both_ways());
  const EmptyShares shares = empty_shares(0, scene.book.legs, {10.0, 4.0}, scene.roads.empty_runs(), 1.5);
  CHECK(share(shares, kMine, kMine) == Approx(0.2));
  CHECK(share(shares, kPlant, kPlant) == Approx(0.5));
  CHECK(shares.hours.at(kMine) == Approx(0.8));
}

TEST_CASE("a dispatcher who looks a day far takes trucks from the other end nearly as often as from here", "[months]") {
  HaulScene scene(both_ways());
  const EmptyShares shares = empty_shares(0, scene.book.legs, {10.0, 10.0}, scene.roads.empty_runs(), 24.0);
  // weights 1 and exp(-1 / 24) = 0.9592: 0.5104 and 0.4896
  CHECK(share(shares, kMine, kMine) == Approx(0.5104).margin(0.0005));
  CHECK(shares.hours.at(kMine) == Approx(0.4896).margin(0.0005));
}

}  // namespace empty_shares_test
