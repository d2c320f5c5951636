#pragma once
/// What a gate record counted, as observed values.
#include <map>
#include <string>
#include <utility>

#include "sim/scenario/records/gate/gate_tally.hpp"
#include "sim/scenario/records/observed_rows.hpp"

namespace railshift::scenario {

/// Trucks by site, direction and standard, loads by site, direction and commodity: a row a covered year, a row a month of other years.
/// Months of which the record holds a part, and years with rows that could not be read, are not written, or with the gap in the source.
/// What has no direction, standard or weight has no row.
class GateObserved {
 public:
  GateObserved(const World& world, const GateTally& tally, const RecordRequest& request, TableEdits& edits, RecordImport& out,
               Problems& problems)
      : world_(world), tally_(tally), request_(request), out_(out), rows_(request, edits, out, problems) {}
  void write();

 private:
  /// Scope and period.
  using Counts = std::map<std::pair<std::string, std::string>, std::pair<GateCount, Words>>;
  enum class Metric { trucks, tonnes };
  void add(Counts& counts, Metric metric, const std::string& scope, GateSide side, Month month, const GateCount& count);
  /// What the record lacks of the month or year; nothing if it must not be written, which is said once.
  [[nodiscard]] std::optional<Words> gap(Metric metric, GateSide side, Month month);
  /// The year if the record covers it at the site, else the month.
  [[nodiscard]] std::string period_of(Id<Site> site, Month month) const;
  [[nodiscard]] std::string scope_of(GateSide side) const;
  void put(const std::string& metric, const Counts::value_type& row, const std::string& value, const std::string& unit);

  const World& world_;
  const GateTally& tally_;
  const RecordRequest& request_;
  RecordImport& out_;
  ObservedRows rows_;
  std::set<std::string> said_;
};

}  // namespace railshift::scenario
