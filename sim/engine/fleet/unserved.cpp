#include "sim/engine/fleet/unserved.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace railshift::engine {
namespace {

/// How long the truck has waited at the sites of its load, while it still stands at one: all its waits, those of the present visit
/// included, less what lies ahead. The service itself lies ahead too, so that the figure is short by it.
Tick waited_at_site(const Truck& t, Tick now) { return t.mark > now ? t.wait - (t.mark - now) : 0; }

/// Sums by leg and by what is waited for, in that order.
class Statement {
 public:
  Statement(const FleetState& fleet, Tick now) : fleet_(fleet), world_(fleet.around.world), now_(now) {}

  void add_loads() {
    for (const WaitingLoad& load : fleet_.pools.waiting().all()) add_load(load);
  }

  void add_trucks() {
    for (const Truck& truck : fleet_.trucks.all()) {
      if (truck.phase == TruckPhase::gone) continue;
      if (truck.hold != Hold::none)
        add_held(truck);
      else
        add_queueing(truck);
    }
  }

  void add_closed_ways() {
    for (const WayClosures::Held& held : fleet_.closures.held(now_))
      add(held.leg, Need::way, world_->closures[held.closure].id, 1, held.since);
  }

  [[nodiscard]] std::vector<Unserved> rows() const {
    std::vector<Unserved> out;
    for (const auto& [key, row] : rows_) out.push_back(row);
    return out;
  }

 private:
  [[nodiscard]] const std::string& site_id(PlaceIndex place) const { return world_->sites[fleet_.around.places[place].site].id; }
  [[nodiscard]] const TruckLeg& leg_of(LegIndex leg) const { return fleet_.around.book.legs[leg]; }

  void add(LegIndex leg, Need need, const std::string& at, std::int64_t loads, Tick since) {
    Unserved& row = rows_[{need, leg, at}];
    row.flow = world_->flows[leg_of(leg).flow].id;
    row.waits_for = need;
    row.at = at;
    row.loads += loads;
    row.kg += loads * leg_of(leg).payload;
    row.longest_hours = std::max(row.longest_hours, hours_from_ticks(now_ - since));
  }

  void add_load(const WaitingLoad& load) {
    const TruckLeg& leg = leg_of(load.leg);
    if (!leg.has_way)
      add(load.leg, Need::road, site_id(leg.origin), load.count, load.since);
    else if (leg.crowded_end)
      add(load.leg, Need::service, site_id(*leg.crowded_end), load.count, load.since);
    else
      add(load.leg, Need::truck, world_->pools[Id<Pool>{leg.pool}].id, load.count, load.since);
  }

  void add_held(const Truck& t) {
    const auto id_of = [this](std::uint32_t station) { return world_->stations[Id<Station>{station}].id; };
    if (t.hold == Hold::yard)
      add(t.leg, t.phase == TruckPhase::to_origin ? Need::goods : Need::room, world_->stockyards[fleet_.yards.before(t)].id, 1, t.mark);
    else if (t.phase == TruckPhase::repairing)
      add(t.leg, Need::repair, id_of(*fleet_.pools[t.pool].repair_station), 1, t.mark);
    else
      add(t.leg, Need::station, id_of(fleet_.stations.way_of(t)[t.station]), 1, t.mark);
  }

  void add_queueing(const Truck& t) {
    const Tick waited = at_site(t) ? waited_at_site(t, now_) : 0;
    if (waited < kTicksPerDay) return;  // a queue is nothing to state
    const PlaceIndex place = t.phase == TruckPhase::at_destination ? leg_of(t.leg).destination : leg_of(t.leg).origin;
    add(t.leg, Need::service, site_id(place), 1, now_ - waited);
  }

  [[nodiscard]] bool at_site(const Truck& t) const {
    // Where ways close, a truck stays to_origin until it is loaded, and to_destination may stand at the closed way: that is stated apart.
    const bool leaves_later = t.phase == TruckPhase::to_destination && fleet_.closures.none();
    return t.phase == TruckPhase::at_destination || leaves_later || (t.phase == TruckPhase::to_origin && t.let_in);
  }

  const FleetState& fleet_;
  const LiveWorld& world_;
  Tick now_;
  std::map<std::tuple<Need, LegIndex, std::string>, Unserved> rows_;
};

}  // namespace

std::vector<Unserved> unserved(const FleetState& fleet, Tick now) {
  Statement statement(fleet, now);
  statement.add_loads();
  statement.add_trucks();
  statement.add_closed_ways();
  return statement.rows();
}

}  // namespace railshift::engine
