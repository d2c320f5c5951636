#include "sim/engine/places/places.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "sim/core/contract.hpp"

namespace railshift::engine {
namespace {
constexpr std::uint32_t kNoRoute = std::numeric_limits<std::uint32_t>::max();
}  // namespace

PlaceBook::PlaceBook(const GoodsWorld& world) {
  for (const Site& site : world.sites) places_.push_back({world.sites.id_of(site), 0});
}

PlaceIndex PlaceBook::yard(Id<Site> site, std::int64_t extra_metres) {
  const Place place{site, extra_metres};
  const auto [at, added] = yards_.try_emplace(place, static_cast<PlaceIndex>(places_.size()));
  if (added) places_.push_back(place);
  return at->second;
}

std::optional<Id<Site>> PlaceBook::site_at(PlaceIndex i) const {
  // sites come first; what follows are yards, also those right at their site
  return i == places_[i].site.index ? std::optional(places_[i].site) : std::nullopt;
}

EmptyRuns::EmptyRuns(const LiveWorld& world, const PlaceBook& places, const rules::RoadMap& map, RouteBook& routes)
    : world_(world),
      places_(places),
      map_(map),
      routes_(routes),
      yard_speed_(world->parameter("road.stated_speed", world->settings.start)),
      ticks_(places.size() * places.size(), kUnreachable),
      metres_(places.size() * places.size(), 0),
      route_of_(places.size() * places.size(), kNoRoute),
      nearest_(places.size()) {
  const std::size_t n = places.size();
  for (std::size_t to = 0; to < n; ++to) {
    for (std::size_t from = 0; from < n; ++from) {
      const auto run = make(static_cast<PlaceIndex>(from), static_cast<PlaceIndex>(to));
      if (!run) continue;
      ticks_[from * n + to] = run->ticks();
      metres_[from * n + to] = run->metres();
      nearest_[to].push_back(static_cast<PlaceIndex>(from));
    }
    std::stable_sort(nearest_[to].begin(), nearest_[to].end(), [this, to](PlaceIndex a, PlaceIndex b) {
      return ticks(a, static_cast<PlaceIndex>(to)) < ticks(b, static_cast<PlaceIndex>(to));
    });
  }
}

std::optional<Route> EmptyRuns::make(PlaceIndex from, PlaceIndex to) const {
  const Place& a = places_[from];
  const Place& b = places_[to];
  if (from == to) return Route{};
  std::optional<Route> route = a.site == b.site ? Route{} : map_.empty_run(a.site, b.site);
  if (!route) return std::nullopt;
  const std::int64_t extra = a.extra_metres + b.extra_metres;
  if (extra > 0) {
    const Site& site = world_->sites[a.extra_metres > 0 ? a.site : b.site];
    const Kilometres km{static_cast<double>(extra) / 1000.0};
    route->cells.push_back({site.county, 0, RoadClass::local, extra, ticks_from_hours((km / yard_speed_).value), !site.outside()});
  }
  return route;
}

std::optional<std::int64_t> EmptyRuns::metres(PlaceIndex from, PlaceIndex to) const {
  if (ticks(from, to) == kUnreachable) return std::nullopt;
  return metres_[from * places_.size() + to];
}

std::uint32_t EmptyRuns::route(PlaceIndex from, PlaceIndex to) {
  std::uint32_t& index = route_of_[from * places_.size() + to];
  if (index == kNoRoute) {
    index = static_cast<std::uint32_t>(routes_.size());
    auto run = make(from, to);
    RAILSHIFT_EXPECTS(run.has_value(), "a truck is sent where an open road leads");
    routes_.push_back(std::move(*run));
    routes_.back().from = places_.site_at(from);
    routes_.back().to = places_.site_at(to);
  }
  return index;
}

}  // namespace railshift::engine
