#include "sim/rules/goods/addressed.hpp"

#include <algorithm>
#include <optional>

#include "sim/core/contains.hpp"

namespace railshift::rules {
namespace {

template <class T>
bool lists(const std::vector<T>& all, const T& one) {
  return all.empty() || contains(all, one);
}

/// The last known figure of a county; rows of one figure may stand under several spellings of its word.
std::optional<double> figure_on(const World& world, const std::string& county, CountyFigureKind kind, Date day) {
  std::optional<double> value;
  std::optional<Date> since;
  for (const CountyFigure& row : world.county_figures) {
    if (row.county != county || row.figure != kind) continue;
    for (const auto& [from, stated] : row.value.steps()) {
      if (from > day || (since && from < *since)) continue;
      since = from;
      value = stated;
    }
  }
  return value;
}

}  // namespace

bool is_county_meant(const World& world, const Whom& whom, const std::string& county, Date day) {
  if (!lists(whom.counties, county)) return false;
  if (!whom.county_pm25_from && !whom.county_last_ranks) return true;
  if (whom.county_pm25_from) {
    const auto pm25 = figure_on(world, county, CountyFigureKind::pm25, day);
    if (pm25 && *pm25 >= *whom.county_pm25_from) return true;
  }
  if (!whom.county_last_ranks) return false;
  const auto rank = figure_on(world, county, CountyFigureKind::rank_from_last, day);
  return rank && *rank <= *whom.county_last_ranks;
}

bool Addressed::is_firm(Id<Firm> firm, Date day) const {
  return lists(whom_.firms, firm) && (whom_.firm_classes.empty() || contains(whom_.firm_classes, classes_.on(firm, day)));
}

bool Addressed::is_place(const Site& site, Date day) const {
  const Id<Site> id = world_.sites.id_of(site);
  return lists(whom_.sites, id) && !contains(whom_.exceptions, id) && lists(whom_.sectors, site.kind) &&
         is_county_meant(world_, whom_, site.county, day);
}

bool Addressed::site(Id<Site> site, Date day) const {
  const Site& place = world_.sites[site];
  return is_firm(place.firm, day) && is_place(place, day);
}

bool Addressed::firm(Id<Firm> firm, Date day) const {
  if (!is_firm(firm, day)) return false;
  return !policy::asks_of_sites(whom_) || std::any_of(world_.sites.begin(), world_.sites.end(), [&](const Site& place) {
    return place.firm == firm && !place.outside() && is_place(place, day);
  });
}

bool Addressed::is_end(Id<Site> end, Date day) const {
  if (world_.sites[end].outside() && whom_.firms.empty()) return false;
  return site(end, day);
}

bool Addressed::flow(const Flow& flow, Date day) const {
  const bool asks = !whom_.firms.empty() || policy::narrows(whom_);
  return !asks || is_end(flow.origin, day) || is_end(flow.destination, day);
}

std::vector<Date> Addressed::days(Id<Firm> firm) const {
  std::vector<Date> days;
  if (!whom_.firm_classes.empty()) days = classes_.days(firm);
  if (!whom_.county_pm25_from && !whom_.county_last_ranks) return days;
  for (const CountyFigure& row : world_.county_figures) {
    for (const auto& [from, stated] : row.value.steps()) days.push_back(from);
  }
  return days;
}

Turns Addressed::turns(Id<Site> site) const {
  return Turns::of(days(world_.sites[site].firm), [&](Date day) { return this->site(site, day); });
}

Turns Addressed::turns(Id<Firm> firm) const {
  return Turns::of(days(firm), [&](Date day) { return this->firm(firm, day); });
}

Turns Addressed::turns(const Flow& flow) const {
  std::vector<Date> both = days(world_.sites[flow.origin].firm);
  const std::vector<Date> more = days(world_.sites[flow.destination].firm);
  both.insert(both.end(), more.begin(), more.end());
  return Turns::of(std::move(both), [&](Date day) { return this->flow(flow, day); });
}

}  // namespace railshift::rules
