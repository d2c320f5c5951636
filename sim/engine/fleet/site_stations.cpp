#include "sim/engine/fleet/site_stations.hpp"

#include <algorithm>

#include "sim/core/draw.hpp"
#include "sim/engine/places/ordered_stations.hpp"

namespace railshift::engine {

SiteStations::SiteStations(const Surroundings& around, PoolTime& time)
    : world_(around.world),
      seed_(around.seed),
      places_(around.places),
      book_(around.book),
      time_(time),
      hours_(rules::working_hours(world_.now())),
      default_service_(ticks_from_hours(world_->parameter("site.default_service", world_->settings.start) / 60.0)) {
  const std::vector<bool> ordered = ordered_stations(world_.now(), book_.ways);
  for (const Station& s : world_->stations) {
    const Id<Station> id = world_->stations.id_of(s);
    stations_.push_back({StationState(s, id, hours_[s.site.index]), ordered[id.index]});
  }
}

Tick SiteStations::pass(Truck& t, const Way& way, Tick now) {
  Tick end = pass_next(t, way, now);
  while (goes_on(end) && t.station < way.size() && stations_[way[t.station]].ordered) end = pass_next(t, way, end);
  if (goes_on(end)) t.mark = end;
  return end;
}

Tick SiteStations::pass_next(Truck& t, const Way& way, Tick now) {
  if (way.empty()) return pass_without_station(t, now);
  t.at_station = true;
  const Passage passage = enter(stations_[way[t.station]].state, t, now);
  if (passage.fate == Fate::turned_away) return kTurnedAway;
  if (passage.fate == Fate::never) {
    put_on_hold(t, Hold::no_bay, now);
    return kHeld;
  }
  note_wait(t, passage.start - now);
  go_on(t, way);
  return passage.end;
}

/// A place without stations: everybody is served at once, for the default time, while the site works.
Tick SiteStations::pass_without_station(Truck& t, Tick now) {
  const TruckLeg& leg = book_.legs[t.leg];
  const PlaceIndex place = t.phase == TruckPhase::to_origin ? leg.origin : leg.destination;
  const Tick start = hours_[places_[place].site.index].next_open(now);
  note_wait(t, start - now);
  ++t.station;
  return start + default_service_;
}

Passage SiteStations::enter(StationState& station, const Truck& t, Tick now) const {
  const bool at_origin = t.phase == TruckPhase::to_origin;
  const auto block = draw_block(seed_, Purpose::service_time, book_.legs[t.leg].draw_hash, t.load, t.visit);
  const rules::ServiceWords words = at_origin ? rules::loading_words(block) : rules::unloading_words(block);
  return station.arrive(now, rules::service_ticks(station.law(), words), at_origin);
}

/// To the next station, or back to an earlier one if the draw says so.
void SiteStations::go_on(Truck& t, const Way& way) const {
  const double feedback = stations_[way[t.station]].state.feedback();
  const bool back =
      feedback > 0.0 && rules::sent_back(feedback, seed_, book_.legs[t.leg].draw_hash, t.load, t.visit, t.phase == TruckPhase::to_origin);
  ++t.visit;
  if (!back) {
    ++t.station;
  } else if (const auto to = world_->stations[Id<Station>{way[t.station]}].feedback_to) {
    t.station = static_cast<std::uint8_t>(std::find(way.begin(), way.end(), to->index) - way.begin());
  }
}

void SiteStations::note_wait(Truck& t, Tick wait) {
  t.wait += wait;
  time_.note_wait(t, wait);
}

void SiteStations::begin_month(Tick end) {
  for (AtSite& s : stations_) s.state.begin_month(end);
}

void SiteStations::end_month(Month month, ledger::Ledger& out) {
  for (AtSite& s : stations_) s.state.end_month(month, out);
}

}  // namespace railshift::engine
