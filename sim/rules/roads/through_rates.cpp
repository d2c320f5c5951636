#include "sim/rules/roads/through_rates.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::rules {
namespace {

double loaded_trips_in(const Through& through, int year) {
  const auto& points = through.points;
  RAILSHIFT_EXPECTS(!points.empty(), "a through row has at least one point");
  const Date day = make_date(year, 1, 1);
  const auto after = std::find_if(points.begin(), points.end(), [day](const Through::Point& p) { return day < p.valid_from; });
  if (after == points.begin()) return after->loaded_trips_per_year;
  const auto before = std::prev(after);
  if (after == points.end()) return before->loaded_trips_per_year;
  const double part = static_cast<double>(day - before->valid_from) / (after->valid_from - before->valid_from);
  return before->loaded_trips_per_year + part * (after->loaded_trips_per_year - before->loaded_trips_per_year);
}

}  // namespace

std::int64_t through_trips(const Through& through, Haul haul, Date from, Date until) {
  const int year = year_of(from);
  const double loaded = loaded_trips_in(through, year);
  const double rate = haul == Haul::loaded ? loaded : loaded * through.empty_share;
  const auto since_new_year = [&](Date day) { return std::llround(rate * (day - make_date(year, 1, 1)) / days_in_year(year)); };
  return since_new_year(until) - since_new_year(from);
}

std::vector<double> route_shares(std::span<const RoadMap::Alternative> alternatives) {
  std::vector<double> shares;
  if (alternatives.empty()) return shares;
  double best = static_cast<double>(alternatives.front().route.ticks());
  for (const auto& a : alternatives) best = std::min(best, static_cast<double>(a.route.ticks()));
  double sum = 0.0;
  for (const auto& a : alternatives) {
    const double longer = (static_cast<double>(a.route.ticks()) - best) / std::max(best, 1.0);
    shares.push_back(a.path_size * std::exp(-longer / 0.1));
    sum += shares.back();
  }
  for (double& share : shares) share /= sum;
  return shares;
}

}  // namespace railshift::rules
