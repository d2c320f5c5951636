#include "sim/engine/months/empty_shares.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/months/balanced.hpp"

namespace railshift::engine {
namespace {

constexpr double kNearestLooksH = 1.5;
constexpr double kLooksEverywhereH = 24.0;

double likely(const EmptyRuns& runs, PlaceIndex from, PlaceIndex to, double looks_h) {
  const Tick far = runs.ticks(from, to);
  return far == kUnreachable ? 0.0 : std::exp(-hours_from_ticks(far) / looks_h);
}

}  // namespace

double reach_h(const Pool& pool) {
  switch (pool.dispatch) {
    case Dispatch::growing_reach:
      return pool.reach_start ? std::max(pool.reach_start->value, 0.1) : kNearestLooksH;
    case Dispatch::nearest_load:
      return kNearestLooksH;
    case Dispatch::longest_waiting:
    case Dispatch::priority:
      break;
  }
  return kLooksEverywhereH;
}

EmptyShares empty_shares(std::uint16_t pool, const std::vector<TruckLeg>& legs, const std::vector<double>& loads, const EmptyRuns& runs,
                         double looks_h) {
  std::map<PlaceIndex, double> ends, begins;
  for (std::size_t l = 0; l < legs.size(); ++l) {
    if (legs[l].pool != pool || loads[l] <= 0.0) continue;
    ends[legs[l].destination] += loads[l];
    begins[legs[l].origin] += loads[l];
  }
  EmptyShares out;
  std::vector<double> rows, columns, table;
  for (const auto& [place, n] : ends) {
    out.from.push_back(place);
    columns.push_back(n);
  }
  for (const auto& [origin, n] : begins) {
    rows.push_back(n);
    for (const PlaceIndex from : out.from) table.push_back(likely(runs, from, origin, looks_h));
  }
  table = balanced(std::move(table), rows, columns);
  std::size_t row = 0;
  for (const auto& [origin, n] : begins) {
    std::vector<double>& shares = out.shares[origin];
    double hours = 0.0;
    for (std::size_t i = 0; i < out.from.size(); ++i) {
      shares.push_back(table[row * out.from.size() + i] / n);
      if (shares.back() > 0.0) hours += shares.back() * hours_from_ticks(runs.ticks(out.from[i], origin));
    }
    out.hours[origin] = hours;
    ++row;
  }
  return out;
}

}  // namespace railshift::engine
