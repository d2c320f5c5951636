#include "sim/engine/counted.hpp"

#include <algorithm>
#include <map>

#include "sim/core/contract.hpp"
#include "sim/model/truck_segment.hpp"

namespace railshift::engine {
namespace {

/// Trucks of a segment by class.
std::map<std::uint16_t, std::int64_t> stock_of(const Register& reg, Id<Segment> segment) {
  std::map<std::uint16_t, std::int64_t> stock;
  for (const RegisteredTruck& t : reg.trucks) {
    if (t.present && t.segment == segment) ++stock[t.vehicle.index()];
  }
  return stock;
}

/// Trips by class in proportion to the stock; the remainders go to the largest fractions, then to the lower class.
std::vector<std::pair<std::uint16_t, std::int64_t>> split(std::int64_t trips, const std::map<std::uint16_t, std::int64_t>& stock) {
  std::int64_t total = 0;
  for (const auto& [cls, n] : stock) total += n;
  RAILSHIFT_EXPECTS(total > 0, "trips are split over trucks that exist");
  std::vector<std::pair<std::uint16_t, std::int64_t>> out;
  std::vector<std::pair<std::int64_t, std::size_t>> fractions;
  std::int64_t given = 0;
  for (const auto& [cls, n] : stock) {
    out.emplace_back(cls, trips * n / total);
    given += out.back().second;
    fractions.emplace_back(-(trips * n % total), out.size() - 1);
  }
  std::sort(fractions.begin(), fractions.end());
  for (std::size_t i = 0; given < trips; ++i, ++given) ++out[fractions[i].second].second;
  return out;
}

/// A quarter of the trips in each day part; what does not divide goes to the day.
std::array<std::int64_t, 4> by_day_part(std::int64_t trips) {
  std::array<std::int64_t, 4> parts{};
  parts.fill(trips / 4);
  for (std::int64_t i = 0; i < trips % 4; ++i) ++parts[static_cast<std::size_t>((i + 1) % 4)];
  return parts;
}

const Chain* road_chain(const World& world, Id<Flow> flow) {
  for (const Id<Chain> id : world.chains_of(flow)) {
    if (world.chains[id].main_mode() == Mode::truck) return &world.chains[id];
  }
  return nullptr;
}

std::int64_t road_kg(const World& world, const rules::FlowPlan& plan) {
  const auto& chains = world.chains_of(plan.flow);
  std::int64_t kg = 0;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    if (world.chains[chains[i]].main_mode() == Mode::truck) kg += plan.planned[i];
  }
  return kg;
}

}  // namespace

CountedRoutes counted_routes(const World& world, Roads& roads) {
  CountedRoutes routes(world.flows.size());
  for (const Flow& flow : world.flows) {
    if (!is_counted(world, flow)) continue;
    const Id<Flow> id = world.flows.id_of(flow);
    if (const Chain* chain = road_chain(world, id)) routes[id.index] = roads.route_of(*chain, chain->legs.front());
  }
  return routes;
}

bool is_counted(const FleetWorld& world, const Flow& flow) { return world.truck_classes[flow.truck_class].simulate == Simulate::count; }

bool has_counted_trucks(const FleetWorld& world, const Flow& flow, const Register& reg) {
  const Id<Segment> segment = segment_of(world, flow.truck_class);
  return std::any_of(reg.trucks.begin(), reg.trucks.end(),
                     [segment](const RegisteredTruck& t) { return t.present && t.segment == segment; });
}

std::vector<CountedTrips> counted_flows(const World& world, const rules::MonthPlan& plan, const Register& reg, const CountedRoutes& routes,
                                        std::vector<CountedRest>& rests, Tick begin) {
  std::vector<CountedTrips> out;
  std::map<std::uint32_t, std::map<std::uint16_t, std::int64_t>> stocks;
  for (const rules::FlowPlan& flow_plan : plan.flows) {
    const Flow& flow = world.flows[flow_plan.flow];
    if (!is_counted(world, flow)) continue;
    const Id<Segment> segment = segment_of(world, flow.truck_class);
    const auto [at, fresh] = stocks.try_emplace(segment.index);
    if (fresh) at->second = stock_of(reg, segment);
    CountedRest& rest = rests[flow_plan.flow.index];
    rest.kg += road_kg(world, flow_plan);
    const auto route = routes[flow_plan.flow.index];
    if (!route) {
      if (!rest.without_road) rest.without_road = begin;
      continue;
    }
    rest.without_road.reset();
    if (at->second.empty()) {
      if (!rest.without_trucks) rest.without_trucks = begin;
      continue;
    }
    rest.without_trucks.reset();
    const std::int64_t trips = rest.kg / flow.payload.value;
    rest.kg -= trips * flow.payload.value;
    for (const auto& [cls, n] : split(trips, at->second)) {
      if (n == 0) continue;
      CountedTrips counted;
      counted.route = *route;
      counted.vehicle = EmissionClass::from_index(cls);
      counted.flow = flow_plan.flow.index;
      counted.trips = n;
      counted.by_day_part = by_day_part(n);
      out.push_back(counted);
      counted.loaded = true;
      counted.kg = n * flow.payload.value;
      out.push_back(counted);
    }
  }
  return out;
}

std::vector<Unserved> counted_unserved(const World& world, const std::vector<CountedRest>& rests, Tick now) {
  std::vector<Unserved> out;
  for (const Flow& flow : world.flows) {
    const CountedRest& rest = rests[world.flows.id_of(flow).index];
    const std::int64_t loads = rest.kg / flow.payload.value;
    if (loads == 0) continue;
    if (rest.without_road) {
      out.push_back({flow.id, Need::road, world.sites[flow.origin].id, loads, rest.kg, hours_from_ticks(now - *rest.without_road)});
      continue;
    }
    if (!rest.without_trucks) continue;
    const Segment& segment = world.segments[segment_of(world, flow.truck_class)];
    out.push_back({flow.id, Need::registered_truck, segment.id, loads, rest.kg, hours_from_ticks(now - *rest.without_trucks)});
  }
  return out;
}

}  // namespace railshift::engine
