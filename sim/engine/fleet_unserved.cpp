/// Who waits for what when a run ends.
#include <algorithm>
#include <map>
#include <tuple>

#include "sim/engine/fleet.hpp"

namespace railshift::engine {
namespace {

/// Sums by leg and by what is waited for, in that order.
class Statement {
 public:
  Statement(const World& world, const std::vector<TruckLeg>& legs) : world_(world), legs_(legs) {}

  void add(LegIndex leg, Need need, const std::string& at, std::int64_t loads, Tick waited) {
    Unserved& row = rows_[{need, leg, at}];
    row.flow = world_.flows[legs_[leg].flow].id;
    row.waits_for = need;
    row.at = at;
    row.loads += loads;
    row.kg += loads * legs_[leg].payload;
    row.longest_hours = std::max(row.longest_hours, hours_from_ticks(waited));
  }

  [[nodiscard]] std::vector<Unserved> rows() const {
    std::vector<Unserved> out;
    for (const auto& [key, row] : rows_) out.push_back(row);
    return out;
  }

 private:
  const World& world_;
  const std::vector<TruckLeg>& legs_;
  std::map<std::tuple<Need, LegIndex, std::string>, Unserved> rows_;
};

/// How long the truck has waited at the sites of its load, while it still stands at one: all its waits, those of the present visit
/// included, less what lies ahead. The service itself lies ahead too, so that the figure is short by it.
Tick waited_at_site(const Truck& t, Tick now) { return t.mark > now ? t.wait - (t.mark - now) : 0; }

}  // namespace

std::vector<Unserved> Fleet::unserved(Tick now) const {
  Statement statement(world_, legs_);
  for (const WaitingLoad& load : waiting_.all()) {
    const TruckLeg& leg = legs_[load.leg];
    statement.add(load.leg, Need::truck, world_.pools[Id<Pool>{leg.pool}].id, load.count, now - load.since);
  }
  for (const Truck& truck : trucks_) {
    if (truck.phase == TruckPhase::gone) continue;
    if (truck.hold != Hold::none) {
      const auto [need, at] = held_by(truck);
      statement.add(truck.leg, need, at, 1, now - truck.mark);
      continue;
    }
    const bool unloads = truck.phase == TruckPhase::at_destination;
    // Where ways close, a truck stays to_origin until it is loaded, and to_destination may stand at the closed way: that is stated below.
    const bool leaves_later = truck.phase == TruckPhase::to_destination && closures_.none();
    const bool at_site = unloads || leaves_later || (truck.phase == TruckPhase::to_origin && truck.let_in);
    const Tick waited = at_site ? waited_at_site(truck, now) : 0;
    if (waited < kTicksPerDay) continue;  // a queue is nothing to state
    const TruckLeg& leg = legs_[truck.leg];
    statement.add(truck.leg, Need::service, world_.sites[places_[unloads ? leg.destination : leg.origin].site].id, 1, waited);
  }
  for (const WayClosures::Held& held : closures_.held(now)) {
    statement.add(held.leg, Need::way, world_.closures[held.closure].id, 1, now - held.since);
  }
  return statement.rows();
}

std::pair<Need, std::string> Fleet::held_by(const Truck& t) const {
  const TruckLeg& leg = legs_[t.leg];
  const bool at_origin = t.phase == TruckPhase::to_origin;
  if (t.hold == Hold::yard) {
    const auto yard = at_origin ? yards_of_[t.leg].from : yards_of_[t.leg].to;
    return {at_origin ? Need::goods : Need::room, yards_[*yard].yard().id};
  }
  const auto id_of = [this](std::uint32_t station) { return world_.stations[Id<Station>{station}].id; };
  if (t.phase == TruckPhase::repairing) return {Need::repair, id_of(*repair_[t.pool])};
  return {Need::station, id_of(ways_[at_origin ? leg.load_way : leg.unload_way][t.station])};
}

}  // namespace railshift::engine
