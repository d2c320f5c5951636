/// Kilometres of trucks by year: what the mileage table gives, what modelled flows, counted trips and other work take of it, and beside
/// these what pools of stated size and outside trucks drive. By segment and for the whole city; kilometres outside of the study area
/// included.
#include <map>
#include <tuple>

#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/families.hpp"
#include "analysis/metrics/standings.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::analysis {
namespace {

/// Year, segment id ("" = all), kind of work.
using KmKey = std::tuple<int, std::string, std::string_view>;
using KmSums = std::map<KmKey, std::int64_t>;

void put_km(KmSums& metres, int year, const std::string& segment, std::string_view kind, std::int64_t driven) {
  metres[{year, segment, kind}] += driven;
  metres[{year, "", kind}] += driven;
}

void add_hired(const Gauge& gauge, KmSums& metres) {
  const World& world = gauge.world();
  for (const ledger::ServiceRow& row : gauge.ledger().service) {
    if (row.owner != Owner::hired || !gauge.reported(row.month)) continue;
    const Id<Segment> segment = rules::segment_of_flow(world, row.flow);
    put_km(metres, row.month.year(), world.segments[segment].id, "hired_km", row.metres);
  }
}

/// Local trucks beyond the gateways: part of the book of kilometres and of the city's exhaust. The traffic table does not know segments.
void add_beyond(const Gauge& gauge, KmSums& metres) {
  for (const ledger::TrafficRow& row : gauge.ledger().traffic) {
    if (row.owner == Owner::local && !row.inside && gauge.reported(row.month)) metres[{row.month.year(), "", "beyond_km"}] += row.metres;
  }
}

/// By kind of work: the table rests on stock and mileage, what flows take on flows and roads, other work on what both leave.
Standing standing_of_km(const World& world, std::string_view kind) {
  const Standing table = weakest({standing_of_fleet(world), standing_of(world.mileage)});
  if (kind == "table_km") return table;
  const Standing driven = weakest({standing_of_hauls(world), standing_of(world.pools)});
  return kind == "other_km" || kind == "local_km" ? weakest({table, driven}) : driven;
}

}  // namespace

void add_truck_km(const Gauge& gauge, MetricTable& table) {
  KmSums metres;
  for (const TruckBookRow& row : truck_book(gauge.world(), gauge.ledger())) {
    const std::string& segment = gauge.world().segments[row.segment].id;
    put_km(metres, row.year, segment, "table_km", row.table);
    put_km(metres, row.year, segment, "modelled_km", row.modelled);
    put_km(metres, row.year, segment, "counted_km", row.counted);
    put_km(metres, row.year, segment, "other_km", row.other);
    put_km(metres, row.year, segment, "local_km", row.driven());
    if (row.stated > 0) put_km(metres, row.year, segment, "stated_km", row.stated);
  }
  if (metres.empty()) return;
  add_hired(gauge, metres);
  add_beyond(gauge, metres);
  std::map<std::string_view, Standing> standings;
  for (const auto& [key, driven] : metres) {
    const auto& [year, segment, kind] = key;
    const auto [at, is_new] = standings.try_emplace(kind, Standing::derived);
    if (is_new) at->second = standing_of_km(gauge.world(), kind);
    MetricRow row = gauge.row("truck_km", {year, 0}, "km", kilometres_of(driven), at->second);
    row.segment = segment;
    row.basis = kind;
    table.push_back(std::move(row));
  }
}

}  // namespace railshift::analysis
