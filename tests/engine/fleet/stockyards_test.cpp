#include <catch2/catch.hpp>

#include "sim/engine/fleet/stockyards.hpp"
#include "sim/engine/places/way_closures.hpp"

namespace stockyards_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

const Month kJune = make_month(2021, 6);
constexpr Tick kMonth = 30 * kTicksPerDay;

/// A yard of 100 t that uses or makes 24 t a day: a tonne an hour.
World town(StockSide side, double opening, double t_per_day = 24.0) {
  Stockyard yard;
  yard.id = "pile";
  yard.side = side;
  yard.opening = Tonnes{opening};
  yard.capacity = Tonnes{100.0};
  yard.t_per_day = t_per_day;
  yard.order_up_to = Tonnes{80.0};
  World world;
  world.stockyards = Table<Stockyard>({yard});
  return world;
}

ledger::StockRow closed(StockyardState& yard) {
  ledger::Ledger out;
  yard.end_month(out);
  return out.stocks.at(0);
}

}  // namespace

TEST_CASE("a full yard lets a truck in as soon as its load has been used, to the tick", "[engine]") {
  const LiveWorld world(town(StockSide::in, 100.0));
  StockyardState yard(world, Id<Stockyard>{0});
  yard.begin_month(kJune, 0, kMonth);
  CHECK_FALSE(yard.let_in(30'000, 29 * kTicksPerHour));
  yard.waiting.push_back({7, 30'000, 29 * kTicksPerHour});
  CHECK(yard.next_turn(29 * kTicksPerHour) == 30 * kTicksPerHour);
  CHECK_FALSE(yard.let_in(30'000, 30 * kTicksPerHour - 1));
  CHECK(yard.let_in(30'000, 30 * kTicksPerHour));
  // The room is kept for it until it is unloaded.
  CHECK_FALSE(yard.let_in(1, 30 * kTicksPerHour));
  yard.put(30'000, true, 31 * kTicksPerHour);
  CHECK(yard.let_in(1'000, 31 * kTicksPerHour));
}

TEST_CASE("a yard that nobody uses never calls", "[engine]") {
  const LiveWorld world(town(StockSide::in, 100.0, 0.0));
  StockyardState yard(world, Id<Stockyard>{0});
  yard.begin_month(kJune, 0, kMonth);
  yard.waiting.push_back({7, 1'000, 0});
  CHECK_FALSE(yard.next_turn(0).has_value());
  CHECK_FALSE(yard.next_turn(kMonth - 1).has_value());
}

TEST_CASE("an empty yard is short of what was to be used, for as long as it is empty", "[engine]") {
  const LiveWorld world(town(StockSide::in, 24.0));
  StockyardState yard(world, Id<Stockyard>{0});
  yard.begin_month(kJune, 0, kMonth);
  const ledger::StockRow row = closed(yard);  // 24 t last one day of thirty
  CHECK((row.open_kg == 24'000 && row.out_kg == 24'000 && row.close_kg == 0));
  CHECK(row.short_kg == 29 * 24'000);
  CHECK(row.stopped_ticks == 29 * kTicksPerDay);
}

TEST_CASE("a producer stops when its yard is full and goes on when a truck has taken its load", "[engine]") {
  const LiveWorld world(town(StockSide::out, 76.0));
  StockyardState yard(world, Id<Stockyard>{0});
  yard.begin_month(kJune, 0, kMonth);
  // Full after a day; a truck takes 30 t at the end of the second day; full again 30 hours later.
  CHECK(yard.let_in(30'000, 2 * kTicksPerDay));
  const ledger::StockRow row = closed(yard);
  CHECK((row.in_kg == 54'000 && row.out_kg == 30'000 && row.close_kg == 100'000));
  CHECK(row.short_kg == 30 * 24'000 - 54'000);
  CHECK(row.stopped_ticks == 30 * kTicksPerDay - 54 * kTicksPerHour);
}

TEST_CASE("a truck waits for goods until a load of them is made", "[engine]") {
  const LiveWorld world(town(StockSide::out, 10.0));
  StockyardState yard(world, Id<Stockyard>{0});
  yard.begin_month(kJune, 0, kMonth);
  CHECK_FALSE(yard.let_in(30'000, 0));
  yard.waiting.push_back({1, 30'000, 0});
  CHECK(yard.next_turn(0) == 20 * kTicksPerHour);
  CHECK(yard.let_in(30'000, 20 * kTicksPerHour));
}

TEST_CASE("an order brings the yard up to its level, what is on order counted", "[engine]") {
  const LiveWorld world(town(StockSide::in, 60.0));
  StockyardState yard(world, Id<Stockyard>{0});
  yard.begin_month(kJune, 0, kMonth);
  CHECK(yard.lacks(0, 0) == 20'000);
  CHECK(yard.lacks(15'000, 0) == 5'000);
  CHECK(yard.lacks(25'000, 0) == 0);
  CHECK(yard.lacks(20'000, kTicksPerDay) == 24'000);
}

TEST_CASE("trucks that are ready while a way is closed set out when it opens, at the headway it lets go", "[engine]") {
  World world;
  world.settings.start = make_date(2021, 6, 1);
  world.settings.warmup_months = 0;
  Closure closure;
  closure.id = "works";
  closure.chain = Id<Chain>{0};
  closure.from_day = closure.to_day = make_date(2021, 6, 1);
  closure.from_h = 6.0;
  closure.to_h = 8.0;
  closure.vehicles_per_hour = 60.0;
  world.closures = Table<Closure>({closure});
  const LiveWorld live(world);
  WayClosures ways(live);
  const Tick minute = kTicksPerHour / 60;
  CHECK(ways.set_out(0, Id<Chain>{0}, {}, 6 * kTicksPerHour - 1) == 6 * kTicksPerHour - 1);
  CHECK(ways.set_out(0, Id<Chain>{0}, {}, 6 * kTicksPerHour) == 8 * kTicksPerHour);
  CHECK(ways.set_out(0, Id<Chain>{1}, {}, 7 * kTicksPerHour) == 7 * kTicksPerHour);
  CHECK(ways.set_out(0, Id<Chain>{0}, {}, 7 * kTicksPerHour) == 8 * kTicksPerHour + minute);
  // Two wait until the way opens, from then on one.
  CHECK(ways.held(8 * kTicksPerHour - 1).size() == 2);
  CHECK(ways.held(8 * kTicksPerHour).size() == 1);
  CHECK(ways.held(8 * kTicksPerHour).front().since == 7 * kTicksPerHour);
  CHECK(ways.set_out(0, Id<Chain>{0}, {}, 8 * kTicksPerHour) == 8 * kTicksPerHour + 2 * minute);
  // The queue is gone three minutes later; from then on nobody waits.
  CHECK(ways.set_out(0, Id<Chain>{0}, {}, 8 * kTicksPerHour + 3 * minute) == 8 * kTicksPerHour + 3 * minute);
  CHECK(ways.set_out(0, Id<Chain>{0}, {}, 8 * kTicksPerHour + 3 * minute) == 8 * kTicksPerHour + 3 * minute);
}

}  // namespace stockyards_test
