#pragma once
/// A siding, a line and what trains on them did in January 2020: the scene of the railway tests. One engine a process.
#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/engine/rail/railway.hpp"
#include "sim/kernel/clock.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::engine::rail_town {

inline constexpr Tick kHour = kTicksPerHour;
inline constexpr Tick kDay = kTicksPerDay;
inline constexpr std::int64_t kTrain = 3'000'000;
inline const Month kJanuary = make_month(2020, 1);
using Ticks = std::vector<Tick>;

inline Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

/// A siding with one track loads a train of 3000 t in 6 h. The line is 100 km at 50 km/h with a path every hour and no other trains.
struct RailTown {
  Siding siding;
  RailSection section;
  double spill_after = 1000.0;
  Movement movement;
  std::vector<Measure> measures;
  int sections = 1;  ///< of the line, alike
  int exchange = 0;  ///< trains a day through its first station

  /// Goods of flow 1 go before others.
  void coal_first(Date from) {
    RailPriority priority;
    priority.commodities = {Id<Commodity>{1}};
    Measure m;
    m.id = "first";
    m.from = from;
    m.body = priority;
    measures.push_back(std::move(m));
  }

  void step(const std::string& id, Date from, CapacityStep body) {
    Measure m;
    m.id = id;
    m.from = from;
    m.body = std::move(body);
    measures.push_back(std::move(m));
  }

  RailTown() {
    siding.id = "siding";
    siding.tracks = 1;
    siding.train_load = Kilograms{kTrain};
    siding.train_hours = Hours{6.0};
    section.id = "section";
    section.slots_per_day = 24;
    section.length = Kilometres{100.0};
    section.speed = KilometresPerHour{50.0};
    section.to = Id<Node>{1};
    movement.loads_at = Id<Siding>{0};
    movement.train_load = kTrain;
    movement.hops = {{0, true}};
  }
  [[nodiscard]] static Chain rail_chain(const std::string& id, std::uint32_t flow) {
    Chain chain;
    chain.id = id;
    chain.flow = Id<Flow>{flow};
    chain.legs.emplace_back().mode = Mode::rail;
    return chain;
  }
  [[nodiscard]] World build() const {
    World w;
    w.settings.start = make_date(2020, 1, 1);
    w.parameters = Table<Parameter>(
        {parameter("rail.delay_fade", 0.7), parameter("rail.delay_prior", 24.0), parameter("rail.spill_after", spill_after)});
    Flow flow;
    flow.id = "flow";
    Flow coal;
    coal.id = "flow-coal";
    coal.commodity = Id<Commodity>{1};
    w.flows = Table<Flow>({flow, coal});
    Site site;
    site.id = "site";
    w.sites = Table<Site>({site});
    w.chains = Table<Chain>({rail_chain("chain", 0), rail_chain("chain-coal", 1)});
    w.sidings = Table<Siding>({siding});
    std::vector<RailSection> line;
    for (int n = 0; n < sections; ++n) {
      line.push_back(section);
      line.back().id = "section-" + std::to_string(n);
    }
    w.rail_sections = Table<RailSection>(line);
    Node station;
    station.id = "station";
    station.trains_per_day = exchange;
    Node far_station;
    far_station.id = "station-far";
    w.nodes = Table<Node>({station, far_station});
    w.lines = Table<Line>({Line{"line", sections == 1 ? std::vector<std::uint32_t>{0} : std::vector<std::uint32_t>{0, 1}}});
    w.measures = Table<Measure>(measures);
    w.index();
    return w;
  }
};

/// The railway under SimGrid's clock; trains that come and go are written down.
class RailScene : public Arrivals, public kernel::Stepper {
 public:
  explicit RailScene(const RailTown& town) : RailScene(town, {town.movement}) {}
  RailScene(const RailTown& town, std::vector<Movement> ways) : world(town.build()), clock_(kernel::KernelMode::ahead, calendar_, *this) {
    trips.movements = std::move(ways);
    trips.legs.resize(1);  // the road that goods could take instead
    railway = std::make_unique<Railway>(world, Agenda(calendar_), trips, *this);
    book.siding_delay_h = {24.0};
    book.line_delay_h = {0.0};
  }

  /// January with an even supply of `direct_kg`, by movement; `during` happens at its beginning.
  void live_january(const std::vector<std::int64_t>& direct_kg, const std::function<void()>& during) {
    kernel::start_actor("month", [&] {
      railway->begin_month(kJanuary, 0, 31 * kDay, direct_kg);
      during();
      railway->flush_outbox();
      kernel::sleep_until(31 * kDay);
      railway->end_month(kJanuary, out, book);
      kernel::end_other_actors();
    });
    clock_.run(31 * kDay + 1);
  }
  /// January with `trains` train loads that lie ready at its beginning.
  void live_january_with(std::int64_t trains) {
    live_january({0}, [this, trains] { railway->add_stock(0, trains * kTrain); });
  }

  void train_arrived(const Movement& movement, std::int64_t kg, Tick now) override {
    CHECK(kg == kTrain);
    order.push_back(movement.chain.index);
    arrived.push_back(now);
  }
  void train_spilled(const Movement&, std::int64_t kg, Tick) override { spilled_kg += kg; }
  void step(kernel::Key key) override { railway->supply_event(key.index(), key.tick()); }
  void hint(kernel::Key) override {}
  [[nodiscard]] bool outbox_full() const override { return railway->outbox_full(); }
  void flush_outbox() override { railway->flush_outbox(); }

  LiveWorld world;
  LegBook trips;
  std::unique_ptr<Railway> railway;
  Ticks arrived;
  std::vector<std::uint32_t> order;  ///< of their chains
  std::int64_t spilled_kg = 0;
  ledger::Ledger out;
  MonthBook book;

 private:
  kernel::Calendar calendar_;
  kernel::Clock clock_;
};

}  // namespace railshift::engine::rail_town
