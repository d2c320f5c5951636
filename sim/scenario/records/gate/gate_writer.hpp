#pragma once
/// What a gate record tells, as rows of profiles, flows, observed and outside_mix.
#include <string>
#include <vector>

#include "sim/scenario/records/gate/gate_flows.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

class GateWriter {
 public:
  GateWriter(const World& world, const GateTally& tally, const RecordRequest& request, TableEdits& edits, std::vector<std::string>& notes)
      : world_(world), tally_(tally), request_(request), edits_(edits), notes_(notes) {}

  /// Months and tonnes of the years that the record covers, where the gate sees all of the flow.
  void write_flow(const SeenFlow& seen);
  /// Trucks by site, direction and standard, loads by site, direction and commodity: a row a covered year, a row a month of other years.
  void write_observed();
  /// Standards of hired trucks.
  void write_mix();

 private:
  using Year = std::map<Month, GateCount>;
  void write_profile(const SeenFlow& seen, int year, const Year& months);
  void write_tonnes(const SeenFlow& seen, int year, const Year& months);
  void put_flow_value(const Flow& flow, int year, const std::string& value, const std::string& reason);
  void put_observed(const std::string& metric, const std::string& scope, const std::string& period, const std::string& value,
                    const std::string& unit);
  /// The year if the record covers it at the site, else the month.
  [[nodiscard]] std::string period_of(Id<Site> site, Month month) const;
  [[nodiscard]] NewRow published(NewRow row, const std::string& reason) const;

  const World& world_;
  const GateTally& tally_;
  const RecordRequest& request_;
  TableEdits& edits_;
  std::vector<std::string>& notes_;
};

}  // namespace railshift::scenario
