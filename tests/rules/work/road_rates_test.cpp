#include "sim/rules/work/road_rates.hpp"

#include <catch2/catch.hpp>

namespace road_rates_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

/// Pools of a premium of 0.3, each of the truck class with that index; classes "a" and "b".
World world_of(const std::vector<std::uint32_t>& classes) {
  World w;
  Parameter premium;
  premium.id = "pool.outside_premium";
  premium.value.from(make_date(2020, 1, 1), 0.3);
  w.parameters = Table<Parameter>({premium});
  TruckClass a, b;
  a.id = "a";
  b.id = "b";
  w.truck_classes = Table<TruckClass>({a, b});
  std::vector<Pool> pools;
  for (const std::uint32_t c : classes) {
    Pool pool;
    pool.id = "pool-" + std::to_string(pools.size());
    pool.truck_class = Id<TruckClass>{c};
    pools.push_back(pool);
  }
  w.pools = Table<Pool>(std::move(pools));
  return w;
}

const Date kDay = make_date(2020, 3, 1);

double factor_of_one(double size, double trucks) { return road_rate_factors(world_of({0}), {{size, trucks}}, kDay).at("a"); }

}  // namespace

TEST_CASE("half as many trucks again through the month cost 15 % more in the next, for half the month 7.5 %", "[rules]") {
  CHECK(factor_of_one(10, 15) == Approx(1.15));     // 1 + 0.3 x 5 / 10
  CHECK(factor_of_one(10, 12.5) == Approx(1.075));  // 5 trucks for half of the month
}

TEST_CASE("the rate does not fall below that of an ordinary year, and rises without a wall", "[rules]") {
  CHECK(factor_of_one(10, 10) == 1.0);
  CHECK(factor_of_one(10, 7) == 1.0);
  CHECK(factor_of_one(10, 10.1) == Approx(1.003));
  CHECK(factor_of_one(10, 20) == Approx(1.3));
  CHECK(factor_of_one(10, 110) == Approx(4.0));
}

TEST_CASE("two pools of one class are added, and what one lacks does not make up for what the other has too many", "[rules]") {
  // 5 + 0 trucks too many for 10 + 30.
  const auto factors = road_rate_factors(world_of({0, 0, 1}), {{10, 15}, {30, 20}, {10, 15}}, kDay);
  CHECK(factors.at("a") == Approx(1.0375));
  CHECK(factors.at("b") == Approx(1.15));
}

TEST_CASE("a class whose pools need no truck has the rate of the road", "[rules]") {
  CHECK(factor_of_one(0, 0) == 1.0);
  CHECK(factor_of_one(0, 3) == 1.0);
}

}  // namespace road_rates_test
