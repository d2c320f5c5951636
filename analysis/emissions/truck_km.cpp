/// Kilometres of trucks by year: what the mileage table gives, what modelled flows, counted trips and other work take of it, and what
/// outside trucks drive for pools. By segment and for the whole city; kilometres outside of the study area included.
#include <map>
#include <tuple>

#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/families.hpp"

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
    const Id<Segment> segment = world.truck_classes[world.flows[row.flow].truck_class].segment;
    put_km(metres, row.month.year(), world.segments[segment].id, "hired_km", row.metres);
  }
}

/// Local trucks beyond the gateways: in the book of kilometres, not in the city's exhaust. The traffic table does not know segments.
void add_beyond(const Gauge& gauge, KmSums& metres) {
  for (const ledger::TrafficRow& row : gauge.ledger().traffic) {
    if (row.owner == Owner::local && !row.inside && gauge.reported(row.month)) metres[{row.month.year(), "", "beyond_km"}] += row.metres;
  }
}

Standing km_standing(const World& world) {
  Standing standing = Standing::derived;
  for (const Mileage& mileage : world.mileage) standing = combine(standing, mileage.provenance.standing);
  for (const RegisterRow& row : world.register_rows) standing = combine(standing, row.provenance.standing);
  return standing;
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
  }
  if (metres.empty()) return;
  add_hired(gauge, metres);
  add_beyond(gauge, metres);
  const Standing standing = km_standing(gauge.world());
  for (const auto& [key, driven] : metres) {
    const auto& [year, segment, kind] = key;
    MetricRow row = gauge.row("truck_km", {year, 0}, "km", kilometres_of(driven), standing);
    row.segment = segment;
    row.basis = kind;
    table.push_back(std::move(row));
  }
}

}  // namespace railshift::analysis
