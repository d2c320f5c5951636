#include "analysis/look/figures/gates.hpp"

#include <algorithm>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/work/service_time.hpp"

namespace railshift::analysis::look {
namespace {

constexpr double kMinutesADay = 24.0 * 60.0;

/// Loaded trucks of one site by year and month: all, and those simulated one by one, which alone pass its stations.
struct Traffic {
  Both<std::array<double, 12>> out, in;
};
struct SiteTraffic {
  Traffic all, individual;
};

double sum(const std::array<double, 12>& months) {
  double total = 0.0;
  for (const double m : months) total += m;
  return total;
}

void add(const World& world, const Masses& masses, const Chain& chain, Both<std::array<double, 12>>& side) {
  const double payload = static_cast<double>(world.flows[chain.flow].payload.value);
  for (const When when : kWhens) {
    for (std::size_t m = 0; m < 12; ++m) {
      side.at(when)[m] += static_cast<double>(masses.of_flow.at(when)[chain.flow.index][m].value) * chain.base_share / payload;
    }
  }
}

std::vector<SiteTraffic> traffic_of(const World& world, const Masses& masses) {
  std::vector<SiteTraffic> sites(world.sites.size());
  for (const Chain& chain : world.chains) {
    const Flow& flow = world.flows[chain.flow];
    if (chain.legs.empty()) continue;
    for (const bool at_origin : {true, false}) {
      const Id<Site> site = at_origin ? flow.origin : flow.destination;
      if (world.sites[site].outside() || rules::gate_mode(world, chain, at_origin) != Mode::truck) continue;
      const bool counted = world.truck_classes[flow.truck_class].simulate == Simulate::count;
      for (Traffic* traffic : {&sites[site.index].all, counted ? nullptr : &sites[site.index].individual}) {
        if (traffic != nullptr) add(world, masses, chain, at_origin ? traffic->out : traffic->in);
      }
    }
  }
  return sites;
}

/// The mean day of the busiest month of both years; `out` and `in` say which trucks count.
double busiest_day(const Masses& masses, const Traffic& t, double out, double in) {
  double most = 0.0;
  for (const When when : kWhens) {
    for (std::size_t m = 0; m < 12; ++m) {
      const int days = days_in(make_month(masses.year.at(when), static_cast<int>(m) + 1));
      most = std::max(most, (out * t.out.at(when)[m] + in * t.in.at(when)[m]) / days);
    }
  }
  return most;
}

double trucks_at(const Masses& masses, const Traffic& t, StationKind kind) {
  switch (kind) {
    case StationKind::gate:
    case StationKind::weighbridge:
      return busiest_day(masses, t, 1.0, 1.0);
    case StationKind::load:
      return busiest_day(masses, t, 1.0, 0.0);
    case StationKind::unload:
      return busiest_day(masses, t, 0.0, 1.0);
    case StationKind::repair:
      break;
  }
  return 0.0;
}

bool has_station(const World& world, Id<Site> site, StationKind kind) {
  return std::any_of(world.stations.begin(), world.stations.end(), [&](const Station& s) { return s.site == site && s.kind == kind; });
}

GateRow gate_row(const Masses& masses, Id<Site> site, const Traffic& t) {
  GateRow row;
  row.site = site;
  for (const When when : kWhens) {
    row.out.at(when) = sum(t.out.at(when)) / kDaysAYear;
    row.in.at(when) = sum(t.in.at(when)) / kDaysAYear;
  }
  row.busiest = busiest_day(masses, t, 1.0, 1.0);
  return row;
}

/// What trucks that are simulated one by one would need at a site and do not find.
void find_missing(const World& world, const Masses& masses, Id<Site> site, const Traffic& alone, Gates& out) {
  for (const StationKind kind : {StationKind::load, StationKind::unload}) {
    const double trucks = trucks_at(masses, alone, kind);
    if (trucks > 0.0 && !has_station(world, site, kind)) out.missing.push_back({site, kind, trucks});
  }
}

}  // namespace

Gates gates(const World& world, const Masses& masses) {
  const std::vector<SiteTraffic> traffic = traffic_of(world, masses);
  Gates out;
  for (const Site& site : world.sites) {
    const Id<Site> id = world.sites.id_of(site);
    const GateRow row = gate_row(masses, id, traffic[id.index].all);
    if (row.busiest <= 0.0) continue;
    out.sites.push_back(row);
    find_missing(world, masses, id, traffic[id.index].individual, out);
  }
  std::stable_sort(out.sites.begin(), out.sites.end(), [](const GateRow& a, const GateRow& b) { return a.busiest > b.busiest; });
  for (const Station& s : world.stations) {
    StationRow row{world.stations.id_of(s), trucks_at(masses, traffic[s.site.index].individual, s.kind), 0.0};
    row.used = row.trucks * rules::mean_minutes(s) / (static_cast<double>(s.servers) * kMinutesADay);
    out.stations.push_back(row);
  }
  return out;
}

}  // namespace railshift::analysis::look
