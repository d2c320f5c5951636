// Audit of stations and stocks: trucks come and go, Little's law holds, what goes in comes out or stays.
#include <algorithm>

#include "analysis/audit/audit_book.hpp"

namespace railshift::analysis {
namespace {

using StationMonth = std::pair<std::uint32_t, Month>;

/// Trucks whose service began, by station and month, with the rows of the histogram they came from.
std::map<StationMonth, std::vector<std::size_t>> wait_rows(const AuditBook& book) {
  std::map<StationMonth, std::vector<std::size_t>> rows;
  for (std::size_t row = 0; row < book.waits.size(); ++row) rows[{book.waits[row].station.index, book.waits[row].month}].push_back(row);
  return rows;
}

/// Between two month ends at which a station stands empty, whoever came also waited, was served and left inside: waits + service fill
/// the time that trucks were present, and as many services began as trucks left.
class EmptyWindows {
 public:
  explicit EmptyWindows(AuditBook& book)
      : book_(book),
        time_(book.identity("stations", "presence_ticks = wait_ticks + busy_ticks between month ends with an empty station", "ticks")),
        counts_(book.identity("stations, waits", "sum over waits of trucks = left between month ends with an empty station", "trucks")),
        waits_(wait_rows(book)) {}

  void check() {
    for (const auto& [key, rows] : histories(book_.stations)) {
      std::vector<std::size_t> window;
      for (const std::size_t row : rows) {
        const ledger::StationRow& station = book_.stations[row];
        if (window.empty() && station.present_open != 0) continue;
        if (!window.empty() && station.month - book_.stations[window.back()].month != 1) window.clear();
        window.push_back(row);
        if (station.present_close != 0) continue;
        check_window(window);
        window.clear();
      }
    }
  }

 private:
  void check_window(const std::vector<std::size_t>& window) {
    auto presence = book_.stations.column("presence_ticks"), wait = book_.stations.column("wait_ticks");
    auto busy = book_.stations.column("busy_ticks"), left = book_.stations.column("left");
    auto begun = book_.waits.column("trucks");
    std::int64_t time = 0, trucks = 0;
    for (const std::size_t row : window) {
      time += presence(row) - wait(row) - busy(row);
      trucks -= left(row);
      const auto found = waits_.find({book_.stations[row].station.index, book_.stations[row].month});
      if (found == waits_.end()) continue;
      for (const std::size_t bucket : found->second) trucks += begun(bucket);
    }
    const auto where = [&] { return book_.where_between(book_.stations, window.front(), window.back()); };
    book_.check(time_, time, where);
    book_.check(counts_, trucks, where);
  }

  AuditBook& book_;
  Identity& time_;
  Identity& counts_;
  std::map<StationMonth, std::vector<std::size_t>> waits_;
};

/// A bound: the sum of waits lies between the sums of the buckets' lower and upper ends.
void check_wait_buckets(AuditBook& book) {
  Identity& identity = book.identity("stations, waits", "wait_ticks lies inside the bounds of the wait buckets", "ticks");
  const auto waits = wait_rows(book);
  const auto wait = book.stations.column("wait_ticks");
  const auto trucks = book.waits.column("trucks");
  for (std::size_t row = 0; row < book.stations.size(); ++row) {
    std::int64_t low = 0, high = 0;
    const auto found = waits.find({book.stations[row].station.index, book.stations[row].month});
    if (found != waits.end()) {
      for (const std::size_t i : found->second) {
        const std::uint16_t bucket = book.waits[i].bucket;
        const std::int64_t below = bucket == 0 ? 0 : ledger::wait_bucket_floor(static_cast<std::uint16_t>(bucket + 1)) - 1;
        low += trucks.peek(i) * ledger::wait_bucket_floor(bucket);
        high += trucks.peek(i) * below;
      }
    }
    const std::int64_t total = wait.peek(row);
    book.check(identity, std::min<std::int64_t>(0, total - low) + std::max<std::int64_t>(0, total - high),
               [&] { return book.where(book.stations, row); });
  }
}

/// Two books of the same hours: trucks charge their time to where they are, stations add up who is present.
void check_truck_clocks(AuditBook& book) {
  Identity& identity = book.identity(
      "stations, pools", "Little: presence_ticks of all stations = origin + destination + repair - off_station by the trucks' own clocks",
      "ticks");
  std::map<Month, std::int64_t> gaps;
  auto presence = book.stations.column("presence_ticks");
  for (std::size_t row = 0; row < book.stations.size(); ++row) gaps[book.stations[row].month] += presence(row);
  for (const auto& [name, sign] :
       {std::pair{"origin_ticks", -1}, {"destination_ticks", -1}, {"repair_ticks", -1}, {"off_station_ticks", 1}}) {
    auto ticks = book.pools.column(name);
    for (std::size_t row = 0; row < book.pools.size(); ++row) gaps[book.pools[row].month] += sign * ticks(row);
  }
  for (const auto& [month, gap] : gaps) {
    book.check(identity, gap, [&, at = month] { return Where{to_string(at), "all stations"}; });
  }
}

/// What left an output stock and what it could not give is what the flows from there were offered.
void check_dispatch(AuditBook& book) {
  Identity& identity = book.identity("stocks, flows", "out_kg + short_kg of an output stock = offered_kg of the flows from there", "kg");
  using Place = std::tuple<Month, std::uint32_t, std::uint32_t>;
  std::map<Place, std::int64_t> sums;
  auto out = book.stocks.column("out_kg"), lacking = book.stocks.column("short_kg");
  auto offered = book.flows.column("offered_kg");
  for (std::size_t row = 0; row < book.stocks.size(); ++row) {
    const ledger::StockRow& stock = book.stocks[row];
    if (stock.kind == ledger::StockKind::site_out) sums[{stock.month, stock.place, stock.commodity.index}] += out(row) + lacking(row);
  }
  for (std::size_t row = 0; row < book.flows.size(); ++row) {
    const Flow& flow = book.world.flows[book.flows[row].flow];
    const auto found = sums.find({book.flows[row].month, flow.origin.index, flow.commodity.index});
    if (found != sums.end()) found->second -= offered(row);
  }
  for (const auto& [key, residual] : sums) {
    book.check(identity, residual, [&, &key = key] {
      const auto& [month, site, commodity] = key;
      return Where{to_string(month), "kind=site_out place=" + book.world.sites[Id<Site>{site}].id +
                                         " commodity=" + book.world.commodities[Id<Commodity>{commodity}].id};
    });
  }
}

}  // namespace

void audit_places(AuditBook& book) {
  check_rows(book, book.stations, "arrived - left = present at the end - present at the start", "trucks",
             {{"arrived", 1}, {"left", -1}, {"present_open", 1}, {"present_close", -1}});
  check_rows(book, book.stations, "Little: presence_ticks = sojourn_ticks + clocks_close - clocks_open", "ticks",
             {{"presence_ticks", 1}, {"sojourn_ticks", -1}, {"clocks_close", -1}, {"clocks_open", 1}});
  check_continuity(book, book.stations, "present_open", "present_close", "trucks");
  check_continuity(book, book.stations, "clocks_open", "clocks_close", "ticks");
  check_truck_clocks(book);
  EmptyWindows(book).check();
  check_wait_buckets(book);
  check_rows(book, book.stocks, "open_kg + in_kg - out_kg = close_kg", "kg",
             {{"open_kg", 1}, {"in_kg", 1}, {"out_kg", -1}, {"close_kg", -1}});
  check_continuity(book, book.stocks, "open_kg", "close_kg", "kg");
  check_dispatch(book);
}

}  // namespace railshift::analysis
