#include "sim/ledger/route_uses.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sim/core/contract.hpp"
#include "sim/ledger/packed_key.hpp"

namespace railshift::ledger {
namespace {

constexpr unsigned kCountyBits = 12, kRingBits = 4, kClassBits = 3, kSpeedBits = 12, kTruckTypeBits = 10, kTruckOwnerBits = 2;
constexpr unsigned kDayPartBits = 2, kAccessBits = 6;
constexpr unsigned kTruckBits = kTruckTypeBits + kTruckOwnerBits + 1, kPassageBits = kDayPartBits + kAccessBits + kTruckOwnerBits + 1;

struct Road {
  std::int64_t metres = 0;
  Tick ticks = 0;
};

const Route& route_of(const RouteBook& routes, std::uint32_t route) {
  RAILSHIFT_EXPECTS(route < routes.size(), "a trip runs on a route of the book");
  return routes[route];
}

/// floor(speed / 10 km/h) of a speed raised by 1/4096: a cell at a bin's lower bound stays in that bin, though its ticks are rounded up. 1
/// m a tick is 3,686.4 km/h; 36,864 x 4097 / 4096 = 36,873.
std::uint64_t speed_bin(const RouteCell& cell) {
  RAILSHIFT_EXPECTS(cell.metres >= 0 && cell.ticks >= 0, "a route cell has no negative length or time");
  return static_cast<std::uint64_t>(cell.metres * 36'873 / (std::max<Tick>(cell.ticks, 1) * 100));
}

std::vector<bool> used_routes(const std::vector<RouteUse>& uses, const RouteBook& routes) {
  std::vector<bool> used(routes.size(), false);
  for (const RouteUse& use : uses) {
    RAILSHIFT_EXPECTS(use.route < routes.size(), "a trip runs on a route of the book");
    used[use.route] = true;
  }
  return used;
}

/// County codes as numbers in the order of their text, so that packed keys sort like rows.
class CountyRanks {
 public:
  CountyRanks(const std::vector<bool>& used, const RouteBook& routes) {
    for (std::size_t r = 0; r < routes.size(); ++r) {
      if (!used[r]) continue;
      for (const RouteCell& cell : routes[r].cells) rank_.emplace(cell.county, 0);
    }
    for (const auto& [county, rank] : rank_) counties_.push_back(county);
    std::sort(counties_.begin(), counties_.end());
    for (std::size_t i = 0; i < counties_.size(); ++i) rank_[counties_[i]] = i;
  }
  [[nodiscard]] std::uint64_t of(std::string_view county) const { return rank_.find(county)->second; }
  [[nodiscard]] std::string county(std::size_t rank) const { return std::string(counties_[rank]); }

 private:
  std::unordered_map<std::string_view, std::uint64_t> rank_;
  std::vector<std::string_view> counties_;
};

/// The part of a traffic key that belongs to the road, not to the truck.
std::uint64_t cell_key(const RouteCell& cell, const CountyRanks& counties) {
  KeyWriter key;
  key.put(counties.of(cell.county), kCountyBits).put(cell.inside ? 1 : 0, 1).put(static_cast<std::uint64_t>(cell.ring), kRingBits);
  return key.put(static_cast<std::uint64_t>(cell.road_class), kClassBits).put(speed_bin(cell), kSpeedBits).key();
}

/// The different cells of the routes in use, in key order, and where in that list the cells of each route stand.
struct CellIndex {
  std::vector<std::uint64_t> keys;
  std::vector<std::vector<std::uint32_t>> of_route;

  CellIndex(const std::vector<bool>& used, const RouteBook& routes, const CountyRanks& counties) : of_route(routes.size()) {
    std::vector<std::vector<std::uint64_t>> route_keys(routes.size());
    for (std::size_t r = 0; r < routes.size(); ++r) {
      if (!used[r]) continue;
      for (const RouteCell& cell : routes[r].cells) route_keys[r].push_back(cell_key(cell, counties));
      keys.insert(keys.end(), route_keys[r].begin(), route_keys[r].end());
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (std::size_t r = 0; r < routes.size(); ++r) {
      for (const std::uint64_t key : route_keys[r]) {
        of_route[r].push_back(static_cast<std::uint32_t>(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin()));
      }
    }
  }
};

/// The few kinds of truck (or of passage) that occur, numbered in key order: columns of a dense table of sums.
class Kinds {
 public:
  Kinds(const std::vector<RouteUse>& uses, std::uint64_t (*key_of)(const RouteUse&), unsigned bits) : column_(std::size_t{1} << bits, 0) {
    for (const RouteUse& use : uses) column_[key_of(use)] = 1;
    for (std::size_t key = 0; key < column_.size(); ++key) {
      if (column_[key] == 0) continue;
      column_[key] = static_cast<std::uint32_t>(keys_.size());
      keys_.push_back(key);
    }
  }
  [[nodiscard]] std::size_t column(std::uint64_t key) const { return column_[key]; }
  [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }

 private:
  std::vector<std::uint32_t> column_;
  std::vector<std::uint64_t> keys_;
};

std::uint64_t truck_key(const RouteUse& use) {
  KeyWriter key;
  return key.put(use.vehicle, kTruckTypeBits).put(static_cast<std::uint64_t>(use.owner), kTruckOwnerBits).put(use.loaded ? 1 : 0, 1).key();
}

std::uint64_t passage_key(const RouteUse& use) {
  KeyWriter key;
  key.put(use.day_part, kDayPartBits).put(use.vehicle & 63U, kAccessBits);
  return key.put(static_cast<std::uint64_t>(use.owner), kTruckOwnerBits).put(use.loaded ? 1 : 0, 1).key();
}

TrafficRow traffic_row(std::uint64_t cell, std::uint64_t truck, const CountyRanks& counties, const Road& road) {
  KeyReader of_truck(truck), of_cell(cell);
  TrafficRow row;
  row.loaded = of_truck.take<unsigned>(1) == 1;
  row.owner = of_truck.take<Owner>(kTruckOwnerBits);
  row.vehicle = of_truck.take<std::uint16_t>(kTruckTypeBits);
  row.speed_bin = of_cell.take<int>(kSpeedBits);
  row.road_class = of_cell.take<RoadClass>(kClassBits);
  row.ring = of_cell.take<int>(kRingBits);
  row.inside = of_cell.take<unsigned>(1) == 1;
  row.county = counties.county(of_cell.take<std::size_t>(kCountyBits));
  row.metres = road.metres;
  row.ticks = road.ticks;
  return row;
}

LinkRow link_row(Month month, std::size_t link, std::uint64_t passage, std::int64_t vehicles) {
  KeyReader reader(passage);
  LinkRow row;
  row.month = month;
  row.link = Id<Link>{static_cast<std::uint32_t>(link)};
  row.loaded = reader.take<unsigned>(1) == 1;
  row.owner = reader.take<Owner>(kTruckOwnerBits);
  row.access_class = reader.take<std::uint8_t>(kAccessBits);
  row.day_part = reader.take<std::uint8_t>(kDayPartBits);
  row.vehicles = vehicles;
  return row;
}

}  // namespace

std::vector<TrafficRow> traffic_rows(Month month, const std::vector<RouteUse>& uses, TripKind kind, const RouteBook& routes) {
  const std::vector<bool> used = used_routes(uses, routes);
  const CountyRanks counties(used, routes);
  const CellIndex cells(used, routes, counties);
  const Kinds trucks(uses, truck_key, kTruckBits);
  std::vector<Road> sums(cells.keys.size() * trucks.keys().size());
  for (const RouteUse& use : uses) {
    const Route& route = routes[use.route];
    const std::size_t column = trucks.column(truck_key(use));
    for (std::size_t i = 0; i < route.cells.size(); ++i) {
      Road& sum = sums[cells.of_route[use.route][i] * trucks.keys().size() + column];
      sum.metres += use.trips * route.cells[i].metres;
      sum.ticks += use.trips * route.cells[i].ticks;
    }
  }
  std::vector<TrafficRow> rows;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i].metres == 0 && sums[i].ticks == 0) continue;
    rows.push_back(traffic_row(cells.keys[i / trucks.keys().size()], trucks.keys()[i % trucks.keys().size()], counties, sums[i]));
    rows.back().month = month;
    rows.back().counted = kind == TripKind::counted;
  }
  return rows;
}

std::vector<LinkRow> link_rows(Month month, const std::vector<RouteUse>& uses, const RouteBook& routes) {
  const Kinds passages(uses, passage_key, kPassageBits);
  const std::size_t width = passages.keys().size();
  std::vector<std::int64_t> sums;
  for (const RouteUse& use : uses) {
    const std::size_t column = passages.column(passage_key(use));
    for (const Id<Link> link : route_of(routes, use.route).links) {
      const std::size_t place = link.index * width + column;
      if (place >= sums.size()) sums.resize((link.index + 1) * width);
      sums[place] += use.trips;
    }
  }
  std::vector<LinkRow> rows;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] != 0) rows.push_back(link_row(month, i / width, passages.keys()[i % width], sums[i]));
  }
  return rows;
}

}  // namespace railshift::ledger
