#include "sim/engine/months/site_waits.hpp"

#include "sim/engine/fleet/pool_members.hpp"
#include "sim/engine/months/expected_wait.hpp"
#include "sim/rules/work/service_time.hpp"
#include "sim/rules/work/working_hours.hpp"

namespace railshift::engine {
namespace {

/// Loads come spread over the month and services vary: halfway between even and chance arrivals.
constexpr double kStationVariability = 0.5;

/// Share of a day in which services start.
double open_share(const Site& site) {
  const auto day = rules::work_day(site);
  if (!day) return 1.0;
  const Tick open = day->from < day->to ? day->to - day->from : kTicksPerDay - day->from + day->to;
  return static_cast<double>(open) / static_cast<double>(kTicksPerDay);
}

}  // namespace

SiteWaits::SiteWaits(const LiveWorld& world, const LegBook& book)
    : world_(world), book_(book), wait_h_(book.ways.size(), 0.0), served_(book.ways.size(), 1.0), scarcest_(book.ways.size()) {
  for (const Way& way : book.ways) service_h_.push_back(service_hours(world.now(), way));
}

void SiteWaits::expect(const std::vector<double>& loads, double hours) {
  std::vector<double> at_station(world_->stations.size(), 0.0);
  for (std::size_t l = 0; l < loads.size(); ++l) {
    for (const WayIndex way : {book_.legs[l].load_way, book_.legs[l].unload_way}) {
      for (const std::uint32_t s : book_.ways[way]) at_station[s] += loads[l];
    }
  }
  for (std::size_t w = 0; w < book_.ways.size(); ++w) {
    wait_h_[w] = 0.0;
    served_[w] = 1.0;
    scarcest_[w].reset();
    for (const std::uint32_t s : book_.ways[w]) {
      const Station& station = world_->stations[Id<Station>{s}];
      const double visits = at_station[s] / (1.0 - std::min(station.feedback, 0.99));
      const double open_h = hours * open_share(world_->sites[station.site]);
      const Servers servers{station.servers, rules::mean_minutes(station) / 60.0, visits / open_h, kStationVariability};
      wait_h_[w] += expected_wait_h(servers);
      const double served = station.servers == 0 ? 0.0 : 1.0 / std::max(1.0, servers.use());
      if (served >= served_[w]) continue;
      served_[w] = served;
      scarcest_[w] = s;
    }
  }
}

}  // namespace railshift::engine
