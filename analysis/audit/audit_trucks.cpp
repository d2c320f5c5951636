// Audit of the one book of kilometres: what registered trucks can drive, what the book says they drive, and that this is what they emit
// over.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "analysis/audit/audit_book.hpp"
#include "analysis/emissions/activity.hpp"
#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/gauge.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::analysis {
namespace {

using SegmentYear = std::pair<int, std::uint32_t>;

/// What the tables say of one segment and year, in metres.
struct Driven {
  std::int64_t table = 0;   ///< of registered trucks outside of pools of stated size
  std::int64_t local = 0;   ///< local trucks of the model, without those of pools of stated size
  std::int64_t stated = 0;  ///< local trucks of pools of stated size
  std::set<Month> months;
};
using DrivenBySegment = std::map<SegmentYear, Driven>;

DrivenBySegment driven_from(const AuditBook& book, Month first, Month end) {
  const World& world = book.world;
  DrivenBySegment sums;
  std::map<std::pair<Month, std::uint32_t>, std::int64_t> trucks;
  for (std::size_t row = 0; row < book.registers.size(); ++row) {
    const ledger::RegisterFoldRow& r = book.registers[row];
    trucks[{r.month, r.tally.segment.index}] += r.tally.open;
  }
  for (std::size_t row = 0; row < book.registers.size(); ++row) {
    const ledger::RegisterFoldRow& r = book.registers[row];
    if (r.month < first || r.month >= end) continue;
    Driven& driven = sums[{r.month.year(), r.tally.segment.index}];
    driven.table += rules::given_beside_stated(r.tally.mileage_metres, trucks.at({r.month, r.tally.segment.index}),
                                               rules::stated_trucks(world, r.tally.segment));
    driven.months.insert(r.month);
  }
  for (std::size_t row = 0; row < book.service.size(); ++row) {
    const ledger::ServiceRow& s = book.service[row];
    if (s.month < first || s.month >= end || s.owner != Owner::local) continue;
    Driven& driven = sums[{s.month.year(), rules::segment_of_flow(world, s.flow).index}];
    (rules::has_stated_pool(world, s.flow) ? driven.stated : driven.local) += s.metres;
  }
  return sums;
}

Where where_of(const AuditBook& book, const SegmentYear& key, const std::string& more) {
  return {months_of_year(std::to_string(key.first)), "segment=" + book.world.segments[Id<Segment>{key.second}].id + more};
}

/// A bound: nobody drives more than his trucks can. What the table leaves is the room for other work. Pools of stated size are left out:
/// the register may lack their trucks.
void check_room(AuditBook& book, const DrivenBySegment& sums) {
  Identity& identity =
      book.identity("registers, service", "other work >= 0: mileage_metres of a segment and year >= metres of its local trucks", "m");
  for (const auto& [key, driven] : sums) {
    book.check(identity, std::min<std::int64_t>(0, driven.table - driven.local), [&, key = key, driven = driven] {
      return where_of(book, key, fmt::format(" can drive {} km, drives {} km", driven.table / 1000, driven.local / 1000));
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
  Identity& table = book.identity("registers", "the book's mileage table = mileage_metres of trucks outside pools of stated size", "m");
  Identity& local = book.identity("service", "the book's modelled + counted km = metres of local trucks outside pools of stated size", "m");
  Identity& all = book.identity("service", "the book's modelled + counted + stated km = metres of local trucks", "m");
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
    book.check(all, row.modelled + row.counted + row.stated - driven.local - driven.stated, where);
    book.check(other, row.other - demand[key], where);
  }
}

/// Kilometres that emit, each once: all of local trucks, and what others drive inside.
void check_emitting_km(AuditBook& book, const ledger::Ledger& ledger, const DrivenBySegment& sums, Month first) {
  Identity& all = book.identity("traffic", "km that emit = metres inside and of local trucks beyond the gateways + other work", "m");
  Identity& local = book.identity("service", "km of exhaust of local trucks = metres of their flows, counted trips and other work", "m");
  std::map<int, double> open, open_local;
  for (const auto& [key, amount] : kilometres(book.world, ledger)) {
    if (key.month < first) continue;
    open[key.month.year()] += amount;
    if (is_local(key.source)) open_local[key.month.year()] += amount;
  }
  for (const ledger::TrafficRow& row : ledger.traffic) {
    if (row.month >= first && (row.inside || row.owner == Owner::local)) open[row.month.year()] -= kilometres_of(row.metres);
  }
  for (const TruckBookRow& row : truck_book(book.world, ledger)) open[row.year] -= kilometres_of(row.other);
  for (const auto& [key, driven] : sums) open_local[key.first] -= kilometres_of(driven.local + driven.stated);
  for (const auto& [key, metres] : demands(book, sums, first)) open_local[key.first] -= kilometres_of(metres);
  for (const auto& [sheet, years] : {std::pair{&all, &open}, std::pair{&local, &open_local}}) {
    for (const auto& [year, km] : *years)
      book.check(*sheet, std::llround(km * 1000.0), [y = year] { return Where{months_of_year(std::to_string(y)), "all sources"}; });
  }
}

/// Stock x mileage is what registered trucks emit over in the first twelve months, if these are whole years of the run; where a segment
/// drives more than its table gives, which is a breach of its own, what it drives.
void check_stock_km(AuditBook& book, const ledger::Ledger& ledger, const DrivenBySegment& sums, Month first) {
  Identity& identity = book.identity("registers", "km of exhaust of local trucks = stock x mileage + km of pools of stated size", "m");
  std::set<int> years;
  double open = 0.0;
  for (const auto& [key, driven] : sums) {
    if (driven.months.empty() || *driven.months.begin() >= first + 12) continue;
    if (*driven.months.rbegin() >= first + 12) return;
    years.insert(key.first);
    open -= kilometres_of(std::max(driven.table, driven.local) + driven.stated);
  }
  if (years.empty()) return;
  for (const auto& [key, amount] : kilometres(book.world, ledger)) {
    if (key.month >= first && is_local(key.source) && years.contains(key.month.year())) open += amount;
  }
  book.check(identity, std::llround(open * 1000.0), [&] { return Where{months_of_year(std::to_string(*years.begin())), "local trucks"}; });
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
  check_emitting_km(book, ledger, sums, first);
  check_stock_km(book, ledger, sums, first);
}

}  // namespace railshift::analysis
