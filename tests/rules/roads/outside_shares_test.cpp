#include "sim/rules/roads/outside_shares.hpp"

#include <catch2/catch.hpp>

#include "sim/model/world.hpp"

namespace outside_shares_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

OutsideMix row(int year, Standard standard, double share, Owner owner = Owner::hired, Powertrain powertrain = Powertrain::diesel) {
  OutsideMix mix;
  mix.id = std::to_string(year) + std::to_string(static_cast<int>(standard)) + std::to_string(static_cast<int>(owner)) +
           std::to_string(static_cast<int>(powertrain));
  mix.owner = owner;
  mix.vehicle_type = VehicleType::heavy;
  mix.year = year;
  mix.standard = standard;
  mix.powertrain = powertrain;
  mix.share = share;
  return mix;
}

World with(std::vector<OutsideMix> rows) {
  World w;
  w.outside_mix = Table<OutsideMix>(std::move(rows));
  return w;
}

/// The share of one standard among hired heavy diesel trucks; 0 if it is not listed.
double share_of(const World& w, Standard standard, Month month, Owner owner = Owner::hired) {
  for (const AccessShare& s : outside_shares(w, owner, VehicleType::heavy, month)) {
    if (s.access.standard == standard && s.access.powertrain == Powertrain::diesel) return s.share;
  }
  return 0.0;
}

const World kTwoYears = with({row(2020, Standard::china5, 0.8), row(2020, Standard::china6, 0.2), row(2022, Standard::china5, 0.2),
                              row(2022, Standard::china6, 0.8)});

}  // namespace

TEST_CASE("between two years the mix runs straight from January to January, outside them it stays", "[rules]") {
  CHECK(share_of(kTwoYears, Standard::china5, make_month(2018, 6)) == Approx(0.8));
  CHECK(share_of(kTwoYears, Standard::china5, make_month(2020, 1)) == Approx(0.8));
  CHECK(share_of(kTwoYears, Standard::china5, make_month(2020, 7)) == Approx(0.65));  // 6 of 24 months
  CHECK(share_of(kTwoYears, Standard::china5, make_month(2021, 1)) == Approx(0.5));
  CHECK(share_of(kTwoYears, Standard::china5, make_month(2021, 12)) == Approx(0.8 - 0.6 * 23 / 24));
  CHECK(share_of(kTwoYears, Standard::china5, make_month(2022, 1)) == Approx(0.2));
  CHECK(share_of(kTwoYears, Standard::china5, make_month(2030, 1)) == Approx(0.2));
}

TEST_CASE("shares are parts of their sum, whatever the rows sum to", "[rules]") {
  const World w = with({row(2020, Standard::china5, 0.3), row(2020, Standard::china6, 0.1)});
  CHECK(share_of(w, Standard::china5, make_month(2020, 1)) == Approx(0.75));
  CHECK(share_of(w, Standard::china6, make_month(2020, 1)) == Approx(0.25));
}

TEST_CASE("a class of share zero is not listed, and one that comes later is listed from the month after its zero", "[rules]") {
  const World w = with({row(2020, Standard::china5, 1.0), row(2020, Standard::china6, 0.0), row(2021, Standard::china6, 1.0)});
  CHECK(outside_shares(w, Owner::hired, VehicleType::heavy, make_month(2020, 1)).size() == 1);
  CHECK(outside_shares(w, Owner::hired, VehicleType::heavy, make_month(2020, 2)).size() == 2);
  CHECK(share_of(w, Standard::china6, make_month(2020, 2)) == Approx(1.0 / 12.0));
}

TEST_CASE("each owner and size class has a mix of its own, and none if no row names it", "[rules]") {
  const World w = with({row(2020, Standard::china5, 1.0), row(2020, Standard::china6, 1.0, Owner::through)});
  CHECK(share_of(w, Standard::china5, make_month(2020, 1)) == 1.0);
  CHECK(share_of(w, Standard::china6, make_month(2020, 1), Owner::through) == 1.0);
  CHECK(outside_shares(w, Owner::hired, VehicleType::light, make_month(2020, 1)).empty());
}

TEST_CASE("rows of one class and year add up", "[rules]") {
  OutsideMix more = row(2020, Standard::china5, 0.2);
  more.id = "more";
  const World w = with({row(2020, Standard::china5, 0.3), more, row(2020, Standard::china6, 0.5)});
  CHECK(share_of(w, Standard::china5, make_month(2020, 1)) == Approx(0.5));
}

}  // namespace outside_shares_test
