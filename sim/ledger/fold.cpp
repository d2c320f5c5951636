#include "sim/ledger/fold.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>
#include <tuple>

#include "sim/core/contract.hpp"
#include "sim/ledger/packed_key.hpp"
#include "sim/ledger/record_fields.hpp"
#include "sim/ledger/route_uses.hpp"
#include "sim/ledger/sum_table.hpp"

namespace railshift::ledger {
namespace {

constexpr unsigned kFlowBits = 16, kLegBits = 4, kVehicleBits = 12, kOwnerBits = 2, kComplianceBits = 2, kRouteBits = 16, kPartBits = 2;

/// What the records of one service key, route and day part add up to.
struct LegSums {
  std::int64_t trips = 0;
  std::int64_t kg = 0;
  Tick wait = 0;
  LegSums& operator+=(const LegSums& o) {
    trips += o.trips;
    kg += o.kg;
    wait += o.wait;
    return *this;
  }
};
using LegGroups = std::vector<SumTable<LegSums>::Entry>;

/// One record as the fold needs it: flow, leg, loaded, vehicle, owner, compliance, route, day part in one number, in this order; mass and
/// wait still packed as in the record's last word.
struct KeyedLeg {
  std::uint64_t key = 0;
  std::uint64_t mass_and_wait = 0;
};

std::uint64_t flow_of(const LegRecord& record) { return taken<std::uint64_t>(record_fields::kFlow, record.word[0]); }

/// Straight from word to word: this is done for every leg of the run.
KeyedLeg keyed(const LegRecord& record) {
  namespace f = record_fields;
  const auto day_part = static_cast<std::uint64_t>(taken<Tick>(f::kTick, record.word[0]) % kTicksPerDay / (kTicksPerDay / 4));
  std::uint64_t key = flow_of(record);
  key = (key << kLegBits) | taken<std::uint64_t>(f::kLeg, record.word[0]);
  key = (key << 1) | taken<std::uint64_t>(f::kLoaded, record.word[0]);
  key = (key << kVehicleBits) | taken<std::uint64_t>(f::kVehicle, record.word[1]);
  key = (key << kOwnerBits) | taken<std::uint64_t>(f::kOwner, record.word[0]);
  key = (key << kComplianceBits) | taken<std::uint64_t>(f::kCompliance, record.word[1]);
  key = (key << kRouteBits) | taken<std::uint64_t>(f::kRoute, record.word[1]);
  return {(key << kPartBits) | day_part, record.word[2]};
}

/// Records sorted by flow alone (counting sort), and where each flow begins: the sums of one flow fit the nearest cache.
struct LegsByFlow {
  std::vector<KeyedLeg> legs;
  std::vector<std::size_t> begin = std::vector<std::size_t>((std::size_t{1} << kFlowBits) + 1, 0);
};

LegsByFlow by_flow(const std::vector<LegRecord>& records) {
  LegsByFlow sorted;
  for (const LegRecord& record : records) ++sorted.begin[flow_of(record) + 1];
  std::partial_sum(sorted.begin.begin(), sorted.begin.end(), sorted.begin.begin());
  sorted.legs.resize(records.size());
  std::vector<std::size_t> next = sorted.begin;
  for (const LegRecord& record : records) sorted.legs[next[flow_of(record)]++] = keyed(record);
  return sorted;
}

/// In key order: the groups of one service row stand together.
LegGroups group_legs(const std::vector<LegRecord>& records) {
  const LegsByFlow sorted = by_flow(records);
  LegGroups groups;
  for (std::size_t flow = 0; flow + 1 < sorted.begin.size(); ++flow) {
    if (sorted.begin[flow] == sorted.begin[flow + 1]) continue;
    SumTable<LegSums> table(128);
    for (std::size_t i = sorted.begin[flow]; i < sorted.begin[flow + 1]; ++i) {
      const std::uint64_t word = sorted.legs[i].mass_and_wait;
      table.add(sorted.legs[i].key, {1, taken<std::int64_t>(record_fields::kMass, word), taken<Tick>(record_fields::kWait, word)});
    }
    const LegGroups of_flow = std::move(table).sorted();
    groups.insert(groups.end(), of_flow.begin(), of_flow.end());
  }
  return groups;
}

/// One group in clear: where it drove, and what service it was (without its sums).
struct Group {
  ServiceRow service;
  RouteUse use;
};

Group clear(Month month, std::uint64_t key) {
  KeyReader reader(key);
  Group group;
  group.use.day_part = reader.take<std::uint8_t>(kPartBits);
  group.use.route = reader.take<std::uint32_t>(kRouteBits);
  ServiceRow& row = group.service;
  row.month = month;
  row.compliance = reader.take<Compliance>(kComplianceBits);
  row.owner = group.use.owner = reader.take<Owner>(kOwnerBits);
  row.vehicle = group.use.vehicle = reader.take<std::uint16_t>(kVehicleBits);
  row.loaded = group.use.loaded = reader.take<unsigned>(1) == 1;
  row.leg = reader.take<std::uint8_t>(kLegBits);
  row.flow = Id<Flow>{reader.take<std::uint32_t>(kFlowBits)};
  return group;
}

auto key_of(const ServiceRow& r) { return std::tuple(r.month, r.flow, r.leg, r.loaded, r.vehicle, r.owner, r.compliance); }
auto key_of(const TrafficRow& r) {
  return std::tuple(r.month, std::string_view(r.county), r.inside, r.ring, r.road_class, r.speed_bin, r.vehicle, r.owner, r.loaded,
                    r.counted);
}
auto key_of(const LinkRow& r) { return std::tuple(r.month, r.link, r.day_part, r.access_class, r.owner, r.loaded); }

void add_sums(ServiceRow& to, const ServiceRow& from) {
  to.trips += from.trips;
  to.kg += from.kg;
  to.metres += from.metres;
  to.kg_km += from.kg_km;
  to.drive_ticks += from.drive_ticks;
  to.wait_ticks += from.wait_ticks;
}
void add_sums(TrafficRow& to, const TrafficRow& from) {
  to.metres += from.metres;
  to.ticks += from.ticks;
}
void add_sums(LinkRow& to, const LinkRow& from) { to.vehicles += from.vehicles; }

template <class Row>
bool before(const Row& a, const Row& b) {
  return key_of(a) < key_of(b);
}

/// Adds rows in key order to rows in key order; rows of one key become one.
template <class Row>
void merge_rows(std::vector<Row>& into, std::vector<Row> added) {
  std::vector<Row> all;
  all.reserve(into.size() + added.size());
  std::merge(std::make_move_iterator(into.begin()), std::make_move_iterator(into.end()), std::make_move_iterator(added.begin()),
             std::make_move_iterator(added.end()), std::back_inserter(all), before<Row>);
  into.clear();
  for (Row& row : all) {
    if (!into.empty() && key_of(into.back()) == key_of(row)) {
      add_sums(into.back(), row);
    } else {
      into.push_back(std::move(row));
    }
  }
}

/// kg x metres to whole kilogram-kilometres, half up.
std::int64_t to_kg_km(std::int64_t kg_metres) { return (kg_metres + 500) / 1000; }

/// Length and driving time of every route of the book, once.
struct RouteLength {
  std::int64_t metres = 0;
  Tick ticks = 0;
};
std::vector<RouteLength> lengths_of(const RouteBook& routes) {
  std::vector<RouteLength> lengths;
  lengths.reserve(routes.size());
  for (const Route& route : routes) lengths.push_back({route.metres(), route.ticks()});
  return lengths;
}

void add_service(ServiceRow& row, const LegSums& sums, const RouteLength& length) {
  row.trips += sums.trips;
  row.kg += sums.kg;
  row.wait_ticks += sums.wait;
  row.metres += sums.trips * length.metres;
  row.drive_ticks += sums.trips * length.ticks;
  row.kg_km += sums.kg * length.metres;  // still kilogram-metres: rounded once, when the row is complete
}

ServiceRow service_of(Month month, const TripSum& sum, const std::vector<RouteLength>& lengths) {
  RAILSHIFT_EXPECTS(sum.route < lengths.size(), "a trip runs on a route of the book");
  ServiceRow row{.month = month,
                 .flow = Id<Flow>{sum.flow},
                 .leg = sum.leg,
                 .loaded = sum.loaded,
                 .vehicle = sum.vehicle.index(),
                 .owner = sum.owner,
                 .compliance = sum.compliance};
  add_service(row, {sum.trips, sum.kg, sum.wait}, lengths[sum.route]);
  return row;
}

/// One use a route and kind of truck, whichever flows it serves.
std::vector<RouteUse> uses_of(const std::vector<TripSum>& sums) {
  const auto key = [](const RouteUse& use) { return std::tuple(use.route, use.vehicle, use.owner, use.loaded); };
  std::vector<RouteUse> all, uses;
  all.reserve(sums.size());
  for (const TripSum& sum : sums) all.push_back({sum.route, 0, sum.vehicle.index(), sum.owner, sum.loaded, sum.trips});
  std::sort(all.begin(), all.end(), [&key](const RouteUse& a, const RouteUse& b) { return key(a) < key(b); });
  for (const RouteUse& use : all) {
    if (!uses.empty() && key(uses.back()) == key(use))
      uses.back().trips += use.trips;
    else
      uses.push_back(use);
  }
  return uses;
}

std::vector<RouteUse> over_the_day(const std::vector<RouteUse>& uses) {
  std::vector<RouteUse> parts;
  parts.reserve(4 * uses.size());
  for (RouteUse use : uses) {
    const std::int64_t trips = use.trips;
    for (std::uint8_t part = 0; part < 4; ++part) {
      use.day_part = part;
      use.trips = trips / 4 + ((part + 3) % 4 < trips % 4 ? 1 : 0);
      if (use.trips > 0) parts.push_back(use);
    }
  }
  return parts;
}

void check_count(const CountedTrips& count, const RouteBook& routes) {
  RAILSHIFT_EXPECTS(count.route < routes.size(), "a trip runs on a route of the book");
  const auto& parts = count.by_day_part;
  RAILSHIFT_EXPECTS(parts[0] + parts[1] + parts[2] + parts[3] == count.trips, "counted trips sum over the parts of the day");
}

}  // namespace

MonthFold fold_month(Month month, const std::vector<LegRecord>& records, const RouteBook& routes) {
  const LegGroups groups = group_legs(records);
  const std::vector<RouteLength> lengths = lengths_of(routes);
  MonthFold fold;
  std::vector<RouteUse> uses;
  uses.reserve(groups.size());
  for (const auto& [key, sums] : groups) {
    Group group = clear(month, key);
    RAILSHIFT_EXPECTS(group.use.route < routes.size(), "a trip runs on a route of the book");
    if (fold.service.empty() || key_of(fold.service.back()) != key_of(group.service)) fold.service.push_back(group.service);
    add_service(fold.service.back(), sums, lengths[group.use.route]);
    group.use.trips = sums.trips;
    uses.push_back(group.use);
  }
  for (ServiceRow& row : fold.service) row.kg_km = to_kg_km(row.kg_km);
  fold.traffic = traffic_rows(month, uses, TripKind::individual, routes);
  fold.links = link_rows(month, uses, routes);
  return fold;
}

MonthFold fold_sums(Month month, const std::vector<TripSum>& sums, const RouteBook& routes) {
  const std::vector<RouteLength> lengths = lengths_of(routes);
  std::vector<ServiceRow> service;
  service.reserve(sums.size());
  for (const TripSum& sum : sums) service.push_back(service_of(month, sum, lengths));
  std::stable_sort(service.begin(), service.end(), before<ServiceRow>);
  MonthFold fold;
  merge_rows(fold.service, std::move(service));
  for (ServiceRow& row : fold.service) row.kg_km = to_kg_km(row.kg_km);
  const std::vector<RouteUse> uses = uses_of(sums);
  fold.traffic = traffic_rows(month, uses, TripKind::individual, routes);
  fold.links = link_rows(month, over_the_day(uses), routes);
  return fold;
}

void add_counts(MonthFold& fold, Month month, std::span<const CountedTrips> counts, const RouteBook& routes) {
  std::vector<RouteUse> uses;
  std::vector<ServiceRow> service;
  for (const CountedTrips& count : counts) {
    check_count(count, routes);
    for (std::size_t part = 0; part < count.by_day_part.size(); ++part) {
      if (count.by_day_part[part] == 0) continue;
      uses.push_back(
          {count.route, static_cast<std::uint8_t>(part), count.vehicle.index(), count.owner, count.loaded, count.by_day_part[part]});
    }
    if (!count.flow || count.trips == 0) continue;
    ServiceRow row{
        .month = month, .flow = Id<Flow>{*count.flow}, .loaded = count.loaded, .vehicle = count.vehicle.index(), .owner = count.owner};
    row.leg = count.loaded ? 1 : 0;
    const Route& route = routes[count.route];
    add_service(row, {count.trips, count.kg, 0}, {route.metres(), route.ticks()});
    row.kg_km = to_kg_km(row.kg_km);
    service.push_back(row);
  }
  std::stable_sort(service.begin(), service.end(), before<ServiceRow>);
  merge_rows(fold.service, std::move(service));
  merge_rows(fold.traffic, traffic_rows(month, uses, TripKind::counted, routes));
  merge_rows(fold.links, link_rows(month, uses, routes));
}

}  // namespace railshift::ledger
