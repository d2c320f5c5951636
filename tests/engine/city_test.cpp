/// The city month by month: what is shared out, delivered, refused and spilled, and a world that takes the place of another.
#include <catch2/catch.hpp>

#include <functional>

#include "sim/engine/city.hpp"
#include "sim/kernel/actors.hpp"
#include "tests/support/small_scenario.hpp"

namespace city_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

const Month kDecember = make_month(2019, 12);  // warm-up
const Month kJanuary = make_month(2020, 1);
const Month kFebruary = make_month(2020, 2);

World world_of(const scenario::Files& files) {
  scenario::Loaded loaded = scenario::load(files, {});
  for (const Problem& problem : loaded.problems.sorted()) UNSCOPED_INFO(to_string(problem));
  REQUIRE(loaded.world.has_value());
  return std::move(*loaded.world);
}

/// The mine that sends coal to the plant, and to the market by road or rail, under SimGrid's clock.
class CityScene {
 public:
  explicit CityScene(const scenario::Files& files = test::small_scenario())
      : world(world_of(files)), city(world, replication_, calendar_), clock_(kernel::KernelMode::ahead, calendar_, city) {
    city.open_railway();
  }

  using Happening = std::function<void(Month, Tick)>;
  /// December as warm-up and the months behind it; `before` comes before each month, `during` when it has begun.
  RunResult live(int months, const Happening& before, const Happening& during) {
    kernel::start_actor("months", [&] {
      for (Month m = kDecember; m < kDecember + months; m = m + 1) live_month(m, before, during);
      kernel::end_other_actors();
    });
    clock_.run(begin_of(kDecember + months) + 1);
    return city.finish(kDecember + (months - 1), begin_of(kDecember + months));
  }
  RunResult live(int months) {
    return live(
        months, [](Month, Tick) {}, [](Month, Tick) {});
  }
  RunResult live_january(const std::function<void(Tick)>& during) {
    const auto in_january = [&](Month month, Tick now) {
      if (month == kJanuary) during(now);
    };
    return live(
        2, [](Month, Tick) {}, in_january);
  }

  [[nodiscard]] Id<Chain> chain(const std::string& id) const { return *world->chains.find(id); }
  [[nodiscard]] Id<Flow> flow(const std::string& id) const { return *world->flows.find(id); }

  LiveWorld world;

 private:
  static Tick begin_of(Month month) { return (first_day(month) - first_day(kDecember)) * kTicksPerDay; }
  void live_month(Month month, const Happening& before, const Happening& during) {
    before(month, begin_of(month));
    city.begin_month(month, begin_of(month), begin_of(month + 1));
    during(month, begin_of(month));
    kernel::sleep_until(begin_of(month + 1));
    city.end_month(month, begin_of(month + 1));
  }

  Replication replication_;
  kernel::Calendar calendar_;

 public:
  City city;

 private:
  kernel::Clock clock_;
};

const ledger::FlowRow& flow_row(const RunResult& result, Month month, Id<Flow> flow) {
  for (const ledger::FlowRow& row : result.ledger.flows) {
    if (row.month == month && row.flow == flow) return row;
  }
  throw std::logic_error("no row of this flow");
}

const ledger::ChainRow& chain_row(const RunResult& result, Id<Chain> chain) {
  for (const ledger::ChainRow& row : result.ledger.chains) {
    if (row.month == kJanuary && row.chain == chain) return row;
  }
  throw std::logic_error("no row of this chain");
}

std::int64_t loaded_trips(const ledger::Ledger& ledger) {
  std::int64_t trips = 0;
  for (const ledger::ServiceRow& row : ledger.service) trips += row.loaded ? row.trips : 0;
  return trips;
}

/// A load of a chain that is no leg of the city's own.
TruckLeg load_of(Id<Chain> chain, std::int64_t kg) {
  TruckLeg leg;
  leg.chain = chain;
  leg.payload = kg;
  return leg;
}

}  // namespace

TEST_CASE("a month offers its share of the year", "[engine]") {
  CityScene scene;
  const RunResult result = scene.live(2);
  // 400,000 t burnt a year, 8.5 % of them in January; of the 600,000 t that leave three quarters and a quarter.
  CHECK(flow_row(result, kJanuary, scene.flow("fl-plant")).offered_kg == 34'000'000);
  CHECK(flow_row(result, kJanuary, scene.flow("fl-market")).offered_kg == 38'250'000);
  CHECK(flow_row(result, kJanuary, scene.flow("fl-market2")).offered_kg == 12'750'000);
}

TEST_CASE("what is offered is delivered, waits or is on its way", "[engine]") {
  CityScene scene;
  const RunResult result = scene.live(3);
  REQUIRE(result.ledger.flows.size() == 6);
  for (const ledger::FlowRow& row : result.ledger.flows) {
    CHECK(row.waiting_open_kg + row.in_transit_open_kg + row.offered_kg ==
          row.delivered_kg + row.refused_kg + row.waiting_close_kg + row.in_transit_close_kg);
    CHECK(row.delivered_kg > row.offered_kg / 2);
  }
}

TEST_CASE("warm-up months are lived through and leave nothing in the ledger", "[engine]") {
  CityScene scene;
  const RunResult result = scene.live(2);
  CHECK(result.ledger.flows.size() == 3);
  CHECK(result.ledger.chains.size() == 4);
  CHECK(result.ledger.pools.size() == 2);
  for (const ledger::ChainRow& row : result.ledger.chains) CHECK(row.month == kJanuary);
  for (const ledger::RegisterFoldRow& row : result.ledger.registers) CHECK(row.month == kJanuary);
  // The loads of December count as loads of the run.
  CHECK(result.statistics.loads > loaded_trips(result.ledger));
  CHECK(loaded_trips(result.ledger) > 0);
}

TEST_CASE("trains carry what was accepted for rail, and each is counted", "[engine]") {
  CityScene scene;
  const RunResult result = scene.live(2);
  const ledger::ChainRow& rail = chain_row(result, scene.chain("market-rail"));
  CHECK(rail.planned_kg > 0);
  CHECK(rail.delivered_kg % 3'500'000 == 0);
  CHECK(rail.delivered_kg > 0);
  CHECK(result.statistics.trains >= rail.delivered_kg / 3'500'000);
}

TEST_CASE("a delivery that no plan has given to its chain breaks a promise", "[engine]") {
  CityScene scene;
  CHECK_THROWS(scene.city.truck_delivered(load_of(scene.chain("plant-road"), 1), 0));
}

TEST_CASE("a refused load leaves its chain, is no delivery, and is stated", "[engine]") {
  CityScene scene;
  const RunResult result = scene.live_january([&](Tick) { scene.city.truck_refused(load_of(scene.chain("market2-road"), 30'000)); });
  const ledger::ChainRow& row = chain_row(result, scene.chain("market2-road"));
  CHECK(row.refused_kg == 30'000);
  CHECK(row.rail_open_kg + row.planned_kg == row.delivered_kg + row.refused_kg + row.rail_close_kg);
  CHECK(flow_row(result, kJanuary, scene.flow("fl-market2")).refused_kg == 30'000);
  CHECK(result.statistics.refused_loads == 1);
  CHECK(result.statistics.refused_kg == 30'000);
}

TEST_CASE("goods brought to a siding are stock there and not delivered yet", "[engine]") {
  CityScene scene;
  TruckLeg leg = load_of(scene.chain("market-rail"), 1'234);
  leg.feeds = 0;
  const auto siding_in = [](const RunResult& result) {
    std::int64_t kg = 0;
    for (const ledger::StockRow& row : result.ledger.stocks) kg += row.kind == ledger::StockKind::siding ? row.in_kg : 0;
    return kg;
  };
  const RunResult result = scene.live_january([&](Tick now) { scene.city.truck_delivered(leg, now); });
  // All that comes besides is the direct supply of the month.
  CHECK(siding_in(result) == chain_row(result, scene.chain("market-rail")).planned_kg + 1'234);
}

TEST_CASE("a spilled train changes chains and goes by truck", "[engine]") {
  CityScene scene;
  Movement movement;
  movement.flow = scene.flow("fl-market");
  movement.chain = scene.chain("market-rail");
  movement.road_instead = 0;  // the first leg is that of market-road
  const RunResult result = scene.live_january([&](Tick now) { scene.city.train_spilled(movement, 90'000, now); });
  const ledger::ChainRow& rail = chain_row(result, scene.chain("market-rail"));
  const ledger::ChainRow& road = chain_row(result, scene.chain("market-road"));
  CHECK(rail.spilled_kg == 90'000);
  CHECK(rail.rail_open_kg + rail.planned_kg == rail.delivered_kg + rail.spilled_kg + rail.rail_close_kg);
  CHECK(road.rail_open_kg + road.planned_kg + 90'000 == road.delivered_kg + road.rail_close_kg);
  std::int64_t spilled = 0;
  for (const ledger::ReasonRow& row : result.ledger.reasons) spilled += row.reason == Reason::spilled ? row.kg : 0;
  CHECK(spilled == 90'000);
}

TEST_CASE("from the month on in which another world takes its place the city lives in that one", "[engine]") {
  CityScene scene;
  scenario::Files files = test::small_scenario();
  test::replace(files, "tables/processes.csv", "burning,plant,coal,2020-01-01,400000", "burning,plant,coal,2020-01-01,600000");
  const World other = world_of(files);
  const auto turn = [&](Month month, Tick) {
    if (month != kFebruary) return;
    scene.world.replace(other);
    scene.city.world_replaced();
  };
  const RunResult result = scene.live(3, turn, [](Month, Tick) {});
  CHECK(flow_row(result, kJanuary, scene.flow("fl-plant")).offered_kg == 34'000'000);
  // 7.7 % of 600,000 t, and of the 400,000 t that leave.
  CHECK(flow_row(result, kFebruary, scene.flow("fl-plant")).offered_kg == 46'200'000);
  CHECK(flow_row(result, kFebruary, scene.flow("fl-market")).offered_kg == 23'100'000);
}

TEST_CASE("a siding and a measure are noted in the month in which they begin", "[engine]") {
  scenario::Files files = test::small_scenario();
  test::replace(files, "tables/sidings.csv", "2000-01-01,2001-01-01", "2000-01-01,2020-02-15");
  test::replace(files, "tables/chains.csv", "market-road,fl-market,0.6,0.5,0.7", "market-road,fl-market,1,0.5,1");
  test::replace(files, "tables/register.csv", "local,140121,30", "local,140121,40");
  test::replace(files, "tables/chains.csv", "market-rail,fl-market,0.4,0.3,0.5", "market-rail,fl-market,0,0,0.5");
  test::replace(files, "scenario.toml", "from = 2020-07-01", "from = 2020-02-01");
  CityScene scene(files);
  const RunResult result = scene.live(3);
  const auto noted = [&](const std::string& subject, const std::string& event) {
    std::vector<std::int32_t> months;
    for (const ledger::JournalEntry& e : result.ledger.journal) {
      if (e.subject == subject && e.event == event) months.push_back(e.month.index);
    }
    return months;
  };
  CHECK(noted("sd-mine", "in_service") == std::vector<std::int32_t>{kFebruary.index});
  CHECK(noted("law", "in_force") == std::vector<std::int32_t>{kFebruary.index});
  CHECK(noted("gate", "in_force").empty());
}

}  // namespace city_test
