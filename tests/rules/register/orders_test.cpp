#include "sim/rules/register/owner_response.hpp"
#include "sim/rules/register/retire_orders.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/rules/register_fixture.hpp"

namespace orders_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

RetireOrder retire(double obedience, std::optional<int> lag = {}) {
  RetireOrder order;
  order.up_to = Standard::china3;
  order.obedience = obedience;
  order.delivery_lag_days = lag;
  return order;
}

const Date order_from = make_date(2023, 3, 10);
const Date order_due = make_date(2023, 6, 30);

World retire_world(const RetireOrder& order, int trucks = 2000) {
  World w = fixture::world({row("r3", freight, Standard::china3, 2010, trucks), row("r4", freight, Standard::china4, 2014, 100)});
  w.measures = Table<Measure>({measure("clear-3", order_from, order_due, order), sells_china6()});
  return w;
}

std::int64_t left_by(const RegisterMonth& month, LeaveCause cause) {
  std::int64_t n = 0;
  for (const RegisterTally& t : month.tallies) n += t.left[static_cast<std::size_t>(cause)];
  return n;
}

}  // namespace

TEST_CASE("an owner under an order picks a day between from and due, both included", "[rules]") {
  RegisteredTruck truck;
  truck.row_hash = hash_text("r3");
  double sum = 0.0;
  bool first = false;
  bool last = false;
  const int window = 10;
  for (std::uint32_t n = 0; n < 4000; ++n) {
    truck.ordinal = n;
    const OrderResponse r = order_response(5, "clear-3", truck, 0.4, order_from, order_from + (window - 1));
    CHECK(r.removal >= order_from);
    CHECK(r.removal <= order_from + 9);
    first = first || r.removal == order_from;
    last = last || r.removal == order_from + 9;
    sum += r.obeys ? 1.0 : 0.0;
    // who obeys at 0.4 obeys at 0.7, on the same day
    const OrderResponse stricter = order_response(5, "clear-3", truck, 0.7, order_from, order_from + (window - 1));
    if (r.obeys) CHECK(stricter.obeys);
    CHECK(stricter.removal == r.removal);
  }
  CHECK(first);
  CHECK(last);
  CHECK(sum == Approx(1600.0).margin(3.29 * std::sqrt(4000.0 * 0.24)));
}

TEST_CASE("nobody leaves under an order before the month of its from", "[rules]") {
  const World w = retire_world(retire(1.0));
  Run run(w);
  run.until(make_date(2023, 3, 1));
  CHECK(run.present(freight, Standard::china3) == 2000);
  run.until(make_date(2023, 4, 1));
  CHECK(run.present(freight, Standard::china3) < 2000);
}

TEST_CASE("trucks leave under an order in proportion to the days of the window that have passed", "[rules]") {
  // Window 10 March to 30 June: 22 + 30 + 31 + 30 = 113 days. By 1 May 52 of them.
  const World w = retire_world(retire(1.0));
  Run run(w);
  run.until(make_date(2023, 5, 1));
  const double p = 1.0 - 52.0 / 113.0;
  CHECK(run.present(freight, Standard::china3) == Approx(2000.0 * p).margin(3.29 * std::sqrt(2000.0 * p * (1.0 - p))));
  const RegisterMonth june = run.until(make_date(2023, 7, 1));
  CHECK(run.present(freight, Standard::china3) == 0);
  CHECK(left_by(june, LeaveCause::retire_order) > 0);
  CHECK(run.present(freight, Standard::china4) == 100);  // above the order's standard
}

TEST_CASE("at full obedience no truck of an order is left at 24:00 of its due day, and its replacement comes a delivery lag later",
          "[rules]") {
  // 2,000 owners draw among 113 days, 10 March to 30 June: a day with nobody is as good as impossible (2,000 / 113 = 17.7 a day). The lag
  // is that of the world, 30 days, or the order's own.
  for (const auto& [own, lag] : {std::pair{std::optional<int>{}, 30}, std::pair{std::optional<int>{45}, 45}}) {
    const World w = retire_world(retire(1.0, own));
    Run run(w);
    run.until(make_date(2023, 6, 1));
    CHECK(run.present(freight, Standard::china3) > 0);
    run.until(order_due + 1);
    CHECK(run.present(freight, Standard::china3) == 0);
    CHECK(run.present(freight, Standard::china6) < 2000);  // those of June are still to come
    run.until(make_date(2023, 9, 1));
    CHECK(run.present(freight, Standard::china6) == 2000);
    std::set<int> delivered;
    for (const RegisteredTruck& truck : run.reg.trucks) {
      if (truck.generation == 1) delivered.insert(truck.registered);
    }
    CHECK(Date{*delivered.begin()} == order_from + lag);
    CHECK(Date{*delivered.rbegin()} == order_due + lag);
  }
}

TEST_CASE("an order with one day for all is carried out on that day", "[rules]") {
  // from = due = 30 June, a month end: all stand there on the first of June, nobody at 24:00 of the 30th; ten days later, on 10 July, they
  // are replaced.
  World w = retire_world(retire(1.0, 10));
  w.measures = Table<Measure>({measure("clear-3", order_due, order_due, retire(1.0, 10)), sells_china6()});
  Run run(w);
  run.until(make_date(2023, 6, 1));
  CHECK(run.present(freight, Standard::china3) == 2000);
  run.until(make_date(2023, 7, 1));
  CHECK(run.present(freight, Standard::china3) == 0);
  CHECK(run.present(freight, Standard::china6) == 0);
  run.until(make_date(2023, 8, 1));
  CHECK(run.present(freight, Standard::china6) == 2000);
  CHECK(Date{run.reg.trucks.front().registered} == make_date(2023, 7, 10));
}

TEST_CASE("an order can speak of one size class or one use alone", "[rules]") {
  // Freight is operating, slag is not; the truck is a medium one in a segment of heavy ones.
  World w = retire_world(retire(1.0));
  w.segments.rows_for_loading()[slag.index].use = Use::other;
  RegisteredTruck truck;
  truck.segment = freight;
  truck.vehicle.type = VehicleType::medium;
  truck.vehicle.access = {Standard::china3, Powertrain::diesel};
  const auto binds = [&](std::vector<VehicleType> types, std::vector<Use> uses) {
    RetireOrder order = retire(1.0);
    order.vehicle_types = std::move(types);
    order.uses = std::move(uses);
    w.measures = Table<Measure>({measure("clear-3", order_from, order_due, order)});
    return RetireOrders(w, 5, make_month(2023, 6)).removal(truck).has_value();
  };
  CHECK(binds({}, {}));
  CHECK(binds({VehicleType::medium}, {}));
  CHECK_FALSE(binds({VehicleType::heavy}, {}));
  CHECK(binds({VehicleType::heavy, VehicleType::medium}, {Use::operating}));
  CHECK_FALSE(binds({}, {Use::other}));
  truck.segment = slag;
  CHECK(binds({}, {Use::other}));
  CHECK_FALSE(binds({}, {Use::operating}));
}

TEST_CASE("an order can speak of the trucks of some counties, of those dirty enough on its first day, or of those at the end of the list",
          "[rules]") {
  const auto removed = [](const Whom& counties) {
    RetireOrder order = retire(1.0, 0);
    static_cast<Whom&>(order) = counties;
    World w = retire_world(order, 0);
    RegisterRow east = row("east", freight, Standard::china3, 2010, 7), west = row("west", freight, Standard::china3, 2010, 5);
    east.county = "140301";
    west.county = "140302";
    w.register_rows = Table<RegisterRow>({east, west});
    CountyFigure pm25{{}, "140301", CountyFigureKind::pm25, {}, {}}, rank{{}, "140302", CountyFigureKind::rank_from_last, {}, {}};
    pm25.id = "a";
    rank.id = "b";
    pm25.value.from(order_from, 40.0);
    pm25.value.from(order_from + 1, 20.0);  // known a day later: too late for the order
    rank.value.from(order_from, 20.0);
    w.county_figures = Table<CountyFigure>({pm25, rank});
    Register reg = initial_register(w, 1);
    RegisterBook book;
    std::int64_t left = 0;
    for (Month m = month_of(order_from); m <= month_of(order_due); m = m + 1)
      left += left_by(advance_register(w, 1, m, reg, book), LeaveCause::retire_order);
    return left;
  };
  CHECK(removed({}) == 12);
  CHECK(removed({.counties = {"140301"}}) == 7);
  CHECK(removed({.counties = {"140302"}}) == 5);
  CHECK(removed({.counties = {"140303"}}) == 0);
  CHECK(removed({.county_pm25_from = 40.0}) == 7);
  CHECK(removed({.county_pm25_from = 40.1}) == 0);
  CHECK(removed({.county_last_ranks = 20}) == 5);
  CHECK(removed({.county_last_ranks = 19}) == 0);
  CHECK(removed({.county_pm25_from = 40.0, .county_last_ranks = 20}) == 12);  // either does
}

TEST_CASE("an order whose replacements fall under it again is found, with the truck that does", "[rules]") {
  // National III goes; without a law of sales what is bought is National III again, from 10 March 2023 + 30 days on.
  World w = retire_world(retire(1.0));
  const auto found = [&w](std::vector<Measure> measures) {
    w.measures = Table<Measure>(std::move(measures));
    return repetitions(w);
  };
  const Measure order = measure("clear-3", order_from, order_due, retire(1.0));
  const auto law_from = [](Date day) { return measure("sells-vi", day, day, SalesStandard{{}, {}, Standard::china6}); };
  const auto again = found({order});
  REQUIRE(again.size() == 1);
  CHECK(again[0].segment == freight);
  CHECK(again[0].type == VehicleType::heavy);
  CHECK(again[0].bought == AccessClass{Standard::china3, Powertrain::diesel});
  CHECK(again[0].delivery == make_date(2023, 4, 9));
  CHECK(found({order, law_from(make_date(2023, 4, 9))}).empty());  // the law is there when the first replacement is registered
  CHECK(found({order, law_from(make_date(2023, 4, 10))}).size() == 1);
  CHECK(found({measure("clear-3", order_from, order_due, retire(0.0))}).empty());  // nobody obeys
  RetireOrder all = retire(1.0);
  all.up_to = Standard::china6;  // what is sold is National VI
  CHECK(found({measure("clear", order_from, order_due, all), law_from(order_from)}).size() == 1);
  all.powertrains = {Powertrain::gas};  // nobody buys gas here
  CHECK(found({measure("clear", order_from, order_due, all), law_from(order_from)}).empty());
}

TEST_CASE("owners who do not obey keep their trucks, and fewer do the higher the obedience", "[rules]") {
  int before = 2001;
  for (const double obedience : {0.0, 0.5, 0.9, 1.0}) {
    const World w = retire_world(retire(obedience));
    Run run(w);
    run.until(make_date(2024, 1, 1));
    const int kept = run.present(freight, Standard::china3);
    CHECK(kept < before);
    CHECK(kept == Approx(2000.0 * (1.0 - obedience)).margin(3.29 * std::sqrt(2000.0 * obedience * (1.0 - obedience)) + 0.5));
    before = kept;
  }
}

TEST_CASE("an order binds the segments and powertrains it names, and none that burn nothing when it names none", "[rules]") {
  RegisteredTruck truck;
  truck.segment = freight;
  truck.vehicle.access = {Standard::china3, Powertrain::diesel};
  const auto binds = [&](const RetireOrder& order) {
    const World w = retire_world(order);
    return RetireOrders(w, 5, make_month(2023, 6)).removal(truck).has_value();
  };
  RetireOrder order = retire(1.0);
  CHECK(binds(order));
  order.segments = {slag};
  CHECK_FALSE(binds(order));
  order.segments = {slag, freight};
  CHECK(binds(order));
  order.powertrains = {Powertrain::gasoline};
  CHECK_FALSE(binds(order));
  order.powertrains = {};
  truck.vehicle.access = {Standard::zero_exhaust, Powertrain::electric};
  order.up_to = Standard::zero_exhaust;
  CHECK_FALSE(binds(order));
  truck.vehicle.access = {Standard::china4, Powertrain::diesel};
  order.up_to = Standard::china4;
  CHECK(binds(order));
  order.up_to = Standard::china3;
  CHECK_FALSE(binds(order));
}

}  // namespace orders_test
