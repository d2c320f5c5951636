#include "analysis/look/figures/truck_runs.hpp"

#include <optional>
#include <set>
#include <utility>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/road_routes.hpp"
#include "sim/rules/work/service_time.hpp"

namespace railshift::analysis::look {
namespace {

constexpr double kMetres = 1000.0;
constexpr double kMinutes = 60.0;

Kilometres km_of(const Route& route) { return Kilometres{static_cast<double>(route.metres()) / kMetres}; }
Hours hours_of(const Route& route) { return Hours{hours_from_ticks(route.ticks())}; }

/// Where a truck stands at the end of a leg: a site, or a yard beside the site that it serves.
struct Stand {
  Id<Site> site;
  Kilometres beyond;
  bool at_site = true;
};

class Runs {
 public:
  Runs(const World& world, const Masses& masses)
      : world_(world),
        masses_(masses),
        first_(world, rules::regime_on(world, world.settings.start)),
        last_(world, rules::regime_on(world, world.settings.end - 1)) {
    const Date start = world.settings.start;
    std::set<Date> days = rules::days_of_change(world);
    days.insert(start);
    days.erase(days.begin(), days.find(start));
    for (const Date day : days) maps_.emplace_back(day, rules::RoadMap(world, rules::regime_on(world, day)));
  }

  [[nodiscard]] std::vector<TruckRun> all() const {
    std::vector<TruckRun> runs;
    for (const Chain& chain : world_.chains) {
      for (std::size_t i = 0; i < chain.legs.size(); ++i) {
        if (chain.legs[i].mode == Mode::truck && touches_area(chain, chain.legs[i])) runs.push_back(run(chain, i));
      }
    }
    return runs;
  }

 private:
  [[nodiscard]] std::optional<Date> first_day_cut_off(const Chain& chain, const Leg& leg) const {
    for (const auto& [day, map] : maps_) {
      if (!map.of_leg(chain, leg)) return day;
    }
    return std::nullopt;
  }
  [[nodiscard]] bool inside(const std::optional<Id<Node>>& node, Id<Site> site) const {
    if (!node || *node == world_.sites[site].node) return !node ? !world_.sites[site].outside() : true;
    return !world_.nodes[*node].county.empty();
  }
  [[nodiscard]] bool touches_area(const Chain& chain, const Leg& leg) const {
    const Flow& flow = world_.flows[chain.flow];
    return inside(leg.from_node, flow.origin) || inside(leg.to_node, flow.destination);
  }
  [[nodiscard]] Stand stand(const std::optional<Id<Node>>& node, Id<Site> own, Id<Site> served, Kilometres leg_km) const {
    if (!node || *node == world_.sites[own].node) return {own, Kilometres{}, true};
    return {served, leg_km, false};
  }

  void come_back(const Stand& from, const Stand& to, TruckRun& run) const {
    const Kilometres beyond = from.beyond + to.beyond;
    run.empty_km = beyond;
    run.empty = beyond / KilometresPerHour{world_.parameter("road.stated_speed", world_.settings.start)};
    if (from.site == to.site) return;
    const auto route = first_.empty_run(from.site, to.site);
    if (!route) return;
    run.empty_km += km_of(*route);
    run.empty += hours_of(*route);
  }

  /// Mean minutes at the stations that a truck passes at a site, or the default service.
  [[nodiscard]] Hours service(const Stand& at, StationKind last) const {
    double minutes = 0.0;
    bool any = false;
    for (const Station& s : world_.stations) {
      const bool passed = s.kind == StationKind::gate || s.kind == StationKind::weighbridge || s.kind == last;
      if (!at.at_site || s.site != at.site || !passed) continue;
      minutes += rules::mean_minutes(s);
      any = true;
    }
    if (!any) minutes = world_.parameter("site.default_service", world_.settings.start);
    return Hours{minutes / kMinutes};
  }

  [[nodiscard]] TruckRun run(const Chain& chain, std::size_t position) const {
    const Flow& flow = world_.flows[chain.flow];
    const Leg& leg = chain.legs[position];
    const rules::LegEnds ends = rules::leg_ends(world_, chain)[position];
    const std::optional<Route> route = first_.of_leg(chain, leg);
    TruckRun run;
    run.chain = world_.chains.id_of(chain);
    run.position = position;
    run.whole_haul = chain.main_mode() == Mode::truck;
    if (route) run.km = km_of(*route);
    if (route) run.drive = hours_of(*route);
    const Stand from = stand(leg.from_node, flow.origin, flow.destination, run.km);
    const Stand to = stand(leg.to_node, flow.destination, flow.origin, run.km);
    come_back(to, from, run);
    run.service = service(from, StationKind::load) + service(to, StationKind::unload);
    const auto path = first_.between(ends.from, ends.to);
    if (path) run.links = path->links;
    run.no_road = {!route, !last_.of_leg(chain, leg)};
    run.cut_off_from = first_day_cut_off(chain, leg);
    for (const When when : kWhens) {
      run.loads.at(when) = masses_.tonnes(chain.flow, when) / to_tonnes(flow.payload) * chain.base_share;
    }
    return run;
  }

  const World& world_;
  const Masses& masses_;
  rules::RoadMap first_;
  rules::RoadMap last_;
  std::vector<std::pair<Date, rules::RoadMap>> maps_;  ///< of every day on which the roads change
};

}  // namespace

std::vector<TruckRun> truck_runs(const World& world, const Masses& masses) { return Runs(world, masses).all(); }

}  // namespace railshift::analysis::look
