#include "sim/engine/places/truck_legs.hpp"

#include <algorithm>

#include "sim/core/contains.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/work/poisson_loads.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::engine {
namespace {

/// A leg end inside the study area: an inside site, or a station with a county.
bool inside(const World& world, const std::optional<Id<Node>>& node, Id<Site> site) {
  if (!node) return !world.sites[site].outside();
  const Node& n = world.nodes[*node];
  return !n.county.empty() || *node == world.sites[site].node;
}

bool at_site(const World& world, const std::optional<Id<Node>>& node, Id<Site> site) { return !node || *node == world.sites[site].node; }

std::uint16_t pool_of(const World& world, const Flow& flow) {
  const auto pool = rules::pool_of_flow(world, world.flows.id_of(flow));
  RAILSHIFT_EXPECTS(pool.has_value(), "the loader demands a pool for every truck class that is simulated as individuals: " + flow.id);
  return static_cast<std::uint16_t>(pool->index);
}

Way stations_of(const World& world, Id<Site> site, StationKind last) {
  std::vector<const Station*> found;
  for (const Station& s : world.stations) {
    const bool passes = s.kind == StationKind::gate || s.kind == StationKind::weighbridge || s.kind == last;
    if (s.site == site && passes) found.push_back(&s);
  }
  std::stable_sort(found.begin(), found.end(), [](const Station* a, const Station* b) { return a->order < b->order; });
  Way indices;
  for (const Station* s : found) indices.push_back(world.stations.id_of(*s).index);
  return indices;
}

/// Builds the legs and the movement of one chain.
class ChainBuilder {
 public:
  ChainBuilder(const LiveWorld& world, PlaceBook& places, LegBook& book, Id<Chain> chain)
      : world_(world), places_(places), book_(book), id_(chain) {}

  void build() {
    const std::vector<Leg>& legs = chain().legs;
    std::optional<MovementIndex> arrived_by;
    for (std::size_t i = 0; i < legs.size(); ++i) {
      if (legs[i].mode == Mode::rail && (i == 0 || legs[i - 1].mode != Mode::rail)) {
        arrived_by = add_movement(i);
        book_.movement_of[id_.index] = arrived_by;
      } else if (legs[i].mode == Mode::truck && is_simulated(legs[i])) {
        const LegIndex leg = add_truck_leg(legs[i], arrived_by);
        if (i == 0) book_.first_leg[id_.index] = leg;
      }
    }
  }

 private:
  /// Trips of counted flows need no event: only their trains are simulated.
  bool is_simulated(const Leg& leg) const {
    if (world_->truck_classes[flow().truck_class].simulate == Simulate::count) return false;
    return inside(world_.now(), leg.from_node, flow().origin) || inside(world_.now(), leg.to_node, flow().destination);
  }

  /// The place of a leg end: the site itself, or a yard as far from the inside site as the leg is long (on the roads of the first day, if
  /// it states no km).
  PlaceIndex place(const Leg& leg, const std::optional<Id<Node>>& node, Id<Site> own_site, Id<Site> served) {
    if (at_site(world_.now(), node, own_site)) return places_.of_site(own_site);
    if (leg.km) return places_.yard(served, static_cast<std::int64_t>(leg.km->value * 1000.0 + 0.5));
    const auto route = rules::RoadMap(world_.now(), rules::regime_on(world_.now(), world_->settings.start)).of_leg(chain(), leg);
    return places_.yard(served, route ? route->metres() : 0);
  }

  /// Legs that load (or unload) at one site share a way.
  WayIndex way(Id<Site> site, StationKind last) {
    Way stations = stations_of(world_.now(), site, last);
    const auto at = std::find(book_.ways.begin(), book_.ways.end(), stations);
    if (at != book_.ways.end()) return static_cast<WayIndex>(at - book_.ways.begin());
    book_.ways.push_back(std::move(stations));
    return static_cast<WayIndex>(book_.ways.size() - 1);
  }

  LegIndex add_truck_leg(const Leg& leg, std::optional<MovementIndex> arrived_by) {
    TruckLeg out;
    out.flow = chain().flow;
    out.chain = id_;
    out.seq = static_cast<std::uint8_t>(leg.seq);
    out.pool = pool_of(world_.now(), flow());
    out.payload = flow().payload.value;
    out.draw_hash = hash_text(chain().id) + static_cast<std::uint64_t>(leg.seq);
    out.fed_by = arrived_by;
    out.allowed = rules::mask_of_leg(leg.trucks);
    set_ends(leg, out);
    set_release(out);
    const auto index = static_cast<LegIndex>(book_.legs.size());
    if (arrived_by) book_.movements[*arrived_by].truck_after = index;
    book_.legs.push_back(std::move(out));
    return index;
  }

  void set_ends(const Leg& leg, TruckLeg& out) {
    out.origin = place(leg, leg.from_node, flow().origin, flow().destination);
    out.destination = place(leg, leg.to_node, flow().destination, flow().origin);
    if (out.origin == places_.of_site(flow().origin)) out.load_way = way(flow().origin, StationKind::load);
    if (out.destination == places_.of_site(flow().destination)) out.unload_way = way(flow().destination, StationKind::unload);
  }

  void set_release(TruckLeg& leg) const {
    leg.release = flow().release;
    leg.priority = flow().priority;
    for (const int seconds : flow().times) leg.daily.push_back(seconds * kTicksPerSecond);
    const rules::DayCurve curve(flow().hours ? &world_->hour_profiles[*flow().hours] : nullptr, world_->sites[flow().origin]);
    if (!curve.flat()) leg.curve = curve;
  }

  MovementIndex add_movement(std::size_t first) {
    Movement m;
    m.flow = chain().flow;
    m.chain = id_;
    set_sidings(m);
    set_way(first, m);
    const auto index = static_cast<MovementIndex>(book_.movements.size());
    if (first > 0 && !book_.legs.empty() && book_.legs.back().chain == m.chain) {
      m.truck_before = static_cast<LegIndex>(book_.legs.size() - 1);
      book_.legs.back().feeds = index;
    }
    book_.movements.push_back(std::move(m));
    return index;
  }

  void set_sidings(Movement& m) const {
    m.loads_at = rules::loading_siding(world_.now(), chain());
    m.unloads_at = rules::unloading_siding(world_.now(), chain());
    const auto& siding = m.loads_at ? m.loads_at : m.unloads_at;
    RAILSHIFT_EXPECTS(siding.has_value(), "the loader demands a siding at one end of every rail chain: " + chain().id);
    m.train_load = world_->sidings[*siding].train_load.value;
  }

  void set_way(std::size_t first, Movement& m) const {
    for (const rules::SectionUse& use : rules::sections_of(world_.now(), chain())) m.hops.push_back({use.section, use.forward});
    for (std::size_t i = first; i < chain().legs.size() && chain().legs[i].mode == Mode::rail; ++i) {
      const Leg& leg = chain().legs[i];
      if (!leg.line && leg.hours) m.far_run += ticks_from_hours(leg.hours->value);
      if (leg.km) m.rail_metres += static_cast<std::int64_t>(leg.km->value * 1000.0 + 0.5);
    }
  }

  [[nodiscard]] const Chain& chain() const { return world_->chains[id_]; }
  [[nodiscard]] const Flow& flow() const { return world_->flows[chain().flow]; }

  const LiveWorld& world_;
  PlaceBook& places_;
  LegBook& book_;
  Id<Chain> id_;
};

/// Whether a measure of the world can bind tonnes of a flow to new-energy trucks.
bool may_be_bound(const World& world, const Flow& flow) {
  return std::any_of(world.measures.begin(), world.measures.end(), [&](const Measure& measure) {
    const auto* kind = policy::as<CleanAdmission>(measure);
    if (kind == nullptr || !contains(kind->modes, CleanMode::new_energy_truck)) return false;
    return kind->sites.empty() || contains(kind->sites, flow.origin) || contains(kind->sites, flow.destination);
  });
}

void add_clean_legs(const World& world, LegBook& book) {
  book.clean_leg.resize(world.chains.size());
  for (const Chain& chain : world.chains) {
    const Id<Chain> id = world.chains.id_of(chain);
    const auto& first = book.first_leg[id.index];
    if (!first || chain.main_mode() != Mode::truck || !may_be_bound(world, world.flows[chain.flow])) continue;
    TruckLeg clean = book.legs[*first];
    clean.allowed = clean.allowed & rules::mask_of_leg(LegTrucks::new_energy);
    clean.draw_hash += hash_text("clean");
    clean.bound = true;
    book.clean_leg[id.index] = static_cast<LegIndex>(book.legs.size());
    book.legs.push_back(std::move(clean));
  }
}

}  // namespace

LegBook build_legs(const LiveWorld& world, PlaceBook& places) {
  LegBook book;
  book.ways.emplace_back();
  book.first_leg.resize(world->chains.size());
  book.movement_of.resize(world->chains.size());
  for (const Chain& chain : world->chains) ChainBuilder(world, places, book, world->chains.id_of(chain)).build();
  for (Movement& m : book.movements) {
    for (const Id<Chain> other : world->chains_of(m.flow)) {
      if (world->chains[other].main_mode() == Mode::truck && !m.road_instead) m.road_instead = book.first_leg[other.index];
    }
  }
  add_clean_legs(world.now(), book);
  return book;
}

namespace {

/// Of a timetable: the loads are spread evenly over the departures of the month.
Tick next_departure(const TruckLeg& leg) {
  const auto daily = static_cast<Tick>(leg.daily.size());
  const Tick slots = daily * (leg.month_length / kTicksPerDay);
  const Tick slot = slots * leg.released / leg.due;
  return leg.month_begin + slot / daily * kTicksPerDay + leg.daily[static_cast<std::size_t>(slot % daily)];
}

}  // namespace

Tick next_release(TruckLeg& leg, std::uint32_t seed) {
  RAILSHIFT_EXPECTS(leg.released < leg.due && leg.is_offered_over_the_month(), "a load is left to be offered");
  if (leg.release == Release::timetable) return next_departure(leg);
  Tick even = leg.phase + leg.month_length * leg.released / leg.due;
  if (leg.release == Release::poisson) {
    leg.poisson_at = rules::next_uniform_time(leg.poisson_at, static_cast<double>(leg.month_length), leg.due - leg.released, seed,
                                              leg.draw_hash, leg.next_load);
    even = std::min(leg.month_length - 1, static_cast<Tick>(leg.poisson_at));
  }
  if (!leg.curve) return leg.month_begin + even;
  return leg.month_begin + even / kTicksPerDay * kTicksPerDay + leg.curve->at(even % kTicksPerDay);
}

std::vector<PlaceIndex> gates_of(const PlaceBook& places, const TruckLeg& leg) {
  std::vector<PlaceIndex> gates;
  for (const PlaceIndex end : {leg.origin, leg.destination}) {
    // A yard stands outside the gate of the site that it serves.
    if (places[end].extra_metres <= 0) gates.push_back(end);
  }
  return gates;
}

void apply_gates(const PlaceBook& places, const std::vector<rules::GateRule>& gates, std::vector<TruckLeg>& legs) {
  for (TruckLeg& leg : legs) {
    leg.at_gates = leg.allowed;
    leg.lawful = AccessMask{};
    leg.ruled = false;
    for (const PlaceIndex end : gates_of(places, leg)) {
      const rules::GateRule& gate = gates[places[end].site.index];
      leg.at_gates = leg.at_gates & gate.admitted();
      leg.lawful = leg.lawful & gate.lawful;
      leg.ruled = leg.ruled || gate.bound;
    }
    leg.admit();
  }
}

}  // namespace railshift::engine
