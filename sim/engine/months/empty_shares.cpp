#include "sim/engine/months/empty_shares.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "sim/engine/months/balanced.hpp"

namespace railshift::engine {
namespace {

constexpr double kNearestLooksH = 1.5;
constexpr double kLooksEverywhereH = 24.0;
/// Of loads and of free trucks, those that find each other nearby: a truck comes free where a load stands, but not always when it does.
constexpr double kMeetNearby = 0.5;
/// Nearby is half of how far a dispatcher looks: the mean of what lies within.
constexpr double kNearby = 0.5;

/// Loads of a pool by place: where its trucks come free (columns), where loads begin (rows).
class PoolPlaces {
 public:
  PoolPlaces(std::uint16_t pool, const std::vector<TruckLeg>& legs, const std::vector<double>& loads, const EmptyRuns& runs) : runs_(runs) {
    for (std::size_t l = 0; l < legs.size(); ++l) {
      if (legs[l].pool != pool || loads[l] <= 0.0) continue;
      ends_[legs[l].destination] += loads[l];
      begins_[legs[l].origin] += loads[l];
      flows_.emplace_back(legs[l].origin, legs[l].destination, loads[l]);
    }
    for (const auto& [place, n] : ends_) from.push_back(place), columns.push_back(n);
    for (const auto& [place, n] : begins_) origins.push_back(place), rows.push_back(n);
  }

  [[nodiscard]] Tick ticks(std::size_t row, std::size_t column) const { return runs_.ticks(from[column], origins[row]); }
  /// A table of numbers by row and column; 0 where no way leads.
  [[nodiscard]] std::vector<double> table(const auto& number) const {
    std::vector<double> cells;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < columns.size(); ++c) cells.push_back(ticks(r, c) == kUnreachable ? 0.0 : number(r, c));
    }
    return cells;
  }
  /// Loads from the row's place to the column's: the trucks that would only go back.
  [[nodiscard]] std::vector<double> back() const {
    std::vector<double> cells(rows.size() * columns.size(), 0.0);
    const auto at = [](const std::map<PlaceIndex, double>& sums, PlaceIndex place) {
      return static_cast<std::size_t>(std::distance(sums.begin(), sums.find(place)));
    };
    for (const auto& [origin, destination, n] : flows_) cells[at(begins_, origin) * columns.size() + at(ends_, destination)] += n;
    return cells;
  }

  std::vector<PlaceIndex> from, origins;
  std::vector<double> rows, columns;

 private:
  const EmptyRuns& runs_;
  std::map<PlaceIndex, double> ends_, begins_;
  std::vector<std::tuple<PlaceIndex, PlaceIndex, double>> flows_;
};

/// Trucks of a dispatcher who does not look at places: as likely from anywhere, but for what is very far.
std::vector<double> from_anywhere(const PoolPlaces& places, double looks_h) {
  const auto likely = [&](std::size_t r, std::size_t c) { return std::exp(-hours_from_ticks(places.ticks(r, c)) / looks_h); };
  return balanced(places.table(likely), places.rows, places.columns);
}

/// Pairs of rows and columns, the nearest first.
std::vector<std::pair<Tick, std::size_t>> nearest_pairs(const PoolPlaces& places) {
  std::vector<std::pair<Tick, std::size_t>> pairs;
  const std::size_t width = places.columns.size();
  for (std::size_t cell = 0; cell < places.rows.size() * width; ++cell) {
    const Tick far = places.ticks(cell / width, cell % width);
    if (far != kUnreachable) pairs.emplace_back(far, cell);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

/// What rows and columns still have to give, and the table so far.
struct Matching {
  std::vector<double> table, rows, columns;
  /// As many as both sides have beyond what they keep back.
  void meet(std::size_t cell, double kept_by_row, double kept_by_column) {
    const std::size_t r = cell / columns.size(), c = cell % columns.size();
    const double n = std::max(0.0, std::min(rows[r] - kept_by_row, columns[c] - kept_by_column));
    table[cell] += n;
    rows[r] -= n;
    columns[c] -= n;
  }
};

/// Trucks that go back where they came from, as far as loads there are not met already and the sums of rows and columns allow.
void go_back(const PoolPlaces& places, Matching& all) {
  const std::size_t width = all.columns.size();
  const std::vector<double> back = balanced(places.back(), all.rows, all.columns);
  std::vector<double> come(width, 0.0);
  for (std::size_t cell = 0; cell < back.size(); ++cell) come[cell % width] += back[cell];
  const std::vector<double> columns = all.columns;
  for (std::size_t cell = 0; cell < back.size(); ++cell) {
    const std::size_t c = cell % width;
    const double n = come[c] > columns[c] ? back[cell] * columns[c] / come[c] : back[cell];
    all.table[cell] += n;
    all.rows[cell / width] -= n;
    all.columns[c] -= n;
  }
}

/// The nearest pairs first, as far as `kMeetNearby` of both sides meets nearby; others go back where they came from; who then has no load
/// there takes the nearest.
std::vector<double> near_first(const PoolPlaces& places, double looks_h) {
  const std::size_t width = places.columns.size();
  Matching all{std::vector<double>(places.rows.size() * width, 0.0), places.rows, places.columns};
  const auto pairs = nearest_pairs(places);
  for (const auto& [far, cell] : pairs) {
    if (hours_from_ticks(far) > looks_h * kNearby) break;
    all.meet(cell, (1.0 - kMeetNearby) * places.rows[cell / width], (1.0 - kMeetNearby) * places.columns[cell % width]);
  }
  go_back(places, all);
  for (const auto& [far, cell] : pairs) all.meet(cell, 0.0, 0.0);
  return all.table;
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
  const PoolPlaces places(pool, legs, loads, runs);
  const std::vector<double> table = looks_h < kLooksEverywhereH ? near_first(places, looks_h) : from_anywhere(places, looks_h);
  EmptyShares out;
  out.from = places.from;
  const std::size_t width = places.columns.size();
  for (std::size_t r = 0; r < places.rows.size(); ++r) {
    std::vector<double>& shares = out.shares[places.origins[r]];
    double hours = 0.0;
    for (std::size_t c = 0; c < width; ++c) {
      shares.push_back(table[r * width + c] / places.rows[r]);
      if (shares.back() > 0.0) hours += shares.back() * hours_from_ticks(places.ticks(r, c));
    }
    out.hours[places.origins[r]] = hours;
  }
  return out;
}

}  // namespace railshift::engine
