/// The yardstick of the mine-to-plant cycle: every truck is a SimGrid actor, every group of bays a semaphore, under a clock whose calendar
/// is empty. No logging, raw contexts (SimGrid's default here), the smallest stacks that hold, nothing of ours allocated a load. World,
/// roads, draws and the fold of leg records are those of the product.
#include <algorithm>
#include <array>
#include <optional>

#include "bench/allocations.hpp"
#include "bench/cycle_case.hpp"
#include "bench/engine_run.hpp"
#include "sim/core/draw.hpp"
#include "sim/kernel/actors.hpp"
#include "sim/kernel/clock.hpp"
#include "sim/ledger/fold.hpp"
#include "sim/rules/roads/road_routes.hpp"
#include "sim/rules/work/service_time.hpp"

namespace railshift::bench {
namespace {

using kernel::Clock;

constexpr std::size_t kWaitBuckets = 641;
constexpr std::uint32_t kSeed = 1;
constexpr int kStackKiB = 16;  ///< the smallest that holds

/// A group of bays with what the engine accounts for a station: arrivals and waits by bucket.
struct Bays {
  explicit Bays(const Station& station) : law(rules::service_law(station)), servers(station.servers) {}
  rules::ServiceLaw law;
  kernel::Places servers;
  std::array<std::int64_t, kWaitBuckets> waits{};
  Tick busy = 0;
};

enum RouteNumber : std::uint32_t { kLoadedRoute, kEmptyRoute, kNoRoad };

/// What the actors share.
class Shuttle {
 public:
  Bays load_bays;
  Bays unload_bays;
  Tick empty_ticks = 0;  ///< truck-time by state, as the engine's pools keep it
  Tick loaded_ticks = 0;

  Shuttle(const World& world, const CycleCase& cycle)
      : load_bays(station(world, StationKind::load)), unload_bays(station(world, StationKind::unload)), cycle_(cycle) {
    const Chain& chain = world.chains[Id<Chain>{0}];
    const Flow& flow = world.flows[chain.flow];
    const rules::RoadMap map(world, rules::regime_on(world, world.settings.start));
    routes_ = {*map.of_leg(chain, chain.legs.front()), *map.empty_run(flow.destination, flow.origin), Route{}};
    draw_hash_ = hash_text(chain.id) + static_cast<std::uint64_t>(chain.legs.front().seq);
    payload_ = flow.payload;
    first_month_ = month_of(world.settings.start);
  }

  /// The number of the next load, or nothing when all are taken.
  std::optional<std::uint32_t> take() {
    if (next_load_ == static_cast<std::uint32_t>(cycle_.loads())) return std::nullopt;
    return next_load_++;
  }
  [[nodiscard]] std::array<std::uint32_t, 4> draw(std::uint32_t load) const {
    return draw_block(kSeed, Purpose::service_time, draw_hash_, load, 0);
  }
  [[nodiscard]] Tick drive(RouteNumber route) const { return routes_[route].ticks(); }
  void record(RouteNumber route, Tick end, Tick wait) {
    const bool loaded = route == kLoadedRoute;
    ledger::LegFacts facts;
    facts.end = end;
    facts.leg = loaded ? 1 : 0;
    facts.vehicle = {VehicleType::heavy, {Standard::china6, Powertrain::diesel}, Fault::sound};
    facts.loaded = loaded;
    facts.route = route;
    facts.wait = wait;
    facts.wait_bucket = ledger::wait_bucket(wait);
    facts.mass = loaded ? payload_ : Kilograms{0};
    records_.push_back(ledger::pack(facts));
  }
  /// Folds the records of a month into the figures.
  void end_month(int month, Figures& figures) {
    add_service(figures, ledger::fold_month(first_month_ + month, records_, routes_).service);
    records_.clear();
  }
  [[nodiscard]] Tick month_end(int month) const {
    return static_cast<Tick>(first_day(first_month_ + month + 1) - first_day(first_month_)) * kTicksPerDay;
  }

 private:
  static const Station& station(const World& world, StationKind kind) {
    return *std::find_if(world.stations.begin(), world.stations.end(), [kind](const Station& s) { return s.kind == kind; });
  }

  CycleCase cycle_;
  RouteBook routes_;
  std::uint64_t draw_hash_ = 0;
  Kilograms payload_;
  Month first_month_;
  std::uint32_t next_load_ = 0;
  std::vector<ledger::LegRecord> records_;
};

void sleep(Tick ticks) { kernel::sleep_until(Clock::now() + ticks); }

/// Waits for a bay and is served; returns the wait.
Tick pass(Bays& bays, rules::ServiceWords words) {
  const Tick arrived = Clock::now();
  bays.servers.take();
  const Tick wait = Clock::now() - arrived;
  ++bays.waits[ledger::wait_bucket(wait)];
  const Tick service = rules::service_ticks(bays.law, words);
  sleep(service);
  bays.busy += service;
  bays.servers.give_back();
  return wait;
}

/// The life of one truck: it stands at the mine, then carries load after load.
void live_as_truck(Shuttle& shuttle) {
  RouteNumber approach = kNoRoad;
  while (const auto load = shuttle.take()) {
    const Tick empty = approach == kNoRoad ? 0 : shuttle.drive(approach);
    sleep(empty);
    shuttle.empty_ticks += empty;
    shuttle.record(approach, Clock::now(), 0);
    const auto block = shuttle.draw(*load);
    Tick wait = pass(shuttle.load_bays, rules::loading_words(block));
    const Tick loaded = shuttle.drive(kLoadedRoute);
    sleep(loaded);
    shuttle.loaded_ticks += loaded;
    wait += pass(shuttle.unload_bays, rules::unloading_words(block));
    shuttle.record(kLoadedRoute, Clock::now(), wait);
    approach = kEmptyRoute;
  }
}

/// A clock has something to drive; here it is nothing.
class Nothing final : public kernel::Stepper {
 public:
  void step(kernel::Key) override {}
  void hint(kernel::Key) override {}
  [[nodiscard]] bool outbox_full() const override { return false; }
  void flush_outbox() override {}
};

Figures live(Shuttle& shuttle, Clock& clock, std::int64_t trucks) {
  for (std::int64_t i = 0; i < trucks; ++i) kernel::start_actor("truck", [&shuttle] { live_as_truck(shuttle); });
  Figures figures;
  for (int month = 0; month < kCycleMonths; ++month) {
    clock.run(shuttle.month_end(month));
    shuttle.end_month(month, figures);
  }
  return figures;
}

}  // namespace

Figures run_actors(const CycleCase& cycle, const std::filesystem::path& folder) {
  const World world = load_world(folder);
  const std::int64_t before = allocations();
  const double start = cpu_seconds();
  kernel::Calendar calendar;
  Nothing nothing;
  Clock clock(kernel::KernelMode::ahead, calendar, nothing);
  kernel::set_actor_stack(kStackKiB);
  Shuttle shuttle(world, cycle);
  Figures figures = live(shuttle, clock, cycle.trucks);
  figures.cpu_seconds = cpu_seconds() - start;
  figures.allocations = allocations() - before;
  figures.months = kCycleMonths;
  return figures;
}

}  // namespace railshift::bench
