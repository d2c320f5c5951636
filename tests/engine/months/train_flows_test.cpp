/// Trains by expected values, worked by hand: 3,000 t each, 6 h of loading, sections of 100 km at 50 km/h with a path every hour.
#include <catch2/catch.hpp>

#include "sim/engine/months/train_flows.hpp"

namespace train_flows_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

constexpr std::int64_t kTrain = 3'000'000;
const Month kJanuary = make_month(2020, 1);

Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

World line_of(std::uint32_t sections, int tracks) {
  World w;
  w.settings.start = make_date(2020, 1, 1);
  w.parameters = Table<Parameter>({parameter("rail.delay_fade", 0.7), parameter("rail.delay_prior", 24.0)});
  Flow flow;
  flow.id = "flow";
  w.flows = Table<Flow>({flow});
  Siding siding;
  siding.id = "siding";
  siding.tracks = tracks;
  siding.train_load = Kilograms{kTrain};
  siding.train_hours = Hours{6.0};
  w.sidings = Table<Siding>({siding});
  std::vector<RailSection> rows(sections);
  Line line{"line", {}};
  for (std::uint32_t s = 0; s < sections; ++s) {
    rows[s].id = "section-" + std::to_string(s);
    rows[s].slots_per_day = 24;
    rows[s].length = Kilometres{100.0};
    rows[s].speed = KilometresPerHour{50.0};
    line.sections.push_back(s);
  }
  w.rail_sections = Table<RailSection>(std::move(rows));
  w.lines = Table<Line>({line});
  w.index();
  return w;
}

/// January of so many movements over all sections, each with so many trains.
struct Trains {
  LiveWorld world;
  LegBook legs;
  MonthBook book;
  ledger::Ledger out;
  Trains(World line, std::uint32_t movements, std::int64_t trains) : world(std::move(line)) {
    Movement movement;
    movement.loads_at = Id<Siding>{0};
    movement.train_load = kTrain;
    for (std::uint32_t s = 0; s < world->rail_sections.size(); ++s) movement.hops.push_back({s, true});
    legs.movements.assign(movements, movement);
    book.siding_delay_h = {24.0};
    book.line_delay_h = {0.0};
    TrainFlows flows(world, legs);
    flows.begin_month(0, 31 * kTicksPerDay, std::vector<std::int64_t>(movements, trains * kTrain));
    flows.run(kJanuary);
    flows.end_month(kJanuary, out, book);
  }
};

}  // namespace

TEST_CASE("a train leaves after loading and the wait for a path, and the last ones of a month are still there", "[months]") {
  // 62 trains, one every 12 h. One is at the siding for 6.5 h: of the last 6.5 h is the one that was formed at the end. It runs for 2 h.
  const Trains t(line_of(1, 1), 1, 62);
  REQUIRE(t.out.rail.size() == 1);
  const ledger::RailRow& row = t.out.rail[0];
  CHECK(row.trains_departed == 61);
  CHECK(row.trains_arrived == 61);
  CHECK(row.arrived_kg == 61 * kTrain);
  CHECK(row.slot_wait_ticks == 61 * kTicksPerHour / 2);
  CHECK(row.dwell_ticks == 61 * (6 * kTicksPerHour + kTicksPerHour / 2));
  CHECK(row.run_ticks == 61 * 2 * kTicksPerHour);
  // what is learned: of 24 h of delay 0.7, and 0.3 of none at the siding; 0.3 of half an hour on the line
  CHECK(t.book.siding_delay_h[0] == Approx(16.8));
  CHECK(t.book.line_delay_h[0] == Approx(0.15));
}

TEST_CASE("eight equal sections charge one queue and eight waits for the next path", "[months]") {
  // Two movements of 186 trains, 12 trains a day for 24 paths: queue 0.25 x 0.5 / 0.5 x 1 h, next path 0.5 h; 0.3 of it is learned.
  const Trains t(line_of(8, 10), 2, 186);
  CHECK(t.book.line_delay_h[0] == Approx(0.3 * (0.25 + 8 * 0.5)).epsilon(0.001));
  CHECK(t.out.rail[0].slot_wait_ticks == Approx(static_cast<double>(t.out.rail[0].trains_departed) * 0.75 * kTicksPerHour).epsilon(0.001));
}

}  // namespace train_flows_test
