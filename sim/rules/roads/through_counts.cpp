#include "sim/rules/roads/through_counts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"
#include "sim/rules/roads/drawn_points.hpp"
#include "sim/rules/roads/outside_shares.hpp"

namespace railshift::rules {
namespace {

/// First days of the parts of a month, and its end.
std::vector<Date> parts_of(const World& world, const std::vector<Diversion>& diversions, Month month) {
  std::set<Date> cuts{first_day(month), end_day(month)};
  const auto cut = [&](Date day) {
    if (first_day(month) < day && day < end_day(month)) cuts.insert(day);
  };
  for (const Link& link : world.links) {
    if (link.opens) cut(*link.opens);
    if (link.closes) cut(*link.closes);
  }
  for (const Diversion& diversion : diversions) cut(diversion.start);
  return {cuts.begin(), cuts.end()};
}

/// Numbers of routes in the caller's book; equal routes share one.
class BookKeeper {
 public:
  explicit BookKeeper(RouteBook& book) : book_(&book) {
    for (std::uint32_t i = 0; i < book.size(); ++i) known_.emplace(key(book[i]), i);
  }
  std::uint32_t number(const Route& route) {
    const auto [first, last] = known_.equal_range(key(route));
    const auto same = std::find_if(first, last, [&](const auto& entry) { return (*book_)[entry.second].links == route.links; });
    if (same != last) return same->second;
    const auto added = static_cast<std::uint32_t>(book_->size());
    book_->push_back(route);
    known_.emplace(key(route), added);
    return added;
  }

 private:
  /// First link, last link, length. Routes over the same links differ at most by what lies beyond their ends, which the length shows.
  using Key = std::array<std::int64_t, 3>;
  static Key key(const Route& route) {
    if (route.links.empty()) return {-1, -1, route.metres()};
    return {route.links.front().index, route.links.back().index, route.metres()};
  }
  RouteBook* book_;
  std::multimap<Key, std::uint32_t> known_;
};

/// One part of a month, one through row, one direction, one class.
class Counter {
 public:
  struct Part {
    const World& world;
    std::uint32_t seed;
    Date day;
    const RoadMap& map;
  };
  struct Trip {
    const Through& row;
    Haul haul;
    Id<Node> from;
    Id<Node> to;
    EmissionClass vehicle;
  };
  Counter(Part part, std::span<const Diversion> in_force, BookKeeper& keeper, DiversionAccount& account, std::vector<CountedTrips>& out)
      : part_(part), in_force_(in_force), keeper_(keeper), account_(account), out_(out) {}

  void count(const Trip& trip, std::int64_t trips) {
    std::map<std::uint32_t, CountedTrips> by_route;
    const auto all = [](const Diversion&) { return true; };
    spread(trip, trips, all, [&](const Route& taken, std::size_t day_part, std::int64_t n) {
      const std::uint32_t route = keeper_.number(taken);
      CountedTrips& row =
          by_route.try_emplace(route, CountedTrips{route, trip.vehicle, Owner::through, trip.haul == Haul::loaded, 0, 0, {}, {}})
              .first->second;
      row.trips += n;
      row.by_day_part[day_part] += n;
    });
    for (auto& [route, row] : by_route) {
      row.kg = trip.haul == Haul::loaded ? row.trips * part_.world.truck_classes[trip.row.truck_class].payload.value : 0;
      out_.push_back(row);
    }
    account_.compare(in_force_, trips, [&](const auto& in) {
      RouteTally tally;
      // Where a diversion has no other way, its trips draw their ordinary one anew, and later diversions do not see them: so in every
      // stage.
      spread(
          trip, trips, [&](const Diversion& d) { return in(d) || !keeps_out(trip, d.ring); },
          [&](const Route& taken, std::size_t, std::int64_t some) { tally.add(taken, some); });
      return tally;
    });
    note_followed(trip, trips);
  }
  [[nodiscard]] DrawnPoints points(Purpose purpose, const std::string& key, std::int64_t trips) const {
    return {{part_.seed, purpose, hash_text(key), static_cast<std::uint32_t>(part_.day.days)}, trips};
  }

 private:
  using Alternatives = std::vector<RoadMap::Alternative>;
  [[nodiscard]] const Alternatives& choice(const Trip& trip, int ring) const {
    const Alternatives& all = part_.map.alternatives(trip.from, trip.to, trip.row.paths, ring);
    RAILSHIFT_EXPECTS(!all.empty(), "open roads connect the gateways of every through row");
    return all;
  }
  /// Whether an obeying trip has a way that it would not have drawn anyhow.
  [[nodiscard]] bool keeps_out(const Trip& trip, int ring) const {
    const Alternatives& all = choice(trip, ring);
    const auto enters = std::count_if(all.begin(), all.end(), [](const auto& a) { return a.enters_ring; });
    if (enters < static_cast<std::ptrdiff_t>(all.size())) return enters > 0;
    return part_.map.between(trip.from, trip.to, ring).has_value();
  }
  [[nodiscard]] Alternatives outside_ring(const Trip& trip, int ring) const {
    const Alternatives& all = choice(trip, ring);
    Alternatives outside;
    std::copy_if(all.begin(), all.end(), std::back_inserter(outside), [](const auto& a) { return !a.enters_ring; });
    if (!outside.empty()) return outside;
    if (auto bypass = part_.map.between(trip.from, trip.to, ring)) return {{std::move(*bypass), 1.0, false}};
    return all;
  }
  [[nodiscard]] static std::string name_of(const Trip& trip) {
    return trip.row.id + (trip.haul == Haul::loaded ? "/loaded/" : "/empty/") + std::to_string(trip.vehicle.index());
  }
  [[nodiscard]] std::int64_t obeying(const Trip& trip, const Diversion& diversion, std::int64_t asked) const {
    return points(Purpose::obedience, name_of(trip) + '/' + diversion.name, asked).below(diversion.obedience);
  }
  void note_followed(const Trip& trip, std::int64_t trips) {
    using policy::Followed;
    for (const Diversion& diversion : in_force_) {
      const std::int64_t obey = obeying(trip, diversion, trips);
      const Followed obeyed = keeps_out(trip, diversion.ring) ? Followed::yes : Followed::no_way;
      account_.note(diversion.measure, trips == 0 ? Followed::not_asked : obey == 0 ? Followed::nobody_obeys : obeyed);
      trips -= obey;
    }
  }
  /// Hands every trip to take(route, day part, trips), with the diversions in force for which in(diversion) holds.
  template <class In, class Take>
  void spread(const Trip& trip, std::int64_t trips, const In& in, const Take& take) const {
    const std::string name = name_of(trip);
    for (const Diversion& diversion : in_force_) {
      if (!in(diversion)) continue;
      const std::int64_t obey = obeying(trip, diversion, trips);
      spread_over(outside_ring(trip, diversion.ring), name + '/' + diversion.name, obey, take);
      trips -= obey;
    }
    spread_over(choice(trip, 0), name, trips, take);
  }
  template <class Take>
  void spread_over(const Alternatives& routes, const std::string& key, std::int64_t trips, const Take& take) const {
    if (trips == 0) return;
    std::vector<double> cells;
    for (const double share : route_shares(routes)) {
      for (const double part : kThroughDayParts) cells.push_back(share * part);
    }
    const std::vector<std::int64_t> counts = points(Purpose::through_counts, key, trips).split(cells);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] != 0) take(routes[i / kThroughDayParts.size()].route, i % kThroughDayParts.size(), counts[i]);
    }
  }

  Part part_;
  std::span<const Diversion> in_force_;
  BookKeeper& keeper_;
  DiversionAccount& account_;
  std::vector<CountedTrips>& out_;
};

void count_row(const World& world, const Through& row, Month month, std::array<Date, 2> days, Counter& counter) {
  const VehicleType type = world.truck_classes[row.truck_class].vehicle_type;
  const std::vector<AccessShare> mix = outside_shares(world, Owner::through, type, month);
  RAILSHIFT_EXPECTS(!mix.empty(), "through trucks of every vehicle type in use have an outside mix");
  std::vector<double> shares;
  for (const AccessShare& s : mix) shares.push_back(s.share);
  for (const Haul haul : {Haul::loaded, Haul::empty}) {
    const bool loaded = haul == Haul::loaded;
    const std::int64_t trips = through_trips(row, haul, days[0], days[1]);
    const auto by_class = counter.points(Purpose::through_counts, row.id + (loaded ? "/loaded" : "/empty"), trips).split(shares);
    for (std::size_t i = 0; i < mix.size(); ++i) {
      const EmissionClass vehicle{type, mix[i].access, Fault::sound};
      const Id<Node> from = loaded ? row.gateway_in : row.gateway_out;
      const Id<Node> to = loaded ? row.gateway_out : row.gateway_in;
      counter.count({row, haul, from, to, vehicle}, by_class[i]);
    }
  }
}

std::int64_t driven_metres(const std::vector<CountedTrips>& counts, const RouteBook& routes, int ring) {
  std::int64_t metres = 0;
  for (const CountedTrips& row : counts) metres += row.trips * ring_metres(routes[row.route], ring);
  return metres;
}

}  // namespace

ThroughMonth through_counts(const World& world, std::uint32_t seed, Month month, const RoadMap& map, RouteBook& routes) {
  ThroughMonth through;
  BookKeeper keeper(routes);
  // A diversion of a later month is in no account: a run that never gets there is the same.
  std::vector<Diversion> diversions = diversions_of(world);
  std::erase_if(diversions, [month](const Diversion& d) { return d.start >= end_day(month); });
  DiversionAccount account(diversions);
  const std::vector<Date> cuts = parts_of(world, diversions, month);
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    RoadRegime regime = regime_on(world, cuts[i]);
    const std::unique_ptr<RoadMap> other = regime == map.regime() ? nullptr : std::make_unique<RoadMap>(world, std::move(regime));
    std::vector<Diversion> in_force;
    std::copy_if(diversions.begin(), diversions.end(), std::back_inserter(in_force),
                 [&](const Diversion& d) { return d.start <= cuts[i]; });
    Counter counter({world, seed, cuts[i], other ? *other : map}, in_force, keeper, account, through.counts);
    for (const Through& row : world.through) count_row(world, row, month, {cuts[i], cuts[i + 1]}, counter);
  }
  through.effects = account.effects();
  const auto driven = [&](int ring) { return driven_metres(through.counts, routes, ring); };
  through.rings = account.ring_uses(driven);
  through.bindings = account.bindings(driven);
  return through;
}

}  // namespace railshift::rules
