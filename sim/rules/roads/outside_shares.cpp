#include "sim/rules/roads/outside_shares.hpp"

#include <array>
#include <iterator>
#include <map>

namespace railshift::rules {
namespace {

using Shares = std::array<double, 64>;

std::map<int, Shares> by_year(const RoadWorld& world, Owner owner, VehicleType type) {
  std::map<int, Shares> years;
  for (const OutsideMix& row : world.outside_mix) {
    if (row.owner == owner && row.vehicle_type == type) years[row.year][AccessClass{row.standard, row.powertrain}.index()] += row.share;
  }
  return years;
}

Shares shares_at(const std::map<int, Shares>& years, Month month) {
  const auto after = years.upper_bound(month.year());
  if (after == years.begin()) return after->second;
  const auto before = std::prev(after);
  if (after == years.end()) return before->second;
  const double months = 12.0 * (month.year() - before->first) + (month.number() - 1);
  const double part = months / (12.0 * (after->first - before->first));
  Shares shares{};
  for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = before->second[i] + part * (after->second[i] - before->second[i]);
  return shares;
}

}  // namespace

std::vector<AccessShare> outside_shares(const RoadWorld& world, Owner owner, VehicleType type, Month month) {
  const std::map<int, Shares> years = by_year(world, owner, type);
  if (years.empty()) return {};
  const Shares shares = shares_at(years, month);
  double sum = 0.0;
  for (const double share : shares) sum += share;
  std::vector<AccessShare> mix;
  for (unsigned i = 0; i < shares.size(); ++i) {
    if (shares[i] > 0.0) mix.push_back({AccessClass::from_index(i), shares[i] / sum});
  }
  return mix;
}

}  // namespace railshift::rules
