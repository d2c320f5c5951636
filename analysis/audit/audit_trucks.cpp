// Audit of the one book of kilometres and exhaust: what registered trucks can drive, what the book says they drive, and that the city's
// exhaust is the sum of its sources.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "analysis/audit/audit_book.hpp"
#include "analysis/emissions/activity.hpp"
#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/families.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::analysis {
namespace {

using SegmentYear = std::pair<int, std::uint32_t>;

/// What the tables say of one segment and year, in metres.
struct Driven {
  std::int64_t table = 0;
  std::int64_t local = 0;       ///< every local truck of the model
  std::int64_t registered = 0;  ///< without pools of stated size, which may hold trucks that the register does not have
  std::set<Month> months;
};
using DrivenBySegment = std::map<SegmentYear, Driven>;

bool of_stated_size(const World& world, Id<Flow> flow) {
  const auto pool = rules::pool_of_flow(world, flow);
  return pool && world.pools[*pool].trucks.has_value();
}

DrivenBySegment driven_from(const AuditBook& book, Month first, Month end) {
  const World& world = book.world;
  DrivenBySegment sums;
  for (std::size_t row = 0; row < book.registers.size(); ++row) {
    const ledger::RegisterFoldRow& r = book.registers[row];
    if (r.month < first || r.month >= end) continue;
    Driven& driven = sums[{r.month.year(), r.tally.segment.index}];
    driven.table += r.tally.mileage_metres;
    driven.months.insert(r.month);
  }
  for (std::size_t row = 0; row < book.service.size(); ++row) {
    const ledger::ServiceRow& s = book.service[row];
    if (s.month < first || s.month >= end || s.owner != Owner::local) continue;
    Driven& driven = sums[{s.month.year(), world.truck_classes[world.flows[s.flow].truck_class].segment.index}];
    driven.local += s.metres;
    if (!of_stated_size(world, s.flow)) driven.registered += s.metres;
  }
  return sums;
}

std::string months_of(int year) { return fmt::format("{0}-01..{0}-12", year); }

Where where_of(const AuditBook& book, const SegmentYear& key, const std::string& more) {
  return {months_of(key.first), "segment=" + book.world.segments[Id<Segment>{key.second}].id + more};
}

/// A bound: nobody drives more than his trucks can. What the table leaves is the room for other work.
void check_room(AuditBook& book, const DrivenBySegment& sums) {
  Identity& identity =
      book.identity("registers, service", "other work >= 0: mileage_metres of a segment and year >= metres of its local trucks", "m");
  for (const auto& [key, driven] : sums) {
    book.check(identity, std::min<std::int64_t>(0, driven.table - driven.registered), [&, key = key, driven = driven] {
      return where_of(book, key, fmt::format(" can drive {} km, drives {} km", driven.table / 1000, driven.registered / 1000));
    });
  }
}

/// What other work of a segment and year must be: the rate of the first twelve months, none without registered trucks.
std::map<SegmentYear, std::int64_t> demands(const AuditBook& book, const DrivenBySegment& sums, Month first) {
  std::map<std::uint32_t, std::int64_t> left;
  for (const auto& [key, driven] : driven_from(book, first, first + 12)) left[key.second] += driven.table - driven.local;
  std::set<Month> months;
  for (const auto& [key, driven] : sums) months.insert(driven.months.begin(), driven.months.end());
  const auto base = std::count_if(months.begin(), months.end(), [&](Month m) { return m < first + 12; });
  std::map<SegmentYear, std::int64_t> demands;
  for (const auto& [key, driven] : sums) {
    if (driven.table == 0) continue;
    const int year = key.first;
    const auto of_year = std::count_if(months.begin(), months.end(), [&](Month m) { return m.year() == year; });
    demands[key] = (std::max<std::int64_t>(0, left[key.second]) * of_year + base / 2) / base;
  }
  return demands;
}

/// The published book against the tables, segment by segment.
void check_truck_book(AuditBook& book, const ledger::Ledger& ledger, const DrivenBySegment& sums, Month first) {
  Identity& table = book.identity("registers", "the book's mileage table = mileage_metres", "m");
  Identity& local = book.identity("service", "the book's modelled + counted km = metres of local trucks", "m");
  Identity& other =
      book.identity("registers, service", "other work of a segment = what the table leaves in the first twelve months, every year", "m");
  std::map<SegmentYear, std::int64_t> demand = demands(book, sums, first);
  for (const TruckBookRow& row : by_segment(truck_book(book.world, ledger))) {
    const SegmentYear key{row.year, row.segment.index};
    const auto found = sums.find(key);
    const Driven driven = found == sums.end() ? Driven{} : found->second;
    const auto where = [&] { return where_of(book, key, ""); };
    book.check(table, row.table - driven.table, where);
    book.check(local, row.modelled + row.counted - driven.local, where);
    book.check(other, row.other - demand[key], where);
  }
}

/// Kilometres that emit: those of trucks on inside roads and other work, each once.
void check_emitting_km(AuditBook& book, const ledger::Ledger& ledger) {
  Identity& identity = book.identity("traffic", "km that emit = metres of inside traffic + other work", "m");
  std::map<int, double> open;
  for (const auto& [key, amount] : kilometres(book.world, ledger)) open[key.month.year()] += amount;
  for (const ledger::TrafficRow& row : ledger.traffic) open[row.month.year()] -= row.inside ? kilometres_of(row.metres) : 0.0;
  for (const TruckBookRow& row : truck_book(book.world, ledger)) open[row.year] -= kilometres_of(row.other);
  for (const auto& [year, km] : open) {
    book.check(identity, std::llround(km * 1000.0), [y = year] { return Where{months_of(y), "all sources"}; });
  }
}

/// Grams: the city's total is the sum over sources, printed once.
void check_exhaust(AuditBook& book, const ledger::Ledger& ledger) {
  Identity& identity = book.identity("exhaust", "total of a year and pollutant = sum over sources", "g");
  MetricTable rows;
  add_exhaust(Gauge(book.world, ledger, {}), rows);
  std::map<std::pair<std::string, std::string>, double> open;
  for (const MetricRow& row : rows) {
    if (!row.ring.empty() || !row.standard.empty() || !row.county.empty()) continue;
    open[{row.period, row.numerator_kind}] += row.basis.empty() ? row.value : -row.value;
  }
  for (const auto& [key, tonnes] : open)
    book.check(identity, std::llround(tonnes * 1e6), [&, key = key] {
      return Where{key.first + "-01.." + key.first + "-12", "pollutant=" + key.second};
    });
}

}  // namespace

void audit_trucks(AuditBook& book, const ledger::Ledger& ledger) {
  const Month start = month_of(book.world.settings.start);
  Month first = month_of(book.world.settings.end);
  for (const ledger::RegisterFoldRow& row : ledger.registers) {
    if (row.month >= start) first = std::min(first, row.month);
  }
  const DrivenBySegment sums = driven_from(book, first, month_of(book.world.settings.end - 1) + 1);
  check_room(book, sums);
  check_truck_book(book, ledger, sums, first);
  check_emitting_km(book, ledger);
  check_exhaust(book, ledger);
}

}  // namespace railshift::analysis
