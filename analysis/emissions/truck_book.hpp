#pragma once
/// 里程总账 - the one book of kilometres of registered local trucks: modelled flows + counted trips + other work, by year, segment and
/// class; beside them those of pools of stated size.
#include <cstdint>
#include <set>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// What the trucks of one class of a segment drove in one year, in metres, inside and outside of the study area.
struct TruckBookRow {
  int year = 0;
  Id<Segment> segment;
  VehicleType vehicle_type = VehicleType::heavy;
  AccessClass access;
  /// What the mileage table gives to the registered trucks (stock of every month x km of their age) outside of pools of stated size
  /// (rules::given_beside_stated).
  std::int64_t table = 0;
  std::int64_t modelled = 0;  ///< loads of flows that run as individuals, and their empty runs; local trucks only
  std::int64_t counted = 0;   ///< monthly counts
  std::int64_t other = 0;     ///< 其他作业: work that no flow states
  std::int64_t stated = 0;    ///< local trucks of pools of stated size, registered or not: beside the book
  [[nodiscard]] std::int64_t of_flows() const { return modelled + counted; }
  /// Of the book: without pools of stated size.
  [[nodiscard]] std::int64_t driven() const { return of_flows() + other; }
};

/// In key order: year, segment, vehicle type, class; reported months only. Other work of a segment is a demand that flows do not state:
/// what its table leaves in the first twelve reported months (fewer, if the run is shorter; at least 0), the same for every later month. In
/// each year it goes to the classes so that all drive the same part of their table, in flows and other work together; a class whose flows
/// alone take more than that part does none, and its excess is taken from the others in proportion to their tables, so that the segment's
/// sum holds to the metre. A segment without registered trucks does no other work. Pools of stated size are left out on both sides: their
/// trucks do no other work, and what they drive takes nothing from that of others.
[[nodiscard]] std::vector<TruckBookRow> truck_book(const World& world, const ledger::Ledger& ledger);

/// The same of some months of a year: the demand of these months, shared by what the tables give and the flows take in them.
[[nodiscard]] std::vector<TruckBookRow> truck_book(const World& world, const ledger::Ledger& ledger, const std::set<Month>& months);

/// The rows of a book, summed over vehicle types and classes (which are those of the first row then).
[[nodiscard]] std::vector<TruckBookRow> by_segment(const std::vector<TruckBookRow>& book);

/// Months of a year that the book covers.
[[nodiscard]] std::vector<Month> months_in_book(const World& world, const ledger::Ledger& ledger, int year);

}  // namespace railshift::analysis
