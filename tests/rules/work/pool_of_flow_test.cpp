// Pools of stated size: what they take of the register.
#include "sim/rules/work/pool_of_flow.hpp"

#include <catch2/catch.hpp>

namespace pool_of_flow_test {

using namespace railshift;
using namespace railshift::rules;

TEST_CASE("a pool of stated size leaves the table of the trucks that it does not take", "[rules]") {
  struct Case {
    std::int64_t given, registered, stated, left;
  };
  // 10 trucks drive 100,003 m: each stated one takes a tenth, rounded down to metres
  for (const Case& c : {Case{100'003, 10, 0, 100'003}, Case{100'003, 10, 1, 90'002}, Case{100'003, 10, 9, 10'000}, Case{100'003, 10, 10, 0},
                        Case{100'003, 10, 11, 0}, Case{0, 0, 0, 0}, Case{0, 0, 3, 0}}) {
    INFO(c.registered << " " << c.stated);
    CHECK(given_beside_stated(c.given, c.registered, c.stated) == c.left);
  }
  // metres of a year of a large fleet times trucks leave the range of 64 bits; the result does not
  CHECK(given_beside_stated(2'000'000'000'000'000, 10'000'000, 5'000'000) == 1'000'000'000'000'000);
}

TEST_CASE("a closed shuttle of stated size takes its flow out of the open pool, and no other", "[rules]") {
  World w;
  w.segments = Table<Segment>({{"freight", "", "", VehicleType::heavy}, {"slag", "", "", VehicleType::heavy}});
  TruckClass semi;
  semi.id = "semi";
  w.truck_classes = Table<TruckClass>({semi});
  Flow coal, ore;
  coal.id = "coal";
  ore.id = "ore";
  w.flows = Table<Flow>({coal, ore});
  Pool shuttle, open;
  shuttle.id = "a-shuttle";
  shuttle.closed_shuttle = Id<Flow>{1};
  shuttle.trucks = 2;
  open.id = "b-open";
  w.pools = Table<Pool>({shuttle, open});
  CHECK(has_stated_pool(w, Id<Flow>{1}));
  CHECK_FALSE(has_stated_pool(w, Id<Flow>{0}));
  CHECK(segment_of_flow(w, Id<Flow>{0}) == Id<Segment>{0});
  CHECK(stated_trucks(w, Id<Segment>{0}) == 2);
  CHECK(stated_trucks(w, Id<Segment>{1}) == 0);
}

}  // namespace pool_of_flow_test
