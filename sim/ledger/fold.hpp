#pragma once
/// Folding: pure functions from a month's leg records to sums by key. Order of records never matters: every sum is one of integers.
#include <span>
#include <vector>

#include "sim/ledger/record.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/route.hpp"

namespace railshift::ledger {

struct MonthFold {
  std::vector<ServiceRow> service;
  std::vector<TrafficRow> traffic;
  std::vector<LinkRow> links;
};

/// Folds the records of one month; they stay as they are. Tick 0 is 00:00 of the run's first day, and the day part comes from the record's
/// end tick (which may lie outside of the month: the caller says which month a record counts in). Rows are in key order.
[[nodiscard]] MonthFold fold_month(Month month, const std::vector<LegRecord>& records, const RouteBook& routes);

/// Adds counted trips to a fold (keys merge; traffic rows have counted = true). A loaded trip of a flow counts as leg 1, an empty one as
/// leg 0; trips without a flow (through traffic) make no service row.
void add_counts(MonthFold& fold, Month month, std::span<const CountedTrips> counts, const RouteBook& routes);

/// Trips of one kind that a month expects: worked out, not driven one by one. Several may stand for one key.
struct TripSum {
  std::uint32_t flow = 0;
  std::uint32_t route = 0;
  EmissionClass vehicle;
  Owner owner = Owner::local;
  Compliance compliance = Compliance::no_rule;
  std::uint8_t leg = 0;  ///< seq of the truck leg in its chain; 0 for empty runs
  bool loaded = false;
  std::int64_t trips = 0;
  std::int64_t kg = 0;  ///< total
  Tick wait = 0;        ///< total, loaded ones: at the stations of both ends
};
/// Folds them as if they had been driven, a quarter in each part of the day (what does not divide from 6 h on). Rows are in key order.
[[nodiscard]] MonthFold fold_sums(Month month, const std::vector<TripSum>& sums, const RouteBook& routes);

}  // namespace railshift::ledger
