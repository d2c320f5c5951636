#pragma once
/// A town of two sites for the tests of the fleet, written row by row and run without SimGrid: the calendar alone drives it.
#include <memory>
#include <string>
#include <vector>

#include "sim/engine/fleet/fleet.hpp"

namespace railshift::testing {

using namespace railshift::engine;

inline constexpr Tick kHour = kTicksPerHour;
inline constexpr Tick kMinute = kTicksPerHour / 60;
inline constexpr Tick kDay = kTicksPerDay;
inline constexpr PlaceIndex kMine = 0;
inline constexpr PlaceIndex kPlant = 1;

/// A register of National V trucks of the pool's segment.
[[nodiscard]] Register trucks_of(std::uint32_t count);

/// Its tables, to be changed before it opens. A mine sends coal to a plant, 50 km at 50 km/h away: an hour, loaded or empty. Loads have 30
/// t. There are no stations: everybody is served at once in half an hour. One pool of stated size works round the clock.
struct HaulTown {
  HaulTown();
  /// One more station, with a constant time of service. Ids must come in text order.
  Station& station(const std::string& id, PlaceIndex site, StationKind kind, double minutes);
  Stockyard& yard(StockSide side, double opening_t, double t_per_day);
  void closure_of_chain(double from_h, double to_h);
  [[nodiscard]] World build() const;

  Pool pool;
  double join_rate = 0.5;
  Flow flow;
  bool has_second_flow = false;      ///< like the first, between the same sites
  bool second_flow_returns = false;  ///< from the plant to the mine
  Leg leg;
  Link road;
  std::vector<Station> stations;
  std::vector<Stockyard> yards;
  std::vector<Closure> closures;
  std::vector<OutsideMix> outside;
};

/// The town at work in January 2020, from tick 0 on. What the fleet hands on is written down.
class HaulScene : public Deliveries {
 public:
  explicit HaulScene(const HaulTown& town);

  /// A diesel truck of china6 joins the pool.
  TruckIndex truck(PlaceIndex place = kMine, std::optional<std::uint64_t> identity = {});
  void begin_month(Month month = make_month(2020, 1));
  /// All events before a tick.
  void run_to(Tick end);
  void release(std::int64_t loads, Tick now, LegIndex leg = 0) { fleet->release_now(leg, loads, now); }
  ledger::Ledger end_month(Month month = make_month(2020, 1));
  /// The row of the pool's trucks.
  [[nodiscard]] static const ledger::PoolRow& row(const ledger::Ledger& out, Owner owner) {
    return out.pools.at(static_cast<std::size_t>(owner));
  }

  // Deliveries
  void truck_delivered(const TruckLeg&, Tick now) override { delivered.push_back(now); }
  void truck_refused(const TruckLeg&) override { ++refused; }

  std::vector<Tick> delivered;
  int refused = 0;
  LiveWorld world;
  kernel::Calendar calendar;
  PlaceBook places;
  LegBook book;
  Roads roads;
  std::unique_ptr<Fleet> fleet;

 private:
  [[nodiscard]] Tick begin_of(Month month) const;
};

}  // namespace railshift::testing
