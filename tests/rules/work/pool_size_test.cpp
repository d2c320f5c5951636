#include "sim/rules/work/pool_size.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/work/pool_of_flow.hpp"

namespace pool_size_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

Pool pool(const std::string& id, Id<TruckClass> truck_class, std::optional<Id<Flow>> shuttle = std::nullopt) {
  Pool p;
  p.id = id;
  p.truck_class = truck_class;
  p.shift = Hours{16.0};
  p.availability = 0.85;
  p.closed_shuttle = shuttle;
  return p;
}

World world_with(std::vector<Pool> pools) {
  World w;
  w.settings.start = make_date(2020, 1, 1);
  Parameter utilisation;
  utilisation.id = "pool.utilisation";
  utilisation.value.from(make_date(2020, 1, 1), 0.5);
  w.parameters = Table<Parameter>({utilisation});
  Flow flow;
  flow.id = "f1";
  flow.truck_class = Id<TruckClass>{1};
  w.flows = Table<Flow>({flow});
  w.pools = Table<Pool>(std::move(pools));
  return w;
}

// 365 days x 16 h x 0.85 x 0.5: what one truck works in a year.
constexpr double kTruckYear = 2482.0;

}  // namespace

TEST_CASE("a pool needs its truck-hours over what one truck works in a year, rounded up", "[rules]") {
  const Pool p = pool("a", Id<TruckClass>{1});
  const World w = world_with({p});
  CHECK(trucks_needed(w, p, Hours{kTruckYear}) == Approx(1.0));
  CHECK(trucks_needed(w, p, Hours{kTruckYear * 2.5}) == Approx(2.5));
  CHECK(pool_size(w, p, Hours{kTruckYear * 2.5}) == 3);
  CHECK(pool_size(w, p, Hours{kTruckYear * 1.999}) == 2);
  CHECK(pool_size(w, p, Hours{kTruckYear * 2.001}) == 3);
  CHECK(pool_size(w, p, Hours{0.0}) == 0);
}

TEST_CASE("a stated number of trucks goes before what is needed", "[rules]") {
  Pool p = pool("a", Id<TruckClass>{1});
  p.trucks = 7;
  CHECK(pool_size(world_with({p}), p, Hours{kTruckYear * 100.0}) == 7);
}

TEST_CASE("a flow is served by its own shuttle, else by the pool of its truck class, else by nobody", "[rules]") {
  const Id<TruckClass> own{1};
  const Id<TruckClass> other{0};
  CHECK(pool_of_flow(world_with({pool("a", other), pool("b", own)}), Id<Flow>{0}) == Id<Pool>{1});
  CHECK(pool_of_flow(world_with({pool("a", own), pool("b", other, Id<Flow>{0})}), Id<Flow>{0}) == Id<Pool>{1});
  CHECK(pool_of_flow(world_with({pool("a", own, Id<Flow>{0}), pool("b", own)}), Id<Flow>{0}) == Id<Pool>{0});
  CHECK_FALSE(pool_of_flow(world_with({pool("a", other)}), Id<Flow>{0}));
  // the shuttle of another flow is no pool for this one
  CHECK_FALSE(pool_of_flow(world_with({pool("a", own, Id<Flow>{1})}), Id<Flow>{0}));
}

}  // namespace pool_size_test
